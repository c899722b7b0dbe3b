"""Random lives of one record on three machines, and small makers that the tests of the store share."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from hypothesis import strategies as st

from portfolio.locations import Locations, find
from portfolio.records.identity import id_of
from portfolio.store.format.canonical import State, new_state
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.versions import version_set
from portfolio.store.versions.values import Json
from portfolio.store.versions.version_ids import new_vid
from portfolio.store.versions.version_set import NEVER_DELETED, Entry
from tests.store import acting

PORTFOLIO: Final = "0198c0de-0000-4000-8000-000000000001"
NOTHING: Final = Entry({}, NEVER_DELETED)
FIELDS: Final = ("title", "why", "tags", "shareable", "permission", "chosen", "answers.learned", "answers.next", "_new")

texts: Final = st.text(st.characters(codec="utf-8"), max_size=12)
scalars: Final = (
    st.none() | st.booleans() | st.integers(-9, 9) | texts | st.floats(allow_nan=False, allow_infinity=False)
)
json_values: Final[st.SearchStrategy[Json]] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=5
)
field_values: Final = (
    st.none() | st.sampled_from(["a", "b", "yes", "no", True, False, ["a"], ["b", "a"], [], 3]) | json_values
)
_machine: Final = st.integers(0, 2)
_step: Final = st.one_of(
    st.tuples(st.just("edit"), _machine, st.sampled_from(FIELDS), field_values, st.integers(0, 2**41)),
    st.tuples(st.sampled_from(["delete", "undelete", "purge"]), _machine, st.integers(0, 2**41)),
    st.tuples(st.just("sync"), _machine, _machine),
)
steps: Final = st.lists(_step, max_size=14)


def lived(life: list[tuple[Any, ...]]) -> list[Entry]:
    """The record on three machines after these steps; clocks are anything, version ids are never used twice."""
    start = version_set.create({"title": "first", "tags": ["a"]}, new_vid(1000, 0))
    machines = [start, start, start]
    for number, (deed, machine, *rest) in enumerate(life, 1):
        entry = machines[machine]
        if deed == "edit":
            entry = acting.edited(entry, {rest[0]: rest[1]}, new_vid(rest[2], number))
        elif deed == "delete":
            entry = acting.deleted(entry, new_vid(rest[0], number))
        elif deed == "sync":
            entry = version_set.join(entry, machines[rest[0]])
        else:
            entry = (
                version_set.undelete(entry)
                if deed == "undelete"
                else version_set.purge(entry, version_set.all_of(entry))
            )
        machines[machine] = entry
    return machines


lives: Final = steps.map(lived)


def record_id(number: int) -> str:
    """The number-th id of a record, made at that millisecond of 2023."""
    return id_of((1_700_000_000_000 + number) << 80 | 7 << 76 | 2 << 62 | number)


def vid(number: int) -> str:
    """A version id; greater numbers sort later."""
    return new_vid(1_700_000_000_000 + number, number)


def state_of(*records: tuple[str, int, dict[str, Json]]) -> State:
    """A state with these (table, number, values)."""
    entries = ((table, record_id(n), version_set.create(values, vid(n))) for table, n, values in records)
    return new_state(PORTFOLIO).with_entries(entries)


def at_home(folder: object) -> Locations:
    """The locations with everything in one folder."""
    return find({"LEERREIS_HOME": str(folder)})


def now() -> datetime:
    """A moment; nothing in these tests depends on which."""
    return datetime(2026, 3, 12, 20, 0, tzinfo=UTC)


def opened(locations: Locations, **options: Any) -> PortfolioFile:
    """The portfolio file, with no patience for a broken one."""
    return PortfolioFile(locations, now, **{"patience": 0.0, **options})


def adds(table: str, number: int, **values: Json) -> Callable[[State], State]:
    """A change that adds a record."""
    return lambda state: state.with_entries([(table, record_id(number), version_set.create(values, vid(number)))])


def unique_vid() -> str:
    """A version id for tests where several processes write."""
    return new_vid(random.getrandbits(41), random.getrandbits(35))
