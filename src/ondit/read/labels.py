"""The labels of the model's heads, in the order in which it numbers them."""

from __future__ import annotations

from enum import IntEnum

from ondit.records import Act, MentionType, Via


class Role(IntEnum):
    """What a token is to an anchor; in the annotated corpus two roles never share a token."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


ACTS = tuple(Act)
VIAS = tuple(Via)
NAME_TAGS = ("O", *(f"{mark}-{kind}" for kind in MentionType for mark in "BI"))
