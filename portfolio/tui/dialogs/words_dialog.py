"""A question that is answered with words of one's own: no signal and no crash takes them, typed or just given."""

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
    """Keeps what is in its box as a draft. It is dismissed with the answer, or None when there is none."""

    DEFAULT_CSS = """
    WordsDialog #question { margin: 0; }
    """

    def __init__(self, question: str, begins_with: str = "", *, keeps: bool = True) -> None:
        """The box `begins_with` words that are stored already. It keeps nothing where no words are asked for."""
        super().__init__(question)
        self.begins_with, self._keeps = begins_with, keeps
        self._draft = ""
        """The name of the draft, once there was something to keep."""
        self.box = LineInput(id="words")
        """What it holds can be read also when the screen is being taken down around it."""

    @property
    def typed(self) -> str:
        """What the box holds."""
        return self.box.text.strip()

    @on(LineInput.Changed)
    def gather(self) -> None:
        """Keep what the box holds: the message that tells of the last letter may still be on its way."""
        if not self._keeps or self.over or not self.is_mounted:
            return
        words = self.typed if self.typed != self.begins_with.strip() else ""
        if words or self._draft:
            self._draft = self._draft or answer_drafts.new_name()
            self.services.drafts.answers.type(self._draft, self._question, words, self.services.state.today)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Close: an answer is kept until it is stored; without one nothing is."""
        self.gather()
        if self._draft and not self.over:
            if result is None:
                self.services.drafts.answers.leave(self._draft)
            else:
                self.services.drafts.answers.given(self._draft)
        if result is None and not self.over and len(self.app.screen_stack) == _OVER_A_PLACE:
            self.services.drafts.answers.leave_flow()
        return super().dismiss(result)
