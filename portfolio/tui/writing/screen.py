"""A screen to write in: what is typed is a draft at once, and none when it was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from portfolio.capture.entry import Entry
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.text_input import WritingBox

if TYPE_CHECKING:
    from portfolio.records.problems import Problem

SLOW = 0.5
"""Seconds of saving after which it is said that it takes time."""


class WritingScreen(BaseScreen[None]):
    """Holds the writing, and keeps it."""

    SHOWS_RECORDS: ClassVar[bool] = False

    def __init__(self, writing: Entry) -> None:
        """`writing` is new, or was left earlier."""
        super().__init__()
        self.writing = writing
        self._last = ""
        """The field in which was written last."""
        self.saving = False
        """Whether it is being saved: it closes when it is, and what is pressed meanwhile waits."""

    @property
    def takes_words(self) -> bool:
        """All of it is a text, also where a line of it is chosen."""
        return True

    def on_mount(self) -> None:
        """Only the draft that it was loaded from is its own to replace."""
        writer = self.services.drafts.writer
        writer.open(self.writing)
        if self.writing.touched and not self.writing.stamp:  # with words that were typed before it opened
            writer.keep(self.writing)

    def answer(self, key: str, text: str) -> None:
        """Take this answer; it stands in line for the disk."""
        if text != self.writing.text(key):
            self._last = key
            self.take(self.writing.with_text(key, text))

    def take(self, writing: Entry) -> None:
        """Go on with this writing; it stands in line for the disk."""
        if not self.over and writing != self.writing:
            self.writing = writing
            self.services.drafts.writer.keep(writing)

    def gather(self) -> None:
        """Take what stands in the boxes: the message that tells of the last letter may still be on its way."""
        raise NotImplementedError

    def action_own_editor(self) -> None:
        """The text that the cursor is in, in a person's own editor; the app waits beside it."""
        box = self.focused
        if isinstance(box, WritingBox) and not self.over:
            from portfolio.tui.writing.own_page import write_in_own_editor

            self.gather()
            work = write_in_own_editor(self, box, self.writing)
            self.run_worker(work, exclusive=True, group="own editor")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While it is being saved nothing is done with it; hiding it goes on."""
        return False if self.saving and action != "hide" else super().check_action(action, parameters)

    def save(self) -> None:
        """Save it beside the screen; the screen closes when that is done, and stays when it could not be."""
        if not (self.over or self.saving):
            self.gather()
            self._hold(saving=True)
            self.run_worker(self._save(self.writing), exclusive=True, group="save")

    async def _save(self, writing: Entry) -> None:
        answer = None
        slow = self.set_timer(SLOW, self._say_that_it_takes_time)
        try:
            answer = await self.services.drafts.save(writing, self._last)
        finally:
            slow.stop()
            if answer is not None and answer.saved is not None:
                self.saved = True
                self.dismiss()  # what is pressed until it is gone waits too
            else:
                self._hold(saving=False)
        if answer is not None and answer.gone:
            start_flow(self, self._ask_about_gone)
        elif answer is not None and answer.problems:
            await self.show_problems(answer.problems)

    def _say_that_it_takes_time(self) -> None:
        self.services.status.say(self.words("Being saved; this disk takes its time."), "muted")

    def _hold(self, *, saving: bool) -> None:
        self.saving = saving
        for box in self.query(WritingBox):
            box.read_only = saving

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Say what stands in the way of saving."""
        told = [self.words("Not saved yet. What you typed is kept."), *(p.sentence(self.words) for p in found)]
        self.services.status.say(" ".join(told), "wrong")

    async def _ask_about_gone(self) -> None:
        _ = self.words
        question = _("What you changed was deleted for good elsewhere. Save what stands here as something new?")
        answers = [
            ("new", _("Save it as new")),
            ("on", _("Go on writing")),
            ("later", _("Keep it for later")),
            ("drop", _("Throw it away")),
        ]
        answer = await self.choose(question, answers)
        if answer == "new":
            old = self.writing.name
            self.writing = self.writing.as_new(
                f"{self.writing.kind}-{self.services.preferences.start.now().isoformat()}"
            )
            self.save()
            self.services.drafts.discard(old)
        elif answer == "later":
            self.leave()
        elif answer == "drop":
            self.finish(lambda: self.services.drafts.discard(self.writing.name))

    def leave(self) -> None:
        """Close: what was written is kept for later, and a draft that holds nothing any more is let go."""
        self.gather()
        self.finish(lambda: self.services.drafts.leave(self.writing))
