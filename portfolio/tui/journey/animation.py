"""Playing a period: the lanes are filled month by month, until they are full or a key is pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.timer import Timer
from textual.widget import Widget

from portfolio.tui.journey.view import Drawn

EACH: Final = 0.3
"""Seconds per month."""


class Animation:
    """Shows frames one by one, driven by a timer of the screen."""

    def __init__(self, screen: Widget, show: Callable[[Drawn], None], over: Callable[[], None]) -> None:
        """`show` shows a frame; `over` is called when the animation ends or is stopped."""
        self._screen, self._show, self._over = screen, show, over
        self._frames: list[Drawn] = []
        self._timer: Timer | None = None

    @property
    def plays(self) -> bool:
        """Whether the animation is running."""
        return self._timer is not None

    def play(self, frames: Sequence[Drawn]) -> None:
        """Start the animation, replacing a running one."""
        self._end()
        self._frames = list(frames)
        self._timer = self._screen.set_interval(EACH, self.advance)
        self.advance()

    def advance(self) -> None:
        """Show the next frame, or end after the last one."""
        if self._frames:
            self._show(self._frames.pop(0))
        else:
            self.stop()

    def stop(self) -> None:
        """Stop a running animation and call `over`."""
        if self.plays:
            self._end()
            self._over()

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._frames = None, []
