"""The one place that imports late, so that a command pays only for the libraries it uses."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """Return the function or class `name` of `module`, importing the module if nothing has yet."""
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found
