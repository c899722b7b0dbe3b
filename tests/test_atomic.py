"""A file is there whole or not at all, and what was there before stays until then."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from portfolio import atomic
from portfolio.atomic import System
from tests.store.faults import DiedError, FaultySystem

OLD, NEW = b"old words\n", b"new words, more of them\n" * 100


class Recorder(FaultySystem):
    """Never fails; keeps the order of the calls."""

    def __init__(self) -> None:
        super().__init__(10**9, dies=False)


@pytest.mark.parametrize("dies", [True, False])
@pytest.mark.parametrize("existing", [True, False])
def test_a_failure_at_any_step_leaves_the_old_or_the_new_file_whole(tmp_path: Path, dies: bool, existing: bool) -> None:
    for at in range(1, 50):
        path = tmp_path / f"{at}.json"
        if existing:
            path.write_bytes(OLD)
        system = FaultySystem(at, dies=dies)
        done = False
        try:
            atomic.write(str(path), NEW, system=system)
            done = True
        except (DiedError, OSError):
            pass
        left = path.read_bytes() if path.exists() else None
        assert left in (NEW, OLD if existing else None)
        assert left == NEW or not done
        if not dies:
            assert done == (left == NEW)
            assert not list(tmp_path.glob(".~*")) or system.calls[at - 1] == "unlink"
        if len(system.calls) < at:
            return
    pytest.fail("the write never came to its end")


def test_the_data_reach_the_disk_before_the_name_and_the_name_before_we_say_so(tmp_path: Path) -> None:
    system = Recorder()
    assert atomic.write(str(tmp_path / "a"), b"x", system=system).certain
    assert system.calls == ["stat", "open", "write", "chmod", "sync", "stat", "close", "replace", "sync_folder"]


def test_a_short_write_is_continued(tmp_path: Path) -> None:
    class Slow(System):
        def write(self, handle: int, data: memoryview) -> int:
            return os.write(handle, data[:7])

    atomic.write(str(tmp_path / "a"), NEW, system=Slow())
    assert (tmp_path / "a").read_bytes() == NEW


def test_a_folder_that_cannot_be_forced_to_the_disk_is_told_and_the_file_is_saved(tmp_path: Path) -> None:
    class NoFolder(System):
        def sync_folder(self, path: str) -> None:
            raise OSError(errno.EIO, path)

    assert not atomic.write(str(tmp_path / "a"), NEW, system=NoFolder()).certain
    assert (tmp_path / "a").read_bytes() == NEW


def test_permissions_stay_and_a_new_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "a"
    atomic.write(str(path), OLD)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    atomic.write(str(path), NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    atomic.write(str(path), NEW, mode=0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_target_of_a_link_is_replaced_and_a_hard_link_keeps_the_old_words(tmp_path: Path) -> None:
    real, link, other = tmp_path / "real", tmp_path / "link", tmp_path / "other"
    real.write_bytes(OLD)
    link.symlink_to(real)
    other.hardlink_to(real)
    atomic.write(str(link), NEW)
    assert link.is_symlink() and real.read_bytes() == NEW and other.read_bytes() == OLD


def test_a_check_at_the_last_moment_stops_the_replacement(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)

    def check() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        atomic.write(str(path), NEW, check=check)
    assert path.read_bytes() == OLD and os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("winerror", "times", "succeeds"), [(5, 3, True), (32, 7, True), (33, 8, False), (17, 1, False)]
)
def test_a_file_that_windows_holds_is_tried_again(tmp_path: Path, winerror: int, times: int, succeeds: bool) -> None:
    class Held(System):
        tries = 0
        slept = 0.0

        def replace(self, source: str, target: str) -> None:
            self.tries += 1
            if self.tries <= times:
                failure = PermissionError(13, "held")
                failure.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
                raise failure
            os.replace(source, target)

        def sleep(self, seconds: float) -> None:
            self.slept += seconds

    path, system = tmp_path / "a", Held()
    path.write_bytes(OLD)
    if succeeds:
        atomic.write(str(path), NEW, system=system)
    else:
        with pytest.raises(PermissionError):
            atomic.write(str(path), NEW, system=system)
    assert path.read_bytes() == (NEW if succeeds else OLD)
    assert os.listdir(tmp_path) == ["a"] and system.slept < 2


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 125 + ".json")
    atomic.write(str(path), NEW)
    assert path.read_bytes() == NEW


def test_creating_never_touches_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    with pytest.raises(FileExistsError):
        atomic.create(str(path), NEW)
    assert path.read_bytes() == OLD
    atomic.create(str(tmp_path / "b"), NEW)
    assert (tmp_path / "b").read_bytes() == NEW and stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_creating_works_where_there_are_no_hard_links(tmp_path: Path) -> None:
    class NoLinks(System):
        def link(self, source: str, target: str) -> None:
            raise OSError(errno.EPERM, source, None, None, target)

    atomic.create(str(tmp_path / "a"), NEW, system=NoLinks())
    with pytest.raises(FileExistsError):
        atomic.create(str(tmp_path / "a"), OLD, system=NoLinks())
    assert (tmp_path / "a").read_bytes() == NEW and os.listdir(tmp_path) == ["a"]


def test_reading_gives_the_bytes_and_their_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "a"
    written = atomic.write(str(path), NEW)
    content = atomic.read(str(path), 10**6)
    assert content.data == NEW and content.fingerprint == written.fingerprint
    assert atomic.read(str(path), 10).data == NEW[:10]
    path.write_bytes(b"")
    assert atomic.read(str(path), 10).data == b""


def test_a_stamp_says_nothing_where_a_change_might_leave_it_as_it_is() -> None:
    now = time.time_ns()

    def changed_at(nanoseconds: int) -> os.stat_result:
        return os.stat_result((0o600, 1, 1, 1, 0, 0, 5, 0, 0, 0), {"st_mtime_ns": 1, "st_ctime_ns": nanoseconds})

    assert atomic.stamp_of(changed_at(now - 10**9 | 1)) != atomic.stamp_of(changed_at(now - 2 * 10**9 | 1)) != ()
    assert atomic.stamp_of(changed_at(now)) == ()
    assert atomic.stamp_of(changed_at(now + 10**10)) == ()
    assert atomic.stamp_of(changed_at(1_700_000_000 * 10**9)) == ()


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)

    class Changing(System):
        done = False

        def read(self, handle: int, size: int) -> bytes:
            data = os.read(handle, size)
            if not self.done:
                self.done = True
                path.write_bytes(NEW)
            return data

    assert atomic.read(str(path), 10**6, system=Changing()).data == NEW


def test_folders_are_made_for_this_user_alone_and_those_there_stay_as_they_are(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    atomic.make_private_folder(str(tmp_path / "a" / "b"))
    assert [stat.S_IMODE(p.stat().st_mode) for p in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")] == [
        0o755,
        0o700,
        0o700,
    ]
    atomic.make_private_folder(str(tmp_path / "a"))


def test_only_old_temporary_files_of_ours_are_swept(tmp_path: Path) -> None:
    for name in (".~a.json.0123.tmp", "a.json", ".~lock.a#", ".syncthing.a.json.tmp"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1e9, 1e9))
    assert atomic.sweep(str(tmp_path), 1e9) == 0
    assert atomic.sweep(str(tmp_path), 1e9 + 1) == 1
    assert sorted(os.listdir(tmp_path)) == [".syncthing.a.json.tmp", ".~lock.a#", "a.json"]
    assert atomic.sweep(str(tmp_path / "none"), 1e9) == 0


@pytest.mark.parametrize("content", [NEW, OLD, NEW[:-1] + b"X", b"X" + NEW[1:], NEW + b"X", NEW[:-1], b""])
@pytest.mark.parametrize("known", [NEW, b""])
def test_a_file_that_most_likely_holds_what_is_known_is_read_as_it_is(
    tmp_path: Path, content: bytes, known: bytes
) -> None:
    (tmp_path / "a").write_bytes(content)
    read = atomic.read(str(tmp_path / "a"), 10**6, known=known)
    assert read.data == content
    assert not known or (read.data is known) == (content == known)
    assert read.fingerprint == atomic.fingerprint_of((tmp_path / "a").stat())


def test_a_file_that_changes_while_it_is_compared_is_read_as_it_became(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(NEW)

    class Late(System):
        stats = 0

        def stat(self, handle_or_path: int | str) -> os.stat_result:
            self.stats += 1
            if self.stats == 2:
                path.write_bytes(b"Z" * len(NEW))
                os.utime(path, (1, 1))
            return super().stat(handle_or_path)

    assert atomic.read(str(path), 10**6, known=NEW, system=Late()).data == b"Z" * len(NEW)
