"""`leerreis share`, `unshare` and `delete`: one change of one or more records."""

from __future__ import annotations

from typing import Final

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.wording import N_, Words

_ABOUT: Final = {
    "share": N_("Make records shareable: then they can be included in an export."),
    "unshare": N_("Make records private again. Copies that you handed over stay with the others."),
    "delete": N_("Delete records; leerreis undo brings them back."),
}


def _done(name: str, count: int, _: Words) -> str:
    if name == "share":
        return _.plural("{n} record is shareable now.", "{n} records are shareable now.", count)
    return _.plural("{n} record is private again.", "{n} records are private again.", count)


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
        count = len(ids) - len(stored.overruled)
        sentences = [_done(name, count, context.words)] if count else []
    for sentence in sentences:
        context.say(sentence)
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    return 0
