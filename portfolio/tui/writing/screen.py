"""Base of the screens to write in: the text is kept as a draft while it is typed."""

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
"""Seconds after which the user is shown that saving takes time."""


class WritingScreen(BaseScreen[None]):
    """Screen with an entry, which keeps it as a draft and saves it."""

    SHOWS_RECORDS: ClassVar[bool] = False

    def __init__(self, entry: Entry) -> None:
        """`entry` is a new entry or a draft."""
        super().__init__()
        self.entry = entry
        self._last = ""
        """Key of the field that was edited last."""
        self.saving = False
        """Whether the entry is being saved; keys wait until that is done."""

    @property
    def takes_words(self) -> bool:
        """Always true: the whole screen is for text."""
        return True

    def on_mount(self) -> None:
        """Open the entry as a draft: only the draft that it was loaded from may be replaced."""
        writer = self.services.drafts.writer
        writer.open(self.entry)
        if self.entry.touched and not self.entry.stamp:  # it has text that was typed before it opened
            writer.keep(self.entry)

    def answer(self, key: str, text: str) -> None:
        """Set the text of a field and queue the draft."""
        if text != self.entry.text(key):
            self._last = key
            self.take(self.entry.with_text(key, text))

    def take(self, entry: Entry) -> None:
        """Replace the entry and queue the draft."""
        if not self.over and entry != self.entry:
            self.entry = entry
            self.services.drafts.writer.keep(entry)

    def gather(self) -> None:
        """Take the text of the boxes, whose last message may still be on its way."""
        raise NotImplementedError

    def action_own_editor(self) -> None:
        """Edit the text of the focused box in the user's own editor."""
        box = self.focused
        if isinstance(box, WritingBox) and not self.over:
            from portfolio.tui.writing.own_page import write_in_own_editor

            self.gather()
            work = write_in_own_editor(self, box, self.entry)
            self.run_worker(work, exclusive=True, group="own editor")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable all actions but hiding while the entry is being saved."""
        return False if self.saving and action != "hide" else super().check_action(action, parameters)

    def save(self) -> None:
        """Save the entry in a worker; close the screen when that succeeds."""
        if not (self.over or self.saving):
            self.gather()
            self._hold(saving=True)
            self.run_worker(self._save(self.entry), exclusive=True, group="save")

    async def _save(self, entry: Entry) -> None:
        answer = None
        slow = self.set_timer(SLOW, self._say_that_it_takes_time)
        try:
            answer = await self.services.drafts.save(entry, self._last)
        finally:
            slow.stop()
            if answer is not None and answer.saved is not None:
                self.saved = True
                self.dismiss()  # keys wait until the screen is gone
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
        """Show the problems that prevent saving."""
        sentences = [self.words("Not saved yet. What you typed is kept."), *(p.sentence(self.words) for p in found)]
        self.services.status.say(" ".join(sentences), "wrong")

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
            old = self.entry.name
            self.entry = self.entry.as_new(f"{self.entry.kind}-{self.services.preferences.start.now().isoformat()}")
            self.save()
            self.services.drafts.discard(old)
        elif answer == "later":
            self.leave()
        elif answer == "drop":
            self.finish(lambda: self.services.drafts.discard(self.entry.name))

    def leave(self) -> None:
        """Close and keep a draft; an empty draft is discarded."""
        self.gather()
        self.finish(lambda: self.services.drafts.leave(self.entry))
