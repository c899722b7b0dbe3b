"""`leerreis purge ID...`: the words of a record, out of every file of ours, for good."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context, WrongUse
from portfolio.notebook.bin import find_to_purge, lying, purged_in_words
from portfolio.wording import N_


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Purge these records; in a terminal after a question, since nothing brings them back."""
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
        ids = [each.record.id for each in lying(notebook) if not each.left]
    else:
        ids = list(dict.fromkeys(find_to_purge(notebook, each) for each in given.ids))
    if not ids:
        context.say(_("Nothing was deleted longer than thirty days ago."))
        return 0
    if not (given.yes or _agreed(len(ids), context)):
        context.say(_("Nothing was changed."))
        return 0
    purged = notebook.purge(ids)
    for sentence in purged_in_words(purged, len(ids), notebook.locations.data_file, _):
        context.say(sentence)
    return 1 if purged.left or not purged.saved.in_file else 0


def _agreed(count: int, context: Context) -> bool:
    """Whether the person at the terminal means it; a script said so by the command itself."""
    if not context.streams.stdin.isatty():
        return True
    _ = context.words
    question = _.plural(
        "{n} record goes for good; nothing brings it back. Type yes to go on:",
        "{n} records go for good; nothing brings them back. Type yes to go on:",
        count,
    )
    return context.agreed(question)
