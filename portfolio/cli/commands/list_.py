"""`leerreis list`: print records, by default by date, then by the moment of writing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from portfolio.cli import output
from portfolio.cli.arguments import Arguments, OtherWords, Parser, add_filters
from portfolio.cli.context import Context
from portfolio.journey.facts.with_person import with_person
from portfolio.journey.search.filters import Filter
from portfolio.journey.search.order import ORDERS, ordered
from portfolio.present.titles import heading
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record
from portfolio.records.templates import TEMPLATES
from portfolio.wording import Words


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the matching records, a line each, as JSON, or as ids."""
    given = _parser(context.words).parse_args(arguments)
    since, until = context.days(given.since, given.until)
    found = _in_order(_found(given, since, until, context), given, context)
    if not found:
        context.say(context.words("There is no such record."))
    if given.json:
        context.print(output.records_json(found))
    elif given.ids:
        context.print_lines(record.id for record in found)
    else:
        records = context.notebook.read.records
        context.print_lines(output.line(record, records, context.words, due=given.sort == "due") for record in found)
    return 0


def _parser(_: Words) -> Parser:
    parser = Parser("list", _("What you wrote, a line each: day, short id, privacy, kind and title."))
    parser.add_argument(
        "kind",
        nargs="?",
        metavar=_("KIND"),
        help=_("a kind or a template"),
        choices=[*TABLES, *TEMPLATES],
        usual=_("all kinds"),
        other_words=OtherWords(_kind_named, _kind_meant),
    )
    add_filters(parser, _, _("the first day"), _("the last day"))
    parser.add_argument("--tag", metavar=_("TAG"), help=_("with this tag"), usual=_("any"))
    parser.add_argument("--goal", metavar=_("GOAL"), help=_("linked to this learning goal"), usual=_("any"))
    parser.add_argument("--skill", metavar=_("SKILL"), help=_("linked to this skill"), usual=_("any"))
    about_person = _("with or about this person: who said it, rated it, helps, was there, or agreed to it")
    parser.add_argument("--person", metavar=_("PERSON"), help=about_person, usual=_("any"))
    parser.add_argument("--shareable", action="store_true", help=_("only what is shareable"))
    parser.add_argument("--sort", choices=list(ORDERS), default="date", metavar=_("ORDER"), help=_("in which order"))
    parser.add_argument("--reverse", action="store_true", help=_("the other way round"))
    parser.add_argument(
        "--limit", type=int, low=1, metavar="N", help=_("only the first N of that order"), usual=_("all")
    )
    parser.add_argument("--ids", action="store_true", help=_("only the whole ids, a line each"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    parser.only_one_of("--ids", "--json")
    return parser


def _kind_named(word: str) -> str:
    from portfolio.journey.search.kind_named import kind_named

    return kind_named(word)


def _kind_meant(word: str) -> Sequence[str]:
    from portfolio.cli.kind_meant import kind_meant

    return kind_meant(word)


def _found(given: Arguments, since: date | None, until: date | None, context: Context) -> Iterable[Record]:
    read = context.existing().read
    kind, template = (given.kind, None) if given.kind in TABLES else ("reflection" if given.kind else None, given.kind)
    wanted = Filter(
        kind=kind,
        template=template,
        since=since,
        until=until,
        tag=given.tag,
        goal=read.find(given.goal, ("goal",)) if given.goal else None,
        skill=read.find(given.skill, ("skill",)) if given.skill else None,
        person=with_person(read.find(given.person, ("person",)), read.records) if given.person else None,
        shareable=given.shareable,
    )
    return wanted.of(read.between(kind, since, until))


def _in_order(found: Iterable[Record], given: Arguments, context: Context) -> Sequence[Record]:
    return ordered(found, given.sort, partial(_folded_title, context), reverse=given.reverse)[: given.limit]


def _folded_title(context: Context, record: Record) -> str:
    from portfolio.journey.fold import fold  # takes longer to import than a list by date takes

    return fold(heading(record, context.notebook.read.records, context.words))
