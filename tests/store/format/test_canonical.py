"""The bytes of a state: canonical, readable by anyone, and never made anew where nothing changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from portfolio.records.identity import id_of, number_of
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format import changes
from portfolio.store.format.canonical import State, from_tables, new_state, trusted
from portfolio.store.format.line_reader import read_lines
from portfolio.store.format.stored_form import encode
from portfolio.store.versions.values import Json
from portfolio.store.versions.version_set import Entry
from tests.store import acting
from tests.store.lives import PORTFOLIO, json_values, lives, record_id, state_of, texts, vid

META: dict[str, Json] = {"1": {"format": "leerreis", "schema": 1, "portfolio_id": PORTFOLIO, "later": [1]}}
keys = st.integers(0, 2**128 - 1).map(str) | st.sampled_from(
    ["1", "007", "abc", 'a": {', "\\", "a\nb", "\ud800", str(2**128)]
)
documents = st.dictionaries(st.sampled_from(["title", "tags", "answers", "_new"]) | texts, json_values, max_size=4)
tables = st.dictionaries(keys, documents | json_values, max_size=4)
databases = st.dictionaries(
    st.sampled_from(["goals", "_default", "a\tb", "Zeta"]) | texts, tables | json_values, max_size=4
)


@given(databases)
def test_encoding_and_reading_are_one_to_one_with_anything_unknown_in_it(database: dict[str, Any]) -> None:
    state = from_tables({**database, "_meta": META})
    data = state.encode()
    for again in (trusted(data), from_tables(json.loads(data)), from_tables(database | {"_meta": META})):
        assert again.encode() == data
    retold = trusted(data)
    assert State({n: retold.table(n) for n in (*retold.tables(), "_meta")}, retold.odd).encode() == data


@given(databases)
def test_reading_by_lines_gives_the_same_as_reading_the_whole(database: dict[str, Any]) -> None:
    data = from_tables({**database, "_meta": META}).encode()
    for known in (NOTHING, trusted(data), state_of(("goals", 1, {"title": "x"}))):
        state = read_lines(data, known)
        assert state is None or state.encode() == data


@given(databases)
def test_every_record_has_a_line_of_its_own(database: dict[str, Any]) -> None:
    data = from_tables({**database, "_meta": META}).encode()
    assert data.endswith(b"\n") and b"\r" not in data
    for line in data.decode().split("\n"):
        if line.startswith('"') and not line.endswith(":\t{"):
            assert json.loads("{" + line.removesuffix(",") + "}")


def test_the_file_looks_as_documented() -> None:
    state = state_of(("goals", 1, {"title": "Élan"}), ("steps", 2, {"text": "a"}))
    key, other = number_of(record_id(1)), number_of(record_id(2))
    header = f'"1": {{"format": "leerreis", "portfolio_id": "{PORTFOLIO}", "schema": 1}}'
    goal = f'"{key}": {{"_v": {{"*": "{vid(1)}"}}, "id": "{record_id(1)}", "title": "Élan"}}'
    step = f'"{other}": {{"_v": {{"*": "{vid(2)}"}}, "id": "{record_id(2)}", "text": "a"}}'
    expected = f'{{\n"_meta":\t{{\n{header}\n}},\n"goals":\t{{\n{goal}\n}},\n"steps":\t{{\n{step}\n}}\n}}\n'
    assert state.encode().decode() == expected


def test_records_are_in_the_order_of_their_numbers_however_they_came() -> None:
    numbered: list[tuple[str, int, dict[str, Json]]] = [("goals", n, {"title": str(n)}) for n in (3, 1, 20, 2)]
    one = state_of(*numbered)
    step_by_step = new_state(PORTFOLIO)
    for n in (20, 3, 2, 1):
        step_by_step = acting.create(step_by_step, "goals", record_id(n), {"title": str(n)}, vid(n))
    assert one.encode() == step_by_step.encode()
    assert [shown.id for shown in one.records("goals")] == [record_id(n) for n in (1, 2, 3, 20)]


@given(st.lists(st.tuples(st.integers(1, 30), texts), max_size=20))
def test_splicing_a_line_in_gives_the_same_bytes_as_building_the_file_anew(edits: list[tuple[int, str]]) -> None:
    state = new_state(PORTFOLIO)
    for count, (number, words) in enumerate(edits):
        state = acting.create(trusted(state.encode()), "goals", record_id(number), {"title": words}, vid(count))
    assert from_tables(json.loads(state.encode())).encode() == state.encode()
    assert {s.id: s.values.get("title") for s in state.records()} == {record_id(n): words for n, words in edits}


changed_entries = st.lists(
    st.tuples(
        st.sampled_from(["goals", "steps", "a\tb", "Zeta", "_meta"]),
        st.integers(0, 40) | st.integers(0, 2**128 - 1),
        lives.map(lambda machines: machines[0]),
    ),
    max_size=14,
)
numbered = st.dictionaries(st.integers(0, 40).map(str) | keys, documents | json_values, max_size=30)


@given(databases, numbered, changed_entries)
def test_putting_records_in_gives_the_same_bytes_as_building_the_file_anew(
    database: dict[str, Any], goals: dict[str, Any], changed: list[tuple[str, int, Entry]]
) -> None:
    state = from_tables({**database, "goals": goals, "_meta": META})
    expected: dict[str, Any] = json.loads(state.encode())
    for table, number, entry in changed:
        if not isinstance(expected.get(table), dict):
            expected[table] = {}
        expected[table][str(number)] = encode(id_of(number), entry)
    together = [(table, id_of(number), entry) for table, number, entry in changed]
    assert trusted(state.encode()).with_entries(together).encode() == from_tables(expected).encode()
    for each in together:
        state = trusted(state.encode()).with_entries([each])
    assert state.encode() == from_tables(expected).encode()


@given(databases)
def test_every_record_that_is_shown_is_found_by_its_id_and_nothing_else_is_shown(database: dict[str, Any]) -> None:
    state = trusted(from_tables({**database, "_meta": META}).encode())
    for name in state.tables():
        shown = [each.id for each in state.records(name)]
        assert shown == [each.id for each in state.shown_where(name, lambda lines: lines.split(b"\n"))]
        assert all(state.entry(name, record_id) is not None for record_id in shown)


def test_what_has_no_number_of_a_record_is_carried_and_not_shown() -> None:
    by_hand: dict[str, Json] = {"title": "x", "id": "mine"}
    state = from_tables({"goals": {"007": by_hand, str(2**128): by_hand, "²": by_hand, "7": by_hand}, "_meta": META})
    assert [shown.id for shown in state.records("goals")] == [id_of(7)]
    assert [shown.id for shown in state.shown_where("goals", lambda lines: lines.split(b"\n"))] == [id_of(7)]
    assert json.loads(state.encode())["goals"]["007"] == by_hand
    assert state.shown("7") is None and state.entry("goals", "007") is None


def test_a_record_is_shown_with_its_values_and_times() -> None:
    state = state_of(("reflections", 1, {"title": "x", "answers.learned": "y", "tags": ["a"]}))
    shown = state.shown(record_id(1))
    assert shown is not None
    assert (shown.id, shown.table) == (record_id(1), "reflections")
    assert shown.values == {"title": "x", "answers": {"learned": "y"}, "tags": ["a"]}
    assert shown.conflicts == {} and not shown.deleted
    assert shown.created == datetime.fromtimestamp(1_700_000_000.001, UTC)
    later = acting.edit(state, record_id(1), {"title": "z"}, vid(5000)).shown(record_id(1))
    assert later is not None
    assert later.modified == datetime.fromtimestamp(1_700_000_005, UTC)
    assert later.seen["title"] == (vid(5000),)


def test_a_record_with_any_number_has_a_time_that_can_be_shown() -> None:
    for key in ("0", "1", str(2**128 - 1), str(0xFFFFFFFFFFFF << 80 | 7 << 76)):
        shown = from_tables({"goals": {key: {"title": "x"}}, "_meta": META}).shown(id_of(int(key)))
        assert shown is not None
        assert shown.created.year <= 9999 and shown.modified.year <= 9999


def test_deleted_records_are_passed_over_and_found_in_the_bin() -> None:
    state = state_of(("goals", 1, {"title": "x"}), ("goals", 2, {"title": "y"}))
    state = acting.delete(state, record_id(1), vid(9))
    assert [s.id for s in state.records("goals")] == [record_id(2)]
    binned = state.shown(record_id(1))
    assert binned is not None and binned.deleted
    assert [
        s.id
        for s in state.shown_where("goals", lambda lines: [line for line in lines.split(b"\n") if b"title" in line])
    ] == [record_id(2)]
    assert [s.id for s in changes.undelete(state, record_id(1)).records()] == [record_id(1), record_id(2)]


def test_conflicts_name_the_other_values_also_of_a_prompt() -> None:
    state = state_of(("reflections", 1, {"title": "x", "answers.learned": "y"}))
    here = acting.edit(state, record_id(1), {"answers": {"learned": "here"}, "title": None}, vid(3))
    both = acting.edit(here, record_id(1), {"answers.learned": "there", "title": "t"}, vid(2), seen={})
    shown = both.shown(record_id(1))
    assert shown is not None
    assert shown.conflicts == {"answers.learned": ["there"], "title": ["t"]}
    assert shown.values == {"answers": {"learned": "here"}}
    confirmed = acting.confirm(both, record_id(1), shown.conflicts, vid(4)).shown(record_id(1))
    assert confirmed is not None
    assert confirmed.conflicts == {} and confirmed.values == shown.values


def test_a_whole_group_can_be_cleared_and_unnamed_keys_of_it_stay() -> None:
    state = state_of(("reflections", 1, {"answers.learned": "y", "answers.next": "z", "title": "t"}))
    one = acting.edit(state, record_id(1), {"answers": {"learned": "new"}}, vid(2)).shown(record_id(1))
    none = acting.edit(state, record_id(1), {"answers": None}, vid(2)).shown(record_id(1))
    assert one is not None and none is not None
    assert one.values["answers"] == {"learned": "new", "next": "z"}
    assert none.values == {"title": "t"}
    assert acting.edit(state, record_id(1), {"answers": {}}, vid(2)).encode() == state.encode()


def test_a_purged_record_keeps_no_word() -> None:
    state = state_of(("goals", 1, {"title": "secret", "sheet.my question": "x"}))
    purged = acting.purge(state, record_id(1))
    assert b"secret" not in purged.encode() and b"question" not in purged.encode()
    shown = purged.shown(record_id(1))
    assert shown is not None and shown.deleted and shown.values == {}


def test_lone_surrogates_survive_as_json_escapes() -> None:
    state = state_of(("goals", 1, {"title": "a\ud800b"}))
    assert b"\\ud800" in state.encode()
    shown = trusted(state.encode()).shown(record_id(1))
    assert shown is not None and shown.values["title"] == "a\ud800b"


def test_what_a_caller_does_to_shown_values_does_not_reach_the_state() -> None:
    state = state_of(("goals", 1, {"tags": ["a"]}))
    shown = next(state.records())
    shown.values["tags"] = ["spoiled"]
    assert next(state.records()).values == {"tags": ["a"]}
