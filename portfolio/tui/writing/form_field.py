"""One field of a form: its label, its editor, and a note below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from portfolio.text import cells, wrap
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.text_input import WritingBox

EDITOR = "editor"
"""CSS class of everything in a form that can have the focus."""
BESIDE_LABEL: Final = 4
"""The cells of the label column beside the label itself: the sign of the cursor and a gap."""

CURSOR, NO_CURSOR = "▸ ", "  "
"""Sign before the field that has the focus, and before every other one."""

Shape = Literal["line", "text", "pick"]
"""One line of text, text of any length, or a choice from a list."""


class FocusLine(Lines, inherit_bindings=False):
    """One or more lines with their own background; Enter or a letter opens a choice, the arrow keys leave."""

    DEFAULT_CSS = """
    FocusLine { height: auto; padding: 0 1; background: $panel; }
    """

    @dataclass
    class Pressed(Message):
        """Enter or a letter was pressed, or the line was clicked."""

        line: FocusLine
        typed: str = ""
        """The letter, which starts the search."""

        @property
        def control(self) -> FocusLine:
            """The line that was pressed."""
            return self.line

    @dataclass
    class Emptied(Message):
        """The last chosen value must be removed."""

        line: FocusLine

    @dataclass
    class Left(Message):
        """The cursor left upwards (-1) or downwards (1)."""

        line: FocusLine
        step: int

    def show_words(self, lines: Sequence[Line]) -> None:
        """Show the chosen values, at least one line high."""
        self.show_all(lines or [EMPTY])

    def ground(self, index: int) -> str:  # noqa: ARG002 - every line has the same
        """Return the background: that of a chosen row while it has the focus."""
        return "chosen" if self.has_focus else "panel"

    def on_focus(self) -> None:
        """Show the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the focus."""
        self.refresh()

    def on_click(self) -> None:
        """Open the choice, as Enter does."""
        self.post_message(self.Pressed(self))

    def on_key(self, event: events.Key) -> None:
        """Choose with Enter, Space or a letter; remove the last value with Backspace; leave with the arrow keys."""
        answer: Message | None = None
        if event.key == "enter":
            answer = self.Pressed(self)
        elif event.key in ("backspace", "delete"):
            answer = self.Emptied(self)
        elif event.key in ("up", "down"):
            answer = self.Left(self, 1 if event.key == "down" else -1)
        elif event.is_printable and event.character:
            answer = self.Pressed(self, event.character)
        if answer is not None:
            event.stop()
            event.prevent_default()
            self.post_message(answer)


class FieldView(NamedTuple):
    """Label and type of a field."""

    key: str
    label: str
    shape: Shape
    above: bool = False
    """Whether the label is above the editor, for a question in a sentence."""


class FormField(Vertical):
    """Form field. The screen fills it and handles its messages."""

    DEFAULT_CSS = """
    FormField { height: auto; }
    FormField Horizontal { height: auto; }
    FormField .label { height: auto; padding: 0; }
    FormField .note { height: auto; padding: 0 0 0 2; display: none; }
    FormField WritingBox, FormField WritingBox:focus {
        border: none; padding: 0 1; height: auto; max-height: 10; width: 1fr; background: $panel;
    }
    FormField WritingBox:focus { background: $chosen; }
    FormField WritingBox .text-area--cursor-line { background: $panel; }
    FormField WritingBox:focus .text-area--cursor-line { background: $chosen; }
    FormField FocusLine { width: 1fr; }
    FormField.above { margin: 0 0 1 0; }
    FormField.above WritingBox, FormField.above WritingBox:focus, FormField.above FocusLine { padding: 0 2; }
    """

    def __init__(self, view: FieldView, text: str, n: int, shown: str | None = None) -> None:
        """`text` is the stored text, `shown` how it is shown; `n` is the number of the field in its form."""
        super().__init__(id=f"field-{n}", classes="above" if view.above else "")
        self.view, self._text, self._n = view, text, n
        self._filled_with = text if shown is None else shown
        """Text of the box when it was filled: the box may change line ends."""
        self.note_indent = 2
        """Indent of the note in cells: in line with the editor."""
        self.editor: Final = self._editor()
        """The editor; a field, so that its text can still be read while the screen is being taken down."""

    def compose(self) -> ComposeResult:
        """Lay out label, editor and note."""
        label = Lines(classes="label", can_focus=False)
        if self.view.above:
            yield label
            yield self.editor
        else:
            with Horizontal():
                yield label
                yield self.editor
        yield Lines(classes="note", can_focus=False)

    def _editor(self) -> WritingBox | FocusLine:
        made: WritingBox | FocusLine
        if self.view.shape == "pick":
            made = FocusLine(id=f"pick-{self._n}")
        else:
            made = WritingBox(self._filled_with, id=f"box-{self._n}", one_line=self.view.shape == "line")
        made.add_class(EDITOR)
        return made

    def on_mount(self) -> None:
        """Put the cursor at the end of the text."""
        editor = self.editor
        if isinstance(editor, WritingBox):
            self._filled_with = editor.text
            editor.move_cursor(editor.document.end)

    @property
    def typed(self) -> str | None:
        """Text of the box when it differs from what the box was filled with, else None."""
        editor = self.editor
        changed = isinstance(editor, WritingBox) and editor.text != self._filled_with
        return editor.text if changed and isinstance(editor, WritingBox) else None

    @property
    def text(self) -> str:
        """Text of the box; the stored text while the box holds it unchanged, in whatever way it is shown."""
        typed = self.typed
        return self._text if typed is None else typed

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column of the cursor in its box."""
        return self.editor.cursor_location if isinstance(self.editor, WritingBox) else (0, 0)

    def on_click(self) -> None:
        """Focus the editor when the label or note is clicked."""
        self.editor.focus()

    def lay_out(self, label_width: int, width: int) -> None:
        """Show the label in a column of `label_width` cells, or above the editor where it is wider than that."""
        label, here = self.query_one(".label", Lines), self.editor.has_focus
        above = self.view.above or cells(self.view.label) + BESIDE_LABEL > label_width
        self.set_class(above, "above")
        for line in self.query(Horizontal):
            line.styles.layout = "vertical" if above else "horizontal"
        label.styles.width = "100%" if above else label_width
        self.note_indent = 2 if above else label_width + 1
        self.query_one(".note", Lines).styles.padding = (0, 0, 0, self.note_indent)
        role, sign = ("accent" if here else "muted"), Span(CURSOR if here else NO_CURSOR, "accent")
        if above:
            first, *rest = wrap(self.view.label, width - 2)
            label.show_all([(sign, Span(first, role)), *((Span(f"  {line}", role),) for line in rest)])
            return
        label.show_all([(sign, Span(self.view.label, role))])

    def note(self, lines: Sequence[Line]) -> None:
        """Show a note; no lines hide it."""
        note = self.query_one(".note", Lines)
        if list(note.lines) != list(lines):
            note.show_all(lines)
