"""`leerreis inbox`: what waits in the folder for notes from a phone, and taking it in."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.errors import PortfolioError
from portfolio.notebook import inbox, inbox_files
from portfolio.sanitise import clean_line
from portfolio.text import cut_at_word
from portfolio.wording.inbox import read_me, refused_line, taken_in
from portfolio.wording.names import kind_name

_WIDTH = 100
"""Characters of the first line of a note in the list."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print what waits, make the folder, or take in what is there."""
    _ = context.words
    about = _("Notes from your phone: text files in a folder beside your portfolio. Nothing is added unasked.")
    parser = Parser("inbox", about)
    parser.add_argument("--make", action="store_true", help=_("make the folder"))
    parser.add_argument("--take", action="store_true", help=_("add what waits to your portfolio; undo takes it back"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    parser.only_one_of("--make", "--take")
    given = parser.parse_args(arguments)
    if given.make:
        path = inbox_files.make(context.locations, _.language, read_me())
        context.print(output.as_text({"folder": path}) if given.json else clean_line(path))
        return 0
    if not inbox_files.folder_of(context.locations):
        raise PortfolioError(inbox.NO_INBOX)
    if given.take:
        return _take(context, as_json=given.json)
    found = inbox.look(context.notebook)
    if given.json:
        context.print(output.as_text(_as_json(found)))
        return 0
    kinds = [kind_name(note.item.kind, _) for note in found.waiting]
    context.print_lines(
        f"{note.item.day.isoformat()}  {kind}: {cut_at_word(clean_line(note.item.first_line), _WIDTH)}"
        for note, kind in zip(found.waiting, kinds, strict=True)
    )
    if not found.waiting:
        context.say(_("Nothing is waiting in your inbox."))
    _say_refused(found.refused, context)
    return 0


def _take(context: Context, *, as_json: bool) -> int:
    _ = context.words
    taken = inbox.take(context.notebook)
    ids = [note.id for note in taken.notes]
    if as_json:
        refused = [{"file": each.file, "reason": each.reason} for each in taken.refused]
        context.print(output.as_text({"ids": ids, "refused": refused, "in_file": taken.in_file}))
    else:
        context.print_lines(ids)
    context.say(taken_in(len(ids), _, in_file=taken.in_file))
    for notice in taken.stored.notices if taken.stored is not None else ():
        context.say(notice.sentence(_))
    _say_refused(taken.refused, context)
    return 0


def _say_refused(refused: tuple[inbox.Refused, ...], context: Context) -> None:
    for each in refused:
        context.say(refused_line(each.file, each.reason, context.words))


def _as_json(found: inbox.Inbox) -> dict[str, object]:
    return {
        "folder": found.folder,
        "waiting": [
            {
                "id": note.id,
                "file": note.file,
                "date": note.item.day.isoformat(),
                "kind": note.item.kind,
                "first_line": note.item.first_line,
            }
            for note in found.waiting
        ],
        "refused": [{"file": each.file, "reason": each.reason} for each in found.refused],
    }
