"""The texts that the reader learns from and is measured on, with what was annotated in them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ondit.records import Act, Via

Pairs = tuple[tuple[int, int], ...]
"""Spans as `[begin, end)` pairs, in characters."""

HELD_OUT = Path(__file__).parent / "corpus" / "held_out.txt"
SYNTHETIC = Path(__file__).parent / "corpus" / "synthetic"
OFFSETS = Path(__file__).parent / "corpus" / "offsets.jsonl"

_TAG = re.compile(r"<(/?)([scqk])(\d+)>")
_ROLES = {"s": "source", "c": "cue", "q": "content", "k": "condition"}


@dataclass(frozen=True)
class Gold:
    """One annotated attribution; `act`, `via` are None where they were not annotated."""

    source: Pairs
    cue: Pairs
    content: Pairs
    condition: Pairs = ()
    act: Act | None = None
    via: Via | None = None
    who: str | None = None

    @property
    def anchor(self) -> int:
        """The first character of the cue, or without one of the source, or of the content."""
        return (self.cue or self.source or self.content)[0][0]


@dataclass(frozen=True)
class Text:
    """One text with its annotation.

    `kind` is real, synthetic, debates or mentions. `attributions` or `names` is None where
    a text was not annotated for them; names are (begin, end, type).
    """

    id: str
    language: str
    kind: str
    text: str
    attributions: tuple[Gold, ...] | None = None
    names: tuple[tuple[int, int, str], ...] | None = None
    held_out: bool = field(default=False, compare=False)


def parse(annotated: str) -> tuple[str, tuple[Gold, ...]]:
    """Return the text and attributions of an inline-annotated text.

    Raises ValueError, saying where, if the tags or the list below them are not well formed.
    """
    body, rule, table = annotated.rpartition("\n---\n")
    if not rule:
        raise ValueError("no '---' line")
    text, spans = _untag(body)
    rows = {}
    for line in table.strip().splitlines():
        number, act, who, via = (cell.strip() for cell in line.split("|"))
        rows[int(number)] = (Act(act), who, Via(via))
    if set(rows) != set(spans):
        raise ValueError(f"tags and list differ: {sorted(set(rows) ^ set(spans))}")
    return text, tuple(_gold(spans[number], *rows[number]) for number in sorted(rows))


def _gold(spans: dict[str, list[tuple[int, int]]], act: Act, who: str, via: Via) -> Gold:
    roles = {role: tuple(sorted(spans.get(role, []))) for role in _ROLES.values()}
    if not roles["content"]:
        raise ValueError("an attribution without content")
    return Gold(**roles, act=act, via=via, who=None if who == "?" else who)


def _untag(body: str) -> tuple[str, dict[int, dict[str, list[tuple[int, int]]]]]:
    """Take the tags out of `body`; return what is left and the spans by number and role."""
    parts: list[str] = []
    opened: list[tuple[str, int, int]] = []
    spans: dict[int, dict[str, list[tuple[int, int]]]] = {}
    last = length = 0
    for tag in _TAG.finditer(body):
        parts.append(body[last : tag.start()])
        length += tag.start() - last
        last = tag.end()
        role, number = _ROLES[tag.group(2)], int(tag.group(3))
        if not tag.group(1):
            opened.append((role, number, length))
            continue
        if not opened or opened[-1][:2] != (role, number) or opened[-1][2] == length:
            raise ValueError(f"{tag.group()} at {length} closes nothing")
        spans.setdefault(number, {}).setdefault(role, []).append((opened.pop()[2], length))
    if opened:
        raise ValueError(f"never closed: {opened}")
    return "".join([*parts, body[last:]]), spans


def annotated(data: Path) -> list[Text]:
    """Return the annotated corpus: the texts under `data`, and those of the project itself."""
    held_out = set(HELD_OUT.read_text(encoding="utf-8").split())
    real = sorted((data / "corpus" / "annotated").glob("??/*.txt"))
    synthetic = sorted(SYNTHETIC.glob("??/*.txt"))
    return [
        *(_inline(path, "real", held_out) for path in real),
        *(_inline(path, "synthetic", held_out) for path in synthetic),
        *_by_offsets(data, held_out),
    ]


def _inline(path: Path, kind: str, held_out: set[str]) -> Text:
    name = f"{kind}/{path.parent.name}/{path.stem}"
    try:
        text, attributions = parse(path.read_bytes().decode("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    return Text(name, path.parent.name, kind, text, attributions, held_out=name in held_out)


def _by_offsets(data: Path, held_out: set[str]) -> Iterator[Text]:
    """Yield the texts under `data` whose annotation the project keeps as offsets."""
    for line in OFFSETS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = data / row["path"]
        raw = path.read_bytes()
        if hashlib.sha256(raw).hexdigest() != row["sha256"]:
            raise ValueError(f"{path}: not the text that was annotated")
        name = f"real/{path.parent.name}/{path.stem}"
        golds = tuple(_from_row(one) for one in row["attributions"])
        text = raw.decode("utf-8")
        yield Text(name, path.parent.name, "real", text, golds, held_out=name in held_out)


def _from_row(row: dict[str, object]) -> Gold:
    """Return the attribution of a JSON row in the format of the benchmarks."""
    roles = {role: _pairs(row.get(role, [])) for role in _ROLES.values()}
    act, via, who = row.get("act"), row.get("via"), row.get("who")
    return Gold(
        **roles,
        act=Act(str(act)) if act else None,
        via=Via(str(via)) if via else None,
        who=str(who) if who and who != "?" else None,
    )


def _pairs(value: object) -> Pairs:
    if not isinstance(value, list):
        raise TypeError(f"not a list of spans: {value!r}")
    return tuple(sorted((int(begin), int(end)) for begin, end in value))


def records(path: Path, kind: str) -> list[Text]:
    """Read attributions from JSON lines: `debates/*.jsonl`, `benchmarks/*.jsonl`."""
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        golds = tuple(_from_row(one) for one in row["attributions"])
        texts.append(Text(row["id"], row["lang"], kind, row["text"], golds))
    return texts


def names(path: Path) -> list[Text]:
    """Read names from `mentions/mentions.jsonl`; all but the split `train` is held out."""
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = tuple((int(b), int(e), str(kind)) for b, e, kind in row["mentions"])
        held_out = row["split"] != "train"
        text = Text(row["id"], row["lang"], "mentions", row["text"], None, found, held_out)
        texts.append(text)
    return texts
