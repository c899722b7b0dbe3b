"""An answer of many lines, split over skills: each line keeps its words, and goes with the lines that belong to it.

What is not given a place stays in the feedback it came with, so no word can fall between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where a line goes: with the others of this sort about this skill. Both empty: it stays where it is."""

    sort: str = ""
    skill: str = ""
    """An id, or the name of a skill that does not exist yet."""


class Part(NamedTuple):
    """Lines that belong together."""

    place: Place
    words: str


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def parts(lines: Sequence[str], places: Mapping[int, Place]) -> tuple[Part, ...]:
    """The parts, that which stays first (when there is one), the others in the order of their first lines."""
    held: dict[Place, list[str]] = {}
    for n, line in enumerate(lines):
        held.setdefault(places.get(n, Place()), []).append(line)
    order = sorted(held, key=lambda place: place != Place())
    return tuple(Part(place, "\n".join(held[place])) for place in order)
