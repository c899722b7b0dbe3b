"""A key until all of its answer was painted, in a list and in a text: ours and the bare app's in turn.

The bare app has an OptionList of as many rows, or a TextArea of the same words, in a terminal of the same size.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import decade
from portfolios import APP, Portfolio, portfolio
from table import Row, in_turn, rows_of_a_key
from terminal import CALM, DOWN, PAGE_DOWN, READ, SMALL, TWO_PANES, Terminal, bare

PRESSES: Final = int(os.environ.get("BENCH_KEYS", "100"))
MOST: Final = 1.5
SIZES: Final = {"80x24": SMALL, "120x36, with its text": TWO_PANES}


def rows(folder: Path) -> Iterator[Row]:
    """Keys in the list of ten years, in a new note, and in an answer of two thousand words."""
    ten_years = portfolio(decade.DECADE, folder)
    for name, size in SIZES.items():
        yield from _in_a_list(ten_years, name, size)
    empty, long = folder / "empty.txt", folder / "long.txt"
    empty.write_text("")
    long.write_text(decade.long_answer(), encoding="utf-8")
    yield from _in_a_text(ten_years, "a letter in a note", ["n"], empty)
    yield from _in_a_text(ten_years, "a letter in 2,000 words", ["2", "e"], long)


def _in_a_list(kept: Portfolio, name: str, size: tuple[int, int]) -> Iterator[Row]:
    with (
        Terminal([*APP], kept.environment, size, READ) as mine,
        Terminal(bare("list", str(kept.count)), kept.environment, size, "bare option 3") as theirs,
    ):
        mine.press("2", CALM, READ)
        theirs.settle()
        for key, keys in (("down", DOWN), ("page down", PAGE_DOWN)):
            yield from rows_of_a_key(f"{key}, {name}", _pressed(mine, theirs, keys), MOST)


def _in_a_text(kept: Portfolio, name: str, keys: list[str], text: Path) -> Iterator[Row]:
    with (
        Terminal([*APP], kept.environment, SMALL, READ) as mine,
        Terminal(bare("text", str(text)), kept.environment, SMALL, "Quit") as theirs,
    ):
        for key in keys:
            mine.press(key, CALM)
        theirs.settle()
        yield from rows_of_a_key(name, _pressed(mine, theirs, "a"), MOST)


def _pressed(mine: Terminal, theirs: Terminal, keys: str) -> tuple[list[float], list[float]]:
    return in_turn(lambda: mine.press(keys).whole, lambda: theirs.press(keys).whole, PRESSES)
