"""A screen in which someone writes: what is typed is a draft within a second, and none when it was taken back."""

from __future__ import annotations

from textual.app import SuspendNotSupported
from textual.timer import Timer

from portfolio.tui.frame import LeerreisScreen
from portfolio.tui.messages import LeftForLater, Typed
from portfolio.tui.widgets.writing_box import WritingBox
from portfolio.tui.writings import Writing

KEPT_WITHIN = 0.5
"""Seconds after which typed words are kept as a draft."""


class WritingScreen(LeerreisScreen[None]):
    """Holds the writing, and keeps it."""

    def __init__(self, writing: Writing) -> None:
        """`writing` is new, or was left earlier."""
        super().__init__()
        self.writing = writing
        self._keeping: Timer | None = None

    def answer(self, key: str, text: str) -> None:
        """Take this answer; it is kept soon."""
        if not self.over and text != self.writing.text(key):
            self.writing = self.writing.with_text(key, text)
            if self._keeping is None:
                self._keeping = self.set_timer(KEPT_WITHIN, self._keep)

    def _keep(self) -> None:
        self._keeping = None
        self.app.post_message(Typed(self.writing))

    def stop_keeping(self) -> None:
        """Keep nothing by itself any more: what becomes of the words is being told now."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None

    def action_own_editor(self) -> None:
        """The text that the cursor is in, in a person's own editor; the app waits beside it."""
        box = self.focused
        if not isinstance(box, WritingBox) or self.over:
            return
        from portfolio.own_editor import NoEditor, edit

        try:
            with self.app.suspend():
                text = edit(box.text, "leerreis.md", self.leerreis.start.environment)
        except SuspendNotSupported:
            self.leerreis.say(self.words("There is no way to an editor from here."), "muted")
        except NoEditor as problem:
            self.leerreis.say(problem.sentence(self.words), "wrong")
        else:
            box.take(text)

    def leave(self) -> None:
        """Close: what was written is kept for later, and a draft that holds nothing any more is let go."""
        self.stop_keeping()
        self.finish(LeftForLater(self.writing))
