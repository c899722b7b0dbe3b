"""The most memory that the app ever had, after every list and picture was opened, against the bare app and the file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import decade
from portfolios import APP, portfolio
from table import Row
from terminal import CALM, PAGE_DOWN, READ, SMALL, Terminal, bare

FILES: Final = 10
"""So many times the file may be in memory, above what Textual takes."""
_KEYS: Final = ("2", PAGE_DOWN, "6", "7", "1", "2")


def rows(folder: Path) -> Iterator[Row]:
    """Ten years and a lifetime; the kernel tells it only on Linux."""
    if sys.platform != "linux":
        return
    for name, count in (("ten years", decade.DECADE), ("a lifetime", decade.LIFETIME)):
        kept = portfolio(count, folder)
        with Terminal(bare("list", "30"), kept.environment, SMALL, "bare option 3") as theirs:
            theirs.settle()
            most = theirs.peak + FILES * kept.file_size
        with Terminal([*APP], kept.environment, SMALL, READ) as mine:
            for key in _KEYS:
                mine.press(key, CALM)
            yield Row(f"memory, {name}", mine.peak / 1e6, most / 1e6, 1.0, "MB")
