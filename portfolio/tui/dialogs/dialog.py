"""Base of every dialog: a frame over a place, with a question, an input and a hint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Final, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from portfolio.text import wrap, wrap_parts
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows
from portfolio.wording import N_

Result = TypeVar("Result")
_AIRY: Final = 24
"""Rows from which a frame has a blank line at its top and bottom."""


class Dialog(ModalScreen[Result], OwnScreen[Result]):
    """Dialog, dismissed with an answer, or with None by Escape.

    A subclass yields its widgets in `body`, fills them in `fill_body` and takes the answer in `action_choose`. The
    first widget that can have the focus gets it.
    """

    QUESTION: ClassVar[str] = ""
    """Message id of a fixed question."""
    BOLD: ClassVar[bool] = False
    """Whether the question is bold."""
    HINT: ClassVar[str] = N_("enter chooses · esc back")
    """Message id of the hint."""
    WIDTH: ClassVar[int] = 60
    """Width of the frame in cells."""
    EDGE: ClassVar[int] = 6
    """Cells of the width that text cannot use: the frame and any padding."""
    AROUND: ClassVar[int] = 10
    """Rows of the screen taken by everything except the list."""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_AIRY, "-airy")]  # noqa: RUF012 - Textual declares it so
    FRAME: ClassVar[str] = "framed"
    """CSS class of the box; empty to draw no frame."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "cancel", show=False),
        Binding("f9", "app.hide", show=False, id="hide"),
    ]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical { max-width: 100%; height: auto; max-height: 100%; background: $background; }
    Dialog > .framed { border: round $accent; padding: 1 2; }
    Dialog.-low > .framed { padding: 0 2; }
    Dialog Lines { height: auto; padding: 0; }
    Dialog Rows { height: 1fr; padding: 0; }
    Dialog #question { margin: 0 0 1 0; }
    Dialog #hint { margin: 1 0 0 0; }
    """

    def __init__(self, question: str = "") -> None:
        """`question` is the text of a question that varies."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Lay out the question, the body and the hint."""
        with Vertical(classes=self.FRAME):
            yield Lines(id="question", can_focus=False)
            yield from self.body()
            yield Lines(id="hint", can_focus=False)

    def body(self) -> ComposeResult:
        """Yield the widgets between the question and the hint."""
        yield Rows()

    def fill_body(self) -> None:
        """Fill the widgets of the body, once."""

    def on_mount(self) -> None:
        """Show everything and focus the first box or list."""
        self.query_one(Vertical).styles.width = self.WIDTH
        self.fill_body()
        self.lay_out()
        self.set_focus(next(iter(self.focus_chain), None))

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self.lay_out()

    def lay_out(self) -> None:
        """Show the texts for the current width and input."""
        self.query_one("#question", Lines).show_all(self.question_lines())
        self.show_hint()

    @property
    def room(self) -> int:
        """Cells available for a line of text."""
        return min(self.WIDTH, self.app.size.width) - self.EDGE

    def wrapped(self, text: str, role: str = "text", *, bold: bool = False) -> list[Line]:
        """Wrap a text to the width of the dialog; an empty text gives no lines."""
        return [(Span(line, role, bold),) for line in wrap(text, self.room)] if text else []

    def hinted(self, keys: str) -> list[Line]:
        """Wrap a line of keys between them, so that none is on another line than what it does."""
        return [(Span(line, "muted"),) for line in wrap_parts(keys, self.room)] if keys else []

    def question_lines(self) -> list[Line]:
        """Return the lines of the question."""
        return self.wrapped(self._question or self.words(self.QUESTION), bold=self.BOLD)

    def hint_lines(self) -> Sequence[Line]:
        """Return the hint: the keys, and what the answer would mean."""
        return self.hinted(self.words(self.HINT))

    def show_hint(self) -> None:
        """Show the current hint."""
        self.query_one("#hint", Lines).show_all(self.hint_lines())

    def show_rows(self, rows: Sequence[Row], at: str | None = None) -> None:
        """Fill the list, as high as it needs and the screen allows, with the cursor on row `at` or where it was."""
        held = self.query_one(Rows)
        held.styles.height = min(len(rows), max(self.app.size.height - around(self), 3))
        held.show_rows(FixedRows(rows), at=at)

    @on(LineInput.Changed)
    def _fit(self) -> None:
        self.lay_out()

    @on(Rows.Clicked)
    @on(LineInput.WentOn)
    def _take(self) -> None:
        if self.is_current and not self.over:
            self.action_choose()

    def action_choose(self) -> None:
        """Dismiss with the answer; in a dialog that only shows text, close it."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def around(dialog: Dialog[Any]) -> int:
    """Return the rows taken by everything except the list, at the current height."""
    return dialog.AROUND - (2 if dialog.FRAME and dialog.app.size.height < _AIRY else 0)
