"""The entry that a screen is open on: every change to it is a draft at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import OwnScreen


class OpenEntry:
    """Holds the entry of a screen, and queues each change of it for the disk."""

    def __init__(self, screen: OwnScreen[None], entry: Entry) -> None:
        """`entry` is a new entry or a draft; `screen` shows it."""
        self.screen: Final = screen
        self.entry = entry
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
        writer.open(self.entry)
        if self.entry.touched and not self.entry.stamp:  # with words that were typed before it opened
            writer.keep(self.entry)

    def answer(self, key: str, text: str) -> None:
        """Change one field."""
        if text != self.entry.text(key):
            self.last = key
            self.take(self.entry.with_text(key, text))

    def take(self, entry: Entry) -> None:
        """Replace the entry; once the screen has ended this does nothing."""
        if not self.screen.over and entry != self.entry:
            self.entry = entry
            self.screen.services.drafts.writer.keep(entry)
