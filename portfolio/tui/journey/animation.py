"""Playing a period: the lanes fill up month by month, until they are full or a key comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.timer import Timer
from textual.widget import Widget

from portfolio.tui.journey.view import Drawn

EACH: Final = 0.3
"""Seconds that each month stands."""


class Animation:
    """Shows one frame after the other on a screen, by a timer of that screen."""

    def __init__(self, screen: Widget, show: Callable[[Drawn], None], over: Callable[[], None]) -> None:
        """`show` shows a frame; `over` is called when it ended, by itself or not."""
        self._screen, self._show, self._over = screen, show, over
        self._frames: list[Drawn] = []
        self._timer: Timer | None = None

    @property
    def plays(self) -> bool:
        """Whether it is under way."""
        return self._timer is not None

    def play(self, frames: Sequence[Drawn]) -> None:
        """Begin; what was under way makes way."""
        self._end()
        self._frames = list(frames)
        self._timer = self._screen.set_interval(EACH, self.advance)
        self.advance()

    def advance(self) -> None:
        """The next frame; after the last one it is over."""
        if self._frames:
            self._show(self._frames.pop(0))
        else:
            self.stop()

    def stop(self) -> None:
        """Stop, and say so once."""
        if self.plays:
            self._end()
            self._over()

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._frames = None, []
