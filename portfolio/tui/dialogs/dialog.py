"""The base of every dialog: a frame over a place, with a question, what answers it, and a hint below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from portfolio.text import wrap
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows
from portfolio.wording import N_

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], OwnScreen[Result]):
    """A dialog, dismissed with an answer, or with None by escape.

    A subclass yields its widgets in `body`, fills them in `fill_body` and takes the answer in `action_choose`. The
    first widget that can have the keys gets them.
    """

    QUESTION: ClassVar[str] = ""
    """The message id of a question that is always the same."""
    BOLD: ClassVar[bool] = False
    """Whether the question is bold."""
    HINT: ClassVar[str] = N_("enter chooses · esc back")
    """The message id of the hint."""
    WIDTH: ClassVar[int] = 60
    """Cells of the frame."""
    EDGE: ClassVar[int] = 6
    """Cells of the width that text leaves free: those of the frame, or more."""
    AROUND: ClassVar[int] = 10
    """Rows of the screen that everything but the list takes."""
    FRAME: ClassVar[str] = "framed"
    """The class of the box; empty where no frame is drawn."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "cancel", show=False),
        Binding("f9", "app.hide", show=False, id="hide"),
    ]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical { max-width: 100%; height: auto; max-height: 100%; background: $background; }
    Dialog > .framed { border: round $accent; padding: 1 2; }
    Dialog Lines { height: auto; padding: 0; }
    Dialog Rows { height: 1fr; padding: 0; }
    Dialog #question { margin: 0 0 1 0; }
    Dialog #hint { margin: 1 0 0 0; }
    """

    def __init__(self, question: str = "") -> None:
        """`question` in words, where it is not the same every time."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, the body and the hint."""
        with Vertical(classes=self.FRAME):
            yield Lines(id="question", can_focus=False)
            yield from self.body()
            yield Lines(id="hint", can_focus=False)

    def body(self) -> ComposeResult:
        """The widgets between the question and the hint."""
        yield Rows()

    def fill_body(self) -> None:
        """Fill the widgets of the body, once."""

    def on_mount(self) -> None:
        """Show everything; the first box or list has the keys."""
        self.query_one(Vertical).styles.width = self.WIDTH
        self.fill_body()
        self.lay_out()
        self.set_focus(next(iter(self.focus_chain), None))

    def on_resize(self) -> None:
        """Fit the new width."""
        self.lay_out()

    def lay_out(self) -> None:
        """Show the texts for the width that the screen has now, and for what is typed."""
        self.query_one("#question", Lines).show_all(self.question_lines())
        self.show_hint()

    @property
    def room(self) -> int:
        """How many cells a line of text has."""
        return min(self.WIDTH, self.app.size.width) - self.EDGE

    def wrapped(self, text: str, role: str = "text", *, bold: bool = False) -> list[Line]:
        """A text in lines of this width; none of an empty one."""
        return [(Span(line, role, bold),) for line in wrap(text, self.room)] if text else []

    def question_lines(self) -> list[Line]:
        """The question, as it is shown."""
        return self.wrapped(self._question or self.words(self.QUESTION), bold=self.BOLD)

    def hint_lines(self) -> Sequence[Line]:
        """What is said below: which keys there are, and what the answer would mean."""
        return self.wrapped(self.words(self.HINT), "muted")

    def show_hint(self) -> None:
        """Say below what holds now."""
        self.query_one("#hint", Lines).show_all(self.hint_lines())

    def show_rows(self, rows: Sequence[Row], at: str | None = None) -> None:
        """Fill the list, as high as it needs and the screen has; the cursor is on the row `at`, or where it was."""
        held = self.query_one(Rows)
        held.styles.height = min(len(rows), max(self.app.size.height - self.AROUND, 3))
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
        """Take the answer; where there is only something to read, close."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
