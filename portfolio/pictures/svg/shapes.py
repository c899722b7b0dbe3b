"""The symbols as shapes around (0, 0), twelve units across. They differ in shape, never in colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_Part = tuple[str, dict[str, str]]

_THICK: Final = {"stroke-width": "2", "fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
_HALO: Final = {"class": "halo", "stroke-width": "3"}


def _path(d: str, **more: str) -> _Part:
    return "path", {"d": d, **_THICK, **more}


def _round(r: str, **more: str) -> _Part:
    return "circle", {"r": r, "stroke-width": "2", **more}


def _solid(d: str) -> _Part:
    return "path", {"d": d, "stroke-width": "1", "stroke-linejoin": "round"}


_HOLLOW: Final = {"class": "hollow"}
_BEHIND: Final[_Part] = ("circle", {"r": "7", **_HALO})
"""A disc that separates a symbol made of lines from what is behind it."""

_SHAPES: Final[dict[str, tuple[_Part, ...]]] = {
    "start": (_round("4.5", **_HOLLOW),),
    "milestone": (_round("5.5"),),
    "self_now": (_round("5.5"),),
    "certificate": (_solid("M-5.5 -5.5H5.5V5.5H-5.5Z"),),
    "level": (("path", {"d": "M-5 -5H5V5H-5Z", "stroke-width": "2", **_HOLLOW}),),
    "up": (_solid("M0 -6.5L6.5 5.5H-6.5Z"),),
    "down": (_solid("M0 6.5L6.5 -5.5H-6.5Z"),),
    "story": (_BEHIND, _solid("M-6 6L-4.5 1.5L3.5 -6.5L6.5 -3.5L-1.5 4.5Z")),
    "conversation": (("path", {"d": "M0 -7L7 0L0 7L-7 0Z", "stroke-width": "2", **_HOLLOW}),),
    "other": (_solid("M0 -7L7 0L0 7L-7 0Z"),),
    "target": (_round("7", **_HOLLOW, **{"stroke-width": "1.5"}),),
    "at_target": (_round("7", **_HOLLOW, **{"stroke-width": "1.5"}), _round("3.5")),
    "achieved": (_BEHIND, _path("M-6 0L-2 4.5L6 -5")),
    "dropped": (_BEHIND, _path("M-5 -5L5 5M5 -5L-5 5")),
    "paused": (_BEHIND, _path("M-3 -5.5V5.5M3 -5.5V5.5")),
    "resumed": (_BEHIND, _round("5", **_HOLLOW, **{"stroke-dasharray": "2 2"})),
    "unknown": (_path("M-3 -3.5C-3 -7 3 -7 3 -3.5C3 -1 0 -1 0 2M0 5V5.5"),),
    "step": (_path("M0 -5V5"),),
    "top": (_BEHIND, _path("M0 -5.5V5.5M-5.5 0H5.5")),
    "tip": (_BEHIND, _path("M-6 0H5M1 -4L5 0L1 4")),
    "both": (_BEHIND, _path("M0 -6V6M-5 -2.5H5M-5 2.5H5")),
    "feedback": (_round("3.5"),),
    "beyond": (_solid("M-3 -5L5 0L-3 5Z"),),
    "active": (_path("M-7 0H7", **{"stroke-width": "5", "stroke-linecap": "butt"}),),
    "ahead": (_path("M-7 0H7", **{"stroke-dasharray": "5 3"}),),
    "pause": (_path("M-7 0H7", **{"stroke-dasharray": "1 5", "stroke-width": "3"}),),
    "planned": (_path("M-7 0H7", **{"stroke-dasharray": "0.1 5", "stroke-width": "3"}),),
    "levels": (_path("M-7 5H0V-4H7"),),
}


def shape(name: str) -> Sequence[_Part]:
    """Return the elements of a symbol by its name in `portfolio.pictures.signs`; KeyError for an unknown name."""
    return _SHAPES[name]


def names() -> frozenset[str]:
    """Return the names of all symbols that have a shape."""
    return frozenset(_SHAPES)
