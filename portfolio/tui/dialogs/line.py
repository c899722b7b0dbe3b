"""One line about oneself: enter saves it. Escape loses nothing unasked."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.sanitise import on_one_line
from portfolio.text import wrap
from portfolio.tui.dialogs.choose import ChooseDialog
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines


class LineDialog(WordsDialog):
    """Dismissed with the words, empty for none; None when they stay as they were."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, label: str, text: str, *, keeps: bool = True) -> None:
        """`text` is what stands there now. It keeps no draft where no words are asked for, but a path."""
        super().__init__(label, on_one_line(text), keeps=keeps)
        self._label, self._text = label, on_one_line(text)

    def compose(self) -> ComposeResult:
        """The label above its box."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield self.box
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Fill in what stands there."""
        _, box = self.words, self.box
        width = min(60, self.app.size.width) - 8
        self.query_one("#question", Lines).show_all([(Span(line),) for line in wrap(self._label, width)])
        self.query_one("#hint", Lines).show_all([(Span(_("enter saves · esc back"), "muted"),)])
        box.load_text(self._text)
        box.move_cursor(box.document.end)
        self.set_focus(box)

    @on(LineInput.WentOn)
    def _accept(self) -> None:
        self.dismiss(self.typed if self.typed != self._text else None)

    def action_back(self) -> None:
        """Leave; what was typed is thrown away only when that is what someone wants."""
        if self.typed == self._text:
            self.dismiss(None)
            return
        _ = self.words
        answers = [("save", _("Save it")), ("on", _("Go on writing")), ("drop", _("Leave it as it was"))]
        self.app.push_screen(ChooseDialog(_("You changed something. What do you want?"), answers), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "save":
            self._accept()
        elif answer == "drop":
            self.dismiss(None)
