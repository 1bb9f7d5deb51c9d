"""Fetches a page within limits of time and size, from public addresses only.

It connects to the addresses it has checked, never to the name, at every redirect anew. Proxies
are not used: behind one the address could not be checked.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urljoin

import certifi
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError, LocationParseError, NewConnectionError
from urllib3.exceptions import TimeoutError as SlowError
from urllib3.util import Url, parse_url

from ondit.config import Settings
from ondit.errors import SourceError
from ondit.ingest.address import addresses
from ondit.ingest.agent import user_agent
from ondit.ingest.answer import Answer, ForbiddenError, UnreachableError
from ondit.ingest.mediatype import charset
from ondit.ingest.raw import Raw, too_big
from ondit.records.archived import Fetched

PORTS = {"http": 80, "https": 443}
CHUNK = 64 * 1024
ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/json,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One source being fetched: its name for errors, the settings, when time is up, what is known
    from before, and who decides where redirects may lead."""

    source: str
    settings: Settings
    deadline: float
    known: Fetched | None
    allows: Callable[[str], bool]

    def headers(self) -> dict[str, str]:
        """Return the headers to send to every host on the way."""
        headers = {**HEADERS, "User-Agent": user_agent()}
        if self.known and self.known.etag:
            headers["If-None-Match"] = self.known.etag
        if self.known and self.known.last_modified:
            headers["If-Modified-Since"] = self.known.last_modified
        return headers

    def remaining(self) -> float:
        """Return the seconds left; raise SourceError if there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise self.slow()
        return left

    def slow(self) -> UnreachableError:
        """Return the error for a server that took too long."""
        seconds = self.settings.fetch_timeout
        return UnreachableError(
            self.source, f"no full answer within {seconds:g} s", "try again, or save the page"
        )


def fetch(url: str, settings: Settings) -> Raw:
    """Return what the server holds at `url`; raise SourceError as `ask` does, or if it refuses."""
    return ask(url, settings).body()


def ask(
    url: str,
    settings: Settings,
    known: Fetched | None = None,
    allows: Callable[[str], bool] = lambda _: True,
) -> Answer:
    """Return what the server answers to `url`; what is `known` it need not send again.

    Raise UnreachableError if no answer comes within `fetch_timeout` in all, ForbiddenError if
    `allows` says no to where a redirect leads, other SourceErrors if the URL lies on a private
    network or the answer is more than `byte_limit` once unpacked.
    """
    request = Request(url, settings, time.monotonic() + settings.fetch_timeout, known, allows)
    answers: SimpleQueue[Answer | Exception] = SimpleQueue()
    # Neither looking up a name nor a trickle of header lines can be timed from the same thread.
    Thread(target=lambda: answers.put(_outcome(request)), daemon=True).start()
    try:
        answer = answers.get(timeout=settings.fetch_timeout)
    except Empty:
        raise request.slow() from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _outcome(request: Request) -> Answer | Exception:
    try:
        return _follow(request)
    except (HTTPError, OSError, ValueError) as error:
        if isinstance(error, SlowError) and not isinstance(error, NewConnectionError):
            return request.slow()
        reason = (
            str(getattr(error, "reason", None) or error).rpartition(": ")[2].rpartition("] ")[2]
        )
        return UnreachableError(request.source, "cannot be reached", reason)
    except Exception as error:  # noqa: BLE001 - it is raised again in the thread that waits
        return error


def _follow(request: Request) -> Answer:
    url = request.source
    for _ in range(request.settings.redirect_limit + 1):
        parsed = _parse(request, url)
        if url != request.source and not request.allows(url):
            raise ForbiddenError(request.source, "leads to where nothing may be fetched", url)
        with _open(request, parsed) as response:
            location = response.get_redirect_location()
            if not location:
                return _receive(request, response, url)
            url = urljoin(url, location)
    raise SourceError(request.source, "too many redirects", "open the page and give its address")


def _parse(request: Request, url: str) -> Url:
    try:
        host = parse_url(_ascii_host(url))
    except (LocationParseError, UnicodeError) as error:
        raise SourceError(request.source, "not a valid URL", "check it") from error
    if host.scheme not in PORTS or not host.host:
        raise SourceError(request.source, "only http and https URLs can be fetched", url)
    if host.auth:
        raise SourceError(request.source, "a URL with a user name", "give it without")
    return host


def _ascii_host(url: str) -> str:
    """Return `url` with its host in the ASCII form of internationalised names (RFC 3490)."""
    scheme, separator, rest = url.partition("://")
    end = next((at for at, character in enumerate(rest) if character in "/?#"), len(rest))
    host = rest[:end]
    return scheme + separator + (host if host.isascii() else _idna(host)) + rest[end:]


def _idna(host: str) -> str:
    return host.encode("idna").decode("ascii")


@contextmanager
def _open(request: Request, url: Url) -> Iterator[BaseHTTPResponse]:
    """Connect to the first of the host's addresses that answers."""
    host = str(url.host).strip("[]")
    port = url.port or PORTS[str(url.scheme)]
    numeric = addresses(request.source, host, port, allow_private=request.settings.allow_private)
    for last, address in ((one == numeric[-1], one) for one in numeric):
        with _pool(request, url, host, address, port) as pool:
            try:
                response = _get(request, pool, url)
            except HTTPError:
                if last:
                    raise
                continue
            with response:
                yield response
            return


def _get(request: Request, pool: HTTPConnectionPool, url: Url) -> BaseHTTPResponse:
    return pool.urlopen(
        "GET",
        url.request_uri,
        headers={**request.headers(), "Host": url.netloc or ""},
        redirect=False,
        retries=False,
        preload_content=False,
    )


def _pool(request: Request, url: Url, host: str, address: str, port: int) -> HTTPConnectionPool:
    left = request.remaining()
    timeout = Timeout(connect=left, read=left)
    if url.scheme == "http":
        return HTTPConnectionPool(address, port, timeout=timeout)
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return HTTPSConnectionPool(
        address,
        port,
        timeout=timeout,
        ssl_context=context,
        server_hostname=host,
        assert_hostname=host,
    )


def _receive(request: Request, response: BaseHTTPResponse, url: str) -> Answer:
    headers = response.headers
    answer = Answer(
        response.status,
        response.reason or "",
        Raw(request.source, b"", charset(headers.get("Content-Type")), url),
        headers.get("ETag"),
        headers.get("Last-Modified"),
        headers.get("Retry-After"),
    )
    if answer.is_refusal or answer.is_known:
        return answer
    if response.headers.get("Content-Encoding", "").strip().lower() not in ENCODINGS:
        raise SourceError(request.source, "packed in a way not asked for", "save the page")
    return replace(answer, raw=replace(answer.raw, data=_body(request, response)))


def _body(request: Request, response: BaseHTTPResponse) -> bytes:
    limit = request.settings.byte_limit
    data = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        data += chunk
        if len(data) > limit:
            raise too_big(request.source, limit)
        request.remaining()
    return bytes(data)
