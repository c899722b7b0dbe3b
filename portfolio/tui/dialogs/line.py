"""One line about oneself: enter saves it. Escape loses nothing unasked."""

from __future__ import annotations

from textual.app import ComposeResult

from portfolio.sanitise import on_one_line
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.shell.flow import flow
from portfolio.wording import N_


class LineDialog(WordsDialog):
    """Dismissed with the words, empty for none; None when they stay as they were."""

    HINT = N_("enter saves · esc back")
    EDGE = 8
    DEFAULT_CSS = """
    LineDialog #hint { margin: 0; }
    """

    def __init__(self, label: str, text: str, *, keeps: bool = True) -> None:
        """`text` is in the box at first. It keeps no draft where no words are asked for, but a path."""
        super().__init__(label, on_one_line(text), keeps=keeps)

    def body(self) -> ComposeResult:
        """The box."""
        yield self.box

    def fill_body(self) -> None:
        """Begin at the end of the text."""
        self.box.load_text(self.begins_with)
        self.box.move_cursor(self.box.document.end)

    def action_choose(self) -> None:
        """Take the words."""
        self.dismiss(self.typed if self.typed != self.begins_with else None)

    @flow
    async def action_cancel(self) -> None:
        """Leave; what was typed is dropped only when the user says so."""
        if self.typed == self.begins_with:
            self.dismiss(None)
            return
        _ = self.words
        answers = [("save", _("Save it")), ("on", _("Go on writing")), ("drop", _("Leave it as it was"))]
        answer = await self.choose(_("You changed something. What do you want?"), answers)
        if answer == "save":
            self.action_choose()
        elif answer == "drop":
            self.dismiss(None)
