from itertools import permutations

import pytest

from ondit.records import Document
from ondit.trace.tracer import trace
from tests.trace.book import Book
from tests.trace.samples import FIRST, OTHER, SECOND
from tests.trace.test_relation import DENIAL

Documents = tuple[Document, ...]

ALL = (FIRST, SECOND, OTHER, DENIAL)


def same(book: Book, documents: Documents) -> None:
    found = trace(documents)
    assert book.relays == found.relays
    assert book.told == found.trails


@pytest.mark.parametrize("order", list(permutations(ALL)))
def test_one_by_one_in_any_order_is_all_at_once(order: Documents) -> None:
    book = Book()
    for number, one in enumerate(order, 1):
        book.add([one])
        same(book, order[:number])


@pytest.mark.parametrize("order", list(permutations(ALL)))
def test_what_goes_leaves_what_would_be_there_without_it(order: Documents) -> None:
    book = Book()
    book.add(ALL)
    for number, one in enumerate(order, 1):
        book.remove([one.reading.article.id])
        same(book, order[number:])
