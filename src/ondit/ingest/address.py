"""Finds the addresses a host may be fetched from, so that a URL cannot reach inside a network."""

from __future__ import annotations

import ipaddress
import socket

from ondit.errors import SourceError

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def addresses(source: str, host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """Return the numeric addresses of `host`, public ones only unless `allow_private`.

    Whoever connects must use these and not the name: a name may mean another address the next
    time it is asked for. Raise SourceError if there is none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(source, f"unknown host {host}", "check the URL") from error
    numeric = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    permitted = tuple(one for one in numeric if allow_private or is_public(one))
    if not permitted:
        raise SourceError(
            source, f"{host} is on a private network", "--allow-private fetches it all the same"
        )
    return permitted


def is_public(numeric: str) -> bool:
    """Return whether `numeric` is an address of the public Internet, by IANA's registries."""
    address = _inner(ipaddress.ip_address(numeric))
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _inner(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, if it stands for one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    teredo = address.teredo
    nat64 = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
    return address.ipv4_mapped or address.sixtofour or (teredo and teredo[1]) or nat64 or address
