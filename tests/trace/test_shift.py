"""What a retelling changed, seen in statements whose attributions are known."""

from ondit.records.trace import ShiftKind
from ondit.trace.model import models
from ondit.trace.sheet import sheet
from ondit.trace.shift import SEEN, shifts, turns
from ondit.trace.wordlist import rows
from tests.trace.samples import document


def told(annotated: str, language: str, acts: str = "say", names: tuple[str, ...] = ()):
    """Return the sheet of a text with one attribution."""
    text = f"{annotated}\n---\n1 | {acts} | x | named\n"
    return sheet(document(text, "claim", "Post", language, "2034-02-12T05:30:00Z", names))


def seen(parent, child) -> set[str]:
    found = turns(parent.profiles[0], child.profiles[0])
    return {name for name, one in found.items() if one.value > 0}


def kinds(parent, child) -> set[ShiftKind]:
    return {one.kind for one in shifts((parent, 0), (child, 0), models().shifts)}


def test_every_difference_belongs_to_a_kind_and_is_known_in_words() -> None:
    one = told("<s1>Lena Aspegren</s1> <c1>said</c1> <q1>the ship will sail</q1>.", "en")
    known = set(turns(one.profiles[0], one.profiles[0]))
    weighed = {name for names in SEEN.values() for name in names}
    assert weighed <= known
    assert {name for name, _ in rows("turns.tsv")} <= weighed


def test_a_statement_differs_in_nothing_from_itself() -> None:
    one = told(
        "<s1>Lena Aspegren</s1> <c1>said</c1> <q1>two tugs may pull off the ship by Friday</q1>.",
        "en",
    )
    assert seen(one, one) == set()
    assert kinds(one, one) == set()


CAUTIOUS = told(
    "<s1>Ruth Pennerack</s1> <c1>said</c1> <q1>the hull could break if the storm goes on</q1>.",
    "en",
)


def test_a_doubt_that_is_dropped_is_a_hedge() -> None:
    sure = told(
        "<s1>Ruth Pennerack</s1> <c1>sagte</c1>, <q1>der Rumpf werde brechen, wenn der Sturm"
        " anhält</q1>.",
        "de",
    )
    (found,) = shifts((CAUTIOUS, 0), (sure, 0), models().shifts)
    assert found.kind is ShiftKind.HEDGE
    assert found.words == "hedge: could -> nothing (put more surely)"
    assert found.before[0].of(CAUTIOUS.text) == "could"


def test_a_condition_that_is_dropped_is_seen() -> None:
    bare = told("<s1>Ruth Pennerack</s1> <c1>a dit</c1> que <q1>la coque peut céder</q1>.", "fr")
    assert ShiftKind.CONDITION in kinds(CAUTIOUS, bare)


def test_a_suggestion_that_became_a_demand_is_another_act() -> None:
    parent = told(
        "<s1>Silke Oswald</s1> <c1>suggested</c1> that <q1>the state take a tenth of it</q1>.",
        "en",
        "offer",
    )
    child = told(
        "<s1>Зильке Освальд</s1> <c1>потребовала</c1>, чтобы <q1>государство взяло десятую часть"
        " фирмы</q1>.",
        "ru",
        "demand",
    )
    (found,) = [
        one for one in shifts((parent, 0), (child, 0), models().shifts) if one.kind == "act"
    ]
    assert found.words == "act: suggested -> потребовала (said with another force)"


def test_another_deadline_is_a_condition_and_no_date() -> None:
    parent = told(
        "<s1>Marta Vilhena</s1> <c1>said</c1> <q1>the frigate will sail unless they apologise by"
        " 3 March</q1>.",
        "en",
    )
    child = told(
        "<s1>Marta Vilhena</s1> <c1>dijo</c1> que <q1>la fragata zarpará salvo que se disculpen"
        " antes del 9 de marzo</q1>.",
        "es",
    )
    assert "deadline" in seen(parent, child)
    assert "date" not in seen(parent, child)


def test_who_said_so_is_compared_by_what_they_are() -> None:
    parent, child = (
        told(f"<s1>{source}</s1> <c1>said</c1> <q1>the steam pipe was cracked</q1>.", "en")
        for source in ("Roman Dzelakov, head of the union,", "engineers at the plant")
    )
    assert "source_unlike" in seen(parent, child)


def test_the_same_person_in_another_script_is_no_other_source() -> None:
    parent = told("<s1>Roman Dzelakov</s1> <c1>said</c1> <q1>the pipe was cracked</q1>.", "en")
    child = told("<s1>Роман Дзелаков</s1> <c1>сказал</c1>, что <q1>труба треснула</q1>.", "ru")
    assert turns(parent.profiles[0], child.profiles[0])["source_unlike"].value == 0
