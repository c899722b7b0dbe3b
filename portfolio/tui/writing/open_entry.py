"""The entry that a screen is open on: every change to it is a draft at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import OwnScreen


class OpenEntry:
    """Holds what is written on a screen, and queues each change of it for the disk."""

    def __init__(self, screen: OwnScreen[None], writing: Entry) -> None:
        """`writing` is new, or was left earlier; `screen` shows it."""
        self.screen: Final = screen
        self.writing = writing
        self.last = ""
        """The field that was changed last."""
        self.held = False
        """Whether it is being saved: nothing is done with it until that ends."""

    @property
    def closed(self) -> bool:
        """Whether nothing can be done with it: it is being saved, or its screen has ended."""
        return self.held or self.screen.over

    def begin(self) -> None:
        """Tell the writer which draft belongs to this entry, so that no other is replaced."""
        writer = self.screen.services.drafts.writer
        writer.open(self.writing)
        if self.writing.touched and not self.writing.stamp:  # with words that were typed before it opened
            writer.keep(self.writing)

    def answer(self, key: str, text: str) -> None:
        """Change one field."""
        if text != self.writing.text(key):
            self.last = key
            self.take(self.writing.with_text(key, text))

    def take(self, writing: Entry) -> None:
        """Replace the entry; once the screen has ended this does nothing."""
        if not self.screen.over and writing != self.writing:
            self.writing = writing
            self.screen.services.drafts.writer.keep(writing)
