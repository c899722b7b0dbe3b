"""The sentence in which the app answers, and how long it stays.

A sentence goes with the next key that does something, a calm one also by itself, and one about the record under the
cursor when the cursor moves. Only what still lasts stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from portfolio.notebook import Stored
    from portfolio.notebook.history import Done
    from portfolio.wording import Words

CALM_SECONDS: Final = 8
"""How long a calm sentence stays."""


class StatusMessage(NamedTuple):
    """One sentence about what just happened, in a role of the theme."""

    text: str
    role: str = "good"
    here: bool = False
    """Whether it is about the record under the cursor: it is not shown over anything else."""
    until_key: bool = False
    """Whether it stays until the next key, for a user who may be away."""
    landed: str = ""
    """The id of the record that was written: lists put their cursor on it once."""


SILENT: Final = StatusMessage("")


def saved_message(
    stored: Stored | Done, sentence: str, _: Words, *, here: bool = False, landed: str = ""
) -> StatusMessage:
    """The sentence about a change, followed by what the store noticed while saving it."""
    extra = " ".join(notice.sentence(_) for notice in stored.notices)
    if stored.overruled and set(getattr(stored, "ids", ())) <= set(stored.overruled):
        sentence = ""  # nothing of it came about
    calm = stored.in_file and not extra
    return StatusMessage(f"{sentence} {extra}".strip(), "good" if calm else "warning", here and calm, landed=landed)


class Status:
    """Holds the message that is shown."""

    def __init__(self, show: Callable[[StatusMessage], None], later: Callable[[float, Callable[[], None]], object]):
        """`show` puts a message on the screen; `later` calls a function after a number of seconds."""
        self._show, self._later = show, later
        self._message = SILENT
        self.lasting: StatusMessage | None = None
        """A message that stays true until its cause is gone: the disk gives no answer."""
        self._row: str | None = None
        """The row that the message is about."""
        self.brought_to = ""
        """The record that was written last: the cursor is brought to it, which is no moving on."""

    @property
    def message(self) -> StatusMessage:
        """The message that is shown now; its text is empty when there is none."""
        return self._message

    @message.setter
    def message(self, message: StatusMessage) -> None:
        self._message = message
        self._show(message)

    def say(self, sentence: str, role: str = "good", *, here: bool = False) -> None:
        """Show one sentence; in the role "good" it goes by itself."""
        self.message = said = StatusMessage(sentence, role, here)
        if role == "good":
            self._later(CALM_SECONDS, lambda: self.clear(said))

    def clear(self, message: StatusMessage) -> None:
        """Take this message away, unless another one is shown by now."""
        if self._message is message:
            self.message = SILENT

    def moved_on(self) -> None:
        """The user left the record that the message is about."""
        if self._message.here:
            self.message = SILENT

    def shown_at(self, row: str) -> None:
        """The message is shown while the cursor is on this row."""
        self._row = row if self._message.here else None

    def cursor_came(self, row: str) -> None:
        """The cursor is on this row now: what was said of another one makes way."""
        if self._row is not None and row == self.brought_to:
            self._row = row
        if self._row is not None and row != self._row:
            self._row = None
            self.moved_on()

    def done_with(self) -> None:
        """Something else begins: what was said before is over, except for what still lasts."""
        if self._message.text and self._message is not self.lasting:
            self.message = SILENT

    def key_came(self) -> None:
        """The user pressed a key, so a message that waited for that has been seen."""
        if self._message.until_key:
            self.message = SILENT
