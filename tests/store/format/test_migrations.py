"""A file of an older Leerreis, and of a newer one; files of every schema there has been lie in `migrations/`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from portfolio.records.identity import id_of
from portfolio.store import joined_view
from portfolio.store.errors import NewerError
from portfolio.store.file.probe import state_in
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format import canonical, migrations, strict
from portfolio.store.format.canonical import SCHEMA, State, new_state
from portfolio.store.format.migrations import STEPS, migrated
from portfolio.store.versions.version_set import VersionSet
from tests.store import acting
from tests.store.lives import PORTFOLIO, adds, at_home, opened, record_id, state_of, vid

FILES = Path(__file__).parent / "migrations"
Updated = Callable[[], AbstractContextManager[None]]


def file_of(schema: int) -> bytes:
    """The file that a Leerreis of this schema wrote."""
    return (FILES / f"schema-{schema}.json").read_bytes()


def test_there_is_a_step_from_each_schema_to_the_next_and_a_file_of_each() -> None:
    assert set(STEPS) == set(range(1, SCHEMA))
    schemas = {int(re.findall(r"\d+", path.name)[0]) for path in FILES.glob("schema-*.json")}
    assert schemas == set(range(1, SCHEMA + 1))


def test_each_step_makes_of_the_file_before_it_the_file_after_it() -> None:
    for schema, step in STEPS.items():
        assert step(canonical.trusted(file_of(schema))).at_schema(schema + 1).encode() == file_of(schema + 1)


def test_a_file_of_today_is_read_and_written_byte_for_byte() -> None:
    state = state_in(file_of(SCHEMA), "", NOTHING)
    assert state.encode() == file_of(SCHEMA)
    assert state.count("reflections") == 1 and len(list(state.deleted("reflections"))) == 1
    assert {"badges", "goals"} <= set(state.tables()) and "note" in state.odd


def renamed(state: State) -> State:
    """An invented step: what a goal says under `why` is said under `reason` from now on, by the same versions."""
    entries = []
    for key in state.table("goals").lines():
        entry = state.entry("goals", id_of(int(key)))
        assert entry is not None
        fields: Mapping[str, VersionSet] = {("reason" if n == "why" else n): f for n, f in entry.fields.items()}
        entries.append(("goals", id_of(int(key)), entry._replace(fields=fields)))
    return state.with_entries(entries)


@pytest.fixture
def updated(monkeypatch: pytest.MonkeyPatch) -> Updated:
    """A Leerreis of the next schema, for as long as the context lasts."""

    @contextmanager
    def until_downgraded() -> Iterator[None]:
        with monkeypatch.context() as patch:
            for module in (canonical, joined_view, migrations, strict):
                patch.setattr(module, "SCHEMA", SCHEMA + 1)
            patch.setattr(migrations, "STEPS", {**STEPS, SCHEMA: renamed})
            yield

    return until_downgraded


def goal(state: State, **changes: str) -> State:
    """The state with the first goal edited."""
    entry = state.entry("goals", record_id(1))
    assert entry is not None
    return state.with_entries([("goals", record_id(1), acting.edited(entry, changes, vid(9)))])


def in_file(path: Path) -> tuple[int, dict[str, object]]:
    """The schema that a file names, and its first goal."""
    tables = json.loads(path.read_bytes())
    return tables["_meta"]["1"]["schema"], next(iter(tables["goals"].values()))


def test_looking_at_an_older_file_writes_nothing_and_shows_it_in_the_form_of_today(
    tmp_path: Path, updated: Updated
) -> None:
    path = tmp_path / "leerreis.json"
    opened(at_home(tmp_path)).commit(adds("goals", 1, title="Meten", why="daarom"), create=True)
    before = path.read_bytes()
    with updated():
        for _time in range(2):
            state = opened(at_home(tmp_path)).read().state
            shown = state.shown(record_id(1))
            assert shown is not None and shown.values["reason"] == "daarom" and "why" not in shown.values
        assert path.read_bytes() == before


def test_the_first_change_writes_the_form_of_today_and_keeps_a_copy_of_before(tmp_path: Path, updated: Updated) -> None:
    opened(at_home(tmp_path)).commit(adds("goals", 1, title="Meten", why="daarom"), create=True)
    before = (tmp_path / "leerreis.json").read_bytes()
    with updated():
        file = opened(at_home(tmp_path))
        assert file.commit(lambda state: goal(state, title="Eerst meten")).in_file
        schema, document = in_file(tmp_path / "leerreis.json")
        assert schema == SCHEMA + 1 and (document["title"], document["reason"]) == ("Eerst meten", "daarom")
        (copy,) = [each for each in file.snapshots.of(file.state.portfolio_id) if each.why == "migrate"]
        assert file.snapshots.bytes_in(copy.path) == before
        assert file.snapshots.read(copy).encode() == migrated(canonical.trusted(before)).encode()


def test_two_machines_that_are_updated_apart_write_the_same_bytes(tmp_path: Path, updated: Updated) -> None:
    start = state_of(("goals", 1, {"title": "Meten", "why": "daarom"})).encode()
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "leerreis.json").write_bytes(start)
        opened(at_home(tmp_path / name)).read()
    with updated():
        for name in "ab":
            opened(at_home(tmp_path / name)).commit(adds("goals", 2, title="Een tweede"))
        assert (tmp_path / "a" / "leerreis.json").read_bytes() == (tmp_path / "b" / "leerreis.json").read_bytes()


def test_a_copy_in_the_older_form_joins_what_was_written_in_the_newer_one(tmp_path: Path, updated: Updated) -> None:
    opened(at_home(tmp_path)).commit(adds("goals", 1, title="Meten", why="daarom"), create=True)
    start = canonical.trusted((tmp_path / "leerreis.json").read_bytes())
    with updated():
        opened(at_home(tmp_path)).commit(lambda state: goal(state, title="Eerst meten"))
        late = goal(start, why="omdat het helpt").encode()
        (tmp_path / "leerreis (conflicted copy).json").write_bytes(late)
        state = opened(at_home(tmp_path)).read().state
        shown = state.shown(record_id(1))
        assert shown is not None and (shown.values["title"], shown.values["reason"]) == (
            "Eerst meten",
            "omdat het helpt",
        )


@pytest.mark.parametrize("file", ["as it was written", "gone", "put back from before"])
def test_a_leerreis_that_was_put_back_to_an_older_one_writes_in_nothing_newer(
    tmp_path: Path, updated: Updated, file: str
) -> None:
    path = tmp_path / "leerreis.json"
    opened(at_home(tmp_path)).commit(adds("goals", 1, title="Meten"), create=True)
    before = path.read_bytes()
    with updated():
        opened(at_home(tmp_path)).commit(lambda state: goal(state, title="Eerst meten"))
    if file == "gone":
        path.unlink()
    elif file != "as it was written":
        path.write_bytes(before)
    kept = {each: each.read_bytes() for each in tmp_path.rglob("*.json")}
    older = opened(at_home(tmp_path))
    reading = older.read()
    assert reading.read_only and [notice.kind for notice in reading.notices] == ["newer"]
    shown = reading.state.shown(record_id(1))
    assert shown is not None and shown.values["title"] == "Eerst meten"
    with pytest.raises(NewerError):
        older.commit(adds("goals", 2, title="x"), recreate=True)
    assert {each: each.read_bytes() for each in tmp_path.rglob("*.json")} == kept


def test_a_state_of_today_and_one_that_is_no_portfolio_are_left_alone() -> None:
    for state in (new_state(PORTFOLIO), State({}), new_state(PORTFOLIO).at_schema(SCHEMA + 5)):
        assert migrated(state) is state
