"""`leerreis backups`: list the backups on this computer. `leerreis restore BACKUP`: restore one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.backups import Backup, backups, find, go_back, plan
from portfolio.wording.copies import size_in_words, why_in_words
from portfolio.wording.dates import moment

if TYPE_CHECKING:
    from portfolio.notebook.backups import RestorePlan
    from portfolio.wording import Words

_RECORDS: Final = 13  # columns for the number of records


def run(name: str, arguments: list[str], context: Context) -> int:
    """List the backups, or restore one."""
    return _list(arguments, context) if name == "backups" else _restore(arguments, context)


def _list(arguments: list[str], context: Context) -> int:
    _ = context.words
    parser = Parser("backups", _("Backups on this computer: of the last saves, days and months."))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    found = backups(context.existing())
    if given.json:
        context.print(output.as_text([_as_json(each) for each in found]))
    else:
        context.print_lines(_line(each, context.words) for each in found)
        if not found:
            context.say(context.words("There is no backup yet; every save makes one."))
    return 0


def _restore(arguments: list[str], context: Context) -> int:
    _ = context.words
    parser = Parser("restore", _("Restore what a backup says; you can undo it."))
    parser.add_argument("backup", metavar="BACKUP", help=_("the name of a backup, or its beginning; see: backups"))
    parser.add_argument("--exact", action="store_true", help=_("what was added since goes to the bin"))
    parser.add_argument("--dry-run", action="store_true", help=_("only show what would change"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    _ = context.words
    snapshot = find(notebook, given.backup)
    if given.dry_run:
        made = plan(notebook, snapshot, exact=given.exact)
        context.print_lines(made.sentences(_))
        context.print_lines(_changes(made, context))
        return 0
    made, stored = go_back(notebook, snapshot, exact=given.exact)
    if made.operations:
        context.say(_("Back to the backup of {when}.").format(when=moment(made.at, _)))
    for sentence in made.sentences(_):
        context.say(sentence)
    if made.operations:
        context.say(_("To undo all of this: leerreis undo"))
    for notice in stored.notices:
        context.say(notice.sentence(_))
    return 0


def _changes(made: RestorePlan, context: Context) -> list[str]:
    records, _ = context.notebook.read.records, context.words
    return [f"  {change.sentence(records, _)}" for change in made.changes]


def _line(each: Backup, _: Words) -> str:
    """Its name, when it was made, the number of its records, its size and the reason it was made."""
    snapshot = each.snapshot
    records = _("cannot be read") if each.records is None else _.plural("{n} record", "{n} records", each.records)
    when, size = moment(snapshot.at, _), size_in_words(snapshot.size, _)
    return f"{snapshot.id}  {when:>17}  {records:<{_RECORDS}}  {size:>7}  {why_in_words(snapshot.why, _)}"


def _as_json(each: Backup) -> dict[str, object]:
    from portfolio.records.decode import instant

    snapshot = each.snapshot
    return {
        "id": snapshot.id,
        "made": instant(snapshot.at),
        "why": snapshot.why,
        "records": each.records,
        "bytes": snapshot.size,
    }
