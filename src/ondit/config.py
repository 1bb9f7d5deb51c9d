"""What can be set, in one place, so that the command, the library and the documents agree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that can be set: its name, its default and one line of help."""

    name: str
    default: T
    help: str


LANGUAGE: Setting[str | None] = Setting(
    "language", None, "Language of the sources as an ISO 639 code; detected if not given."
)
THREADS: Setting[int | None] = Setting(
    "threads", None, "Threads the model may use; by default one for each processor."
)
ALLOW_PRIVATE = Setting(
    "allow_private", False, "Fetch URLs on private networks and this machine, too."
)
ARCHIVE = Setting(
    "archive", "ondit.db", "Archive: a file (SQLite), or postgresql://USER@HOST/DATABASE."
)
JOBS: Setting[int | None] = Setting(
    "jobs", None, "Articles read at once; by default one for each processor."
)
ENGINE = Setting(
    "engine", "local", "Where articles are read: local, ray, or ray:ADDRESS of a cluster."
)
WATCHES = Setting("watches", "watches", "Folder that holds what is watched, and its feeds.")
LIMIT = Setting("limit", 20, "The most results to give.")
NAMES: Setting[Path | None] = Setting(
    "names", None, "Table of further names of outlets, organisations and persons (docs/names.md)."
)
FETCH_TIMEOUT = Setting("fetch_timeout", 20.0, "Seconds that fetching one URL may take in all.")
BYTE_LIMIT = Setting("byte_limit", 10 * 2**20, "Bytes that one source may have, once unpacked.")
REDIRECT_LIMIT = Setting("redirect_limit", 10, "Redirects followed from one URL.")
HOST_DELAY = Setting("host_delay", 1.0, "Seconds from one request to a host to the next.")
PAUSE_LIMIT = Setting(
    "pause_limit", 60.0, "The longest pause in seconds that is made because a host asks for it."
)
RETRIES = Setting("retries", 3, "Further tries where a host is busy or cannot be reached.")
LINK_LIMIT = Setting("link_limit", 10_000, "Links followed from one feed or sitemap.")
SITEMAP_DEPTH = Setting("sitemap_depth", 3, "Sitemaps followed from one into another.")
HOST = Setting("host", "127.0.0.1", "Address to serve at; the default is this machine alone.")
PORT = Setting("port", 8020, "Port to serve at; 0 takes one that is free.")
MCP_PORT = Setting("mcp_port", 8021, "Port to serve assistants at; 0 takes one that is free.")
ALLOW_ADDING = Setting("allow_adding", False, "Let visitors add articles to the archive.")
TOKEN: Setting[str | None] = Setting(
    "token", None, "What visitors must know to add articles; needed beyond this machine."
)
READ_BYTES = Setting("read_bytes", 100 * 2**10, "Bytes that a text sent to be read may have.")
READ_SECONDS = Setting("read_seconds", 60.0, "Seconds that a text sent to be read may take.")
READ_QUEUE = Setting("read_queue", 8, "Texts that may wait to be read, one after the other.")
READ_RATE = Setting("read_rate", 30, "Texts that one visitor may send in a minute.")
DOUBT = Setting("doubt", 0.7, "Probability below which an attribution is shown with it.")


@dataclass(frozen=True, slots=True)
class Settings:
    """The values for one run; each field is the `Setting` of the same name."""

    language: str | None = LANGUAGE.default
    threads: int | None = THREADS.default
    allow_private: bool = ALLOW_PRIVATE.default
    names: Path | None = NAMES.default
    fetch_timeout: float = FETCH_TIMEOUT.default
    byte_limit: int = BYTE_LIMIT.default
    redirect_limit: int = REDIRECT_LIMIT.default
    host_delay: float = HOST_DELAY.default
    pause_limit: float = PAUSE_LIMIT.default
    retries: int = RETRIES.default
    link_limit: int = LINK_LIMIT.default
    sitemap_depth: int = SITEMAP_DEPTH.default
    doubt: float = DOUBT.default


@dataclass(frozen=True, slots=True)
class Service:
    """How an archive is served; each field is the `Setting` of the same name."""

    host: str = HOST.default
    port: int = PORT.default
    allow_adding: bool = ALLOW_ADDING.default
    token: str | None = TOKEN.default
    read_bytes: int = READ_BYTES.default
    read_seconds: float = READ_SECONDS.default
    read_queue: int = READ_QUEUE.default
    read_rate: int = READ_RATE.default
    doubt: float = DOUBT.default
