from ondit.show.branch import branches, walk
from ondit.show.ground import grounds
from tests.show.journeys import DOCUMENTS, MATCHES, TRAIL


def told() -> list[list[str]]:
    """Return the grounds of each carrier of the trail, in the order of its tree."""
    found = [one.branch for one in walk(branches(TRAIL, DOCUMENTS))]
    return [
        list(grounds(one, DOCUMENTS, MATCHES.get(one.ref))) for one in found if one.ref is not None
    ]


def test_an_origin_rests_on_its_source() -> None:
    assert told()[0] == [
        "origin: no other article leads here; source “Ruth Pennerack” [35, 49)",
    ]


def test_a_retelling_rests_on_the_words_of_both_articles() -> None:
    assert told()[1] == [
        (
            "shifted as its parent, p = 0.97, as both mean nearly the same (+2.1); "
            "against it: their numbers differ (-0.7)"
        ),
        "made from it, translated: “3000 Tonnen” [0, 11) from “300 tonnes” [0, 10)",
        "made from it, named: “Islander” [40, 48)",
        "number, p = 0.82: “300” [0, 3) became “3000” [0, 4)",
        "hedge, p = 0.60: “could” [18, 23) became nothing",
    ]


def test_stamps_that_do_not_tell_the_order_are_said() -> None:
    assert told()[2] == [
        "made from it, named: “Hafenbote” [39, 48)",
        "the stamps do not tell which was first",
        "unsourced, p = 0.50: read off who says it, not off words",
    ]


def test_an_origin_that_names_another_outlet_says_that_it_is_not_there() -> None:
    assert told()[3][0] == (
        "origin in the archive: what it names, Морской газеты, is not there; "
        "in the article's own voice"
    )
