"""Serves an archive to assistants, over standard input and output or on a port of this machine."""

from __future__ import annotations

import functools
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from typing import Any, ParamSpec, TypeVar

import anyio.to_thread
import uvicorn
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import Resource, ToolAnnotations

from ondit.config import Settings
from ondit.errors import OnditError, UsageError
from ondit.integrations.mcp.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")

HOST = "127.0.0.1"
"""The only address that it listens at: there is no telling strangers apart."""

ADDRESS = "ondit://article/{id}"
JSON = "application/json"
LISTED = 50
"""Articles that are listed as resources, the latest first; the tools find all others."""

INSTRUCTIONS = (
    "Ondit reads news in many languages and shows who said what, according to whom. Quote its "
    "`content` and `source` as they stand; every pair of numbers is a stretch of the article's "
    "text. `standing` says what may be concluded: on-record, relayed, unnamed, own-voice. A claim "
    "with many carriers and one origin was reported once. `probability` below 0.7 is doubtful."
)


class ArchiveServer(MCPServer[Any]):
    """The tools of a desk, and the articles of its archive as resources."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            "ondit", instructions=INSTRUCTIONS, version=version("ondit"), log_level="WARNING"
        )
        self._desk = desk
        only_reads = ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        )
        for tool in (
            desk.read,
            desk.search,
            desk.articles,
            desk.article,
            desk.claims,
            desk.trace,
            desk.positions,
            desk.timeline,
        ):
            self.tool(annotations=only_reads)(_told(tool, ToolError))
        self.resource(ADDRESS, name="article", mime_type=JSON)(
            _told(desk.record, ResourceNotFoundError)
        )

    async def list_resources(self) -> list[Resource]:
        """Return the latest articles."""
        latest = functools.partial(_told(self._desk.articles, ToolError), limit=LISTED)
        return [
            Resource(
                uri=ADDRESS.format(id=one.id),
                name=one.id,
                title=one.title,
                description=", ".join(filter(None, (one.outlet, one.language, one.published))),
                mime_type=JSON,
            )
            for one in await anyio.to_thread.run_sync(latest)
        ]


def serve(archive: str, port: int | None, settings: Settings) -> None:
    """Answer an assistant until it leaves, or with a port until the process is told to stop.

    Raise ArchiveError if there is no archive, UsageError if the port can't be listened at.
    """
    desk = Desk(archive, settings)
    desk.articles(limit=1)
    server = ArchiveServer(desk)
    # It is how a user stops it, and no failure.
    with suppress(KeyboardInterrupt):
        if port is None:
            server.run()
        else:
            _serve_http(server, _listen(port))


def _serve_http(server: ArchiveServer, listening: socket.socket) -> None:
    sys.stderr.write(
        f"Ondit is at http://{HOST}:{listening.getsockname()[1]}/mcp until you press Ctrl+C\n"
    )
    sys.stderr.flush()
    settings = uvicorn.Config(
        server.streamable_http_app(host=HOST), log_level="warning", server_header=False
    )
    uvicorn.Server(settings).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        what = f"cannot serve at {HOST}:{port} ({error.strerror})"
        raise UsageError(what, "give another --port") from error


def _told(
    asked: Callable[P, R], failure: type[ToolError | ResourceNotFoundError]
) -> Callable[P, R]:
    """Return a function that tells the assistant what failed, and what to do about it."""

    @functools.wraps(asked)
    def answered(*args: P.args, **given: P.kwargs) -> R:
        try:
            return asked(*args, **given)
        except OnditError as error:
            raise failure(str(error)) from error

    return answered
