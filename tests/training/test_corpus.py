import pytest

from ondit.records import Act, Via
from training.corpus import HELD_OUT, SYNTHETIC, parse

ANNOTATED = (
    "<s1>Москва</s1> <c1>предупредила</c1>, что <q1>ответит <k1>в течение недели</k1></q1>.\n"
    "---\n1 | warn | Москва | office\n"
)


def test_tags_become_offsets_into_the_text_without_them() -> None:
    text, (gold,) = parse(ANNOTATED)
    assert text == "Москва предупредила, что ответит в течение недели."
    assert [text[b:e] for b, e in gold.source] == ["Москва"]
    assert [text[b:e] for b, e in gold.condition] == ["в течение недели"]
    assert (gold.act, gold.via, gold.who) == (Act.WARN, Via.OFFICE, "Москва")
    assert text[gold.anchor :].startswith("предупредила")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("no rule", "no '---' line"),
        ("<s1>A</s1>\n---\n1 | say | A | office\n", "without content"),
        ("<q1>A</s1>\n---\n1 | say | A | office\n", "closes nothing"),
        ("<q1>A\n---\n1 | say | A | office\n", "never closed"),
        ("<q1>A</q1>\n---\n2 | say | A | office\n", "tags and list differ"),
        ("<q1>A</q1>\n---\n1 | shout | A | office\n", "shout"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_the_reason(broken: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(broken)


@pytest.mark.parametrize("folder", sorted(SYNTHETIC.iterdir()), ids=lambda path: path.name)
def test_every_synthetic_text_is_well_formed(folder) -> None:
    for path in folder.glob("*.txt"):
        text, golds = parse(path.read_bytes().decode("utf-8"))
        for gold in golds:
            for begin, end in (*gold.source, *gold.cue, *gold.content, *gold.condition):
                piece = text[begin:end]
                assert piece == piece.strip(), f"{path}: {piece!r}"
                assert "\n" not in piece, f"{path}: {piece!r}"


def test_the_corpus_is_as_large_as_the_card_says() -> None:
    golds = [parse(path.read_bytes().decode("utf-8"))[1] for path in SYNTHETIC.glob("??/*.txt")]
    assert sum(map(len, golds)) >= 8000


def test_every_held_out_synthetic_text_exists() -> None:
    names = [name for name in HELD_OUT.read_text("utf-8").split() if name.startswith("synthetic")]
    assert len(names) > 50
    assert all((SYNTHETIC.parent / f"{name}.txt").exists() for name in names)
