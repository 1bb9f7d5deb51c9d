"""The frame of a self-contained page: its style and script in it, and no other may run.

What stands in it comes as a tree of elements and never as strings, so that nothing in an article
can become markup.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from string import Template
from xml.etree.ElementTree import Element, tostring

from ondit.show.wording import clean

TEMPLATES = files("ondit.show") / "templates"


def framed(template: str, title: str, main: Element, styles: Iterable[str], script: str) -> str:
    """Return the page that the file `template` makes of a title and its main element.

    `styles` and `script` are the names of files; "" is no script.
    """
    style, code = "".join(map(_held, styles)), _held(script) if script else ""
    allowed = f"style-src '{_hash(style)}'; " + (f"script-src '{_hash(code)}'; " if code else "")
    return Template(_held(template)).substitute(
        title=_serialised(_titled(title)),
        policy=f"default-src 'none'; {allowed}base-uri 'none'; form-action 'none'",
        style=style,
        script=code,
        main=_serialised(main),
    )


def _held(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return the source expression that permits this inline content (CSP level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _serialised(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


def _titled(title: str) -> Element:
    element = Element("title")
    element.text = clean(title)
    return element
