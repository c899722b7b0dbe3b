"""`leerreis edit ID`: change fields from the line, or the whole record in your own editor."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.cli.fields import add_field_options, texts_of


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Save the fields that were given; a list is replaced whole, an empty text clears."""
    _ = context.words
    first = Parser("edit", _("Change a record; without a field it opens in your editor."))
    first.add_argument("id", metavar="ID", help=_("an id, its last six characters or more, or an exact title"))
    if not arguments or arguments[0].startswith("-"):
        first.parse_args(arguments)
    notebook = context.existing()
    record = notebook.record(notebook.find(arguments[0]))
    parser = Parser(f"edit {arguments[0]}", _("Change a record; without a field it opens in your editor."))
    add_field_options(parser, record.kind, arguments[1:], context.words)
    texts = texts_of(parser.parse_args(arguments[1:]), record.kind)
    drafting = notebook.drafting()
    if texts:
        drafting.edit_typed(record.id, record.kind, texts)
    else:
        from portfolio.cli.editor import edited

        changed = edited(record, context)
        if not changed:
            context.say(context.words("Nothing was changed."))
            return 0
        drafting.edit(record.id, record.kind, changed)
    for day in drafting.worked_out:
        context.say_day(day)
    stored = notebook.save(drafting)
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    return 0
