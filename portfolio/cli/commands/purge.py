"""`leerreis purge ID...`: remove the content of records from every file of ours, for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context, WrongUse
from portfolio.notebook import Notebook
from portfolio.notebook.bin import deleted_records, find_to_purge, purged_in_words, records_in
from portfolio.present.titles import heading
from portfolio.records.collection import Records
from portfolio.wording import N_, Words

_NAMED: Final = 5
"""The most records that are named; any more are counted."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Purge these records: at a terminal after a question, elsewhere only with --yes, since it cannot be undone."""
    _ = context.words
    parser = Parser("purge", _("Take the words of records out of every file, for good; undo does not bring them back."))
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help=_("an id, its last six characters or more, or an exact title")
    )
    parser.add_argument("--older", action="store_true", help=_("what was deleted longer than thirty days ago"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))
    given = parser.parse_args(arguments)
    if bool(given.ids) is bool(given.older):
        raise WrongUse(N_("Name what to purge, or use --older."))
    notebook = context.existing()
    _ = context.words
    if given.older:
        ids = [each.record.id for each in deleted_records(notebook) if not each.left]
    else:
        ids = list(dict.fromkeys(find_to_purge(notebook, each) for each in given.ids))
    if not ids:
        context.say(_("Nothing was deleted longer than thirty days ago."))
        return 0
    named = _named(notebook, ids, _)
    if not given.yes and not context.streams.stdin.isatty():
        raise WrongUse(
            N_("Purging cannot be undone; to purge {records}, add --yes. Nothing was changed."), records=named
        )
    if not (given.yes or _agreed(named, len(ids), context)):
        context.say(_("Nothing was changed."))
        return 0
    purged = notebook.write.purge(ids)
    for sentence in purged_in_words(purged, len(ids), notebook.locations.data_file, _):
        context.say(sentence)
    return 1 if purged.left or not purged.saved.in_file else 0


def _named(notebook: Notebook, ids: Sequence[str], _: Words) -> str:
    """The records by their titles, in the bin or not; of many the first ones and the number of the others."""
    records = Records.of_all([*records_in(deleted_records(notebook)), *notebook.read.records])
    found = [(identity, records.get(identity)) for identity in ids[:_NAMED]]
    names = [f"“{heading(record, records, _)}”" if record else identity for identity, record in found]
    more = len(ids) - len(names)
    return ", ".join([*names, *([_.plural("and {n} more", "and {n} more", more)] if more else [])])


def _agreed(named: str, count: int, context: Context) -> bool:
    """Ask at the terminal whether to purge these records."""
    _ = context.words
    goes = _.plural(
        "{n} record goes for good; nothing brings it back:",
        "{n} records go for good; nothing brings them back:",
        count,
    )
    go_on = _("Type yes to continue:")
    return context.agreed(f"{goes} {named}. {go_on}")
