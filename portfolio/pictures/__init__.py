"""The pictures: views of the journey drawn as rows of text with roles. No terminal, colour or markup.

These functions find a picture by name and import its module only then, so that a command loads one picture.
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
    "skill": "skill.skill_view",
    "goals": "goals.goals",
    "rhythm": "rhythm.rhythm",
    "timeline": "timeline.timeline",
    "forms": "forms.forms",
    "evidence": "evidence.coverage",
    "energy": "energy.energy",
}
"""Picture -> module and function of its view in `portfolio.journey.views`; the module of that name here draws it.

`skill` also takes the id of a skill, `timeline` also `quiet` and `own`, `lanes` also `own` and `whole`.
"""

PRIVATE: Final = frozenset({"rhythm", "energy"})
"""Pictures for the user only, which are never part of what is shared."""

OWN: Final = frozenset({"lanes", "timeline"})
"""Pictures that also show the user's own entries, to the user only: their views take `own`."""


def view_of(name: str, records: Records, period: Period, today: date, **more: Any) -> View | None:
    """Return the view of a picture; None for a skill that is not in these records.

    Raises KeyError for an unknown name.
    """
    module, _dot, function = PICTURES[name].partition(".")
    make: Callable[..., View | None] = getattr(importlib.import_module(f"portfolio.journey.views.{module}"), function)
    return make(records, period, today, **more)


def draw(view: View, *, width: int, _: Words, signs: Signs | None = None, **more: Any) -> Picture:
    """Draw a view in `width` cells (40 to 240). The lanes also take `height`, in rows of the body."""
    return _call(view.picture, "draw", view, width, _, signs, more)


def draw_list(view: View, *, width: int, _: Words, signs: Signs | None = None) -> Picture:
    """Draw the list twin: the same facts as lines of text, for screen readers and the "as text" key."""
    return _call("lists", "draw_list", view, width, _, signs, {})


def as_text(view: View, _: Words, *, width: int = 80, signs: Signs | None = None) -> str:
    """Return the list twin as plain text."""
    return draw_list(view, width=width, _=_, signs=signs).text()


def _call(
    module: str, name: str, view: View, width: int, _: Words, signs: Signs | None, more: dict[str, Any]
) -> Picture:
    drawing: Callable[..., Picture] = getattr(importlib.import_module(f"portfolio.pictures.{module}"), name)
    chosen = {} if signs is None else {"signs": signs}
    return drawing(view, width=width, _=_, **chosen, **more)
