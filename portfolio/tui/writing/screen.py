"""A screen to write in: what is typed is a draft at once, and none when it was taken back."""

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
    """What the form and the questions share: the entry that is open, and the user's own editor."""

    SHOWS_RECORDS: ClassVar[bool] = False

    def __init__(self, entry: Entry) -> None:
        """`entry` is a new entry or a draft."""
        super().__init__()
        self.open: Final = OpenEntry(self, entry)

    @property
    def entry(self) -> Entry:
        """What is written so far."""
        return self.open.entry

    @property
    def takes_words(self) -> bool:
        """All of it is a text, also where a line of it is chosen."""
        return True

    def on_mount(self) -> None:
        """Open the entry."""
        self.open.begin()

    def gather(self) -> None:
        """Take what is in the boxes: the message about the last letter may still be on its way."""
        raise NotImplementedError

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Say what prevents saving."""
        told = [self.words("Not saved yet. What you typed is kept."), *(p.sentence(self.words) for p in found)]
        self.services.status.say(" ".join(told), "wrong")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While it is being saved only hiding is possible."""
        return False if self.open.held and action != "hide" else super().check_action(action, parameters)

    def action_own_editor(self) -> None:
        """Write the text that the cursor is in with the user's own editor; the app waits meanwhile."""
        box = self.focused
        if isinstance(box, WritingBox) and not self.over:
            from portfolio.tui.writing.own_page import write_in_own_editor

            self.gather()
            work = write_in_own_editor(self, box, self.entry)
            self.run_worker(work, exclusive=True, group="own editor")
