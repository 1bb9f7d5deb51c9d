"""The words that stand beside names in sources, or instead of them, in every language.

Pronouns, articles, nouns that say what a name is, and those who speak for others: each is a file
of words, and what is asked of them is asked here.
"""

from __future__ import annotations

from functools import cache

from ondit.resolve.inflection import without_particle
from ondit.resolve.wordlist import rows

NO_BLANKS = frozenset({"ja", "zh"})
"""Languages that write no blanks, so that a word may be any part of what stands there."""

COMPOUND = 5
"""Letters from which a noun is also looked for within a word ("Satireportal")."""

WRITTEN_ON = "-"
"""At the end of a determiner: it is written to the noun."""


@cache
def pronouns(language: str | None) -> dict[str, frozenset[str]]:
    """Return the pronouns of a language and what each may point at (`pronouns.tsv`)."""
    found: dict[str, frozenset[str]] = {}
    for kind, words in _of("pronouns.tsv", language):
        for word in words:
            found[word] = found.get(word, frozenset()) | {kind}
    return found


def pointing(words: str, language: str | None) -> frozenset[str]:
    """Return what `words` may point at if they are a pronoun alone, else nothing."""
    return pronouns(language).get(words.casefold().strip(" '’"), frozenset())


def without_article(words: str, language: str | None) -> str:
    """Return `words` without the articles in front of them."""
    return words[_length(words, "article", language) :]


def without_preposition(words: str, language: str | None) -> str:
    """Return `words` without the preposition in front of them ("among diplomats")."""
    return words[_length(words, "before", language) :]


def is_determiner(word: str, language: str | None) -> bool:
    """Return whether `word` is an article or demonstrative that is written apart."""
    known = (*_determiners("article", language), *_determiners("this", language))
    return word.casefold() in known


def is_and(word: str, language: str | None) -> bool:
    """Return whether `word` joins the last two of a list."""
    return word.casefold() in _determiners("and", language)


def is_of(word: str, language: str | None) -> bool:
    """Return whether `word` stands before a name that says whose or where something is."""
    known = (*_determiners("of", language), *_determiners("before", language))
    return word.casefold() in known


def has_of(language: str | None) -> bool:
    """Return whether a language says with a word, not with a case, whose something is."""
    return bool(_determiners("of", language))


def written_on(word: str, language: str | None) -> int:
    """Return how many characters of `word` are an article that is written to it."""
    found = (one[:-1] for one in _determiners("article", language) if one.endswith(WRITTEN_ON))
    return next((len(one) for one in found if word.startswith(one) and len(word) > len(one) + 1), 0)


def without_determiner(words: str, language: str | None) -> str:
    """Return `words` without the articles and demonstratives in front of them."""
    begin = _length(words, "article", language)
    return words[begin + _length(words[begin:], "this", language) :]


def points_back(words: str, language: str | None) -> bool:
    """Return whether `words` describe somebody who was described before ("this official")."""
    last = words.casefold().split()[-1:]
    return bool(_length(words, "this", language)) or last == ["tersebut"]


def _length(words: str, kind: str, language: str | None) -> int:
    """Return how many characters of `words` are determiners of this kind in front of a noun."""
    text = words.casefold()
    for one in _determiners(kind, language):
        written = one.removesuffix(WRITTEN_ON)
        if one != written and kind == "article":
            continue
        on = one != written or language in NO_BLANKS or written[-1] in "'’"
        begin = written if on else written + " "
        if text.startswith(begin) and len(text) > len(begin) + 1:
            return len(begin)
    return 0


@cache
def _determiners(kind: str, language: str | None) -> tuple[str, ...]:
    """Return the determiners of a kind, the longest first."""
    found = [
        word for one, words in _of("determiners.tsv", language) if one == kind for word in words
    ]
    return tuple(sorted(found, key=len, reverse=True))


def kind_of(word: str, language: str | None) -> str | None:
    """Return what the noun `word` says a name beside it is, by `kinds.tsv`, or None."""
    return next(
        (kind for kind, words in _of("kinds.tsv", language) if _is(word, words, kind, language)),
        None,
    )


def suffixes(language: str | None) -> tuple[str, ...]:
    """Return how a person is addressed at the end of a name, in languages without blanks."""
    if language not in NO_BLANKS:
        return ()
    return next((words for kind, words in _of("kinds.tsv", language) if kind == "title"), ())


def _is(word: str, words: tuple[str, ...], kind: str, language: str | None) -> bool:
    if language in NO_BLANKS:
        return any(one in word for one in words)
    forms = (word.casefold(), *without_particle(word.casefold(), language or ""))
    if kind == "title":
        return any(form.rstrip(".") in words for form in forms)
    return any(
        form.startswith(words) or any(one in form for one in words if len(one) >= COMPOUND)
        for form in forms
    )


def is_office(words: str, language: str | None) -> bool:
    """Return whether `words` name those who work for somebody and never that person."""
    return not is_aide(words, language) and any(
        word.startswith(offices) or (language in NO_BLANKS and any(one in word for one in offices))
        for kind, offices in _of("deputies.tsv", language)
        if kind == "office"
        for word in words.casefold().split()
    )


def is_aide(words: str, language: str | None) -> bool:
    """Return whether `words` name somebody who speaks for another ("spokeswoman", "lawyer")."""
    text = words.casefold()
    return any(
        one in text
        for kind, aides in _of("deputies.tsv", language)
        if kind == "aide"
        for one in aides
    )


@cache
def _of(name: str, language: str | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the rows of a language as kind and words; those of all if it is not known."""
    known = {row[0] for row in rows(name)}
    return tuple(
        (kind, tuple(word.replace("_", " ") for word in words.split()))
        for one, kind, words in rows(name)
        if one == language or language not in known
    )
