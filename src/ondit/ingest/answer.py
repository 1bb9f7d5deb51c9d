"""What a server answered, before anybody has judged it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from ondit.errors import SourceError
from ondit.ingest.raw import Raw


class UnreachableError(SourceError):
    """No answer came, though one may come to another try."""


class ForbiddenError(SourceError):
    """The way leads to where its site wants nothing fetched."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of an answer, its body if it is no refusal, and what it says about later tries.

    `retry_after` is the header as it was sent: seconds, or a date.
    """

    status: int
    reason: str
    raw: Raw
    etag: str | None = None
    last_modified: str | None = None
    retry_after: str | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether the server did not give what it was asked for."""
        return self.status >= HTTPStatus.BAD_REQUEST

    @property
    def is_known(self) -> bool:
        """Whether the server says that nothing has changed."""
        return self.status == HTTPStatus.NOT_MODIFIED

    def body(self) -> Raw:
        """Return what the server sent; raise SourceError if it refused."""
        if self.is_refusal:
            reason = f"HTTP {self.status} {self.reason}".strip()
            raise SourceError(self.raw.source, reason, "check the URL")
        return self.raw
