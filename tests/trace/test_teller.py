from ondit.trace.teller import tellers, voices
from tests.trace.samples import FIRST, SECOND, document

PROMISE = document(
    "<s1>Lawyer Edmund Sorley</s1> <c1>said</c1> that <q1><s2>the company</s2> <c2>would pay</c2>"
    " <q2>for the whole clean-up</q2></q1>.\n---\n"
    "1 | say | Edmund Sorley | named\n2 | commit | x | office\n",
    "pay pay",
    "Windward Mail",
    "en",
    "2034-02-13T09:00:00Z",
)


def test_outlets_are_no_tellers() -> None:
    (chain, *_) = [one for one in SECOND.reading.chains if one.links[-1].via == "named"]
    (teller,) = tellers(SECOND.reading, chain)
    assert [span.of(SECOND.reading.article.text) for span in teller.spans] == [
        "министра Лену Аспегрен"
    ]
    assert teller.roles == {"ministry"}


def test_who_is_called_by_a_pronoun_keeps_name_and_role() -> None:
    found = voices(FIRST.reading)
    assert len(found) == 2
    assert all(one.name.endswith("Lena Aspegren") for one in found)
    assert all(one.roles == {"ministry"} for one in found)


def test_a_promise_is_about_what_its_teller_does() -> None:
    does = {one.name.split()[-1]: one.does for one in voices(PROMISE.reading)}
    assert does == {"Sorley": False, "company": True}
