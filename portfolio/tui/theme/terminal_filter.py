"""The last edge before the terminal: whatever a widget draws, nothing that a terminal obeys gets out of a text.

Every widget makes its words safe itself, and counts their cells. This is for the one that forgot: an unsafe character
takes no cell, so it is left out, and no line becomes longer than it was counted.
"""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from portfolio.sanitise import SIGNS

_LEFT_OUT: Final = {code: " " * cell_len(chr(code)) for code in SIGNS}


class LastEdge(LineFilter):
    """Takes from each segment of a line what a terminal would obey."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - of every filter
        """The same segments where all of them are printable, as nearly always."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.text.isprintable() else Segment(segment.text.translate(_LEFT_OUT), segment.style)
            for segment in segments
        ]
