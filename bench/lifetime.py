"""Lists of a lifetime against the same on ten years: opening one, a key in it, and searching while one types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import decade
from portfolios import APP, Portfolio, portfolio
from table import ROUNDS, Row, in_turn, median_row, rows_of_a_key
from terminal import CALM, DOWN, READ, SMALL, Answer, Terminal

MOST: Final = 4.4
"""Four times the records may take four times as long, and a tenth more."""
SAME: Final = 1.3
"""For what the number of records has nothing to do with."""
PRESSES: Final = 60
ECHO: Final = 1.5
"""For the letter itself: what it finds comes beside it, so the screen waits for nothing."""
_STANDS: Final = 0.3
"""Seconds without a change after which what was found stands."""
_BACK: Final = "\x7f"


def rows(folder: Path) -> Iterator[Row]:
    """Ours is the lifetime, theirs the ten years."""
    lifetime, ten_years = portfolio(decade.LIFETIME, folder), portfolio(decade.DECADE, folder)
    yield median_row("the app, read", in_turn(_reading(lifetime), _reading(ten_years)), MOST)
    yield median_row("list of reflections, opened", in_turn(_opening(lifetime), _opening(ten_years)), MOST)
    with _running(lifetime) as longer, _running(ten_years) as shorter:
        longer.press("2", CALM, READ)
        shorter.press("2", CALM, READ)
        seconds = in_turn(lambda: longer.press(DOWN).whole, lambda: shorter.press(DOWN).whole, PRESSES)
        yield from rows_of_a_key("down in that list", seconds, SAME)
    with _running(lifetime) as longer, _running(ten_years) as shorter:
        pairs = list(_searched(longer, shorter))
    begun = [a.begun for a, _ in pairs], [b.begun for _, b in pairs]
    whole = [a.whole for a, _ in pairs], [b.whole for _, b in pairs]
    yield from rows_of_a_key("a letter in search, itself", begun, ECHO)
    yield from rows_of_a_key("a letter in search, what it finds", whole, MOST)


def _running(kept: Portfolio) -> Terminal:
    return Terminal([*APP], kept.environment, SMALL, READ)


def _reading(kept: Portfolio) -> Callable[[], float]:
    """From the start until what is in the portfolio was painted."""

    def measured() -> float:
        with _running(kept) as program:
            return program.painted

    return measured


def _opening(kept: Portfolio) -> Callable[[], float]:
    """From the key of the place until its list was painted."""

    def measured() -> float:
        with _running(kept) as program:
            program.settle()
            return program.press("2", _STANDS, READ).whole

    return measured


def _searched(longer: Terminal, shorter: Terminal) -> Iterator[tuple[Answer, Answer]]:
    """Each letter of a word, in both in turn, from the place with the list."""
    for program in (longer, shorter):
        program.press("2", CALM, READ)
        program.press("/", _STANDS)
    blink = max(longer.settle(), shorter.settle())
    for _round in range(max(ROUNDS // 2, 1)):
        for letter in decade.RARE:
            yield longer.press(letter, _STANDS, blink=blink), shorter.press(letter, _STANDS, blink=blink)
        for program in (longer, shorter):
            program.press(_BACK * len(decade.RARE), CALM, blink=blink)
