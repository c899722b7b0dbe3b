"""The energy view: every answer from 1 (none) to 5 (a lot) on its day, and the texts of the highest and lowest.

Always private. Points are never joined by a line: one day says nothing about the next.
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
"""The number of answers above the middle that is needed to say what gives energy: one day is not enough."""
_SHOWN: Final = 3
"""The number of highest and of lowest answers shown with their text."""


@dataclass(frozen=True, slots=True)
class EnergyPoint:
    """One answer on a day (`week`: it is about the week of a review), with its title or first words."""

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
    """The highest answers, 4 or 5, if there are two or more; of equal answers the latest. At most `_SHOWN`, by day."""
    lowest: tuple[EnergyPoint, ...]
    """The lowest answers, 1 or 2; of equal answers the latest. At most `_SHOWN`, by day."""

    @property
    def is_empty(self) -> bool:
        """Whether the period has no answer."""
        return not self.points


def energy(records: Records, period: Period, today: date) -> Energy:
    """Return the energy answers of a period, up to today."""
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
    """Return the title of a reflection, else its first answer."""
    title = (reflection.title or "").strip()
    return title or next((words for _key, words in reflection.in_order()), "")


def _few(points: Iterable[EnergyPoint], *, up: bool) -> tuple[EnergyPoint, ...]:
    chosen = sorted(points, key=lambda p: (p.level if up else -p.level, p.date, p.id), reverse=True)[:_SHOWN]
    return tuple(sorted(chosen, key=lambda p: (p.date, p.id)))


def _finding(points: Sequence[EnergyPoint], high: int) -> EnergyFinding:
    """Summarise the answers; the text is that of the latest highest answer, if enough answers are high."""
    if not points:
        return EnergyFinding()
    highest = max(point.level for point in points)
    top = [point for point in points if point.level == highest]
    with_text = [point for point in top if point.text.strip()] if high >= _SEVERAL else []
    return EnergyFinding(
        answers=len(points),
        same=highest if len(top) == len(points) else None,
        text=with_text[-1].text if with_text else None,
        date=with_text[-1].date if with_text else None,
        high=high,
        highest=highest,
        alike=len(top),
    )
