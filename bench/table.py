"""The table: the work, what ours took, what theirs took, the ratio, and the most that it may be."""

from __future__ import annotations

import math
import os
import statistics
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

ROUNDS: Final = int(os.environ.get("BENCH_ROUNDS", "11"))


class Row(NamedTuple):
    """One line of the table."""

    work: str
    ours: float
    theirs: float
    bound: float
    """The most that ours may be of theirs."""
    unit: str = "ms"

    @property
    def above(self) -> bool:
        """Whether it misses its bound."""
        return self.ours > self.bound * self.theirs

    def __str__(self) -> str:
        """The line as it is printed."""
        amounts = f"{self.ours:>7.0f} {self.unit}{self.theirs:>7.0f} {self.unit}"
        ratio = f"{self.ours / self.theirs:>8.3f}{self.bound:>9.2f}"
        return f"{self.work:<44}{amounts}{ratio}{'  above' if self.above else ''}"


HEAD: Final = f"{'work':<44}{'ours':>10}{'theirs':>10}{'ratio':>8}{'at most':>9}"


def in_turn(
    mine: Callable[[], float], theirs: Callable[[], float], rounds: int = ROUNDS
) -> tuple[list[float], list[float]]:
    """What both measure, in turn, after one round that does not count: what else the machine does hits both."""
    mine(), theirs()
    pairs = [(mine(), theirs()) for _ in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def median_row(work: str, seconds: tuple[Sequence[float], Sequence[float]], bound: float) -> Row:
    """A row of the two medians, in milliseconds."""
    ours, theirs = (statistics.median(each) * 1000 for each in seconds)
    return Row(work, ours, theirs, bound)


def rows_of_a_key(work: str, seconds: tuple[Sequence[float], Sequence[float]], bound: float) -> Iterator[Row]:
    """The median and the 95th percentile: a key that is slow now and then is a slow key."""
    yield median_row(f"{work}, median", seconds, bound)
    ours, theirs = (_percentile(each, 95) * 1000 for each in seconds)
    yield Row(f"{work}, 95th percentile", ours, theirs, bound)


def _percentile(numbers: Sequence[float], percent: int) -> float:
    return sorted(numbers)[math.ceil(len(numbers) * percent / 100) - 1]
