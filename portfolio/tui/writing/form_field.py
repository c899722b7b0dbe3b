"""One field of a form: its label, where it is filled in, and what there is to say about it below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from portfolio.text import cut, wrap
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.text_input import WritingBox

EDITOR = "editor"
"""The class of everything in a form that the keys can go to."""

Shape = Literal["line", "text", "pick"]
"""One line of words, words of any length, or something that is chosen."""


class FocusLine(Lines, inherit_bindings=False):
    """One or more lines with a ground of their own; enter or a letter asks for a choice, the arrows leave."""

    DEFAULT_CSS = """
    FocusLine { height: auto; padding: 0 1; background: $panel; }
    """

    @dataclass
    class Pressed(Message):
        """Enter or a letter was pressed, or it was clicked."""

        line: FocusLine
        typed: str = ""
        """The letter, to go on with."""

        @property
        def control(self) -> FocusLine:
            """Where it happened."""
            return self.line

    @dataclass
    class Emptied(Message):
        """The last of what was chosen is to go."""

        line: FocusLine

    @dataclass
    class Left(Message):
        """The cursor went up (-1) or down (1)."""

        line: FocusLine
        step: int

    def show_words(self, lines: Sequence[Line]) -> None:
        """Show what was chosen; at least one line high."""
        self.show_all(lines or [EMPTY])

    def ground(self, index: int) -> str:  # noqa: ARG002 - every line has the same
        """Which ground it stands on: that of a chosen row while it has the keys."""
        return "chosen" if self.has_focus else "panel"

    def on_focus(self) -> None:
        """Show that the keys are here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they are not."""
        self.refresh()

    def on_click(self) -> None:
        """A click asks as enter does."""
        self.post_message(self.Pressed(self))

    def on_key(self, event: events.Key) -> None:
        """Enter, space and letters ask; backspace takes the last one away; the arrows leave."""
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
    """What a field is called and how it is filled in."""

    key: str
    label: str
    shape: Shape
    above: bool = False
    """Whether the label stands above, for a question that is a sentence."""


class FormField(Vertical):
    """A field. The screen fills it and hears from what is in it."""

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
    FormField.above WritingBox, FormField.above WritingBox:focus { padding: 0 2; }
    """

    def __init__(self, view: FieldView, text: str, n: int) -> None:
        """`text` as it is stored; `n` tells the fields of a form apart."""
        super().__init__(id=f"field-{n}", classes="above" if view.above else "")
        self.view, self._text, self._n = view, text, n
        self._filled_with = text
        """What its box held when it was filled: a box may show line ends in its own way."""
        self.note_indent = 2
        """Cells before what is said below it: in line with what is filled in."""
        self.editor: Final = self._editor()
        """Where it is filled in. What it holds can be read also when the screen is being taken down around it."""

    def compose(self) -> ComposeResult:
        """Label and editor, and a note below."""
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
            made = WritingBox(self._text, id=f"box-{self._n}", one_line=self.view.shape == "line")
        made.add_class(EDITOR)
        return made

    def on_mount(self) -> None:
        """Words go on where they end."""
        editor = self.editor
        if isinstance(editor, WritingBox):
            self._filled_with = editor.text
            editor.move_cursor(editor.document.end)

    @property
    def typed(self) -> str | None:
        """What its box holds, where that is something else than it was filled with."""
        editor = self.editor
        changed = isinstance(editor, WritingBox) and editor.text != self._filled_with
        return editor.text if changed and isinstance(editor, WritingBox) else None

    def on_click(self) -> None:
        """A click on its label or its note goes to where it is filled in."""
        self.editor.focus()

    def lay_out(self, label_width: int, width: int) -> None:
        """The label in its column of this many cells, or above over the whole width."""
        label, here = self.query_one(".label", Lines), self.editor.has_focus
        if self.view.above:
            first, *rest = wrap(self.view.label, width - 2)
            role, sign = ("accent" if here else "muted"), Span("▸ " if here else "  ", "accent")
            label.show_all([(sign, Span(first, role)), *((Span(f"  {line}", role),) for line in rest)])
            return
        label.styles.width = label_width
        self.note_indent = label_width + 1
        self.query_one(".note", Lines).styles.padding = (0, 0, 0, self.note_indent)
        sign = Span("▸ " if here else "  ", "accent")
        label.show_all([(sign, Span(cut(self.view.label, label_width - 3), "accent" if here else "muted"))])

    def note(self, lines: Sequence[Line]) -> None:
        """What there is to say about it; nothing takes no place."""
        note = self.query_one(".note", Lines)
        if list(note.lines) != list(lines):
            note.show_all(lines)
