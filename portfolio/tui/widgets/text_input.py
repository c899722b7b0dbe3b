"""The text box. The text is kept exactly as typed or pasted; only what is drawn is made safe.

The box holds stand-ins for control characters; `text` and everything else that is read from it is the original.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from portfolio.sanitise import with_line_ends
from portfolio.tui.text.stand_ins import StandIns


class WritingBox(TextArea):
    """A box of several lines. With `goes_on` enter posts `WentOn` and ctrl+j starts a new line instead.

    With `one_line` both post `WentOn`, and pasted lines are joined.
    """

    DEFAULT_CSS = """
    WritingBox {
        border: round $line; background: $background; color: $foreground; padding: 0 1;
        scrollbar-size-vertical: 1;
        &:focus { border: round $accent; background-tint: $foreground 0%; }
        & .text-area--cursor-line { background: $background; }
        & .text-area--placeholder { color: $muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "document_edge(-1)", show=False),
        Binding("ctrl+end", "document_edge(1)", show=False),
        Binding("ctrl+underscore,ctrl+slash,ctrl+shift+minus", "undo", show=False),  # ctrl+z suspends the app
    ]

    @dataclass
    class WentOn(Message):
        """Posted when enter is pressed."""

        box: WritingBox

    @dataclass
    class Left(Message):
        """Posted when the cursor leaves the box upwards (-1) or downwards (1)."""

        box: WritingBox
        step: int

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        goes_on: bool = False,
        one_line: bool = False,
    ) -> None:
        """Make a box with `text`, as it is stored."""
        self._stand_ins = StandIns()
        super().__init__(self._held(text), id=id, tab_behavior="focus", soft_wrap=True, highlight_cursor_line=False)
        self._goes_on, self._one_line = goes_on or one_line, one_line

    def _held(self, text: str) -> str:
        """Return a text as the box holds it."""
        return self._stand_ins.put(with_line_ends(text))

    @property
    def text(self) -> str:
        """The text exactly as typed; every line end is a line feed."""
        return self._stand_ins.meant(super().text)

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    @property
    def line_to_cursor(self) -> str:
        """The text before the cursor in its line."""
        row, column = self.cursor_location
        return self._stand_ins.meant(self.document.get_line(row)[:column])

    def load_text(self, text: str) -> None:
        """Replace the whole text; this cannot be undone."""
        super().load_text(self._held(text))

    def get_text_range(self, start: Location, end: Location) -> str:
        """Return the text between two locations."""
        return self._stand_ins.meant(super().get_text_range(start, end))

    def edit(self, edit: Edit) -> EditResult:
        """Apply an edit; every change of the text passes through here."""
        made = Edit(self._held(edit.text), edit.from_location, edit.to_location, edit.maintain_selection_offset)
        return super().edit(made)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn."""
        line = super().get_line(line_index)
        line.plain = self._stand_ins.drawn(line.plain)
        return line

    def render_line(self, y: int) -> Strip:
        """Draw a line; without room for one character nothing of the placeholder is drawn."""
        return super().render_line(y) if self.content_size.width else Strip.blank(0)

    def on_key(self, event: events.Key) -> None:
        """Handle enter, ctrl+j and its equivalents, and the arrows at the first and last line."""
        at_once = {"backspace": self.action_delete_left, "delete": self.action_delete_right}.get(event.key)
        if at_once is not None:  # a binding would be handled after letters typed later
            event.stop()
            event.prevent_default()
            at_once()
        elif event.key in ("ctrl+j", "shift+enter", "alt+enter") or (event.key == "enter" and self._goes_on):
            event.prevent_default()
            event.stop()
            if event.key == "enter" or self._one_line:
                self.post_message(self.WentOn(self))
            else:
                self.insert("\n")
        elif event.key == "up" and self.navigator.is_first_wrapped_line(self.cursor_location):
            event.stop()
            self.post_message(self.Left(self, -1))
        elif event.key == "down" and self.navigator.is_last_wrapped_line(self.cursor_location):
            event.stop()
            self.post_message(self.Left(self, 1))

    def take(self, text: str) -> None:
        """Replace the whole text by text from outside; this can be undone."""
        self.select_all()
        self.replace(self._fitting(text.removesuffix("\n")), *self.selection)

    def _fitting(self, text: str) -> str:
        """Return text from outside with line feeds, or on one line where the box has one."""
        lines = with_line_ends(text).split("\n")
        return " ".join(line.strip() for line in lines).strip() if self._one_line else "\n".join(lines)

    def on_paste(self, event: events.Paste) -> None:
        """Paste all lines; terminals send a paste with carriage returns."""
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.replace(self._fitting(event.text), *self.selection)

    def get_cursor_line_start_location(self, smart_home: bool = False) -> Location:
        """Return the start of the line as it is seen: of the wrapped part that the cursor is in."""
        if not self.soft_wrap:
            return super().get_cursor_line_start_location(smart_home)
        row, (first, _last) = self.cursor_location[0], self._part
        return row, first

    def get_cursor_line_end_location(self) -> Location:
        """Return the end of the line as it is seen."""
        if not self.soft_wrap:
            return super().get_cursor_line_end_location()
        row, (_first, last) = self.cursor_location[0], self._part
        return row, last

    @property
    def _part(self) -> tuple[int, int]:
        """The first and last column of the wrapped part of the line that the cursor is in."""
        row, column = self.cursor_location
        breaks = list(self.wrapped_document.get_offsets(row))
        first = max((each for each in breaks if each <= column), default=0)
        after = min((each for each in breaks if each > column), default=None)
        return first, len(self.document.get_line(row)) if after is None else after - 1

    def action_document_edge(self, step: int) -> None:
        """Move the cursor to the beginning or the end of the text."""
        self.move_cursor((0, 0) if step < 0 else self.document.end)
