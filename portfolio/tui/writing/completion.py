"""A box in which a word that begins with #, + or @ can become a link: what it can mean is told, tab takes the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.message import Message

from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.completion_rows import Completion


class LinkingBox(WritingBox):
    """Reports what the word before the cursor can mean, and what was taken; the word makes way for it."""

    @dataclass
    class Offered(Message):
        """The word before the cursor can mean this, the likeliest first; nothing when it is no such word."""

        found: Sequence[Completion]

    @dataclass
    class Taken(Message):
        """The first meaning was taken."""

        completion: Completion

    completes: Callable[[str], Sequence[Completion]] | None = None
    """What the word that ends a text can mean; None where nothing is linked."""
    _found: Sequence[Completion] = ()

    @on(WritingBox.SelectionChanged)
    def _look_for_meanings(self) -> None:
        """The cursor moved, or something was typed."""
        before = self._found
        self._found = self.completes(self.line_to_cursor) if self.completes is not None else ()
        if before or self._found:
            self.post_message(self.Offered(self._found))

    def on_key(self, event: events.Key) -> None:
        """Tab takes the first meaning, where there is one."""
        if event.key != "tab" or not self._found or not self._found[0].line or self.read_only:
            return
        event.prevent_default()
        event.stop()
        (first, *_rest), (row, column) = self._found, self.cursor_location
        self.post_message(self.Taken(first))
        spaced = self.document.get_line(row)[column : column + 1] == " "  # one space stays where two would meet
        self.replace(f"{first.name} " if first.name else "", (row, column - len(first.word)), (row, column + spaced))
