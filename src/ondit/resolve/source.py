"""What the words of a source say themselves about who it is, before anything else of the article.

"Finance minister Vera Stern" is Vera Stern, "the weekly Kompas" is Kompas, "Keir Starmer's
office" is nobody's name, and "she" says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ondit.records import Mention, MentionType, Span, Via
from ondit.resolve import vocabulary
from ondit.resolve.outlet_name import QUOTED, name_within

MARKS = " \t\n\u00a0.,;:'’\"“”„«»‘‹›「」『』《》()（）、，،"
COMMA = (",", "،", "，")
ASIDE = (*COMMA, "(", "（", "—", "–", ";")
"""What follows a name at the beginning of a source that goes on with who that is."""


def head(
    text: str, span: Span, via: Via, inside: Sequence[Mention], language: str | None
) -> Span | None:
    """Return where in a source its own name stands, one of the names `inside` it, or None."""
    if via is Via.NAMED:
        found = _person(text, span, inside, language)
        return found.span if found else None
    if via is Via.OUTLET:
        outlet = _outlet(text, span, language)
        if outlet:
            return outlet
    if _is_list(text, span, inside, language):
        return None
    fit = [one for one in inside if _is_apposed(text, span, one, inside, language)]
    return fit[0].span if fit else None


def _outlet(text: str, span: Span, language: str | None) -> Span | None:
    """Return where an outlet is named in quotation marks or after what kind of outlet it is."""
    found = name_within(text, (span,))
    if not found:
        return None
    before = words_of(text[span.begin : found.begin])
    kinds = [vocabulary.kind_of(word, language) == "outlet" for word in before]
    if QUOTED.search(span.of(text)):
        alone = all(vocabulary.is_determiner(word, language) for word in before)
        return found if alone or any(kinds) else None
    return found if kinds[-1:] == [True] and found.end == _end(text, span) else None


def _person(
    text: str, span: Span, inside: Sequence[Mention], language: str | None
) -> Mention | None:
    """Return the person that a source is: other names in it say whose or which one."""
    people = [one for one in inside if one.type is MentionType.PERSON]
    if _is_list(text, span, people, language):
        return None
    apart = [one for one in people if _is_apart(text, one.span, span, language)]
    if apart:
        return apart[0]
    people = [one for one in people if not _belongs(text, one.span, span, language)]
    full = [one for one in people if " " in one.span.of(text)]
    if len(people) > 1 and len(full) == 1:
        return full[0]
    ends = [one for one in people if _ends(text, one.span, span)]
    if len(people) > 1 and ends:
        return ends[-1]
    return people[-1] if len(people) == 1 or (language in vocabulary.NO_BLANKS and people) else None


def _belongs(text: str, name: Span, span: Span, language: str | None) -> bool:
    """Return whether a source is an office or aide of the person whom it names."""
    before, after = words_of(text[span.begin : name.begin]), text[name.end : span.end]
    last = before[-1:] and before[-1]
    if vocabulary.is_aide(span.of(text), language):
        after_title = vocabulary.is_aide(after, language) and len(words_of(after)) == 1
        return not after_title and (bool(after.strip(MARKS)) or _is_of(last, language))
    if not vocabulary.is_office(" ".join(before), language):
        return vocabulary.is_office(after, language)
    return (
        not vocabulary.has_of(language)
        or _is_of(last, language)
        or (vocabulary.is_office(str(last), language))
    )


def _is_of(word: str | list[str], language: str | None) -> bool:
    return isinstance(word, str) and vocabulary.is_of(word, language)


def _is_apart(text: str, name: Span, span: Span, language: str | None) -> bool:
    """Return whether commas part a name from what the source says about it ("the team's coach,
    Alireza", "Li, the mayor", "a rival of Mark Zuckerberg, Aaron Greenspan, manager of Face")."""
    before, after = text[span.begin : name.begin], text[name.end : span.end].lstrip("»”\"' \u00a0")
    cut = max(map(before.rfind, COMMA))
    whole = cut < 0 and not words_of(after)
    ends = after.startswith(ASIDE) or not words_of(after)
    return ends and not whole and _only_determiners(before[cut + 1 :], language)


def _is_list(text: str, span: Span, names: Sequence[Mention], language: str | None) -> bool:
    """Return whether a source is several names one after the other."""
    pairs = list(pairwise(names))
    if not pairs or words_of(text[span.begin : names[0].span.begin]):
        return False
    gaps = [text[a.span.end : b.span.begin].strip(" \u00a0»”\"'«“„") for a, b in pairs]
    return all(gap in COMMA or vocabulary.is_and(gap.strip(MARKS), language) for gap in gaps)


def _is_apposed(
    text: str, span: Span, one: Mention, inside: Sequence[Mention], language: str | None
) -> bool:
    """Return whether a source is this name, with an article at most, or says after a comma who
    that is, or has the name after one ("the owner, the Canadian Northvein")."""
    whole = span.begin <= one.span.begin and one.span.end >= _end(text, span)
    if one.type is MentionType.PLACE:
        return whole and not words_of(text[span.begin : one.span.begin])
    if _begins(text, one.span, span, language) or (
        whole and _only_determiners(text[span.begin : one.span.begin], language)
    ):
        return True
    before = text[span.begin : one.span.begin]
    if whole and _says_what(before, inside, one, language):
        return True
    cut = max(map(before.rfind, COMMA))
    alone = all(other is one or other.span.begin > one.span.begin for other in inside)
    return whole and cut > 0 and alone and not _has_name(before[cut:])


def _says_what(before: str, inside: Sequence[Mention], one: Mention, language: str | None) -> bool:
    """Return whether what stands before a name says what it is ("the tech giant Ondine") and not
    what of it is meant ("the board of Ondine")."""
    last = words_of(before)[-1].split("'")[-1].split("’")[-1]
    return (
        vocabulary.has_of(language)
        and inside[0] is one
        and not vocabulary.is_of(last, language)
        and not vocabulary.is_determiner(last, language)
        and not vocabulary.is_office(before, language)
        and not vocabulary.is_aide(before, language)
    )


def _has_name(words: str) -> bool:
    return len(words_of(words)) > 2 or any(word[0].isupper() for word in words_of(words))  # noqa: PLR2004


def _end(text: str, span: Span) -> int:
    return span.begin + len(span.of(text).rstrip(MARKS))


def _ends(text: str, name: Span, span: Span) -> bool:
    return not words_of(text[name.end : span.end])


def _begins(text: str, name: Span, span: Span, language: str | None) -> bool:
    after = text[name.end : span.end].lstrip("»”\"' \u00a0")
    return _only_determiners(text[span.begin : name.begin], language) and after.startswith(ASIDE)


def _only_determiners(text: str, language: str | None) -> bool:
    return all(
        vocabulary.is_determiner(word, language) or vocabulary.kind_of(word, language) == "title"
        for word in words_of(text)
    )


def words_of(text: str) -> list[str]:
    """Return the words of `text` without punctuation at their ends."""
    return [word for part in text.split() if (word := part.strip(MARKS))]


def untitled(name: str, language: str | None) -> str:
    """Return a person's name without how the person is addressed."""
    words = name.split()
    while len(words) > 1 and vocabulary.kind_of(words[0].strip(MARKS), language) == "title":
        del words[0]
    left = " ".join(words)
    suffixes = vocabulary.suffixes(language)
    return next((left[: -len(one)] for one in suffixes if left.endswith(one) and left != one), left)


def described(text: str, span: Span, language: str | None) -> str:
    """Return the words of a source without the articles before them."""
    words = vocabulary.without_preposition(" ".join(span.of(text).split()), language)
    return vocabulary.without_article(words, language)
