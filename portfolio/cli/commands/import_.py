"""`leerreis import FILE|FOLDER`: notes of other programs become private notes; twice does no harm."""

from __future__ import annotations

import os
from typing import Final

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook import imports
from portfolio.sanitise import clean_line
from portfolio.text import cut_at_word

_FIRST: Final = 10
"""Notes and unread places that a preview shows."""
_WIDTH: Final = 80
"""Characters of a note in the preview."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Import, or show what importing would do."""
    _ = context.words
    about = _(
        "Notes that you wrote in jrnl, Day One, or a folder of Markdown files become private notes here. The source "
        "stays as it is, importing twice does no harm, and one undo takes it all back."
    )
    parser = Parser("import", about)
    parser.add_argument("path", metavar=_("PATH"), help=_("a file, or a folder of files"))
    parser.add_argument(
        "--from", dest="system", choices=imports.SYSTEMS, help=_("the program that wrote it"), usual=_("as it looks")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only show what is new, and import nothing"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    found = imports.find(os.path.abspath(os.path.expanduser(given.path)), given.system or "")
    wanted = imports.preview(context.notebook, found)
    stored = None if given.dry_run else imports.save(context.notebook, wanted)
    if given.json:
        context.print(output.as_text(_as_json(wanted)))
    elif given.dry_run:
        context.print_lines(
            f"{note.day.isoformat()}  {cut_at_word(clean_line(note.title or note.text), _WIDTH)}"
            for _id, note in wanted.new[:_FIRST]
        )
    else:
        context.print_lines(identity for identity, _note in wanted.new)
    _say(wanted, context, dry_run=given.dry_run)
    for notice in stored.notices if stored is not None else ():
        context.say(notice.sentence(_))
    return 0


def _say(wanted: imports.NewNotes, context: Context, *, dry_run: bool) -> None:
    """Say how many notes are new, there already, and unread, each unread one by its place."""
    _, new = context.words, len(wanted.new)
    if dry_run:
        said = [_.plural("{n} new note.", "{n} new notes.", new)]
    elif not new:
        said = [_("Nothing new was found.")]
    else:
        said = [_.plural("{n} note imported. Only you see it.", "{n} notes imported. Only you see them.", new)]
    if wanted.known:
        said.append(_.plural("{n} was here already.", "{n} were here already.", wanted.known))
    if wanted.unread:
        said.append(_.plural("{n} could not be read:", "{n} could not be read:", len(wanted.unread)))
    context.say(" ".join(said))
    for each in wanted.unread[:_FIRST]:
        context.say(f"  {clean_line(each.place)}: {_(each.reason)}")
    more = len(wanted.unread) - _FIRST
    if more > 0:
        context.say(_.plural("and {n} more", "and {n} more", more))


def _as_json(wanted: imports.NewNotes) -> dict[str, object]:
    return {
        "from": wanted.system,
        "new": [
            {"id": identity, "date": note.day.isoformat(), "title": note.title, "tags": list(note.tags)}
            for identity, note in wanted.new
        ],
        "known": wanted.known,
        "unread": [{"place": each.place, "reason": each.reason} for each in wanted.unread],
    }
