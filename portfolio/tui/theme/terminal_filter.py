"""The last filter before the terminal: removes control characters from whatever a widget draws.

Widgets make their own text safe and measure it; this guards against a widget that forgets it. An unsafe character takes
no cell, so leaving it out never changes the width that was measured.
"""

from __future__ import annotations

from functools import cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from portfolio.sanitise import SIGNS


@cache
def _left_out() -> dict[int, str]:
    """As many spaces as each unsafe character takes cells; made when the first one comes, not at the start."""
    return {code: " " * cell_len(chr(code)) for code in SIGNS}


class LastEdge(LineFilter):
    """Replaces unsafe characters in each segment of a line by as many spaces as they take cells."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - of every filter
        """Return the same segments if all are printable, which is nearly always the case."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.text.isprintable() else Segment(segment.text.translate(_left_out()), segment.style)
            for segment in segments
        ]
