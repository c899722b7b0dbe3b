"""The pictures of ten years, from the data to what is painted, and a key on them until its answer was painted.

The portfolio is that of the other measurements with a journey in it: thirty goals, twelve skills and their parts.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Final

import decade
from portfolios import APP, OURS, Portfolio, portfolio
from table import Row, in_turn, median_row, rows_of_a_key
from terminal import CALM, DOWN, READ, TWO_PANES, Terminal, bare

from portfolio import themes
from portfolio.journey.facts.period import since
from portfolio.notebook.typed_records import records_of
from portfolio.pictures import PICTURES, draw, view_of
from portfolio.records.collection import Records
from portfolio.records.skills import Skill
from portfolio.store.format.canonical import trusted
from portfolio.tui.text.spans import Span
from portfolio.tui.theme.theme import Paint
from portfolio.tui.widgets.lines import as_strip
from portfolio.wording import Words

PRESSES: Final = int(os.environ.get("BENCH_KEYS", "100"))
PICTURE: Final = 0.5
KEY: Final = 1.5
RIGHT: Final = "\x1b[C"
WIDE: Final = 114
"""Columns that a picture has on a screen of 120."""
CHANGED: Final = ("lanes", "timeline")
"""The pictures that look at most records."""
SEEN: Final = 30
"""Rows of it that a screen of 36 shows: no others become strips."""


def rows(folder: Path) -> Iterator[Row]:
    """Each picture against parsing the file; then the keys that walk it and go along in time."""
    ten_years = portfolio(decade.DECADE, folder)
    records = folder / "journey.json"
    records.write_text(json.dumps(decade.journey()), encoding="utf-8")
    adding = [OURS, "add", "--from-json", str(records)]
    subprocess.run(adding, env=ten_years.environment, check=True, capture_output=True)
    data = (ten_years.home / "leerreis" / "leerreis.json").read_bytes()
    for name in PICTURES:
        work = f"picture of ten years: {name}"
        yield median_row(work, in_turn(_drawing(name, data), _parsing(data)), PICTURE)
    for name in CHANGED:
        work = f"the same after a change: {name}"
        yield median_row(work, in_turn(_drawing(name, data, changed=True), _parsing(data)), PICTURE)
    yield from _keys(ten_years)


def _drawing(name: str, data: bytes, *, changed: bool = False) -> Callable[[], float]:
    """From the records, as an app has them that looked at them before, to strips of cells.

    With `changed` they are a new collection each time, as after a save: read beside the screen, and not looked at yet.
    """
    known, words = records_of(trusted(data)), Words("en")
    everything = list(known)
    paint = Paint(themes.load().get(None))
    period = since(min(record.date for record in everything), decade.LAST_DAY)

    def drawn() -> float:
        records = known
        if changed:
            records = Records.of_all(everything)
            len(records)  # reads every kind
        started = perf_counter()
        more = {"skill": records.of(Skill)[0].id} if name == "skill" else {}
        view = view_of(name, records, period, decade.LAST_DAY, **more)
        assert view is not None  # noqa: S101 - the skill is there
        assert not view.is_empty  # noqa: S101 - an empty picture costs nothing
        picture = draw(view, width=WIDE, _=words, **({"height": SEEN} if name == "lanes" else {}))
        for row in picture.rows[:SEEN]:
            as_strip(tuple(Span(span.text, span.role) for span in row), WIDE, paint)
        return perf_counter() - started

    return drawn


def _parsing(data: bytes) -> Callable[[], float]:
    def parsed() -> float:
        started = perf_counter()
        json.loads(data)
        return perf_counter() - started

    return parsed


def _keys(kept: Portfolio) -> Iterator[Row]:
    """Everything in lanes on a wide screen: a mark further, and half a window earlier or later."""
    with (
        Terminal([*APP], kept.environment, TWO_PANES, READ) as mine,
        Terminal(bare("list", str(kept.count)), kept.environment, TWO_PANES, "bare option 3") as theirs,
    ):
        mine.press("6", CALM, READ)
        theirs.settle()
        back_and_forth = itertools.cycle((RIGHT, RIGHT, RIGHT, "\x1b[D", "\x1b[D", "\x1b[D"))
        seconds = in_turn(lambda: mine.press(next(back_and_forth)).whole, lambda: theirs.press(DOWN).whole, PRESSES)
        yield from rows_of_a_key("a mark further on the lanes", seconds, KEY)
        along = itertools.cycle((",", "."))
        seconds = in_turn(lambda: mine.press(next(along)).whole, lambda: theirs.press(DOWN).whole, PRESSES)
        yield from rows_of_a_key("half a year earlier or later", seconds, KEY)
