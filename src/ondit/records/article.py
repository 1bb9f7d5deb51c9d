"""An article as stored, and the stretches of its text that everything else points into."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

GAP = " … "
"""What stands for the words between two stretches that belong together."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: `[begin, end)` in characters."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for a span that is empty or starts before the text."""
        if not 0 <= self.begin < self.end:
            raise ValueError(f"not a span: [{self.begin}, {self.end})")

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.begin : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies wholly within this span."""
        return self.begin <= other.begin and other.end <= self.end


def wording(spans: Iterable[Span], text: str) -> str:
    """Return the words of `spans`, with an ellipsis where the text goes on between two."""
    return GAP.join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one outlet at one time, as stored.

    `text` has `\\n` line breaks and is otherwise what the source held. `language` is an
    ISO 639 code; `published` an ISO 8601 date or time, as precise as the source gave it.
    `canonical` is the domain of another site that the page's markup names as where it is from.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    byline: str | None = None
    canonical: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Set `id`: the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "id", digest[:16])
