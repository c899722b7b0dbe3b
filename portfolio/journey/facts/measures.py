"""The course of a number that someone chose to follow: where it began, each reading, and where it is to go.

It is drawn as it was measured: a fall is as good a line as a rise, and nothing is called behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.goals import Measure, Reading

MOST: Final = 24
"""So many of the newest readings are in the line."""


@dataclass(frozen=True, slots=True)
class MeasureCourse:
    """One measure with what it said, oldest first."""

    start: float | None
    readings: tuple[float, ...]
    target: float | None

    @property
    def now(self) -> float | None:
        """What it said last."""
        return self.readings[-1] if self.readings else None

    def heights(self, levels: int) -> tuple[int, ...]:
        """The newest readings as heights from 0 to `levels` - 1, between the lowest and the highest number known."""
        shown = self.readings[-MOST:]
        known = [n for n in (self.start, *self.readings, self.target) if n is not None]
        low, high = (min(known), max(known)) if known else (0.0, 0.0)
        if high == low:
            return tuple(levels // 2 for _n in shown)
        return tuple(round((n - low) / (high - low) * (levels - 1)) for n in shown)


def course_of(measure: Measure, records: Records) -> MeasureCourse:
    """The course of one measure."""
    readings: Sequence[Reading] = [r for r in records.of(Reading) if r.measure == measure.id]
    return MeasureCourse(measure.start, tuple(r.value for r in readings), measure.target)
