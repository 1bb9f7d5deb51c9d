"""Which earlier source or name a source takes up: "he", "the paper", "the minister".

A small logistic model weighs what the reader's network says against what can be checked: how
near the two are, whether they are of one kind, number and gender, what words they share. Its
weights are in `antecedent.json`; `training/antecedent.py` fits them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ondit.records import MentionType, Span, Via
from ondit.resolve.inflection import nominatives
from ondit.resolve.referents import Referent, Scene
from ondit.resolve.spelling import script
from ondit.resolve.vocabulary import NO_BLANKS

REACH = 40
"""Referents before a source that are tried. Set by hand, not measured."""

FEMININE = frozenset("aаяάαηήةาا")
"""Last letters of many women's given names in languages that tell them by it. A hint that the
weights take up or not; set by hand."""

CERTAIN = 0.8
"""Probability from which the network's own word has a weight of its own. Set by hand."""

LAST_BUT_ONE = 2
FEW = 3
"""Words of a description up to which it is short."""

ADJACENT = 3
"""Characters between a relative pronoun and what it refers to: a comma and a blank."""

SURNAME_FIRST = frozenset({"CJK"})
"""Scripts in which, where no blanks are written, a name that another begins with is its surname;
foreign names, in Katakana, have theirs at the end, behind a dot."""

LETTERS, IDEOGRAPHS = 5, 2
"""Letters, or syllables, of a word that is looked for at the end of a compound."""

ROLES = ("pronoun", "speaker", "person", "outlet", "description")
"""Sources that take up others in different ways: they have weights of their own. A speaker is one
who says "I" or "we"; a person and an outlet are described, and the text has a name for them."""


def role(one: Referent) -> str:
    """Return which of the ROLES a source has."""
    if one.pointing & {"me", "us"}:
        return "speaker"
    if one.pointing:
        return "pronoun"
    return {Via.NAMED: "person", Via.OUTLET: "outlet"}.get(one.via or Via.NONE, "description")


def candidates(scene: Scene, one: Referent) -> Iterator[Referent]:
    """Yield what the source `one` may take up: what stands before it outside of its own content,
    and for a description also what later has all of its words and more."""
    everyone = scene.referents
    at = scene.places[one.span]
    own = scene.contents(one.span)
    speaker = scene.speaker(one.span)
    if speaker and speaker.begin > one.span.begin:
        yield everyone[scene.places[speaker]]
    for other in everyone[max(0, at - REACH) : at]:
        before = other.span.end <= one.span.begin
        if before and not any(s.contains(other.span) for s in own) and not _less(other, one, scene):
            yield other
    if not one.pointing:
        yield from (b for b in everyone[at + 1 :] if extends(b, one, scene.language))


def _less(other: Referent, one: Referent, scene: Scene) -> bool:
    """Return whether a description has all the words of the other, and more."""
    return not one.pointing and extends(one, other, scene.language)


def features(scene: Scene, one: Referent, other: Referent) -> dict[str, float]:
    """Return what speaks for and against `one` taking up `other`."""
    link = scene.links.get(one.span)
    told = link is not None and _overlap(link.antecedent, other.span)
    near = one.sentence - other.sentence
    found = {
        "bias": 1.0,
        "network": link.probability if link and told else 0.0,
        "network sure": float(bool(link and told and link.probability > CERTAIN)),
        "network other": link.probability if link and not told else 0.0,
        "distance": math.log2(1 + max(0, near)),
        "same sentence": float(near == 0),
        "same paragraph": float(one.paragraph == other.paragraph),
        "later": float(other.span.begin > one.span.begin),
        "last source": float(other.via is not None and one.turn - other.turn == 1),
        "source before": float(other.via is not None and one.turn - other.turn == LAST_BUT_ONE),
        "source": float(other.via is not None),
        "starts": float(other.starts),
        "speaker": float(scene.speaker(one.span) == other.span),
        "pronoun": float(bool(other.pointing)),
        **_kinds(one, other),
        **_agreement(scene, one, other),
        **_words(scene, one, other),
    }
    return {name: value for name, value in found.items() if value}


def _kinds(one: Referent, other: Referent) -> dict[str, float]:
    person = other.type is MentionType.PERSON
    wants_person = one.via is Via.NAMED
    return {
        "same via": float(other.via is one.via),
        "other via": float(other.via is not None and other.via is not one.via),
        "person for person": float(person and wants_person),
        "person for other": float(person and not wants_person),
        "organisation for person": float(other.type is MentionType.ORGANISATION and wants_person),
        "organisation for other": float(
            other.type is MentionType.ORGANISATION and not wants_person
        ),
        "place": float(other.type is MentionType.PLACE),
        "outlet for outlet": float(one.via is other.via is Via.OUTLET),
        "group": float(other.via in {Via.GROUP, Via.ANONYMOUS}),
    }


def _agreement(scene: Scene, one: Referent, other: Referent) -> dict[str, float]:
    person = other.type is MentionType.PERSON or other.via is Via.NAMED
    given = other.span.of(scene.text).split()[-2:][0] if other.span.of(scene.text).split() else ""
    ends = given[-1:].casefold() in FEMININE
    adjacent = 0 <= one.span.begin - other.span.end <= ADJACENT
    return {
        "she": float("she" in one.pointing and person and ends),
        "she not": float("she" in one.pointing and person and not ends),
        "he": float("he" in one.pointing and person and not ends),
        "he not": float("he" in one.pointing and person and ends),
        "he no person": float(bool(one.pointing & {"he", "she"}) and not person),
        "they one": float("they" in one.pointing and person),
        "it person": float("it" in one.pointing and person),
        "relative adjacent": float("who" in one.pointing and adjacent),
        "relative apart": float("who" in one.pointing and not adjacent),
    }


def _words(scene: Scene, one: Referent, other: Referent) -> dict[str, float]:
    if one.pointing or other.pointing:
        return {}
    near = _near(scene, one, other)
    shared = [w for w in one.words if any(_like(w, o, scene.language) for o in other.words)]
    return {
        "shares": len(shared) / max(1, len(one.words)),
        "all shared": float(len(shared) == len(one.words)),
        "near": near,
        "all near": float(near == 1),
        "all near, person": float(near == 1 and other.type is MentionType.PERSON),
        "extends": float(extends(other, one, scene.language)),
        "first shared": float(bool(shared) and one.words[:1] == tuple(shared[:1])),
        "back": float(one.back),
        "back last source": float(
            one.back and other.via is not None and one.turn - other.turn == 1
        ),
        "short": float(len(one.words) == 1),
        "long": float(len(one.words) > FEW),
        "name": float(one.type is not None),
        "holds name": float(one.type is None and bool(scene.inside(one.span))),
        "one word, person": float(len(one.words) == 1 and other.type is MentionType.PERSON),
    }


def _near(scene: Scene, one: Referent, other: Referent) -> float:
    """Return which part of a description stands beside a name ("the minister, Vera Stern")."""
    if other.type is None or not one.words:
        return 0.0
    beside = scene.beside(other.span)
    return sum(any(_like(w, o, scene.language) for o in beside) for w in one.words) / len(one.words)


def extends(longer: Referent, shorter: Referent, language: str | None) -> bool:
    """Return whether all words of the one are in the other, which has more or longer ones."""
    last = shorter.words[-1:]
    if not any(_ends(word, other) for word in last for other in longer.words):
        return is_fuller(longer, shorter, language)
    return all(any(_like(one, two, language) for two in longer.words) for one in shorter.words)


def is_fuller(longer: Referent, shorter: Referent, language: str | None) -> bool:
    """Return whether all words of a name are in the other, which has more."""
    return len(longer.words) > len(shorter.words) > 0 and all(
        any(_same(one, two, language) for two in longer.words) for one in shorter.words
    )


def is_longer(longer: Referent, shorter: Referent, language: str | None) -> bool:
    """Return whether a person's name is a part of the other: some of its words, or without blanks
    its beginning ("堀江", "堀江雅之")."""
    if language not in NO_BLANKS or script(shorter.words[0]) not in SURNAME_FIRST:
        return is_fuller(longer, shorter, language)
    begins = any(word.startswith(shorter.words[0]) for word in longer.words[:1])
    return begins and len("".join(longer.words)) > len("".join(shorter.words))


def _same(one: str, other: str, language: str | None) -> bool:
    """Return whether two words are one but for case."""
    return one == other or (
        one[:2] == other[:2]
        and bool(set(nominatives(one, language)) & set(nominatives(other, language)))
    )


def _like(one: str, other: str, language: str | None) -> bool:
    """Return whether two words are one, or the other is a compound of the one."""
    return _same(one, other, language) or _ends(one, other)


def _ends(one: str, other: str) -> bool:
    """Return whether a word or, without blanks, a phrase ends in another ("Verkehrsministerium",
    "国境警備隊")."""
    short = IDEOGRAPHS if script(one) in {"CJK", "HANGUL", "KATAKANA"} else LETTERS
    return len(other) > len(one) >= short and other.endswith(one)


def _overlap(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


def probability(kind: str, found: dict[str, float]) -> float:
    """Return how likely a source of one of the ROLES takes up the one with these features."""
    weights = _weights()[kind]
    logit = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def _weights() -> dict[str, dict[str, float]]:
    text = files(__package__).joinpath("antecedent.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded
