"""Where people write. What they read and paste here is kept as it is; only what is drawn is made safe.

The box holds stand-ins for what a terminal would obey. `text` and all that is read from it is what was typed.
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
    """A box of many lines. With `goes_on` the enter key reports instead of beginning a line; ctrl+j does that then.

    With `one_line` every such key reports, and a paste of many lines becomes one.
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
        Binding("ctrl+underscore,ctrl+slash,ctrl+shift+minus", "undo", show=False),  # ctrl+z leads to the shell
    ]

    @dataclass
    class WentOn(Message):
        """The enter key was pressed."""

        box: WritingBox

    @dataclass
    class Left(Message):
        """The cursor went above the first line that is seen (-1) or below the last (1)."""

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
        """`text` as it is stored."""
        self._stand_ins = StandIns()
        super().__init__(self._held(text), id=id, tab_behavior="focus", soft_wrap=True, highlight_cursor_line=False)
        self._goes_on, self._one_line = goes_on or one_line, one_line

    def _held(self, text: str) -> str:
        """A text as the box holds it."""
        return self._stand_ins.put(with_line_ends(text))

    @property
    def text(self) -> str:
        """What was typed, to the last character; every line end is a line feed."""
        return self._stand_ins.meant(super().text)

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    @property
    def line_to_cursor(self) -> str:
        """What stands before the cursor in its line."""
        row, column = self.cursor_location
        return self._stand_ins.meant(self.document.get_line(row)[:column])

    def load_text(self, text: str) -> None:
        """This text in the place of all that is here; it cannot be undone."""
        super().load_text(self._held(text))

    def get_text_range(self, start: Location, end: Location) -> str:
        """What was typed between two places."""
        return self._stand_ins.meant(super().get_text_range(start, end))

    def edit(self, edit: Edit) -> EditResult:
        """Every change comes by here, whoever makes it."""
        made = Edit(self._held(edit.text), edit.from_location, edit.to_location, edit.maintain_selection_offset)
        return super().edit(made)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        line = super().get_line(line_index)
        line.plain = self._stand_ins.drawn(line.plain)
        return line

    def render_line(self, y: int) -> Strip:
        """A line on the screen; where there is no room for one sign, nothing of the placeholder."""
        return super().render_line(y) if self.content_size.width else Strip.blank(0)

    def on_key(self, event: events.Key) -> None:
        """Enter goes on where it should; ctrl+j and its like begin a line; the arrows leave at the edges."""
        at_once = {"backspace": self.action_delete_left, "delete": self.action_delete_right}.get(event.key)
        if at_once is not None:  # as a binding it would come after letters that were typed later
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
        """Words from outside in the place of all that is here."""
        self.select_all()
        self.replace(self._fitting(text.removesuffix("\n")), *self.selection)

    def _fitting(self, text: str) -> str:
        """What comes from outside, on one line where the box has one."""
        lines = with_line_ends(text).split("\n")
        return " ".join(line.strip() for line in lines).strip() if self._one_line else "\n".join(lines)

    def on_paste(self, event: events.Paste) -> None:
        """Keep every line; terminals send a paste with carriage returns."""
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.replace(self._fitting(event.text), *self.selection)

    def action_document_edge(self, step: int) -> None:
        """To the very beginning or the very end."""
        self.move_cursor((0, 0) if step < 0 else self.document.end)
