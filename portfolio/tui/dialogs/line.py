"""Dialog for one line about the user. Enter saves it; Escape asks before it discards changes."""

from __future__ import annotations

from textual.app import ComposeResult

from portfolio.sanitise import on_one_line
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.shell.flow import flow
from portfolio.wording import N_


class LineDialog(WordsDialog):
    """Dismissed with the new text, which may be empty; None when it did not change."""

    HINT = N_("enter saves · esc back")
    EDGE = 8
    DEFAULT_CSS = """
    LineDialog #hint { margin: 0; }
    """

    def __init__(self, label: str, text: str, *, keeps: bool = True) -> None:
        """`text` is the initial text; `keeps` is False for a path, which needs no draft."""
        super().__init__(label, on_one_line(text), keeps=keeps)

    def body(self) -> ComposeResult:
        """Lay out the box."""
        yield self.box

    def fill_body(self) -> None:
        """Fill the box and put the cursor at the end."""
        self.box.load_text(self.begins_with)
        self.box.move_cursor(self.box.document.end)

    def action_choose(self) -> None:
        """Dismiss with the text when it changed."""
        self.dismiss(self.typed if self.typed != self.begins_with else None)

    @flow
    async def action_cancel(self) -> None:
        """Close; after a change, ask what to do with it."""
        if self.typed == self.begins_with:
            self.dismiss(None)
            return
        _ = self.words
        answers = [("save", _("Save")), ("on", _("Go on writing")), ("drop", _("Leave it as it was"))]
        answer = await self.choose(_("You changed something. What do you want?"), answers)
        if answer == "save":
            self.action_choose()
        elif answer == "drop":
            self.dismiss(None)
