from ondit.read.candidate import joined


def test_a_condition_has_no_holes_and_no_crumbs() -> None:
    held = ((3, 5), (6, 8), (30, 31))
    assert joined(held) == ((3, 8),)
    assert joined(((4, 5),)) == ((4, 5),)
    assert joined(()) == ()
