"""Reads the header in which servers say what they send, and in which encoding."""

from __future__ import annotations


def media_type(header: str | None) -> str:
    """Return the type in a Content-Type header in small letters, without its parameters."""
    return (header or "").partition(";")[0].strip().lower()


def charset(header: str | None) -> str | None:
    """Return the encoding that a Content-Type header names, if it names one."""
    pairs = (part.partition("=") for part in (header or "").split(";")[1:])
    return next((v.strip(" \"'") for k, _, v in pairs if k.strip().lower() == "charset"), None)
