"""The reader with the weights of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.scoring import Tally, compare
from ondit.errors import WeightsError
from ondit.read.reader import WEIGHTS, Reader
from ondit.records import Act, Article, Attribution, Reading
from ondit.show.record import to_line
from training.corpus import HELD_OUT, SYNTHETIC, Text, parse

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "article.txt"
CHINESE = "据洛恩通讯社报道，外交部发言人警告说，任何外国军队入境都将被视为越过红线。"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


@pytest.fixture(scope="module")
def example(reader: Reader) -> Reading:
    return reader.read(Article(EXAMPLE.read_text("utf-8"), language="ru"))


def words(reading: Reading, one: Attribution) -> tuple[str, str]:
    text = reading.article.text
    parts = (" ".join(span.of(text) for span in spans) for spans in (one.source, one.content))
    source, content = parts
    return source, content


EXPECTED = [
    ("Sohu", "несмотря на участие высокопоставленных лиц", None),
    ("Канцелярия британского премьера Кира Стармера", "союзники готовы", None),
    ("союзники", "направить многонациональные силы", "Канцелярия"),
    ("NBC News", "не намерены направлять", None),
    ("Дональд Трамп", "не намерены направлять", "NBC News"),
    ("США", "направлять войска", "Дональд Трамп"),
    ("Лондон, Париж и Берлин", "отправку контингентов", None),
    ("Daily Telegraph", "Великобритания готова развернуть", None),
    ("Великобритания", "развернуть военных", "Daily Telegraph"),
    ("Секретарь Совета безопасности Беларуси", "настоящая цель", None),
    ("Москва", "пересечение «красной линии»", None),
]


@pytest.mark.parametrize(("source", "content", "parent"), EXPECTED)
def test_the_example_article_is_taken_apart(
    example: Reading, source: str, content: str, parent: str | None
) -> None:
    found = [
        one
        for one in example.attributions
        if source in words(example, one)[0] and content in words(example, one)[1]
    ]
    assert found
    above = example.chain(found[-1])[:-1]
    assert bool(above) == (parent is not None)
    assert parent is None or parent in words(example, above[-1])[0]


def test_a_result_depends_on_the_article_alone(reader: Reader) -> None:
    article = Article(CHINESE, language="zh")
    alone = to_line(Reader(threads=1).read(article))
    reader.read(Article("She said: “Nothing.” " * 40, language="en"))
    assert to_line(reader.read(article)) == alone
    assert to_line(Reader(threads=3).read(article)) == alone


def test_a_long_article_does_not_depend_on_threads() -> None:
    text = "\n\n".join(f"{i}. {EXAMPLE.read_text('utf-8')}" for i in range(3))
    one, two = (Reader(threads=n).read(Article(text, language="ru")) for n in (1, 2))
    assert len(one.attributions) > 20
    assert to_line(one) == to_line(two)


def test_chinese_chains_nest(reader: Reader) -> None:
    reading = reader.read(Article(CHINESE, language="zh"))
    inner = next(one for one in reading.attributions if one.act is Act.WARN)
    assert "发言人" in words(reading, inner)[0]
    assert inner.parent is not None


@pytest.mark.parametrize("text", ["", "\n", "1234", "?", "“", "a" * 3000, "م" * 500])
def test_texts_that_say_nothing_give_nothing(reader: Reader, text: str) -> None:
    assert reader.read(Article(text)).attributions == ()


@pytest.mark.parametrize("name", ["model.json", "vocabulary.model", "main.onnx", "words.npy"])
def test_damaged_weights_are_an_error_that_names_them(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    folder.mkdir()
    for path in WEIGHTS.iterdir():
        if path.name == name:
            (folder / name).write_bytes(path.read_bytes()[:40])
        else:
            (folder / path.name).symlink_to(path)
    with pytest.raises(WeightsError, match=str(folder)):
        Reader(weights=folder)


def test_no_weights_are_an_error() -> None:
    with pytest.raises(WeightsError, match="nowhere"):
        Reader(weights=Path("nowhere"))


def test_quality_holds_on_texts_that_were_never_trained_on(reader: Reader) -> None:
    """Floors a little under what was measured when the weights were made (see their card)."""
    total = Tally()
    names = [name for name in HELD_OUT.read_text("utf-8").split() if name.startswith("synthetic")]
    for name in names[::2]:
        path = SYNTHETIC.parent / f"{name}.txt"
        text, golds = parse(path.read_bytes().decode("utf-8"))
        language = path.parent.name
        reading = reader.read(Article(text, language=language))
        total.add(compare(reading, Text(name, language, "synthetic", text, golds)))
    row = total.row()
    assert row["f1"] > 0.75
    assert row["sourced"] > 0.65
    assert row["act"] > 0.75
    assert row["ece"] < 0.06
