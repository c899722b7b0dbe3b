"""Handing a document over: what is asked before it is saved, then where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.tui.export.confirm import ask_about_changed, ask_about_names
from portfolio.tui.export.save_dialog import SaveDialog

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.export.request import RequestWork
    from portfolio.tui.shell.screen import BaseScreen
    from portfolio.tui.widgets.rows import Rows


async def ask_and_save(screen: BaseScreen[None], work: RequestWork, rows: Rows, draft: ExportDraft) -> None:
    """Ask about names that are left and about what changed, then where to save the document.

    `rows` are the records of the document: the cursor goes to the one that the user wants to look at first.
    """
    names = await ask_about_names(screen, draft)
    if names == "look":
        await screen.run_action("leaks")
    if names != "as_is":
        return
    changed = await ask_about_changed(screen, draft)
    if changed == "look":
        rows.go_to(next(iter(draft.preview.changed)))
    elif changed == "stays":
        work.leave_out(draft.preview.changed)
    elif changed == "as_is":
        await screen.ask(SaveDialog(draft))
