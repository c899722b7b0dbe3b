"""Two files in one."""

from __future__ import annotations

import json

from hypothesis import given

from portfolio.store.format.canonical import State, from_tables, new_state
from portfolio.store.format.join import brought, join, join_seen, lacking
from portfolio.store.merge_report import Brought
from portfolio.store.versions.values import Json
from portfolio.store.versions.version_set import Entry
from tests.store import acting
from tests.store.format.test_canonical import META, databases
from tests.store.lives import PORTFOLIO, lives, record_id, state_of, vid


def states(machines: list[Entry]) -> list[State]:
    return [new_state(PORTFOLIO).with_entries([("goals", record_id(1), each)]) for each in machines]


@given(lives)
def test_states_join_in_any_order(machines: list[Entry]) -> None:
    a, b, c = states(machines)
    assert join(a, b).encode() == join(b, a).encode()
    assert join(join(a, b), c).encode() == join(a, join(b, c)).encode()
    assert join(join(a, b), a).encode() == join(a, b).encode()


@given(databases, databases)
def test_unknown_tables_and_keys_of_both_are_in_the_join(one: dict[str, Json], other: dict[str, Json]) -> None:
    a, b = from_tables({**one, "_meta": META}), from_tables({**other, "_meta": META})
    both = join(a, b)
    assert both.encode() == join(b, a).encode() == join(both, a).encode() == join(both, b).encode()
    assert set(a.tables()) | set(b.tables()) <= set(both.tables()) | set(both.odd)


def test_two_machines_that_exchange_files_write_the_same_bytes() -> None:
    start = state_of(("goals", 1, {"title": "x"}))
    here = acting.create(
        acting.edit(start, record_id(1), {"title": "here"}, vid(5)), "goals", record_id(2), {"why": "a"}, vid(2)
    )
    there = acting.create(
        acting.edit(start, record_id(1), {"title": "there"}, vid(4)), "steps", record_id(3), {"text": "b"}, vid(3)
    )
    assert join(here, there).encode() == join(there, here).encode()


def test_unknown_keys_in_the_header_join() -> None:
    a = from_tables({"_meta": {"1": {**dict(META["1"]), "a": 1}, "2": {"x": 1}}})  # type: ignore[arg-type]
    b = from_tables({"_meta": {"1": {**dict(META["1"]), "b": {"c": 2}}}})  # type: ignore[arg-type]
    header = join(a, b).header
    assert header["a"] == 1 and header["b"] == {"c": 2}
    assert json.loads(join(b, a).encode())["_meta"]["2"] == {"x": 1}


def test_what_came_from_there_is_counted() -> None:
    ours = state_of(("goals", 1, {"title": "x"}), ("goals", 2, {"title": "y"}))
    mine = acting.edit(ours, record_id(1), {"title": "mine"}, vid(8))
    theirs = acting.edit(ours, record_id(1), {"title": "theirs"}, vid(9))
    theirs = acting.edit(theirs, record_id(2), {"why": "because"}, vid(9))
    theirs = acting.create(theirs, "steps", record_id(3), {"text": "new"}, vid(9))
    assert brought(mine, join(mine, theirs)) == Brought({"step": 1}, {"goal": 2}, 1)
    assert brought(mine, mine) == Brought({}, {})
    assert lacking(mine, theirs) == 3
    assert lacking(join(mine, theirs), theirs) == 0


def test_only_what_hands_changed_is_taken_for_a_hand_edit() -> None:
    known = state_of(("goals", 1, {"title": "x"}))
    tables = json.loads(known.encode())
    next(iter(tables["goals"].values()))["title"] = "by hand"
    edited = from_tables(tables)
    joined = join_seen(known, edited)
    shown = joined.shown(record_id(1))
    assert shown is not None
    assert shown.values == {"title": "by hand"} and shown.conflicts == {}
    assert join_seen(joined, edited).encode() == joined.encode()
    other = join(known, edited).shown(record_id(1))
    assert other is not None and other.conflicts
