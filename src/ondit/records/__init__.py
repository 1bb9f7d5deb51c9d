"""The value types that pass between the stages, so that no stage needs to know another.

All offsets are `[begin, end)` in characters (Unicode code points) of `Article.text`.
"""

from ondit.records.article import Article, Span, wording
from ondit.records.attribution import Act, Attribution, Coreference, Form, Mention, MentionType, Via
from ondit.records.chain import Chain, Credit, CreditKind, Link, LinkKind, Standing
from ondit.records.document import Document, Statement
from ondit.records.entity import Entity, EntityForm, EntityKind, NameForm, Naming, Rule
from ondit.records.reading import Reading
from ondit.records.timex import Timex, TimexKind

__all__ = [
    "Act",
    "Article",
    "Attribution",
    "Chain",
    "Coreference",
    "Credit",
    "CreditKind",
    "Document",
    "Entity",
    "EntityForm",
    "EntityKind",
    "Form",
    "Link",
    "LinkKind",
    "Mention",
    "MentionType",
    "NameForm",
    "Naming",
    "Reading",
    "Rule",
    "Span",
    "Standing",
    "Statement",
    "Timex",
    "TimexKind",
    "Via",
    "wording",
]
