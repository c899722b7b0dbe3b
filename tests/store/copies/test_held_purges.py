"""A purge that comes from elsewhere: few records are named and go, many wait for a decision on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio.locations import Locations
from portfolio.notebook import Notebook, open_notebook, relocation
from portfolio.notebook.backups import backups
from portfolio.notebook.health import check
from portfolio.records.goals import Goal
from portfolio.store.copies.held_purges import FEW, LATELY
from portfolio.store.format.canonical import State
from portfolio.store.versions.values import Json
from portfolio.wording import Words
from tests.store import acting
from tests.store.lives import at_home, now, opened, record_id, state_of

EN, NL = Words("en"), Words("nl")
COPY = "leerreis.sync-conflict-20261122-233937-G3W4CDZ.json"


def many(count: int) -> State:
    values: list[dict[str, Json]] = [{"title": f"secret {n}", "why": f"reason {n}"} for n in range(1, count + 1)]
    return state_of(*(("goals", n, each) for n, each in enumerate(values, 1)))


def purged(state: State, count: int) -> State:
    """The same on another computer, where so many records were purged."""
    for n in range(1, count + 1):
        state = acting.purge(state, record_id(n))
    return state


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    return at_home(tmp_path)


def known(here: Locations, count: int) -> State:
    """A computer that has so many goals."""
    Path(here.data_file).parent.mkdir(parents=True, exist_ok=True)
    Path(here.data_file).write_bytes(many(count).encode())
    opened(here).commit(lambda state: acting.edit(state, record_id(1), {"due": "2026-05-01"}, "1M7QSKQK8WRRXGCX"))
    return opened(here).read().state


def start(here: Locations) -> Notebook:
    """As a command does."""
    return open_notebook(here, today=now().date(), now=now)


def titles(notebook: Notebook) -> set[str]:
    return {goal.title for goal in notebook.read.records.of(Goal)}


def kept(here: Locations, words: bytes) -> bool:
    """Whether some file of this computer still holds the words."""
    return any(words in path.read_bytes() for path in Path(here.state_folder).rglob("*") if path.is_file())


WAYS = ["in place of the file", "beside it"]


def arrives(here: Locations, state: State, way: str) -> None:
    path = Path(here.data_file)
    (path if way == WAYS[0] else path.with_name(COPY)).write_bytes(state.encode())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("count", "total"), [(1, 1), (1, 5), (2, 25), (3, 40)])
def test_few_are_carried_out_and_named_once(here: Locations, count: int, total: int, way: str) -> None:
    state = known(here, total)
    arrives(here, purged(state, count), way)
    notebook = start(here)
    (notice,) = (each for each in notebook.notices if each.kind == "purged_elsewhere")
    goals = "learning goal" if count == 1 else "learning goals"
    assert f"{count} {goals}" in notice.sentence(EN)
    said = " ".join(arrival.sentence(EN) for arrival in notebook.copies.take_arrived())
    assert "Nothing was lost" not in said
    assert len(titles(notebook)) == total - count and not notebook.waits()
    assert not kept(here, b'secret 1"')
    assert not start(here).notices


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("count", "total"), [(4, 100), (5, 5), (2, 4), (2, 19)])
def test_many_wait_out_of_sight_until_somebody_here_decides(here: Locations, count: int, total: int, way: str) -> None:
    state = known(here, total)
    arrives(here, purged(state, count), way)
    for _look in range(2):
        notebook = start(here)
        assert [each.kind for each in notebook.notices] == ["purge_held"]
        assert f"{count} learning goals" in notebook.notices[0].sentence(EN)
        assert f"{count} leerdoelen" in notebook.notices[0].sentence(NL)
        assert len(titles(notebook)) == total - count
        assert "Nothing was lost" not in " ".join(a.sentence(EN) for a in notebook.copies.take_arrived())
    assert b'secret 1"' not in Path(here.data_file).read_bytes()
    assert kept(here, b'secret 1"')
    assert any(each.sort == "file" and "merge --keep" in each.sentence(EN) for each in check(start(here)))
    assert len(backups(start(here))) > 0


def test_what_is_kept_is_back_in_every_word_and_on_every_computer(here: Locations, tmp_path: Path) -> None:
    state = known(here, 5)
    theirs = purged(state, 5)
    arrives(here, theirs, WAYS[0])
    before = titles(start(here))
    assert not before
    notebook = start(here)
    assert notebook.write.refuse_purge().in_file and not notebook.waits()
    assert titles(notebook) == {f"secret {n}" for n in range(1, 6)}
    assert {goal.why for goal in notebook.read.records.of(Goal)} == {f"reason {n}" for n in range(1, 6)}
    assert not start(here).notices and not check(start(here))
    there = at_home(tmp_path / "other")
    Path(there.data_file).parent.mkdir()
    Path(there.data_file).write_bytes(theirs.encode())
    start(there)
    arrives(there, opened(here).read().state, WAYS[1])
    assert titles(start(there)) == {f"secret {n}" for n in range(1, 6)}
    arrives(here, theirs, WAYS[0])
    assert titles(start(here)) == {f"secret {n}" for n in range(1, 6)}, "the same purge does not come twice"
    assert not start(here).waits()


def test_what_is_accepted_is_in_no_file_any_more(here: Locations) -> None:
    state = known(here, 5)
    arrives(here, purged(state, 5), WAYS[0])
    start(here).accept_purge()
    assert not kept(here, b'secret 1"') and not kept(here, b"reason 5")
    assert not start(here).notices and not titles(start(here))


def test_what_waits_grows_and_stays_whole(here: Locations) -> None:
    state = known(here, 8)
    arrives(here, purged(state, 4), WAYS[0])
    start(here)
    arrives(here, purged(state, 5), WAYS[0])
    notebook = start(here)
    assert "5 learning goals" in notebook.notices[0].sentence(EN)
    notebook.write.refuse_purge()
    assert titles(notebook) == {f"secret {n}" for n in range(1, 9)}


def test_a_purge_on_this_computer_asks_nothing(here: Locations) -> None:
    known(here, 5)
    notebook = start(here)
    purged_here = notebook.write.purge([record_id(n) for n in range(1, 6)])
    assert not purged_here.left and not notebook.waits() and not kept(here, b'secret 1"')
    app = start(here)
    assert not app.notices


def test_a_file_that_is_merged_by_name_takes_no_more_than_one_that_arrives(here: Locations, tmp_path: Path) -> None:
    state = known(here, 5)
    named = tmp_path / "a stick" / "leerreis.json"
    named.parent.mkdir()
    named.write_bytes(purged(state, 5).encode())
    notebook = start(here)
    brought, notices = notebook.copies.merge(str(named))
    assert brought.purged == {"goal": 5} and not brought.changed
    assert [each.kind for each in notices] == ["purge_held"]
    assert kept(here, b'secret 1"')


def test_words_that_wait_go_when_they_are_purged_here(here: Locations) -> None:
    state = known(here, 5)
    arrives(here, purged(state, 5), WAYS[0])
    start(here).write.purge([record_id(1)])
    notebook = start(here)
    assert not kept(here, b'secret 1"') and kept(here, b'secret 2"')
    assert "4 learning goals" in notebook.notices[0].sentence(EN)


def test_what_waits_goes_along_when_the_file_moves(here: Locations, tmp_path: Path) -> None:
    state = known(here, 5)
    arrives(here, purged(state, 5), WAYS[0])
    start(here)
    target = str(tmp_path / "elsewhere" / "leerreis.json")
    relocation.move(here, target, now, lambda _path: None)
    there = start(here._replace(data_file=target))
    assert "5 learning goals" in there.notices[0].sentence(EN)
    there.write.refuse_purge()
    assert len(titles(there)) == 5


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("each_time", [1, 2, 3])
def test_a_few_again_and_again_wait_as_soon_as_they_are_many(here: Locations, each_time: int, way: str) -> None:
    state = known(here, 40)
    for count in range(each_time, FEW + 1, each_time):
        arrives(here, purged(state, count), way)
        assert [each.kind for each in start(here).notices] == ["purged_elsewhere"]
    at_last = count + each_time
    arrives(here, purged(state, at_last), way)
    notebook = start(here)
    assert [each.kind for each in notebook.notices] == ["purge_held"]
    assert sum(notebook.waits().values()) == each_time
    notebook.write.refuse_purge()
    assert len(titles(start(here))) == 40 - count
    arrives(here, purged(state, at_last + 1), way)
    assert [each.kind for each in start(here).notices] == ["purged_elsewhere"], "after a decision it is counted anew"


def test_a_few_now_and_then_are_not_counted_together_and_a_damaged_note_does_no_harm(here: Locations) -> None:
    state = known(here, 40)
    arrives(here, purged(state, 3), WAYS[0])
    start(here)
    arrives(here, purged(state, 6), WAYS[0])
    later = open_notebook(here, today=now().date(), now=lambda: now() + LATELY)
    assert [each.kind for each in later.notices] == ["purged_elsewhere"]
    (note,) = Path(here.shadow_folder).glob("*.let-go")
    assert record_id(1) not in note.read_text()
    note.write_text('[["x", []]')
    arrives(here, purged(state, 9), WAYS[0])
    assert [each.kind for each in start(here).notices] == ["purged_elsewhere"]
