"""Where people write. What is pasted is kept whole, and made safe for the terminal on its way in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from portfolio.sanitise import clean


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
        """The cursor went above the first line (-1) or below the last (1)."""

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
        """`text` must be clean."""
        super().__init__(text, id=id, tab_behavior="focus", soft_wrap=True, highlight_cursor_line=False)
        self._goes_on, self._one_line = goes_on or one_line, one_line

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
        elif event.key == "up" and self.cursor_at_first_line:
            event.stop()
            self.post_message(self.Left(self, -1))
        elif event.key == "down" and self.cursor_at_last_line:
            event.stop()
            self.post_message(self.Left(self, 1))

    def take(self, text: str) -> None:
        """Words from outside in the place of all that is here."""
        self.select_all()
        self.replace(self._made_safe(text.removesuffix("\n")), *self.selection)

    def _made_safe(self, text: str) -> str:
        safe = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
        return " ".join(line.strip() for line in safe.split("\n")).strip() if self._one_line else safe

    def on_paste(self, event: events.Paste) -> None:
        """Keep every line; terminals send a paste with carriage returns."""
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.replace(self._made_safe(event.text), *self.selection)

    def action_document_edge(self, step: int) -> None:
        """To the very beginning or the very end."""
        self.move_cursor((0, 0) if step < 0 else self.document.end)
