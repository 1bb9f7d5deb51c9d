"""What visitors send: a text to be read, or an article to be added where the server allows it."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import parse_qsl, quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from ondit.config import Service
from ondit.errors import OnditError, SourceError, UsageError
from ondit.records.outcome import Outcome
from ondit.show.record import to_line
from ondit.web.answer import JSON, answer
from ondit.web.desk import Desk
from ondit.web.holdings import Holdings
from ondit.web.template import render

FIELDS = ("text", "url", "title", "outlet", "published")
"""What the form asks for, by the names that a JSON record has for it."""

MOST_FIELDS = 20
FORM = "application/x-www-form-urlencoded"


class Sending:
    """The addresses that take something in."""

    def __init__(self, holdings: Holdings, service: Service) -> None:
        self._holdings, self._service = holdings, service
        self._desk = Desk(service)

    def routes(self) -> Iterator[BaseRoute]:
        """Yield the addresses; those for adding only where it is allowed."""
        yield Route("/read", self.read, methods=["POST"])
        if self._service.allow_adding:
            yield Route("/add.json", self.add, methods=["POST"])
            yield Route("/add", self.add_form, methods=["POST"])
            yield Route("/add", self.form)

    async def read(self, request: Request) -> Response:
        """Read the article in a JSON record, and keep nothing."""
        record = await self._record(request)
        reading = await self._desk.do(lambda: self._holdings.read(record))
        return answer(request, to_line(reading), JSON)

    async def add(self, request: Request) -> Response:
        """Add the article in a JSON record; who sends it shows the token as a bearer."""
        _, _, token = request.headers.get("authorization", "").partition("Bearer ")
        self._check(token)
        outcome = await self._add(await self._record(request))
        return answer(request, json.dumps(asdict(outcome), ensure_ascii=False), JSON)

    async def add_form(self, request: Request) -> Response:
        """Add the article in a form and show it, or the form again and why it was not added."""
        self._desk.admit(request)
        sent = await self._form(request)
        record = {name: sent[name] for name in FIELDS if sent.get(name, "").strip()}
        try:
            self._check(sent.get("token", ""))
            outcome = await self._add(record)
        except HTTPException as error:
            return self._page(record, error.detail, error.status_code)
        except (UsageError, SourceError) as error:
            return self._page(record, str(error), 422)
        return RedirectResponse(f"/article/{quote(outcome.id or '')}", 303)

    async def form(self, _: Request) -> Response:
        """Show the empty form."""
        return self._page({}, "", 200)

    def _page(self, given: dict[str, str], failed: str, status: int) -> Response:
        fields = {name: given.get(name, "") for name in FIELDS}
        page = render(
            "add.html", title="Add an article", given=fields, failed=failed, service=self._service
        )
        return Response(page, status, {"Cache-Control": "no-store"}, "text/html")

    def _check(self, token: str) -> None:
        wanted = self._service.token
        if wanted and not hmac.compare_digest(token.encode(), wanted.encode()):
            raise HTTPException(401, "The token is not right.", {"WWW-Authenticate": "Bearer"})

    async def _add(self, record: object) -> Outcome:
        outcome = await self._desk.do(lambda: self._holdings.add(record))
        if outcome.id is None:
            raise OnditError(outcome.message or "not added")
        return outcome

    async def _record(self, request: Request) -> object:
        _expect(request, JSON)
        self._desk.admit(request)
        try:
            return json.loads(await self._desk.body(request))
        except (ValueError, RecursionError) as error:
            raise UsageError("not JSON", "send a record with a text") from error

    async def _form(self, request: Request) -> dict[str, str]:
        _expect(request, FORM)
        data = await self._desk.body(request)
        try:
            return dict(parse_qsl(data.decode(), max_num_fields=MOST_FIELDS))
        except ValueError as error:
            raise UsageError("not a form", "send the one of this page") from error


def _expect(request: Request, media: str) -> None:
    """Raise HTTPException for another media type: browsers send some that others' pages chose."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != media:
        raise HTTPException(415, f"Send {media}.")
