from itertools import permutations

import pytest

from ondit.config import Settings
from ondit.errors import UsageError
from ondit.pipeline.difference import between, difference
from ondit.records import Document
from ondit.records.difference import Fate
from ondit.records.trace import Relation, ShiftKind
from ondit.store.archive import Archive
from ondit.trace.profile import profiles
from tests.trace.samples import FIRST, OTHER, SECOND, document

DENIAL = document(
    "<s1>Captain Ruth Pennerack</s1> <c1>denied</c1> that <q1>300 tonnes of oil could leak if the"
    " hull breaks</q1>. <s2>She</s2> <c2>said</c2> <q2>two tugs would pull the ship off on"
    " Thursday</q2>.\n---\n1 | deny | Ruth Pennerack | named\n2 | say | Ruth Pennerack | named\n",
    "oil tugs",
    "Windward Mail",
    "en",
    "2034-02-13T09:00:00Z",
)


def fates(one: Document, other: Document) -> list[tuple[Fate, str, str]]:
    """Return what became of which words in which."""

    def begun(document: Document, place: int) -> str:
        return document.statements[place].of(document.reading.article.text)[:20]

    return [
        (
            pair.fate,
            begun(one, pair.before.place) if pair.before else "",
            begun(other, pair.after.place) if pair.after else "",
        )
        for pair in between(one, other).pairs
    ]


def test_a_retelling_keeps_and_changes_what_it_was_made_from() -> None:
    (oil, tugs) = between(FIRST, SECOND).pairs
    assert oil.fate is Fate.CHANGED
    assert ShiftKind.NUMBER in [shift.kind for shift in oil.shifts]
    assert oil.match
    assert oil.match.relation is Relation.SHIFTED
    assert (tugs.fate, tugs.shifts) == (Fate.KEPT, ())
    relay = between(FIRST, SECOND).relay
    assert relay
    assert relay.parent == FIRST.reading.article.id


def test_a_denial_is_neither_kept_nor_new() -> None:
    assert (Fate.DISPUTED, "about 300 tonnes of ", "300 tonnes of oil co") in fates(FIRST, DENIAL)


def test_what_only_one_article_has_is_dropped_or_added() -> None:
    assert fates(FIRST, OTHER) == [
        (Fate.ADDED, "", "der Stürmer habe in "),
        (Fate.DROPPED, "about 300 tonnes of ", ""),
        (Fate.DROPPED, "two tugs would try t", ""),
    ]
    assert between(FIRST, OTHER).relay is None


@pytest.mark.parametrize(("one", "other"), list(permutations((FIRST, SECOND, DENIAL, OTHER), 2)))
def test_every_statement_of_both_is_there_once(one: Document, other: Document) -> None:
    pairs = between(one, other).pairs
    for its, found in (
        (one, [pair.before for pair in pairs if pair.before]),
        (other, [pair.after for pair in pairs if pair.after]),
    ):
        assert len(found) == len(set(found))
        assert {ref.place for ref in found} == {profile.place for profile in profiles(its)}


def test_articles_are_found_by_id_and_url_and_what_is_neither_is_said(tmp_path) -> None:
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        one = archive.add(FIRST, "first").id
        other = archive.add(OTHER, "other").id
    assert one
    assert other
    found = difference(str(path), one, other, Settings())
    assert found.one.reading == FIRST.reading
    with pytest.raises(UsageError, match="have the same text"):
        difference(str(path), one, one, Settings())
    with pytest.raises(UsageError, match="no such article in the archive, and no such file"):
        difference(str(path), one, "feedface", Settings())
    with pytest.raises(UsageError, match="feedface: no such article"):
        difference(str(tmp_path / "none.db"), "feedface", one, Settings())
