"""What gave energy: every answer from 1 (none) to 5 (a lot) on its day, and the words of the highest and the lowest.

Private, always. A day says nothing about the day after it: there are points and never a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from portfolio.journey.facts.findings import EnergyFinding
from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection

HIGHEST: Final = 5
_HIGH: Final = 4
_LOW: Final = 2
_SEVERAL: Final = 2
"""With fewer answers above the middle nothing is said of what gives energy: one day says nothing of another."""
_TOLD: Final = 3
"""So many of the highest and of the lowest are told in words."""


@dataclass(frozen=True, slots=True)
class EnergyPoint:
    """One answer: how much energy a day gave, or the week that a review looks back on, and its first words."""

    id: str
    date: date
    level: int
    text: str
    week: bool = False


@dataclass(frozen=True, slots=True)
class Energy:
    """The answers of a period, oldest first."""

    picture: ClassVar[str] = "energy"

    period: Period
    today: date
    finding: EnergyFinding
    points: tuple[EnergyPoint, ...]
    highest: tuple[EnergyPoint, ...]
    """The few that gave most, 4 or 5, where there are two or more; of the same number the latest."""
    lowest: tuple[EnergyPoint, ...]
    """The few that gave least, 1 or 2; of the same number the latest."""

    @property
    def is_empty(self) -> bool:
        """Whether the question was not answered in the period."""
        return not self.points


def energy(records: Records, period: Period, today: date) -> Energy:
    """What gave energy in a period, up to today."""
    points = tuple(
        EnergyPoint(r.id, r.date, r.energy, _words(r), r.template == "week")
        for r in records.of(Reflection)
        if r.energy is not None and period.contains(r.date) and r.date <= today
    )
    high = [p for p in points if p.level >= _HIGH]
    highest = _few(high, up=True) if len(high) >= _SEVERAL else ()
    lowest = _few((p for p in points if p.level <= _LOW), up=False)
    return Energy(period, today, _finding(points, len(high)), points, highest, lowest)


def _words(reflection: Reflection) -> str:
    """What someone called it, else the first words of the answers."""
    title = (reflection.title or "").strip()
    return title or next((words for _key, words in reflection.in_order()), "")


def _few(points: Iterable[EnergyPoint], *, up: bool) -> tuple[EnergyPoint, ...]:
    chosen = sorted(points, key=lambda p: (p.level if up else -p.level, p.date, p.id), reverse=True)[:_TOLD]
    return tuple(sorted(chosen, key=lambda p: (p.date, p.id)))


def _finding(points: Sequence[EnergyPoint], high: int) -> EnergyFinding:
    """What is told of the answers; in words the last of those that say the highest number, when two are high."""
    if not points:
        return EnergyFinding()
    highest = max(point.level for point in points)
    top = [point for point in points if point.level == highest]
    told = [point for point in top if point.text.strip()] if high >= _SEVERAL else []
    return EnergyFinding(
        answers=len(points),
        same=highest if len(top) == len(points) else None,
        text=told[-1].text if told else None,
        date=told[-1].date if told else None,
        high=high,
        highest=highest,
        alike=len(top),
    )
