"""Text box in which a word that starts with #, + or @ can become a link; Tab takes the first suggestion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.message import Message

from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.completion_rows import Completion


class LinkingBox(WritingBox):
    """Reports the possible meanings of the word before the cursor, and the chosen one, which replaces the word."""

    @dataclass
    class Offered(Message):
        """The possible meanings of the word before the cursor, the likeliest first; empty when it has no sign."""

        found: Sequence[Completion]

    @dataclass
    class Taken(Message):
        """The first meaning was chosen."""

        completion: Completion

    completes: Callable[[str], Sequence[Completion]] | None = None
    """Returns the meanings of the last word of a text; None where nothing can be linked."""
    _found: Sequence[Completion] = ()

    @on(WritingBox.SelectionChanged)
    def _look_for_meanings(self) -> None:
        """Look up the meanings when the cursor moved or the text changed."""
        before = self._found
        self._found = self.completes(self.line_to_cursor) if self.completes is not None else ()
        if before or self._found:
            self.post_message(self.Offered(self._found))

    def on_key(self, event: events.Key) -> None:
        """Choose the first meaning with Tab."""
        if event.key != "tab" or not self._found or not self._found[0].line or self.read_only:
            return
        event.prevent_default()
        event.stop()
        (first, *_rest), (row, column) = self._found, self.cursor_location
        self.post_message(self.Taken(first))
        spaced = self.document.get_line(row)[column : column + 1] == " "  # avoid a double space
        self.replace(f"{first.name} " if first.name else "", (row, column - len(first.word)), (row, column + spaced))
