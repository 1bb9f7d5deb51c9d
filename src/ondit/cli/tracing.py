"""`ondit trace` and `ondit claims`: where claims come from and what became of them."""

from __future__ import annotations

from typing import IO

import click

from ondit.cli.options import archive, full, html, most
from ondit.cli.output import console, failing, prepare
from ondit.late import late
from ondit.records import Act
from ondit.records.archived import Selection
from ondit.records.travelled import Order


@click.command()
@click.argument("what", metavar="ID|URL|TEXT")
@archive
@full
@click.option("--why", is_flag=True, help="Show what each conclusion rests on.")
@click.option("--json", "form", flag_value="json", help="Write one JSON record a claim.")
@click.option("--dot", "form", flag_value="dot", help="Write a graph for Graphviz.")
@click.option("--graphml", "form", flag_value="graphml", help="Write a graph for Gephi or yEd.")
@html
def trace(
    what: str, *, archive: str, full: bool, why: bool, form: str | None, html: IO[str] | None
) -> None:
    """Show where claims come from: those of an article, or the one nearest to a text."""
    prepare(as_json=form is not None)
    with failing():
        found = late("ondit.pipeline.tracing", "trails")(archive, what)
        known = found.trails, found.documents
        places = late("ondit.pipeline.country", "countries")(*known)
        told = why or html
        reasons = late("ondit.pipeline.why", "matches")(*known) if told else None
        against, documents = {}, found.documents
        if told:
            against, documents = late("ondit.pipeline.dispute", "disputes")(archive, *known)
        if html:
            page = late("ondit.show.trails", "render")
            html.write(page(found.trails, documents, places, reasons, against))
        elif form == "json":
            for trail in found.trails:
                click.echo(late("ondit.show.trail", "trail_line")(trail, found.documents, reasons))
        elif form:
            drawn = late("ondit.show.graph", "graph")(*known, places)
            click.echo(late("ondit.show.graph", form)(drawn))
        else:
            tree = late("ondit.show.tree", "Tree")(
                console(), documents, places, full, reasons, against
            )
            tree.show_all(found.trails)


@click.command()
@archive
@click.option(
    "--by",
    "order",
    type=click.Choice([str(one) for one in Order]),
    default=str(Order.CARRIED),
    show_default=True,
    help="What comes first: what most articles carry, what stands on fewest named sources for "
    "all that carry it, or what was changed most.",
)
@click.option("--since", metavar="DATE", help="First told on this day (ISO 8601) or later.")
@most
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a claim.")
def claims(*, archive: str, order: str, since: str | None, limit: int, as_json: bool) -> None:
    """List the claims that several articles carry, with their origins."""
    prepare(as_json=as_json)
    with failing():
        ranked = Order(order)
        found = late("ondit.pipeline.tracing", "claims")(archive, limit, order=ranked, since=since)
        if as_json:
            for trail in found.trails:
                click.echo(late("ondit.show.trail", "trail_line")(trail, found.documents))
        else:
            late("ondit.show.trail", "show_claims")(console(), found.trails, found.documents)


@click.command()
@click.argument("name")
@click.option("--on", metavar="SUBJECT", help="Only what is about this, in any language.")
@archive
@click.option(
    "--act", type=click.Choice([one.value for one in Act]), help="Only what is done so with words."
)
@click.option("--since", metavar="DATE", help="Published on this day (ISO 8601) or later.")
@click.option("--until", metavar="DATE", help="Published on this day (ISO 8601) or before.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON record a line.")
def positions(
    name: str,
    *,
    on: str | None,
    archive: str,
    act: str | None,
    since: str | None,
    until: str | None,
    as_json: bool,
) -> None:
    """Show what NAME said, promised, refused, demanded over time, and who reports it.

    With conditions and deadlines, and where NAME turned from what it had said before.
    """
    prepare(as_json=as_json)
    with failing():
        asked = Selection(source=name, act=Act(act) if act else None, since=since, until=until)
        found = late("ondit.pipeline.stand", "stands")(archive, asked, on)
        if as_json:
            for one in found:
                click.echo(late("ondit.show.positions", "position_line")(one))
        else:
            late("ondit.show.positions", "show_positions")(console(), found)
