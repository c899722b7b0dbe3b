"""`leerreis undo` and `redo`: undo the last change or redo it, and name it."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.backups import merged_since, not_unmerged


def run(name: str, arguments: list[str], context: Context) -> int:
    """Undo or redo one change and say which."""
    _ = context.words
    Parser(name, _("Undo the last change.") if name == "undo" else _("Redo what you undid.")).parse_args(arguments)
    notebook = context.existing()
    merged = merged_since(notebook) if name == "undo" else None
    if merged is not None:
        context.say(not_unmerged(merged, context.words))
    done = notebook.write.undo() if name == "undo" else notebook.write.redo()
    context.say(done.sentence(context.words))
    for notice in done.notices:
        context.say(notice.sentence(context.words))
    return 0
