"""`leerreis bin`: list what was deleted in the last thirty days, and restore it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.bin import Binned, bring_back, days_left, deleted_records, find, together
from portfolio.present.titles import heading, kind_word
from portfolio.records.identity import SHOWN

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.wording import Words

_HEADING = 100  # characters of a heading in a line


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print what is in the bin, or take these records out of it."""
    _ = context.words
    parser = Parser("bin", _("What you deleted: it stays here for thirty days, and you can restore it."))
    parser.add_argument(
        "--restore",
        nargs="+",
        metavar="ID",
        help=_("bring these back, with what was deleted together with them"),
        usual=_("none"),
    )
    parser.add_argument("--all", action="store_true", help=_("also what was deleted longer ago"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    if given.restore:
        return _bring_back(given.restore, context)
    found = deleted_records(notebook)
    shown = [each for each in found if given.all or each.left]
    if given.json:
        context.print(output.as_text([_as_json(each, notebook, context.words) for each in shown]))
    else:
        context.print_lines(_line(each, notebook, context.words) for each in shown)
        if not shown:
            context.say(context.words("The bin is empty."))
    _say_how_many_more(len(found) - len(shown), context)
    return 0


def _say_how_many_more(count: int, context: Context) -> None:
    _ = context.words
    if count:
        context.say(
            _.plural(
                "{n} record was deleted longer than thirty days ago; see: leerreis bin --all",
                "{n} records were deleted longer than thirty days ago; see: leerreis bin --all",
                count,
            )
        )


def _bring_back(names: Sequence[str], context: Context) -> int:
    notebook = context.notebook
    before = len(deleted_records(notebook))
    stored = bring_back(notebook, [find(notebook, each) for each in names])
    count = before - len(deleted_records(notebook))
    context.say(context.words.plural("{n} record is back.", "{n} records are back.", count))
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    return 0


def _line(each: Binned, notebook: Notebook, _: Words) -> str:
    """The day it was deleted, its id, days left, kind and title."""
    called = heading(each.record, notebook.read.records, _)
    cut = called if len(called) <= _HEADING else f"{called[: _HEADING - 1]}…"
    day, identity = each.deleted.astimezone().date().isoformat(), each.record.id[-SHOWN:]
    return f"{day}  {identity}  {days_left(each, _):<16}  {kind_word(each.record, _)}: {cut}"


def _as_json(each: Binned, notebook: Notebook, _: Words) -> dict[str, object]:
    from portfolio.records.decode import instant

    return {
        "id": each.record.id,
        "kind": each.record.kind,
        "title": heading(each.record, notebook.read.records, _),
        "deleted": instant(each.deleted),
        "days_left": each.left,
        "together": [other.record.id for other in together(deleted_records(notebook), (each.record.id,))],
    }
