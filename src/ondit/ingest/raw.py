"""What a source holds before anything is known about it, so that files and URLs go one way on."""

from __future__ import annotations

from dataclasses import dataclass

from ondit.errors import SourceError


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source.

    `source` is what the user called it; `charset` what the server declared; `url` the address
    that the bytes came from after redirects.
    """

    source: str
    data: bytes
    charset: str | None = None
    url: str | None = None


def too_big(source: str, limit: int) -> SourceError:
    """Return the error for a source of more than `limit` bytes."""
    return SourceError(
        source, f"larger than {limit / 2**20:.3g} MiB", "give one article, not an archive"
    )
