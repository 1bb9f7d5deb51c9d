"""Runs the service on a socket of this machine."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

import uvicorn

from ondit.config import Service
from ondit.errors import UsageError
from ondit.web.app import app, is_private
from ondit.web.holdings import Holdings

CONNECTIONS = 200
"""Connections beyond which new ones are sent away with 503: each may hold one page in memory."""

HEAD_BYTES = 32 * 2**10
"""Bytes that the head of a request may have: ten times a query of the longest parameters."""


def run(holdings: Holdings, service: Service) -> None:
    """Serve until the process is told to stop.

    Raise UsageError if the address can't be served at, or anybody could add articles.
    """
    if service.allow_adding and not service.token and not is_private(service.host):
        raise UsageError("adding beyond this machine needs a token", "give --token")
    listening = _listen(service)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"Ondit is at http://{shown}:{port}/ until you press Ctrl+C\n")
    sys.stderr.flush()
    settings = uvicorn.Config(
        app(holdings, service),
        log_level="warning",
        server_header=False,
        limit_concurrency=CONNECTIONS,
        h11_max_incomplete_event_size=HEAD_BYTES,
        http="h11",
        ws="none",
        lifespan="off",
    )
    # It is how a user stops it, and no failure.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(settings).run(sockets=[listening])


def _listen(service: Service) -> socket.socket:
    family = socket.AF_INET6 if ":" in service.host else socket.AF_INET
    try:
        return socket.create_server((service.host, service.port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"cannot serve at {service.host}:{service.port} ({reason})"
        raise UsageError(what, "give another --host or --port") from error
