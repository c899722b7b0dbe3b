"""The few moments that tell a period: at most seven, spread over it, so that the words of each fit on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from portfolio.journey.facts.moments import Moment, MomentKind
from portfolio.journey.facts.period import Period
from portfolio.records.equivalence import caseless

MOST: Final = 7
"""The moments whose words fit beside each other on a line of a page."""
_WORTH: Final[Mapping[MomentKind, int]] = {
    "certificate": 4,
    "goal_reached": 4,
    "story": 3,
    "milestone": 3,
    "level_up": 2,
    "shared_knowledge": 1,
}
"""How much a moment tells; of two equally far from the others, the higher number is shown."""
_OPENS: Final[frozenset[MomentKind]] = frozenset({*_WORTH, "goal_started", "level_first", "conversation"})
"""The moments with which a period can begin."""
_RESTATED: Final[frozenset[MomentKind]] = frozenset(
    {"goal_reached", "certificate", "level_up", "level_down", "level_changed", "level_first"}
)
_PARTS: Final = 14
"""A moment that is at least this part of the period away from the others counts as far enough."""
_LONG: Final = 5
"""Characters from which a word roughly carries the meaning of a text."""


def moments_to_tell(found: Sequence[Moment], period: Period, most: int = MOST) -> tuple[Moment, ...]:
    """Return at most `most` moments by date: the first, the last conversation, and what tells most between them.

    `found` is by date. A moment is shown once, also where a milestone repeats a goal, level or certificate of its day.
    """
    repeated = {id(also) for moment in found for also in restated(moment, found)}
    known = [moment for moment in found if id(moment) not in repeated and moment.kind in _OPENS]
    chosen = known[:1]
    chosen += [moment for moment in known[1:] if moment.kind == "conversation"][-1:]
    others = [moment for moment in known if moment.kind in _WORTH and moment not in chosen]
    enough = max((period.until - period.since).days // _PARTS, 1)
    while others and len(chosen) < most:
        best = max(others, key=lambda moment: (min(_away(moment, chosen), enough), _WORTH[moment.kind]))
        if _away(best, chosen) == 0:
            break
        chosen.append(best)
        others.remove(best)
    return tuple(sorted(chosen[:most], key=lambda moment: (moment.date, moment.id)))


def _away(moment: Moment, chosen: Iterable[Moment]) -> int:
    """Return the days between a moment and the nearest that was chosen."""
    return min((abs((moment.date - other.date).days) for other in chosen), default=date.max.toordinal())


def restated(moment: Moment, found: Iterable[Moment]) -> list[Moment]:
    """Return the moments that a milestone repeats: a goal, level or certificate of its day with a word in common."""
    if moment.kind != "milestone":
        return []
    return [m for m in found if m.date == moment.date and m.kind in _RESTATED and _key(m.text) & _key(moment.text)]


def _key(text: str) -> set[str]:
    """Return the long words of a text, which roughly carry its meaning."""
    return {word for word in re.findall(r"\w+", caseless(text)) if len(word) >= _LONG}
