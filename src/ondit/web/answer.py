"""What goes over the wire: a page, JSON or CSV, each with the name of its state (ETag)."""

from __future__ import annotations

import csv
import hashlib
import io

from starlette.requests import Request
from starlette.responses import Response

from ondit.web.view import Table

JSON = "application/json"
FORMULA = tuple("=+-@\t\r")
"""How a cell begins that spreadsheets would run (OWASP, CSV injection)."""


def answer(request: Request, body: str, media: str, status: int = 200) -> Response:
    """Return a response, or only that nothing changed if the client has this state already.

    Text that UTF-8 has no form for is replaced.
    """
    data = body.encode("utf-8", "replace")
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if status == 200 and etag in _known(request):  # noqa: PLR2004 - it is HTTP's OK
        return Response(status_code=304, headers=headers)
    return Response(data, status, headers, media)


def csv_of(table: Table) -> str:
    """Return a table as CSV (RFC 4180); a cell that spreadsheets would run begins with an
    apostrophe."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(table.header)
    writer.writerows(tuple(map(_cell, row)) for row in table.rows)
    return stream.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _known(request: Request) -> set[str]:
    given = request.headers.get("if-none-match", "")
    return {one.strip().removeprefix("W/") for one in given.split(",")}
