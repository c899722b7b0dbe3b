"""Views of the journey as rows of text with roles. Pure: no terminal, no colour, no markup.

The functions here find a picture by its name and import it only then, so that a command pays for one picture alone.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from portfolio.journey.facts.period import Period
    from portfolio.pictures.canvas import Picture
    from portfolio.pictures.frame import View
    from portfolio.pictures.signs import Signs
    from portfolio.records.collection import Records
    from portfolio.wording import Words

PICTURES: Final[dict[str, str]] = {
    "lanes": "lanes.lanes",
    "growth": "growth.growth",
    "skill": "skill.skill_course",
    "goals": "goals.goals",
    "rhythm": "rhythm.rhythm",
    "timeline": "timeline.timeline",
    "forms": "forms.forms",
    "evidence": "evidence.coverage",
    "energy": "energy.energy",
}
"""By name of the picture the module and the function of its view in `portfolio.journey`; drawn by the module of that
name here. `skill` also takes the id of a skill, `timeline` also `quiet`."""

PRIVATE: Final = frozenset({"rhythm", "energy"})
"""Pictures that are for the person alone and never part of what is shared."""


def view_of(name: str, records: Records, period: Period, today: date, **more: Any) -> View | None:
    """The view of a picture; KeyError for an unknown name, None for a skill that is not in these records."""
    module, _dot, function = PICTURES[name].partition(".")
    make: Callable[..., View | None] = getattr(importlib.import_module(f"portfolio.journey.views.{module}"), function)
    return make(records, period, today, **more)


def draw(view: View, *, width: int, _: Words, signs: Signs | None = None, **more: Any) -> Picture:
    """The picture of a view in `width` cells (40 to 240). `height` (rows for the body) is for the lanes."""
    return _call(view.picture, "draw", view, width, _, signs, more)


def draw_list(view: View, *, width: int, _: Words, signs: Signs | None = None) -> Picture:
    """The list twin: the same facts as lines of words, for reading aloud and for the key "as text"."""
    return _call("lists", "draw_list", view, width, _, signs, {})


def as_text(view: View, _: Words, *, width: int = 80, signs: Signs | None = None) -> str:
    """The list twin as plain text."""
    return draw_list(view, width=width, _=_, signs=signs).text()


def _call(
    module: str, name: str, view: View, width: int, _: Words, signs: Signs | None, more: dict[str, Any]
) -> Picture:
    drawing: Callable[..., Picture] = getattr(importlib.import_module(f"portfolio.pictures.{module}"), name)
    chosen = {} if signs is None else {"signs": signs}
    return drawing(view, width=width, _=_, **chosen, **more)
