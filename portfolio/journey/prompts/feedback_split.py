"""Split feedback of several lines over skills: lines with the same place become one part.

Lines without a place stay in the feedback they came with, so that no text is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where a line goes: to the part with this sort and skill. Both empty: it stays where it is."""

    sort: str = ""
    skill: str = ""
    """An id, or the name of a skill that does not exist yet."""


class Part(NamedTuple):
    """Lines that belong together, joined by line ends."""

    place: Place
    words: str


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines that are not blank, stripped."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def parts(lines: Sequence[str], places: Mapping[int, Place]) -> tuple[Part, ...]:
    """Return the parts: what stays first (if anything), the others in the order of their first lines.

    `places` maps the index of a line to its place.
    """
    held: dict[Place, list[str]] = {}
    for n, line in enumerate(lines):
        held.setdefault(places.get(n, Place()), []).append(line)
    order = sorted(held, key=lambda place: place != Place())
    return tuple(Part(place, "\n".join(held[place])) for place in order)
