"""How it is said that something failed: one shape for programs (RFC 9457), one page for readers."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ondit.config import Service
from ondit.errors import OnditError, ReadingError, SourceError, UsageError
from ondit.web.guard import HEADERS
from ondit.web.template import render

PROBLEM = "application/problem+json"
FOR_PROGRAMS = (".json", ".csv")
STATUSES: dict[type[OnditError], HTTPStatus] = {
    UsageError: HTTPStatus.BAD_REQUEST,
    SourceError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ReadingError: HTTPStatus.UNPROCESSABLE_ENTITY,
}

_log = logging.getLogger("ondit.web")


async def on_error(request: Request, error: Exception) -> Response:
    """Answer for what Ondit could not do. What is wrong with the server its log says, not the
    answer."""
    status = next((one for kind, one in STATUSES.items() if isinstance(error, kind)), None)
    if status is not None:
        return problem(request, status, str(error))
    _log.error("%s", error)
    return problem(request, HTTPStatus.SERVICE_UNAVAILABLE, "It cannot be done now; see the log.")


async def on_refusal(request: Request, error: Exception) -> Response:
    """Answer for an address that there is none of, and for what is not allowed."""
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    detail = error.detail if error.detail != status.phrase else status.description
    found = problem(request, status, detail)
    found.headers.update(error.headers or {})
    return found


async def on_crash(request: Request, _: Exception) -> Response:
    """Answer for an error in Ondit itself; the log has it."""
    found = problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "An error in Ondit; see the log.")
    # This answer is made outside of what guards the others.
    found.headers.update(HEADERS)
    return found


def problem(request: Request, status: HTTPStatus, detail: str) -> Response:
    """Return what failed, as a page or for programs."""
    path = request.url.path
    if path.endswith(FOR_PROGRAMS) or path == "/read":
        found = {"title": status.phrase, "status": status.value, "detail": detail}
        return Response(json.dumps(found, ensure_ascii=False), status, media_type=PROBLEM)
    service: Service = request.app.state.service
    page = render("failure.html", title=status.phrase, detail=detail, service=service)
    return Response(page, status, media_type="text/html")
