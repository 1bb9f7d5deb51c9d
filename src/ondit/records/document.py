"""One article as an archive keeps it and tracing compares it with others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ondit.records.article import Span
from ondit.records.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Statement:
    """What can be a claim: an attribution's content, or a sentence in the article's own voice.

    `attribution` is the id of the attribution whose content it is, None for the own voice.
    """

    spans: tuple[Span, ...]
    attribution: int | None

    def of(self, text: str) -> str:
        """Return its words, pieces joined by a blank."""
        return " ".join(span.of(text) for span in self.spans)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A reading and what it states; `vectors` (statements, 384) are of length one."""

    reading: Reading
    statements: tuple[Statement, ...]
    vectors: NDArray[np.float32]
