"""The bars at the top and bottom of a screen: one line each, with parts that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from portfolio.sanitise import clean
from portfolio.text import wrap_at_most
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.text.spans import EMPTY, PAGE, Line, Span, spread, width_of
from portfolio.tui.theme.theme import Paint, paint_of
from portfolio.tui.widgets.lines import Lines, as_strip

MARGIN: Final = 3
"""Cells at the left, so that the text of a bar is aligned with the text between the bars."""

_MOST: Final = 5
"""Lines of the longest message."""


class Part(NamedTuple):
    """A piece of a bar, and the action that a click on it runs."""

    line: Line
    action: str = ""


class Bar(Widget):
    """One line: parts from the left, and a line at the right."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; }
    """

    def __init__(self, *, id: str | None = None, margin: int = MARGIN) -> None:  # noqa: A002 - Textual's name
        """Make an empty bar."""
        super().__init__(id=id)
        self._margin = margin
        self._parts: Sequence[Part] = ()
        self._right: Line = EMPTY
        self._paint: Paint | None = None
        """The styles it was last painted with."""

    def show(self, parts: Sequence[Part], right: Line = EMPTY) -> None:
        """Show these parts; nothing is repainted when neither the parts nor the styles changed."""
        paint = paint_of(self.app)
        if (parts, right) != (self._parts, self._right) or paint is not self._paint:
            self._parts, self._right, self._paint = parts, right, paint
            self.refresh()

    @property
    def margin_now(self) -> int:
        """The cells at the left: fewer if the parts, and a cell at the right edge, would not fit otherwise."""
        wide = sum(width_of(part.line) for part in self._parts) + 1
        return max(min(self._margin, self.size.width - wide), 0)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - the bar has one line
        """Draw the line."""
        left = (Span(" " * self.margin_now), *(span for part in self._parts for span in part.line))
        right = (*self._right, Span(" ")) if self._right else EMPTY
        return as_strip(spread(left, right, self.size.width), self.size.width, paint_of(self.app), "panel")

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the part that was clicked."""
        start = self.margin_now
        for part in self._parts:
            end = start + width_of(part.line)
            if start <= event.x < end and part.action:
                await self.screen.run_action(part.action)
                return
            start = end


class StatusLine(Lines, can_focus=False):
    """The message line of the app: hidden without a message, as high as the message needs, at most five lines."""

    DEFAULT_CSS = """
    StatusLine { display: none; height: 1; max-height: 5; padding: 0 1 0 3; }
    """

    def say(self, message: StatusMessage) -> None:
        """Show a message until the next one."""
        width = min(max(self.app.size.width - 5, 20), PAGE)
        lines = wrap_at_most(clean(message.text), width, _MOST) if message.text else []
        self.display = bool(lines)
        self.styles.height = len(lines)
        self.show([(Span(line, message.role),) for line in lines])
