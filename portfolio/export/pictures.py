"""The pictures of a document: drawn from views of what may be told, at a width that survives mail and Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from portfolio.journey.growth import Growth
from portfolio.journey.lanes import Lanes
from portfolio.wording import Words

WIDTH: Final = 72
"""Columns of a picture in a document: more would wrap in a letter font at the usual margins."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as text, with the sentence that says what it shows."""

    sentence: str = ""
    text: str = ""


def growth_picture(view: Growth, _: Words) -> Drawn:
    """Growth per skill."""
    return Drawn()


def lanes_picture(view: Lanes, _: Words) -> Drawn:
    """The journey in lanes."""
    return Drawn()
