"""A news site on this machine, for the tests: its pages are what a test puts there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What the site answers to one request."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """The pages by path, each the replies to one request after another, the last one for good."""

    url: str
    pages: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, body: str | bytes = "", status: int = 200, **headers: str) -> str:
        """Answer `path` with this after what it was to be answered with before."""
        data = body if isinstance(body, bytes) else body.replace("{site}", self.url).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages.setdefault(path, []).append(Reply(data, status, named))
        return self.url + path

    def paths(self) -> list[str]:
        """Return the paths that were asked for."""
        return [path for path, _ in self.asked]

    def reply(self, path: str, headers: dict[str, str]) -> Reply:
        """Return the next reply, 304 if the one who asks has it already."""
        self.asked.append((path, headers))
        replies = self.pages.get(path, [Reply(status=404)])
        found = replies.pop(0) if len(replies) > 1 else replies[0]
        tag = found.headers.get("ETag")
        return Reply(status=304) if tag and headers.get("If-None-Match") == tag else found


@contextmanager
def serving() -> Iterator[Site]:
    """Run a site that has no pages yet."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = site.reply(self.path, dict(self.headers.items()))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
            """Keep the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()


def page(title: str, text: str, time: str = "") -> str:
    """Return an article's page."""
    dated = f'<meta property="article:published_time" content="{time}">' if time else ""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{dated}</head>"
        f"<body><article><p>{text}</p></article></body></html>"
    )
