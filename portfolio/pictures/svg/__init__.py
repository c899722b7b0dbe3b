"""The lanes, growth and the course of a skill as SVG (1.1), from the same views as in the terminal.

For a page or a screen of someone else: a title and a description for those who listen, signs that differ in shape, no
script, no font from elsewhere, nothing that is loaded; on paper black on white.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from portfolio.pictures.frame import View
    from portfolio.wording import Words

DRAWN: Final = ("lanes", "growth", "skill")
"""The pictures that there are as SVG; the others are tables and lists, which a page has as such."""

Colour: TypeAlias = "Callable[[str], str]"
"""From a role of a theme to its colour, `#rrggbb`."""


def svg(view: View, colour: Colour, _: Words) -> str:
    """A whole SVG document. KeyError for a picture that is not drawn so."""
    return _draw(view, colour, _, None)


def drawing(view: View, colour: Colour, _: Words, *, told: str) -> str:
    """Only the drawing, for a page that has the title and the sentence `told` in its own words beside it."""
    return _draw(view, colour, _, told)


def _draw(view: View, colour: Colour, _: Words, told: str | None) -> str:
    if view.picture not in DRAWN:
        raise KeyError(view.picture)
    draw: Callable[[View, Colour, Words, str | None], str] = importlib.import_module(
        f"portfolio.pictures.svg.{view.picture}"
    ).draw
    return draw(view, colour, _, told)
