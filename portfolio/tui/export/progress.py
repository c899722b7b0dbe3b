"""The wait for a document that is being made, which shows only when it is long and can be left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar, Final, TypeVar

from portfolio.errors import PortfolioError
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.rows import Rows

Made = TypeVar("Made")
SHOWN_AFTER: Final = 0.5
"""Seconds of waiting before anything is said about it."""


class MakingDialog(Dialog[Made]):
    """One line above the keys while a document is made; dismissed with it, or with None by Escape."""

    FRAME: ClassVar[str] = ""
    WIDTH: ClassVar[int] = 400
    EDGE: ClassVar[int] = 5
    DEFAULT_CSS = """
    MakingDialog { align: left bottom; background: transparent; }
    MakingDialog > Vertical { margin: 0 0 1 0; padding: 0 2 0 3; }
    MakingDialog Rows { display: none; }
    MakingDialog #hint { margin: 0; }
    """

    def __init__(self, name: str, make: Callable[[], Made]) -> None:
        """`name` is what is made; `make` makes it on a thread of its own and uses nothing of the screen."""
        super().__init__()
        self._name, self._make = name, make
        self._is_long = False

    def fill_body(self) -> None:
        """Begin to make the document, and to wait."""
        self.query_one(Rows).can_focus = False
        self.run_worker(self._made(), holds="nothing")
        self.set_timer(SHOWN_AFTER, self._say)

    async def _made(self) -> None:
        try:
            document = await asyncio.to_thread(self._make)
        except PortfolioError as failure:
            if not self.over:
                self.services.status.say(failure.sentence(self.words), "wrong")
                self.dismiss(None)
            return
        self.dismiss(document)

    def _say(self) -> None:
        self._is_long = True
        if not self.over:
            self.show_hint()

    def question_lines(self) -> list[Line]:
        """Return nothing: the hint says it all."""
        return []

    def hint_lines(self) -> list[Line]:
        """Return what is being made and the key that leaves it, once that takes long."""
        if not self._is_long:
            return []
        waiting = self.words("Making it: {name} … esc stops; then nothing is written.")
        return self.wrapped(waiting.format(name=self._name), "accent")

    def action_choose(self) -> None:
        """Wait: there is nothing to choose."""

    def action_cancel(self) -> None:
        """Leave it: what is made after this is dropped."""
        self.services.status.say(self.words("Stopped. Nothing was written."), "muted")
        self.dismiss(None)
