"""The message line: what the app last reported, and for how long it is shown.

A message disappears at the next key that does something. A calm message also disappears by itself, and a message about
the record under the cursor when the cursor moves. Only a message whose cause lasts stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.present.saved import saved_in_words

if TYPE_CHECKING:
    from portfolio.notebook import Stored
    from portfolio.notebook.history import Done
    from portfolio.wording import Words

CALM_SECONDS: Final = 8
"""Seconds that a calm message is shown."""


class StatusMessage(NamedTuple):
    """One sentence about what just happened, in a role of the theme."""

    text: str
    role: str = "good"
    here: bool = False
    """Whether it is about the record under the cursor, and shown only there."""
    until_key: bool = False
    """Whether it stays until the next key, for a user who may be away."""
    landed: str = ""
    """The id of the record that was written: lists move their cursor to it once."""


SILENT: Final = StatusMessage("")


def saved_message(
    stored: Stored | Done, sentence: str, _: Words, *, here: bool = False, landed: str = ""
) -> StatusMessage:
    """Return the message about a change, with the notices of saving it."""
    calm, text = stored.in_file and not stored.notices, saved_in_words(stored, sentence, _)
    return StatusMessage(text, "good" if calm else "warning", here and calm, landed=landed)


class Status:
    """Holds the message that is shown."""

    def __init__(self, show: Callable[[StatusMessage], None], later: Callable[[float, Callable[[], None]], object]):
        """`show` puts a message on the screen; `later` calls a function after a number of seconds."""
        self._show, self._later = show, later
        self._message = SILENT
        self.lasting: StatusMessage | None = None
        """A message that stays until its cause is gone, such as a failing disk."""
        self._row: str | None = None
        """Key of the row that the message is about; None when it is about no row."""
        self.idle: Callable[[], StatusMessage] = lambda: SILENT
        """Returns what every place shows while there is no message."""
        self.brought_to = ""
        """The id of the record that was written last: the list moves the cursor to it, which keeps the message."""

    @property
    def message(self) -> StatusMessage:
        """The message shown now; its text is empty when there is none."""
        return self._message

    @message.setter
    def message(self, message: StatusMessage) -> None:
        self._message = message
        self._show(message)

    def say(self, sentence: str, role: str = "good", *, here: bool = False) -> None:
        """Show one sentence; in the role "good" it disappears by itself."""
        self.message = shown = StatusMessage(sentence, role, here)
        if role == "good":
            self._later(CALM_SECONDS, lambda: self.clear(shown))

    def clear(self, message: StatusMessage) -> None:
        """Remove this message, unless another one has replaced it."""
        if self._message is message:
            self.message = SILENT

    def moved_on(self) -> None:
        """Remove a message about a record that the cursor has left."""
        if self._message.here:
            self.message = SILENT

    def shown_at(self, row: str) -> None:
        """Tie a message about a record to the row under the cursor."""
        self._row = row if self._message.here else None

    def cursor_came(self, row: str) -> None:
        """Remove a message about another row, now that the cursor is on `row`."""
        if self._row is not None and row == self.brought_to:
            self._row = row
        if self._row is not None and row != self._row:
            self._row = None
            self.moved_on()

    def done_with(self) -> None:
        """Remove the message because something else begins, unless its cause lasts."""
        if self._message.text and self._message is not self.lasting:
            self.message = SILENT

    def key_came(self) -> None:
        """Remove a message that waited for a key."""
        if self._message.until_key:
            self.message = SILENT
