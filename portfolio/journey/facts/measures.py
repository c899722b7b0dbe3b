"""The course of a number that the user follows for a goal: its start, each reading and its target.

It is shown as measured: a fall counts as much as a rise, and nothing is called behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.goals import Measure, Reading

MOST: Final = 24
"""The number of newest readings that the line shows."""


@dataclass(frozen=True, slots=True)
class MeasureHistory:
    """One measure with its readings, oldest first, in the unit of the measure."""

    start: float | None
    readings: tuple[float, ...]
    target: float | None

    @property
    def now(self) -> float | None:
        """The last reading; None without readings."""
        return self.readings[-1] if self.readings else None

    def heights(self, levels: int) -> tuple[int, ...]:
        """Scale the newest readings to 0 to `levels` - 1, between the lowest and the highest known number."""
        shown = self.readings[-MOST:]
        known = [n for n in (self.start, *self.readings, self.target) if n is not None]
        low, high = (min(known), max(known)) if known else (0.0, 0.0)
        if high == low:
            return tuple(levels // 2 for _n in shown)
        return tuple(round((n - low) / (high - low) * (levels - 1)) for n in shown)


def measure_history(measure: Measure, records: Records) -> MeasureHistory:
    """Return the course of one measure."""
    readings: Sequence[Reading] = [r for r in records.of(Reading) if r.measure == measure.id]
    return MeasureHistory(measure.start, tuple(r.value for r in readings), measure.target)
