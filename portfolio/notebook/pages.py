"""The records of a state as pages for the search, newest first, reading only the date of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from portfolio.journey.search.conditions import Conditions, no_conditions
from portfolio.journey.search.linked_names import Names, no_names
from portfolio.journey.search.record_pages import Page, Pages
from portfolio.notebook.typed_records import record_of
from portfolio.records.days import parse_day
from portfolio.records.identity import id_of
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record
from portfolio.store.format.canonical import State

_KEY: Final = re.compile(rb'"(0|[1-9]\d{0,38})": \{')
_DATE: Final = re.compile(rb'"date": "([^"\\]*)"')


def pages_in(state: State, names: Names = no_names, conditions: Conditions = no_conditions) -> Pages:
    """Every record of this state as a page; `names` gives its people, `conditions` what the terms of a query ask."""
    pages = (page for kind, table in TABLES.items() for page in _pages(state, kind, table, names))
    return Pages(pages, conditions)


def _pages(state: State, kind: str, table: str, names: Names) -> Iterator[Page]:
    for line in state.table(table).raw.split(b",\n"):
        key = _KEY.match(line)
        if key is None:
            continue
        read = partial(_read, state, kind, line)
        day = _day(line)
        if day is None:
            record = read()
            day = record.date if record is not None else None
        if day is not None:
            yield Page(day, id_of(int(key[1])), read, names)


def _read(state: State, kind: str, line: bytes) -> Record | None:
    shown = next(state.shown_where(TABLES[kind], lambda _lines: (line,)), None)
    return record_of(kind, shown) if shown is not None else None


def _day(line: bytes) -> date | None:
    """The date of the record in this line, when it can be found without parsing.

    It can when the line has one date, and that is not in a group such as the answers.
    """
    found = _DATE.search(line)
    if found is None or _DATE.search(line, found.end()):
        return None
    before = line[: found.start()]
    return parse_day(found[1].decode()) if before.count(b"{") - before.count(b"}") == 1 else None
