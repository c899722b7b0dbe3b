"""Base of dialogs answered in the user's own words, which are kept as a draft until they are stored."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.await_complete import AwaitComplete

from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.services import answer_drafts
from portfolio.tui.widgets.line_input import LineInput

_OVER_A_PLACE: Final = 2
"""Screens when a dialog is over the screen of a place."""


class WordsDialog(Dialog[str]):
    """Dialog that keeps the text of its box as a draft; dismissed with the answer, or None."""

    DEFAULT_CSS = """
    WordsDialog #question { margin: 0; }
    """

    def __init__(self, question: str, begins_with: str = "", *, keeps: bool = True) -> None:
        """`begins_with` is the stored text; `keeps` is False when the text needs no draft, such as a path."""
        super().__init__(question)
        self.begins_with, self._keeps = begins_with, keeps
        self._draft = ""
        """Name of the draft; empty until there is text to keep."""
        self.box = LineInput(id="words")
        """A field, so that its text can still be read while the screen is being taken down."""

    @property
    def typed(self) -> str:
        """The text in the box, without surrounding white space."""
        return self.box.text.strip()

    @on(LineInput.Changed)
    def gather(self) -> None:
        """Keep the text of the box, also when the message about the last letter is still on its way."""
        if not self._keeps or self.over or not self.is_mounted:
            return
        words = self.typed if self.typed != self.begins_with.strip() else ""
        if words or self._draft:
            self._draft = self._draft or answer_drafts.new_name()
            self.services.drafts.answers.type(self._draft, self._question, words, self.services.state.today)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Close. An answer stays a draft until it is stored; without an answer the draft is discarded."""
        self.gather()
        if self._draft and not self.over:
            if result is None:
                self.services.drafts.answers.leave(self._draft)
            else:
                self.services.drafts.answers.given(self._draft)
        if result is None and not self.over and len(self.app.screen_stack) == _OVER_A_PLACE:
            self.services.drafts.answers.leave_flow()
        return super().dismiss(result)
