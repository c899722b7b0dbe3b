"""The bars of the frame: one line each, drawn by ourselves, with parts that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from portfolio.sanitise import clean
from portfolio.text import wrap
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.text.spans import EMPTY, Line, Span, spread, width_of
from portfolio.tui.theme.theme import Paint, paint_of
from portfolio.tui.widgets.lines import Lines, as_strip

MARGIN: Final = 3
"""Cells at the left: what is in the bars stands in line with what is between them."""


class Part(NamedTuple):
    """A piece of a bar, and the action that a click on it means."""

    line: Line
    action: str = ""


class Bar(Widget):
    """One line: parts from the left, and a line at the right."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; }
    """

    def __init__(self, *, id: str | None = None, margin: int = MARGIN) -> None:  # noqa: A002 - Textual's name
        """Empty until it is shown something."""
        super().__init__(id=id)
        self._margin = margin
        self._parts: Sequence[Part] = ()
        self._right: Line = EMPTY
        self._paint: Paint | None = None
        """What it was painted with last."""

    def show(self, parts: Sequence[Part], right: Line = EMPTY) -> None:
        """Show these parts; nothing is painted when they are there already, in the same colours and signs."""
        paint = paint_of(self.app)
        if (parts, right) != (self._parts, self._right) or paint is not self._paint:
            self._parts, self._right, self._paint = parts, right, paint
            self.refresh()

    @property
    def margin_now(self) -> int:
        """Cells at the left: fewer where the parts would not fit otherwise."""
        wide = sum(width_of(part.line) for part in self._parts)
        return max(min(self._margin, self.size.width - wide), 0)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one
        """The line."""
        left = (Span(" " * self.margin_now), *(span for part in self._parts for span in part.line))
        right = (*self._right, Span(" ")) if self._right else EMPTY
        return as_strip(spread(left, right, self.size.width), self.size.width, paint_of(self.app), "panel")

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        start = self.margin_now
        for part in self._parts:
            end = start + width_of(part.line)
            if start <= event.x < end and part.action:
                await self.screen.run_action(part.action)
                return
            start = end


class StatusLine(Lines, can_focus=False):
    """Where the app answers: there when something was said, a line high, more for a sentence that needs them."""

    DEFAULT_CSS = """
    StatusLine { display: none; height: 1; max-height: 5; padding: 0 1 0 3; }
    """

    def say(self, saying: StatusMessage) -> None:
        """Say this until something else is said."""
        lines = wrap(clean(saying.text), max(self.app.size.width - 5, 20)) if saying.text else []
        self.display = bool(lines)
        self.styles.height = min(len(lines), 5)
        self.show([(Span(line, saying.role),) for line in lines])
