"""`leerreis edit ID`: change fields from the line, or the whole record in your own editor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.cli.fields import add_field_options, texts_of
from portfolio.errors import PortfolioError
from portfolio.notebook.unfinished import has_draft

if TYPE_CHECKING:
    from portfolio.capture.drafting import Drafting
    from portfolio.notebook import Stored
    from portfolio.records.record import Record


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Save the fields that were given; a list is replaced whole, an empty text clears."""
    _ = context.words
    first = Parser("edit", _("Change a record; without a field it opens in your editor."))
    first.add_argument("id", metavar="ID", help=_("an id, its last six characters or more, or an exact title"))
    if not arguments or arguments[0].startswith("-"):
        first.parse_args(arguments)
    notebook = context.existing()
    record = notebook.record(notebook.find(arguments[0]))
    if has_draft(context.locations, record.id):
        context.say(_("The app has an unsaved draft of this. It stays there; open it in the app to go on with it."))
    parser = Parser(f"edit {arguments[0]}", _("Change a record; without a field it opens in your editor."))
    add_field_options(parser, record.kind, arguments[1:], context.words)
    texts = texts_of(parser.parse_args(arguments[1:]), record.kind)
    drafting = notebook.drafting()
    if texts:
        drafting.edit_typed(record.id, record.kind, texts)
    else:
        return _in_editor(record, drafting, context)
    for day in drafting.worked_out:
        context.say_day(day)
    return _saved(notebook.save(drafting), context)


def _in_editor(record: Record, drafting: Drafting, context: Context) -> int:
    """What is refused is kept beside the drafts: nobody types a page twice."""
    from portfolio.cli.editor import edited

    notebook = context.notebook
    seen = notebook.seen(record.id)
    page = edited(record, context)
    if not page.changes:
        context.say(context.words("Nothing was changed."))
        return 0
    drafting.edit(record.id, record.kind, page.changes)
    try:
        return _saved(notebook.save(drafting, seen=seen), context)
    except PortfolioError:
        kept = keep_page(context.locations.drafts_folder, record.id, page.page)
        context.say(context.words("What you typed is kept in {path}.").format(path=kept))
        raise


def _saved(stored: Stored, context: Context) -> int:
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    return 0


def keep_page(folder: str, identity: str, page: str) -> str:
    """Write what could not be saved to a private file; its path."""
    from portfolio import atomic

    path = os.path.join(folder, f"edit-{identity[-8:]}.md")
    atomic.make_private_folder(folder)
    atomic.write(path, page.encode("utf-8", "replace"))
    return path
