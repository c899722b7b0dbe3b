"""`leerreis list`: print records by date, then by the moment of writing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio.cli import output
from portfolio.cli.arguments import Arguments, Parser, add_filters
from portfolio.cli.context import Context
from portfolio.journey.search.filters import Filter
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record
from portfolio.records.templates import TEMPLATES


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the matching records, a line each or as JSON."""
    _ = context.words
    parser = Parser("list", _("What you wrote, by date."))
    parser.add_argument(
        "kind", nargs="?", metavar=_("KIND"), help=_("a kind or a template"), choices=[*TABLES, *TEMPLATES]
    )
    add_filters(parser, _)
    parser.add_argument("--tag", metavar=_("TAG"), help=_("with this tag"))
    parser.add_argument("--goal", metavar=_("GOAL"), help=_("linked to this learning goal"))
    parser.add_argument("--skill", metavar=_("SKILL"), help=_("linked to this skill"))
    parser.add_argument("--shareable", action="store_true", help=_("only what is shareable"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args([a.replace("-", "_") if a.replace("-", "_") in TEMPLATES else a for a in arguments])
    since, until = context.days(given.since, given.until)
    found = list(_found(given, since, until, context))
    if given.json:
        context.print(output.records_json(found))
    else:
        records = context.notebook.read.records
        context.print_lines(output.line(record, records, context.words) for record in found)
    return 0


def _found(given: Arguments, since: date | None, until: date | None, context: Context) -> Iterator[Record]:
    notebook = context.existing()
    kind, template = (given.kind, None) if given.kind in TABLES else ("reflection" if given.kind else None, given.kind)
    wanted = Filter(
        kind=kind,
        template=template,
        since=since,
        until=until,
        tag=given.tag,
        goal=notebook.read.find(given.goal, ("goal",)) if given.goal else None,
        skill=notebook.read.find(given.skill, ("skill",)) if given.skill else None,
        shareable=given.shareable,
    )
    return wanted.of(notebook.read.between(kind, since, until))
