"""All addresses of the service and what stands behind each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from ipaddress import ip_address
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ondit.config import Service
from ondit.errors import OnditError
from ondit.web.actor import actor
from ondit.web.answer import JSON, answer, csv_of
from ondit.web.article import article, versions
from ondit.web.articles import articles, front
from ondit.web.claim import claim, nearest
from ondit.web.claims import claims
from ondit.web.comparison import comparison
from ondit.web.failure import on_crash, on_error, on_refusal
from ondit.web.finding import findings
from ondit.web.guard import Guard
from ondit.web.holdings import Holdings
from ondit.web.openapi import openapi
from ondit.web.outlet import outlet
from ondit.web.sending import Sending
from ondit.web.source import source
from ondit.web.template import render
from ondit.web.timeline import timeline
from ondit.web.view import Tabular, View

Look = Callable[[Holdings, Mapping[str, str]], View]
STATIC = ("ondit.web", "static"), ("ondit.show", "templates")
"""Folders of scripts and styles; the marks in a text look as on the page of `ondit read`."""


class Place(NamedTuple):
    """An address, what is seen there, and the forms that there are of it beside the page."""

    path: str
    look: Look
    twins: tuple[str, ...] = (".json",)


FRONT = Place("/index", front)
"""Its page has the shortest address of all."""

PLACES = (
    Place("/articles", articles, (".json", ".csv")),
    Place("/search", findings, (".json", ".csv")),
    Place("/claims", claims, (".json", ".csv")),
    Place("/claim", nearest, (".json", ".csv")),
    Place("/claim/{id}", claim, (".json", ".csv")),
    Place("/article/{id}/versions", versions),
    Place("/article/{id}", article, (".json", ".csv")),
    Place("/source", source, (".json", ".csv")),
    Place("/actor", actor, (".json", ".csv")),
    Place("/timeline", timeline, (".json", ".csv")),
    Place("/compare", comparison, (".json", ".csv")),
    Place("/outlet", outlet, (".json", ".csv")),
)


def app(holdings: Holdings, service: Service) -> Starlette:
    """Return the service over an archive, to be run by an ASGI server."""
    made = Starlette(
        routes=[*_routes(), *_static(), *Sending(holdings, service).routes()],
        middleware=[
            Middleware(Guard),
            Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(service), www_redirect=False),
        ],
        exception_handlers={
            OnditError: on_error,
            HTTPException: on_refusal,
            Exception: on_crash,
        },
    )
    made.state.holdings, made.state.service = holdings, service
    return made


def is_private(host: str) -> bool:
    """Return whether an address is reached from this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _hosts(service: Service) -> list[str]:
    """Return the names under which we are asked: a stranger's page that has its own name lead
    to this machine must not read the archive."""
    if is_private(service.host):
        return ["127.0.0.1", "localhost", "[::1]", "::1", service.host]
    return ["*"]


def _routes() -> Iterator[BaseRoute]:
    yield Route("/", _endpoint(FRONT, ""))
    yield Route("/about", _about)
    yield Route("/openapi.json", _openapi)
    for place in (FRONT, *PLACES):
        # The twins first: an article's id would take in their endings.
        for form in (*place.twins, ""):
            yield Route(place.path + form, _endpoint(place, form))


def _static() -> Iterator[BaseRoute]:
    for package, folder in STATIC:
        name = package.rpartition(".")[2]
        directory = StaticFiles(directory=str(files(package) / folder))
        yield Mount(f"/static/{name}", directory)


def _about(request: Request) -> Response:
    page = render("about.html", title="How to read this", service=request.app.state.service)
    return answer(request, page, "text/html")


def _openapi(request: Request) -> Response:
    return answer(request, openapi(request.app.state.service), JSON)


def _endpoint(place: Place, form: str) -> Callable[[Request], Response]:
    """Return what answers for one form of a place. It looks into the archive, which blocks: it
    is no coroutine, so it runs on a thread."""

    def endpoint(request: Request) -> Response:
        state = request.app.state
        view = place.look(state.holdings, {**request.query_params, **request.path_params})
        if form == ".json":
            return answer(request, view.json(), JSON)
        if form == ".csv" and isinstance(view, Tabular):
            return answer(request, csv_of(view.table()), "text/csv")
        twins = tuple(_twin(request, one) for one in place.twins)
        page = render(
            view.template, view=view, title=view.title, service=state.service, twins=twins
        )
        return answer(request, page, "text/html")

    return endpoint


def _twin(request: Request, form: str) -> str:
    """Return the address of another form of the page that is asked for."""
    path = FRONT.path if request.url.path == "/" else request.url.path
    return request.url.replace(scheme="", netloc="", path=path + form).__str__()
