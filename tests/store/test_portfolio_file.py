"""The one file: read, saved, joined, healed, and never written over when it must not be."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio import atomic
from portfolio.errors import PortfolioError
from portfolio.locations import Locations
from portfolio.store.errors import ForeignError, MissingError, NewerError, NotSavedError, OtherPortfolioError
from portfolio.store.format.canonical import State, from_tables, new_state, trusted
from portfolio.store.format.strict import UnreadableError
from portfolio.store.merge import merge
from portfolio.store.merge_report import Arrival, Brought
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.wording import Words
from tests.store import acting
from tests.store.faults import CountingReads, ReadOnlyFolder

from .lives import adds, at_home, opened, record_id, state_of, vid
from .test_strict import BROKEN


def titles(state: State) -> list[object]:
    return [shown.values.get("title") for shown in state.records("goals")]


def data_file(locations: Locations) -> Path:
    return Path(locations.data_file)


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    """A machine with one goal."""
    locations = at_home(tmp_path / "here")
    opened(locations).commit(adds("goals", 1, title="first"), create=True)
    return locations


@pytest.fixture
def there(tmp_path: Path, here: Locations) -> Locations:
    """Another machine, to which the file was carried over."""
    locations = at_home(tmp_path / "there")
    carry(here, locations)
    opened(locations).read()
    return locations


def carry(source: Locations, target: Locations) -> None:
    """What a sync client does: one machine's file takes the place of the other's."""
    data_file(target).parent.mkdir(exist_ok=True)
    data_file(target).write_bytes(data_file(source).read_bytes())


def test_reading_makes_no_file(tmp_path: Path) -> None:
    locations = at_home(tmp_path / "nowhere")
    reading = opened(locations).read()
    assert (list(reading.state.records()), reading.notices, reading.read_only, reading.exists) == ([], (), False, False)
    assert not (tmp_path / "nowhere").exists()


def test_nothing_is_written_before_a_portfolio_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        opened(at_home(tmp_path)).commit(adds("goals", 1, title="x"))
    assert not (tmp_path / "leerreis.json").exists()


def test_a_new_portfolio_is_for_its_owner_alone(tmp_path: Path) -> None:
    locations = at_home(tmp_path / "a" / "b")
    old = os.umask(0)
    try:
        saved = opened(locations).commit(adds("goals", 1, title="x"), create=True)
    finally:
        os.umask(old)
    assert saved.in_file and saved.notices == ()
    for folder in (tmp_path / "a", tmp_path / "a" / "b", Path(locations.state_folder), Path(locations.shadow_folder)):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in (data_file(locations), *Path(locations.state_folder).rglob("*.*")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert saved.state.header["format"] == "leerreis" and len(saved.state.portfolio_id) == 36


def test_what_is_saved_is_read_by_the_next_process(here: Locations) -> None:
    opened(here).commit(adds("goals", 2, title="second"))
    reading = opened(here).read()
    assert titles(reading.state) == ["first", "second"]
    assert reading.exists and not reading.notices
    assert data_file(here).read_bytes() == reading.state.encode()


def test_a_link_stays_a_link_and_the_mode_stays_as_it_was(here: Locations, tmp_path: Path) -> None:
    real = tmp_path / "cloud" / "real.json"
    real.parent.mkdir()
    data_file(here).rename(real)
    real.chmod(0o640)
    data_file(here).symlink_to(real)
    assert opened(here).commit(adds("goals", 2, title="second")).in_file is False or data_file(here).is_symlink()
    opened(here).read()
    assert data_file(here).is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_two_windows_see_each_others_words(here: Locations) -> None:
    one, other = opened(here), opened(here)
    one.read(), other.read()
    one.commit(adds("goals", 2, title="one"))
    assert other.changed_outside()
    other.commit(adds("goals", 3, title="other"))
    assert one.changed_outside()
    assert titles(one.read().state) == titles(other.read().state) == ["first", "one", "other"]
    assert not one.changed_outside() and not other.changed_outside()


def test_a_touched_file_is_no_change(here: Locations) -> None:
    file = opened(here)
    file.read()
    os.utime(here.data_file, ns=(1, 1))
    assert not file.changed_outside()
    data_file(here).unlink()
    assert file.changed_outside()


def test_words_of_another_machine_are_joined_with_ours(here: Locations, there: Locations) -> None:
    ours, theirs = opened(here), opened(there)
    ours.commit(adds("goals", 2, title="ours"))
    theirs.commit(adds("goals", 3, title="theirs"))
    carry(there, here)  # the sync client puts their file in the place of ours
    assert titles(ours.read().state) == ["first", "ours", "theirs"]
    assert titles(trusted(data_file(here).read_bytes())) == ["first", "ours", "theirs"]
    carry(here, there)
    assert theirs.read().state.encode() == ours.read().state.encode()
    assert data_file(here).read_bytes() == data_file(there).read_bytes()


def test_reading_again_writes_nothing(here: Locations, there: Locations) -> None:
    opened(there).commit(adds("goals", 3, title="theirs"))
    carry(there, here)
    opened(here).read()
    before = [(path, path.stat().st_mtime_ns) for path in Path(here.state_folder).parent.rglob("*.json")]
    opened(here).read()
    opened(here).commit(lambda state: state)
    assert before == [(path, path.stat().st_mtime_ns) for path in Path(here.state_folder).parent.rglob("*.json")]


def test_an_edit_by_hand_is_taken_over_and_spread(here: Locations, there: Locations) -> None:
    data = data_file(here).read_text()
    data_file(here).write_text(data.replace('"first"', '"by hand"'))
    shown = opened(here).read().state.shown(record_id(1))
    assert shown is not None and shown.values == {"title": "by hand"} and shown.conflicts == {}
    carry(here, there)
    assert titles(opened(there).read().state) == ["by hand"]


def typed_over(path: str, old: bytes, new: bytes) -> None:
    """Change a file in place, to the same size, and set its time back."""
    before = os.stat(path)
    changed = Path(path).read_bytes().replace(old, new)
    while os.stat(path).st_ctime_ns == before.st_ctime_ns:  # until the clock of the file system goes on
        with open(path, "r+b") as file:
            file.write(changed)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = os.stat(path)
    assert atomic.fingerprint_of(after) == atomic.fingerprint_of(before)


def test_what_was_read_is_not_read_again_unless_file_or_shadow_was_touched(
    here: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_TICK_NS", -(2**63))  # as if all of it was written long ago
    (shadow,) = map(str, Path(here.shadow_folder).glob("*.json"))
    system = CountingReads()
    file = opened(here, system=system)
    file.read()
    system.reads = 0
    saved = file.commit(adds("goals", 2, title="second"))
    assert saved.in_file and system.reads == 0
    file.read()
    typed_over(here.data_file, b'"first"', b'"typed"')
    saved = file.commit(adds("goals", 3, title="third"))
    assert saved.in_file and titles(saved.state) == ["typed", "second", "third"]
    assert titles(trusted(data_file(here).read_bytes())) == ["typed", "second", "third"]
    file.read()
    typed_over(shadow, b'"typed"', b'"TYPED"')
    system.reads = 0
    assert file.commit(adds("goals", 4, title="fourth")).in_file and system.reads > 0


def test_a_change_right_after_reading_is_noticed_although_its_time_may_be_the_same(
    here: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_TICK_NS", 2**63)  # as if all of it was written this instant
    system = CountingReads()
    file = opened(here, system=system)
    file.read()
    system.reads = 0
    file.commit(adds("goals", 3, title="third"))
    assert system.reads > 0


def test_another_layout_of_the_same_is_left_as_it_is(here: Locations) -> None:
    pretty = json.dumps(json.loads(data_file(here).read_bytes()), indent=4)
    data_file(here).write_text(pretty)
    assert titles(opened(here).read().state) == ["first"]
    assert data_file(here).read_text() == pretty
    opened(here).commit(adds("goals", 2, title="second"))
    assert trusted(data_file(here).read_bytes()).encode() == data_file(here).read_bytes()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_left_alone_and_words_go_to_the_shadow(here: Locations, name: str) -> None:
    good = data_file(here).read_bytes()
    data_file(here).write_bytes(BROKEN[name])
    reading = opened(here).read()
    assert titles(reading.state) == ["first"]
    assert [n.kind for n in reading.notices] == ["damaged"]
    saved = opened(here).commit(adds("goals", 2, title="second"), create=True, recreate=True)
    assert not saved.in_file and [n.kind for n in saved.notices] == ["not_in_file"]
    assert data_file(here).read_bytes() == BROKEN[name]
    assert titles(opened(here).read().state) == ["first", "second"]
    copies = [path.read_bytes() for path in Path(here.state_folder).glob("damaged/*")]
    assert copies == ([BROKEN[name]] if BROKEN[name].strip(b"\0") else [])
    data_file(here).write_bytes(good)
    assert titles(opened(here).read().state) == ["first", "second"]
    assert titles(trusted(data_file(here).read_bytes())) == ["first", "second"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_without_a_shadow_is_an_error_and_left_alone(tmp_path: Path, name: str) -> None:
    locations = at_home(tmp_path)
    data_file(locations).write_bytes(BROKEN[name])
    with pytest.raises(UnreadableError, match="leerreis"):
        opened(locations).read()
    with pytest.raises(UnreadableError, match="leerreis"):
        opened(locations).commit(adds("goals", 1, title="x"), create=True, recreate=True)
    assert data_file(locations).read_bytes() == BROKEN[name]


def test_a_file_that_is_being_written_is_waited_for(here: Locations) -> None:
    whole = data_file(here).read_bytes()
    data_file(here).write_bytes(whole[:100])
    pauses: list[float] = []

    class Writer(ReadOnlyFolder):
        def sleep(self, seconds: float) -> None:
            pauses.append(seconds)
            data_file(here).write_bytes(whole[: 100 * len(pauses)] if len(pauses) < 3 else whole)

    reading = opened(here, patience=1.0, system=Writer("/nowhere")).read()
    assert reading.notices == () and len(pauses) == 3
    data_file(here).write_bytes(b"for ever broken")
    pauses.clear()

    class Still(Writer):
        def sleep(self, seconds: float) -> None:
            pauses.append(seconds)

    opened(here, patience=1.0, system=Still("/nowhere")).read()
    assert 0 < sum(pauses) <= 1.0


def newer(state: State) -> State:
    return from_tables({**json.loads(state.encode()), "_meta": {"1": {**state.header, "schema": 2}}})


def foreign(_state: State) -> State:
    return from_tables({"_meta": {"1": {"format": "else"}}, "goals": {"1": {"title": "not ours"}}})


@pytest.mark.parametrize(
    ("spoil", "refusal", "shown"), [(newer, NewerError, ["first"]), (foreign, ForeignError, ["first"])]
)
def test_a_newer_or_foreign_file_is_never_written(
    here: Locations, spoil: Callable[[State], State], refusal: type[PortfolioError], shown: list[str]
) -> None:
    data_file(here).write_bytes(spoil(trusted(data_file(here).read_bytes())).encode())
    before = data_file(here).read_bytes()
    reading = opened(here).read()
    assert reading.read_only and len(reading.notices) == 1 and titles(reading.state) == shown
    with pytest.raises(refusal):
        opened(here).commit(adds("goals", 2, title="second"), create=True, recreate=True)
    assert data_file(here).read_bytes() == before


def test_a_foreign_file_without_a_shadow_can_be_looked_at(tmp_path: Path) -> None:
    locations = at_home(tmp_path)
    data_file(locations).write_text('{"goals": {"1": {"title": "from plain TinyDB"}}}')
    reading = opened(locations).read()
    assert titles(reading.state) == ["from plain TinyDB"] and reading.read_only
    with pytest.raises(ForeignError):
        opened(locations).commit(adds("goals", 1, title="x"), create=True)


def test_a_missing_file_is_not_made_again_unasked(here: Locations) -> None:
    data_file(here).unlink()
    reading = opened(here).read()
    assert titles(reading.state) == ["first"] and not reading.exists
    assert [n.kind for n in reading.notices] == ["missing"]
    saved = opened(here).commit(adds("goals", 2, title="second"), create=True)
    assert not saved.in_file and not data_file(here).exists()
    again = opened(here).commit(lambda state: state, recreate=True)
    assert again.in_file and titles(trusted(data_file(here).read_bytes())) == ["first", "second"]


def test_a_file_that_icloud_took_away_is_not_missing(here: Locations) -> None:
    data_file(here).rename(data_file(here).with_name(".leerreis.json.icloud"))
    assert [n.kind for n in opened(here).read().notices] == ["not_downloaded"]
    assert not opened(here).commit(adds("goals", 2, title="second"), recreate=True).in_file


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_words_are_safe_when_the_folder_cannot_be_written(here: Locations, tmp_path: Path, error: int) -> None:
    elsewhere = here._replace(data_file=str(tmp_path / "cloud" / "leerreis.json"))
    opened(elsewhere).commit(adds("goals", 1, title="first"), create=True)
    before = data_file(elsewhere).read_bytes()
    system = ReadOnlyFolder(str(tmp_path / "cloud"), error)
    saved = opened(elsewhere, system=system).commit(adds("goals", 2, title="second"))
    assert not saved.in_file and [n.kind for n in saved.notices] == ["not_in_file"]
    assert data_file(elsewhere).read_bytes() == before
    assert os.listdir(tmp_path / "cloud") == ["leerreis.json"]
    assert titles(opened(elsewhere).read().state) == ["first", "second"]
    assert titles(trusted(data_file(elsewhere).read_bytes())) == ["first", "second"]


def test_nothing_is_acknowledged_when_the_shadow_cannot_be_written(here: Locations) -> None:
    before = data_file(here).read_bytes()
    with pytest.raises(NotSavedError, match="not saved"):
        opened(here, system=ReadOnlyFolder(here.shadow_folder)).commit(adds("goals", 2, title="second"))
    assert data_file(here).read_bytes() == before
    assert titles(opened(here, system=ReadOnlyFolder(here.shadow_folder)).read().state) == ["first"]


def test_a_file_replaced_while_it_is_saved_is_joined_again(here: Locations, there: Locations) -> None:
    opened(there).commit(adds("goals", 3, title="theirs"))

    class Race(ReadOnlyFolder):
        done = False

        def stat(self, handle_or_path: int | str) -> os.stat_result:
            if handle_or_path == here.data_file and not self.done:
                self.done = True
                carry(there, here)
            return os.stat(handle_or_path)

    system = Race("/nowhere")
    saved = opened(here, system=system).commit(adds("goals", 2, title="ours"))
    assert system.done and saved.in_file
    assert titles(saved.state) == titles(trusted(data_file(here).read_bytes())) == ["first", "ours", "theirs"]


def test_a_file_that_never_comes_to_rest_leaves_the_words_in_the_shadow(here: Locations) -> None:
    class Restless(ReadOnlyFolder):
        count = 0

        def stat(self, handle_or_path: int | str) -> os.stat_result:
            if handle_or_path == here.data_file:
                self.count += 1
                os.utime(here.data_file, ns=(self.count, self.count))
            return os.stat(handle_or_path)

    saved = opened(here, system=Restless("/nowhere")).commit(adds("goals", 2, title="ours"))
    assert not saved.in_file
    assert titles(opened(here).read().state) == ["first", "ours"]


def test_another_portfolio_at_the_same_path_starts_a_new_shadow_and_keeps_the_old_one(
    here: Locations, tmp_path: Path
) -> None:
    other = at_home(tmp_path / "other")
    opened(other).commit(adds("goals", 7, title="of somebody else"), create=True)
    carry(other, here)
    reading = opened(here).read()
    assert titles(reading.state) == ["of somebody else"]
    assert [n.kind for n in reading.notices] == ["other_portfolio"]
    kept = Path(str(reading.notices[0].parameters["kept"]))
    assert titles(trusted(kept.read_bytes())) == ["first"]
    assert opened(here).read().notices == ()
    assert data_file(here).read_bytes() == data_file(other).read_bytes()


def test_a_portfolio_without_words_gives_way_to_one_that_has_them(here: Locations, tmp_path: Path) -> None:
    second = at_home(tmp_path / "second")
    opened(second).commit(lambda state: state, create=True)  # started before the first sync arrived
    empty = data_file(second).read_bytes()
    carry(here, second)
    assert titles(opened(second).read().state) == ["first"] and not opened(second).read().notices
    data_file(here).write_bytes(empty)
    assert titles(opened(here).read().state) == ["first"]
    assert titles(trusted(data_file(here).read_bytes())) == ["first"]


def test_words_in_an_older_shadow_are_named_and_merged(here: Locations, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    moved = here._replace(data_file=str(tmp_path / "new" / "leerreis.json"))
    carry(here, moved)
    opened(here).commit(adds("goals", 2, title="only in the old place"))
    data_file(here).unlink()
    file = opened(moved)
    reading = file.read()
    assert titles(reading.state) == ["first"]
    assert [n.kind for n in reading.notices] == ["older_shadow"]
    ((path, count),) = file.older_shadows()
    assert count == 1
    saved, came = merge(file, path)
    assert came == Brought({"goal": 1}, {}) and saved.in_file
    assert titles(file.read().state) == ["first", "only in the old place"] and file.older_shadows() == []


def test_merging_says_what_came_from_there(here: Locations, there: Locations) -> None:
    opened(here).commit(lambda s: acting.edit(s, record_id(1), {"title": "here"}, vid(8)))
    opened(there).commit(lambda s: acting.edit(s, record_id(1), {"title": "there"}, vid(9)))
    opened(there).commit(adds("goals", 2, title="second"))
    _saved, came = merge(opened(here), there.data_file)
    assert came == Brought({"goal": 1}, {"goal": 1}, 1)
    assert Arrival("there.json", came).sentence(Words("en")) == (
        "New from “there.json”: 1 learning goal. Changed there: 1 learning goal. "
        "1 text was changed on both sides; both versions are kept. Nothing was lost."
    )
    _saved, came = merge(opened(here), there.data_file)
    assert came == Brought({}, {})
    assert "already held all of it" in Arrival("there.json", came).sentence(Words("en"))


def test_another_portfolio_or_a_broken_file_is_not_merged(here: Locations, tmp_path: Path) -> None:
    other = at_home(tmp_path / "other")
    opened(other).commit(adds("goals", 7, title="of somebody else"), create=True)
    before = data_file(here).read_bytes()
    with pytest.raises(OtherPortfolioError, match="other"):
        merge(opened(here), other.data_file)
    (tmp_path / "broken.json").write_bytes(b"{")
    with pytest.raises(UnreadableError, match="broken"):
        merge(opened(here), str(tmp_path / "broken.json"))
    with pytest.raises(PortfolioError, match="none"):
        merge(opened(here), str(tmp_path / "none.json"))
    assert data_file(here).read_bytes() == before


def test_an_empty_portfolio_becomes_the_one_that_is_merged_into_it(here: Locations, tmp_path: Path) -> None:
    empty = at_home(tmp_path / "empty")
    opened(empty).commit(lambda state: state, create=True)
    saved, came = merge(opened(empty), here.data_file)
    assert came.new == {"goal": 1} and saved.in_file
    assert saved.state.portfolio_id == opened(here).read().state.portfolio_id
    assert opened(empty).read().notices == ()


def test_a_damaged_shadow_does_not_stand_in_the_way(here: Locations) -> None:
    (shadow,) = Path(here.shadow_folder).glob("*.json")
    shadow.write_bytes(shadow.read_bytes()[:50])
    saved = opened(here).commit(adds("goals", 2, title="second"))
    assert saved.in_file and titles(opened(here).read().state) == ["first", "second"]
    assert shadow.read_bytes() == data_file(here).read_bytes()


def test_a_lost_shadow_loses_nothing_that_is_remembered(here: Locations, there: Locations) -> None:
    file = opened(here)
    file.commit(adds("goals", 2, title="ours"))
    for shadow in Path(here.shadow_folder).glob("*.json"):
        shadow.unlink()
    carry(there, here)
    assert titles(file.read().state) == ["first", "ours"]


def test_a_home_put_back_from_a_backup_loses_nothing_that_is_remembered(here: Locations) -> None:
    (shadow,) = Path(here.shadow_folder).glob("*.json")
    backup = shadow.read_bytes()
    file = opened(here)
    file.commit(adds("goals", 2, title="second"))
    for path in (shadow, data_file(here)):
        path.write_bytes(backup)
    assert titles(file.read().state) == ["first", "second"]
    assert titles(opened(here).read().state) == ["first", "second"]


def test_leftovers_of_a_crash_are_swept_after_an_hour(here: Locations) -> None:
    old = data_file(here).with_name(".~leerreis.json.0123456789ab.tmp")
    new = data_file(here).with_name(".~leerreis.json.ba9876543210.tmp")
    for path in (old, new):
        path.touch()
    os.utime(new, (2e9, 2e9))
    os.utime(old, (1e9, 1e9))
    opened(here).tidy()
    assert new.exists() and not old.exists()


def test_an_empty_state_has_no_portfolio(tmp_path: Path) -> None:
    file: PortfolioFile = opened(at_home(tmp_path))
    assert file.read().state.portfolio_id == ""
    assert new_state("x").portfolio_id == "x"
    assert titles(state_of(("goals", 1, {"title": "x"}))) == ["x"]
