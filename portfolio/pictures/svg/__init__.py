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
    if view.picture not in DRAWN:
        raise KeyError(view.picture)
    drawing: Callable[[View, Colour, Words], str] = importlib.import_module(
        f"portfolio.pictures.svg.{view.picture}"
    ).draw
    return drawing(view, colour, _)
