"""The pictures of a document: drawn from views of shared records, at a width that survives mail and Word.

Their sentences are in the first person, since the document is the user's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from portfolio.export.document import Block, Fenced
from portfolio.journey.views.lanes import Lanes
from portfolio.pictures import lanes as lanes_drawing
from portfolio.pictures.canvas import Picture, row_text
from portfolio.pictures.frame import View
from portfolio.pictures.sentences import sentence
from portfolio.wording import Words

WIDTH: Final = 72
"""Columns of a picture in a document: more would wrap in a monospaced font at the usual margins."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as text, with the sentence that describes it."""

    sentence: str = ""
    text: str = ""
    view: View | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The drawing as a block; empty when there is none."""
        return (Fenced(self.text, self.view, self.sentence),) if self.text else ()


def lanes_picture(view: Lanes, _: Words) -> Drawn:
    """The journey in lanes."""
    if view.is_empty:
        return Drawn()
    finding = view.finding
    has_finding = finding.reached or finding.running or finding.paused or finding.turning
    drawn = _rows(lanes_drawing.draw(view, width=WIDTH, _=_, twin=False))
    return Drawn(sentence(finding, _) if has_finding else "", drawn, view)


def _rows(picture: Picture) -> str:
    """The drawing and its legend; the title is the heading of the section."""
    if picture.empty:
        return ""
    rows = [*picture.body, *([()] if picture.legend else []), *picture.legend]
    return "\n".join(row_text(row) for row in rows)
