"""From the start of the app until its first frame was painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import decade
from portfolios import APP, Portfolio, portfolio
from table import Row, in_turn, median_row
from terminal import SMALL, Terminal, bare


def rows(folder: Path) -> Iterator[Row]:
    """The first frame on ten years and on a lifetime."""
    ten_years, lifetime = portfolio(decade.DECADE, folder), portfolio(decade.LIFETIME, folder)

    def bare_app() -> float:
        with Terminal(bare("list", "30"), ten_years.environment, SMALL, "bare option 3") as program:
            return program.painted

    yield median_row("first frame", in_turn(_first_frame(ten_years), bare_app), 1.3)
    yield median_row("first frame, a lifetime/ten years", in_turn(_first_frame(lifetime), _first_frame(ten_years)), 1.3)


def _first_frame(kept: Portfolio) -> Callable[[], float]:
    def measured() -> float:
        with Terminal([*APP], kept.environment, SMALL, "Today") as program:
            return program.painted

    return measured
