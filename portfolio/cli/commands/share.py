"""`leerreis share`, `unshare` and `delete`: one change of one or more records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.cli.arguments import Parser
from portfolio.cli.awaited_yes import how_to_say_yes
from portfolio.cli.context import Context
from portfolio.present.shareable import now_shareable
from portfolio.records.record import Record
from portfolio.wording import N_, Words

_ABOUT: Final = {
    "share": N_("Make records shareable: then they can be included in an export."),
    "unshare": N_("Make records private again. Copies that you handed over stay with the others."),
    "delete": N_("Delete records; leerreis undo brings them back."),
}


def _done(name: str, records: Sequence[Record | None], _: Words) -> str:
    if name == "share":
        return now_shareable(records, _)
    return _.plural("{n} record is private again.", "{n} records are private again.", len(records))


def run(name: str, arguments: list[str], context: Context) -> int:
    """Change all of these records; none when one of them does not exist."""
    _ = context.words
    parser = Parser(name, _(_ABOUT[name]))
    parser.add_argument(
        "ids", nargs="+", metavar="ID", help=_("an id, its last six characters or more, or an exact title")
    )
    if name == "delete":
        about_parts = _("also delete what belongs to it: steps, measures, readings, ratings, agreements")
        parser.add_argument("--with-parts", action="store_true", help=about_parts)
        parser.add_argument("--keep-role", action="store_true", help=_("of a person: remove only the name"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    ids = [notebook.read.find(each) for each in given.ids]
    if name == "delete":
        from portfolio.cli.confirm_delete import delete

        stored, sentences = delete(notebook, ids, context.words, parts=given.with_parts, keep_role=given.keep_role)
    else:
        stored = notebook.write.set_shareable(ids, name == "share")
        changed = [notebook.read.records.get(each) for each in ids if each not in stored.overruled]
        sentences = [_done(name, changed, context.words)] if changed else []
        if name == "share":
            sentences += how_to_say_yes(changed, context.words)
    for sentence in sentences:
        context.say(sentence)
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    return 0
