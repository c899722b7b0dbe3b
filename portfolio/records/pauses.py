"""The pauses of a goal, each from a day until a day.

In JSON a pause is `{"from": "2025-03-01", "until": "2025-04-01"}`: `until` is the day the goal was resumed, and is
absent while the pause lasts; `from` is absent where its beginning was not recorded. Keys of a later version are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from portfolio.records.days import parse_day

FROM: Final = "from"
UNTIL: Final = "until"
BETWEEN: Final = "/"
"""Separates the two days of a pause in one text, as in an ISO 8601 interval."""
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Pause(NamedTuple):
    """One pause; a day that is unknown, or has not come yet, is None."""

    since: date | None
    until: date | None
    more: Mapping[str, Any] = _NOTHING
    """Keys that this version does not know."""

    def __str__(self) -> str:
        """The form in which it is typed: 2025-03-01/2025-04-01; a side without a day is empty."""
        return BETWEEN.join(day.isoformat() if day else "" for day in (self.since, self.until))

    @property
    def plain(self) -> dict[str, Any]:
        """The JSON object."""
        days = {FROM: self.since, UNTIL: self.until}
        return {**{key: day.isoformat() for key, day in days.items() if day is not None}, **self.more}

    def holds(self, day: date) -> bool:
        """Whether the goal was paused on this day; the day it was resumed is not part of the pause."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


def pause_of(value: object) -> Pause | None:
    """The pause in a JSON object; None for any other value, without a day, or with the days in the wrong order."""
    if not isinstance(value, Mapping):
        return None
    days = {key: value.get(key) for key in (FROM, UNTIL)}
    since, until = (parse_day(day) for day in days.values())
    wrong = any(day is not None and read is None for day, read in zip(days.values(), (since, until), strict=True))
    if wrong or (since is None and until is None) or (since is not None and until is not None and until < since):
        return None
    return Pause(since, until, {key: each for key, each in value.items() if key not in days})


def merged(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Sort pauses by time and drop duplicates.

    After a join of two computers the list holds the pauses of both: of a pause that one of them ended and the other
    left open, the ended one counts.
    """
    ended = {pause.since for pause in pauses if pause.until is not None}
    left = {(p.since, p.until): p for p in pauses if p.until is not None or p.since not in ended}
    return tuple(sorted(left.values(), key=lambda p: (p.since or p.until or date.min, p.until or date.max)))
