"""Copies beside the file: joined at once, taken away later, and nobody else's file ever touched."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from portfolio import atomic
from portfolio.errors import PortfolioError
from portfolio.locations import Locations
from portfolio.store.errors import OtherPortfolioError
from portfolio.store.format.canonical import State, from_tables, trusted
from portfolio.store.merge import merge, merge_beside
from portfolio.store.merge_report import Arrival, Brought
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.purge import purge
from tests.store import acting
from tests.store.faults import CountingReads, DiedError, FaultySystem, ReadOnlyFolder

from .lives import adds, at_home, now, opened, record_id, vid

CONFLICT = "leerreis.sync-conflict-20261122-233937-G3W4CDZ.json"


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.passed = timedelta()

    def __call__(self) -> datetime:
        return now() + self.passed

    def wait(self, seconds: float) -> None:
        self.passed += timedelta(seconds=seconds)


def at(locations: Locations, clock: Callable[[], datetime] = now, **options: object) -> PortfolioFile:
    return PortfolioFile(locations, clock, patience=0.0, **options)  # type: ignore[arg-type]


def titles(state: State) -> list[str]:
    return sorted(str(shown.values.get("title")) for shown in state.records("goals"))


def in_file(here: Locations) -> list[str]:
    return titles(trusted(Path(here.data_file).read_bytes()))


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    """A machine with one goal; its file lies in a folder of its own."""
    locations = at_home(tmp_path / "here")._replace(data_file=str(tmp_path / "cloud" / "leerreis.json"))
    opened(locations).commit(adds("goals", 1, title="first"), create=True)
    return locations


@pytest.fixture
def elsewhere(tmp_path: Path, here: Locations) -> Callable[..., bytes]:
    """Changes the portfolio on another machine: the bytes of the file there."""

    def changed(*steps: Callable[[State], State]) -> bytes:
        there = at_home(tmp_path / "there")
        Path(there.data_file).parent.mkdir(exist_ok=True)
        Path(there.data_file).write_bytes(Path(here.data_file).read_bytes())
        for step in steps:
            opened(there).commit(step)
        return Path(there.data_file).read_bytes()

    return changed


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing was written just now: what the status of file and folder says is believed."""
    monkeypatch.setattr(atomic, "_TICK_NS", -(2**63))


def beside(here: Locations, name: str, data: bytes) -> Path:
    path = Path(here.data_file).with_name(name)
    path.write_bytes(data)
    return path


def absorbed(here: Locations) -> list[bytes]:
    return [path.read_bytes() for path in Path(here.absorbed_folder).glob("*")]


def test_a_copy_is_joined_at_once_and_told_in_words(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    data = elsewhere(
        adds("goals", 2, title="theirs"), lambda s: acting.edit(s, record_id(1), {"title": "there"}, vid(9))
    )
    opened(here).commit(lambda s: acting.edit(s, record_id(1), {"title": "here"}, vid(8)))
    copy = beside(here, CONFLICT, data)
    file = opened(here)
    assert titles(file.read().state) == in_file(here) == ["theirs", "there"]
    assert file.take_arrived() == (Arrival(CONFLICT, Brought({"goal": 1}, {"goal": 1}, 1)),)
    assert file.take_arrived() == ()
    assert copy.read_bytes() == data, "a copy went before its minute was over"
    assert opened(here).read().notices == ()


def test_a_copy_goes_when_its_words_were_in_the_file_for_a_minute(
    here: Locations, elsewhere: Callable[..., bytes]
) -> None:
    clock, data = Clock(), elsewhere(adds("goals", 2, title="theirs"))
    copy = beside(here, CONFLICT, data)
    file = at(here, clock)
    file.read()
    clock.wait(59)
    assert not file.changed_outside()
    at(here, clock).read()
    assert copy.exists()
    clock.wait(1)
    assert file.changed_outside()
    at(here, clock).read()
    assert not copy.exists() and absorbed(here) == [data]
    (kept,) = Path(here.absorbed_folder).glob("*")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert in_file(here) == ["first", "theirs"]


def test_a_file_that_went_back_in_time_begins_the_minute_anew(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    clock, old = Clock(), Path(here.data_file).read_bytes()
    copy = beside(here, CONFLICT, elsewhere(adds("goals", 2, title="theirs")))
    at(here, clock).read()
    Path(here.data_file).write_bytes(old)
    clock.wait(90)
    at(here, clock).read()
    assert copy.exists() and in_file(here) == ["first", "theirs"]
    clock.wait(90)
    at(here, clock).read()
    assert not copy.exists()


def test_a_clock_that_goes_back_takes_nothing_away_early(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    clock = Clock()
    copy = beside(here, CONFLICT, elsewhere(adds("goals", 2, title="theirs")))
    at(here, clock).read()
    clock.wait(-1e6)
    at(here, clock).read()
    clock.wait(30)
    at(here, clock).read()
    assert copy.exists()


@pytest.mark.parametrize(
    "name", ["mijn reservekopie", "leerreis.json.bak", "leerreis-kopie.json", "leerreis-2026-11-30.json"]
)
def test_a_copy_that_a_person_named_is_joined_and_stays(
    here: Locations, elsewhere: Callable[..., bytes], name: str
) -> None:
    clock = Clock()
    copy = beside(here, name, elsewhere(adds("goals", 2, title="theirs")))
    file = at(here, clock)
    file.read()
    clock.wait(1000)
    assert not file.changed_outside()
    merge_beside(file)
    assert copy.exists() and in_file(here) == ["first", "theirs"]


@pytest.mark.usefixtures("long_ago")
def test_a_copy_that_changes_again_is_joined_again(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    clock = Clock()
    copy = beside(here, CONFLICT, elsewhere(adds("goals", 2, title="two")))
    file = at(here, clock)
    file.read()
    more = elsewhere(adds("goals", 3, title="three"))
    with open(copy, "r+b") as opened_copy:  # in place: its folder does not tell
        opened_copy.write(more)
    clock.wait(90)
    assert file.changed_outside()
    assert titles(file.read().state) == ["first", "three", "two"]
    assert copy.read_bytes() == more


def test_a_copy_that_is_written_while_it_is_absorbed_stays(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    copy = beside(here, CONFLICT, elsewhere(adds("goals", 2, title="two")))
    more = elsewhere(adds("goals", 3, title="three"))

    class Late(ReadOnlyFolder):
        def open(self, path: str, flags: int, mode: int = 0o600) -> int:
            if os.path.dirname(path) == here.absorbed_folder and flags & os.O_CREAT:
                copy.write_bytes(more)
            return super().open(path, flags, mode)

    merge_beside(at(here, system=Late("/nowhere")))
    assert copy.read_bytes() == more
    assert titles(opened(here).read().state) == ["first", "three", "two"]


@pytest.mark.usefixtures("long_ago")
def test_a_save_joins_what_came_since_the_last_look(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    file = opened(here)
    file.read()
    beside(here, CONFLICT, elsewhere(adds("goals", 2, title="theirs")))
    assert file.changed_outside()
    saved = file.commit(adds("goals", 3, title="ours"))
    assert titles(saved.state) == in_file(here) == ["first", "ours", "theirs"]


@pytest.mark.usefixtures("long_ago")
@pytest.mark.parametrize("spelling", ["utf-16", "utf-16-be", "utf-16-le"])
def test_a_conflict_copy_in_another_spelling_is_named(
    here: Locations, elsewhere: Callable[..., bytes], spelling: str
) -> None:
    beside(here, CONFLICT, elsewhere(adds("goals", 2, title="theirs")).decode().encode(spelling))
    file = opened(here)
    ((found, came),) = file.beside.found(file.read().state)
    assert (found.verdict, came) == ("damaged", None)


@pytest.mark.usefixtures("long_ago")
def test_a_copy_that_was_half_downloaded_is_joined_when_it_is_whole(
    here: Locations, elsewhere: Callable[..., bytes]
) -> None:
    data = elsewhere(adds("goals", 2, title="theirs"))
    copy = beside(here, CONFLICT, data[: len(data) // 2])
    file = opened(here)
    assert titles(file.read().state) == ["first"]
    ((found, came),) = file.beside.found(file.state)
    assert (found.verdict, came) == ("damaged", None)
    with open(copy, "ab") as more:
        more.write(data[len(data) // 2 :])
    assert file.changed_outside() and titles(file.read().state) == ["first", "theirs"]


def test_merging_takes_the_copies_away_in_one_go(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    data = elsewhere(adds("goals", 2, title="theirs"))
    copies = [beside(here, name, data) for name in (CONFLICT, "leerreis-DESKTOP-LA2A33H.json")]
    saved, arrived = merge_beside(opened(here))
    assert saved.in_file and [a.brought for a in arrived] == [Brought({"goal": 1}, {}), Brought({}, {})]
    assert not any(copy.exists() for copy in copies) and absorbed(here) == [data]
    assert merge_beside(opened(here))[1] == ()


def test_strangers_other_portfolios_newer_and_broken_ones_are_never_touched(here: Locations) -> None:
    state = trusted(Path(here.data_file).read_bytes())
    tables = json.loads(state.encode())
    other = from_tables({**tables, "_meta": {"1": {**state.header, "portfolio_id": "another"}}}).encode()
    newer = from_tables({**tables, "_meta": {"1": {**state.header, "schema": 2}}}).encode()
    files = {
        "leerreis-DESKTOP-LA2A33H.json": other,
        "leerreis 2.json": other,
        "werk.json": other,
        "leerreis 3.json": newer,
        "leerreis (conflict).json": state.encode()[:-7],
        "leerreis (conflicted copy).json": b"",
        "leerreis-notes.txt": b"notes",
        "photo.jpg": os.urandom(300),
        "cats.json": b'{"cats": {"1": {"name": "Minoes"}}}',
    }
    tables["goals"] = {}
    paths = {beside(here, name, data): data for name, data in files.items()}
    times = {path: path.stat().st_mtime_ns for path in paths}
    clock = Clock()
    opened(here).commit(adds("goals", 5, title="more"))
    for _turn in range(3):
        at(here, clock).read()
        clock.wait(100)
    with suppress(PortfolioError):
        merge_beside(at(here, clock))
    # every word of the other portfolio is in ours, so what is called like the file is as good as a copy
    away = Path(here.data_file).with_name("leerreis-DESKTOP-LA2A33H.json")
    assert not away.exists() and other in absorbed(here)
    assert all(path.read_bytes() == data for path, data in paths.items() if path != away)
    assert all(path.stat().st_mtime_ns == times[path] for path in paths if path != away)
    assert in_file(here) == ["first", "more"]


def test_nothing_beside_the_file_is_read_unless_something_changed(
    here: Locations, elsewhere: Callable[..., bytes]
) -> None:
    beside(here, CONFLICT, elsewhere(adds("goals", 2, title="theirs")))
    beside(here, "photo.jpg", os.urandom(9000))
    opened(here).read()
    opened(here).commit(adds("goals", 3, title="ours"))

    class Counting(CountingReads):
        paths: list[str] = []  # noqa: RUF012 - of this test alone

        def open(self, path: str, flags: int, mode: int = 0o600) -> int:
            self.paths.append(os.path.basename(path))
            return super().open(path, flags, mode)

    system = Counting()
    file = opened(here, system=system)
    file.read()
    file.commit(adds("goals", 4, title="more"))
    assert not file.changed_outside()
    assert not {CONFLICT, "photo.jpg"} & set(system.paths)
    beside(here, "leerreis 9.json", b"{}")
    assert file.changed_outside()
    file.read()
    assert "leerreis 9.json" in system.paths and CONFLICT not in system.paths


def test_both_renamed_makes_the_file_anew(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    theirs = elsewhere(adds("goals", 2, title="theirs"))
    opened(here).commit(adds("goals", 3, title="ours"))
    Path(here.data_file).rename(f"{here.data_file}..path1")
    beside(here, "leerreis.json..path2", theirs)
    reading = opened(here).read()
    assert reading.exists and reading.notices == ()
    assert titles(reading.state) == in_file(here) == ["first", "ours", "theirs"]


def test_both_renamed_on_a_machine_that_never_saw_them_is_no_new_portfolio(
    here: Locations, tmp_path: Path, elsewhere: Callable[..., bytes]
) -> None:
    theirs = elsewhere(adds("goals", 2, title="theirs"))
    Path(here.data_file).rename(f"{here.data_file}.conflict1")
    beside(here, "leerreis.json.conflict2", theirs)
    third = at_home(tmp_path / "third")._replace(data_file=here.data_file)
    opened(third).commit(adds("goals", 3, title="ours"), create=True)
    assert in_file(third) == ["first", "ours", "theirs"]


@pytest.mark.parametrize("name", [None, "leerreis-oud.json", "backup.json"])
def test_a_file_that_a_person_moved_or_renamed_is_not_made_again(here: Locations, name: str | None) -> None:
    path = Path(here.data_file)
    path.rename(path.with_name(name) if name else path.parent.parent / "away.json")
    reading = opened(here).read()
    assert not reading.exists and [n.kind for n in reading.notices] == ["missing"] and not path.exists()
    saved, _arrived = merge_beside(opened(here))
    assert not saved.in_file and not path.exists()
    saved, _arrived = merge_beside(opened(here), recreate=True)
    assert saved.in_file and in_file(here) == ["first"]


def test_a_file_that_is_moved_away_from_an_absorbed_copy_is_not_made_again(
    here: Locations, elsewhere: Callable[..., bytes]
) -> None:
    beside(here, CONFLICT, elsewhere(adds("goals", 2, title="theirs")))
    opened(here).read()
    Path(here.data_file).rename(Path(here.data_file).parent.parent / "away.json")
    assert [n.kind for n in opened(here).read().notices] == ["missing"]
    assert not Path(here.data_file).exists()


def test_a_file_in_icloud_is_waited_for_although_copies_are_here(
    here: Locations, elsewhere: Callable[..., bytes]
) -> None:
    beside(here, "leerreis 2.json", elsewhere(adds("goals", 2, title="theirs")))
    beside(here, "leerreis 3.json", elsewhere(adds("goals", 3, title="more")))
    path = Path(here.data_file)
    path.rename(path.with_name(".leerreis.json.icloud"))
    assert [n.kind for n in opened(here).read().notices] == ["not_downloaded"]
    assert titles(opened(here).read().state) == ["first", "more", "theirs"], "words of the copies were forgotten"
    assert not path.exists()


def test_copies_wait_while_the_file_may_not_be_written(here: Locations, elsewhere: Callable[..., bytes]) -> None:
    good = Path(here.data_file).read_bytes()
    data = elsewhere(adds("goals", 2, title="theirs"))
    newer = json.loads(good)
    newer["_meta"]["1"]["schema"] = 2
    Path(here.data_file).write_text(json.dumps(newer))
    copy, file = beside(here, CONFLICT, data), opened(here)
    assert file.read().read_only and not file.changed_outside()
    Path(here.data_file).write_bytes(good)
    assert file.changed_outside()
    file.read()
    assert titles(file.read().state) == ["first", "theirs"] and copy.exists()


def test_purged_words_do_not_come_back_with_a_copy_that_is_kept(
    here: Locations, elsewhere: Callable[..., bytes]
) -> None:
    opened(here).commit(adds("goals", 2, title="SECRET"))
    data = elsewhere(adds("goals", 3, title="theirs"))
    purge(opened(here), here, [record_id(2)], acting.everything)
    copy = beside(here, CONFLICT, data)
    merge_beside(opened(here))
    (kept,) = absorbed(here)
    assert not copy.exists() and b"SECRET" not in kept and titles(trusted(kept)) == ["first", "theirs"]


def test_two_portfolios_become_one_when_that_is_asked(here: Locations, tmp_path: Path) -> None:
    second = at_home(tmp_path / "second")
    opened(second).commit(adds("goals", 7, title="of the second"), create=True)
    data = Path(second.data_file).read_bytes()
    copy = beside(here, CONFLICT, data)
    file = opened(here)
    file.read()
    assert list(file.others().values()) == [str(copy)] and copy.read_bytes() == data
    with pytest.raises(OtherPortfolioError):
        merge(file, str(copy))
    assert merge(file, str(copy), other=True).brought == Brought({"goal": 1}, {})
    assert in_file(here) == ["first", "of the second"] and file.others() == {}
    Path(second.data_file).write_bytes(Path(here.data_file).read_bytes())  # and it arrives there
    reading = opened(second).read()
    assert titles(reading.state) == ["first", "of the second"]
    assert reading.notices == () and opened(second).others() == {}


def test_two_portfolios_stay_apart_when_that_is_asked(here: Locations, tmp_path: Path) -> None:
    second = at_home(tmp_path / "second")
    opened(second).commit(adds("goals", 7, title="of the second"), create=True)
    Path(here.data_file).write_bytes(Path(second.data_file).read_bytes())
    file = opened(here)
    assert [n.kind for n in file.read().notices] == ["other_portfolio"]
    ((identity, kept),) = file.others().items()
    assert titles(trusted(Path(kept).read_bytes())) == ["first"]
    file.decide(identity)
    again = opened(here)
    again.read()
    assert again.others() == {}


def test_an_empty_portfolio_gives_way_to_a_copy_with_words(here: Locations, tmp_path: Path) -> None:
    second = at_home(tmp_path / "second")
    opened(second).commit(lambda state: state, create=True)
    clock = Clock()
    data = Path(here.data_file).read_bytes()
    copy = beside(second, "leerreis-DESKTOP-LA2A33H.json", data)
    at(second, clock).read()
    assert in_file(second) == ["first"]
    assert trusted(Path(second.data_file).read_bytes()).portfolio_id == trusted(data).portfolio_id
    clock.wait(100)
    at(second, clock).read()
    assert not copy.exists() and absorbed(second) == [data]


def test_an_empty_portfolio_that_arrives_beside_ours_brings_nothing(here: Locations, tmp_path: Path) -> None:
    second = at_home(tmp_path / "second")
    opened(second).commit(lambda state: state, create=True)
    clock = Clock()
    copy = beside(here, CONFLICT, Path(second.data_file).read_bytes())
    file = at(here, clock)
    file.read()
    assert file.others() == {} and file.take_arrived() == ()
    clock.wait(100)
    file.read()
    assert not copy.exists() and in_file(here) == ["first"]


MORE_THAN_ALL_STEPS = 300


@pytest.mark.parametrize("dies", [True, False])
@pytest.mark.parametrize("asked", [True, False])
def test_a_failure_at_any_step_of_absorbing_loses_nothing(tmp_path: Path, dies: bool, asked: bool) -> None:
    for step in range(1, MORE_THAN_ALL_STEPS):
        home = tmp_path / str(step)
        here = at_home(home)._replace(data_file=str(home / "cloud" / "leerreis.json"))
        opened(here).commit(adds("goals", 1, title="first"), create=True)
        state = adds("goals", 2, title="theirs")(trusted(Path(here.data_file).read_bytes()))
        copy = beside(here, CONFLICT, state.encode())
        stranger = beside(here, "stranger.json", b'{"cats": {}}')
        clock = Clock()
        if not asked:
            at(here, clock).read()
            clock.wait(100)
        system = FaultySystem(step, dies=dies, error=errno.EIO)
        file = at(here, clock, system=system)
        with suppress(DiedError, PortfolioError, OSError):
            merge_beside(file) if asked else file.read()
        gone = not copy.exists()
        assert stranger.read_bytes() == b'{"cats": {}}'
        assert not gone or (in_file(here) == ["first", "theirs"] and state.encode() in absorbed(here))
        clock.wait(100)  # what could not be opened is looked at again in a minute
        assert titles(at(here, clock).read().state) == ["first", "theirs"]
        if len(system.calls) < step:
            assert gone, "nothing failed, and the copy is still there"
            return
    pytest.fail("the absorbing never came to its end")
