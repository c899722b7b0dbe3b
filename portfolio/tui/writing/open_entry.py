"""The entry that is written on a screen: every change to it is kept as a draft at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import OwnScreen


class OpenEntry:
    """Holds the entry of a screen, and queues a draft at each change."""

    def __init__(self, screen: OwnScreen[None], entry: Entry) -> None:
        """`entry` is a new entry or a draft; `screen` shows it."""
        self.screen: Final = screen
        self.entry = entry
        self.last = ""
        """Key of the field that was edited last."""
        self.held = False
        """Whether the entry is being saved; keys wait until that is done."""

    @property
    def closed(self) -> bool:
        """Whether it can't be changed now: it is being saved, or its screen has ended."""
        return self.held or self.screen.over

    def begin(self) -> None:
        """Open the entry as a draft: only the draft that it was loaded from may be replaced."""
        writer = self.screen.services.drafts.writer
        writer.open(self.entry)
        if self.entry.touched and not self.entry.stamp:  # it has text that was typed before it opened
            writer.keep(self.entry)

    def answer(self, key: str, text: str, at: tuple[int, int] = (0, 0)) -> None:
        """Set the text of a field, with the cursor on this line and column, and queue the draft."""
        left = self.entry._replace(left=(key, *at))
        if text != self.entry.text(key):
            self.last = key
            self.take(left.with_text(key, text))
        elif self.entry.touched:
            self.take(left)

    def take(self, entry: Entry) -> None:
        """Replace the entry and queue the draft; do nothing once the screen has ended."""
        if not self.screen.over and entry != self.entry:
            self.entry = entry
            self.screen.services.drafts.writer.keep(entry)
