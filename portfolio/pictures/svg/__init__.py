"""Lanes, growth and the history of a skill as SVG 1.1, from the same views as in the terminal.

Made for pages that others read: a title and description for screen readers, symbols that differ in shape, no script, no
external font or other resource, and black on white in print.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from portfolio.pictures.frame import View
    from portfolio.wording import Words

DRAWN: Final = ("lanes", "growth", "skill")
"""The pictures available as SVG; the others are tables and lists, which a page has as such."""

Colour: TypeAlias = "Callable[[str], str]"
"""Maps a role of a theme to its colour, `#rrggbb`."""


def svg(view: View, colour: Colour, _: Words) -> str:
    """Return a whole SVG document. Raises KeyError for a picture that is not in `DRAWN`."""
    return _draw(view, colour, _, None)


def drawing(view: View, colour: Colour, _: Words, *, sentence: str) -> str:
    """Return only the drawing, for a page that shows the title and the `sentence` itself."""
    return _draw(view, colour, _, sentence)


def _draw(view: View, colour: Colour, _: Words, sentence: str | None) -> str:
    if view.picture not in DRAWN:
        raise KeyError(view.picture)
    draw: Callable[[View, Colour, Words, str | None], str] = importlib.import_module(
        f"portfolio.pictures.svg.{view.picture}"
    ).draw
    return draw(view, colour, _, sentence)
