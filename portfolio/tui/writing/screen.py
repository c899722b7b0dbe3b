"""Base of the screens to write in: the text is kept as a draft while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.open_entry import OpenEntry

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.records.problems import Problem


class WritingScreen(BaseScreen[None]):
    """Screen with an open entry, which can also be written in the user's own editor."""

    SHOWS_RECORDS: ClassVar[bool] = False

    def __init__(self, entry: Entry) -> None:
        """`entry` is a new entry or a draft."""
        super().__init__()
        self.open: Final = OpenEntry(self, entry)

    @property
    def entry(self) -> Entry:
        """The entry with every change so far."""
        return self.open.entry

    @property
    def takes_words(self) -> bool:
        """Always true: the whole screen is for text."""
        return True

    def on_mount(self) -> None:
        """Open the entry as a draft."""
        self.open.begin()

    def gather(self) -> None:
        """Take the text of the boxes, whose last message may still be on its way."""
        raise NotImplementedError

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Show the problems that prevent saving."""
        sentences = [self.words("Not saved yet. What you typed is kept."), *(p.sentence(self.words) for p in found)]
        self.services.status.say(" ".join(sentences), "wrong")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable all actions but hiding while the entry is being saved."""
        return False if self.open.held and action != "hide" else super().check_action(action, parameters)

    def action_own_editor(self) -> None:
        """Edit the text of the focused box in the user's own editor."""
        box = self.focused
        if isinstance(box, WritingBox) and not self.over:
            from portfolio.tui.writing.own_page import write_in_own_editor

            self.gather()
            work = write_in_own_editor(self, box, self.entry)
            self.run_worker(work, exclusive=True, group="own editor")
