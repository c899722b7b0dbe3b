"""What disks, systems and people do to a file that is open, done for real.

| what goes wrong | where it is tested |
|---|---|
| F1 a kill in the middle of a save | here |
| F2 a failure or a death at every single step | test_crash.py, test_purging.py, and here with copies beside the file |
| F3 a full disk, F4 a quota, F5 a folder or disk that may only be read | here |
| F6 bytes that are no portfolio | test_strict.py and test_portfolio_file.py, each kind |
| F7 two processes at once | test_two_processes.py |
| F8 a file that is deleted, replaced, moved or unmounted while it is open | here |
| F9 clocks that are wrong by years, or jump | here, and in the lives of three computers |
| F10 the order in which things reach the disk | here, and test_atomic.py |
| F11 what Windows refuses while something looks at the file | test_atomic.py |
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from portfolio.errors import PortfolioError
from portfolio.locations import Locations
from portfolio.store.errors import NotSavedError
from portfolio.store.format.canonical import State, trusted
from portfolio.store.merge import merge_beside
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved
from tests.clients.machines import needs
from tests.store.faults import DiedError, FaultySystem

from .lives import adds, at_home, opened

KILLS = 25
TMPFS = 3 * 1024 * 1024

_WRITER = """
import os, sys
from tests.store.lives import adds, at_home, opened
file, number = opened(at_home(sys.argv[1])), int(sys.argv[2])
while True:
    number += 1
    assert file.commit(adds("goals", number, title=f"{number}", why="w" * 20_000), create=True).in_file
    os.write(1, b"%d\\n" % number)
"""


def titles(state: State) -> set[str]:
    return {str(shown.values["title"]) for shown in state.records("goals")}


def temporary(folder: Path) -> list[Path]:
    """What a save that was cut short left."""
    return list(folder.rglob(".~*"))


@pytest.fixture
def apart(tmp_path: Path) -> Locations:
    """A portfolio with one goal, its file in a folder of its own."""
    locations = at_home(tmp_path / "home")._replace(data_file=str(tmp_path / "cloud" / "leerreis.json"))
    opened(locations).commit(adds("goals", 1, title="first"), create=True)
    return locations


def data_file(locations: Locations) -> Path:
    return Path(locations.data_file)


@pytest.mark.slow
def test_f1_a_kill_at_any_moment_leaves_a_whole_file_with_all_that_was_promised(tmp_path: Path) -> None:
    chance, number, path = random.Random(1), 100, tmp_path / "leerreis.json"
    promised: set[str] = set()
    for _kill in range(KILLS):
        command = [sys.executable, "-c", _WRITER, str(tmp_path), str(number)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert writer.stdout is not None
        told = [writer.stdout.readline()]
        with suppress(subprocess.TimeoutExpired):
            writer.wait(chance.uniform(0.0, 0.1))
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
        writer.wait()
        promised |= {line.decode().strip() for line in told if line.endswith(b"\n")}
        assert titles(trusted(path.read_bytes())) <= titles(opened(at_home(tmp_path)).read().state)
        assert promised <= titles(opened(at_home(tmp_path)).read().state)
        assert json.loads(path.read_bytes())
        number = max(map(int, promised)) + 1000
    for left in temporary(tmp_path):
        os.utime(left, (1, 1))
    opened(at_home(tmp_path)).tidy()
    assert temporary(tmp_path) == []


@pytest.mark.parametrize("dies", [True, False])
def test_f2_a_failure_at_any_step_with_copies_beside_the_file_loses_nothing(tmp_path: Path, dies: bool) -> None:
    for at in range(1, 400):
        folder = tmp_path / str(at)
        here, there = at_home(folder / "here"), at_home(folder / "there")
        opened(here).commit(adds("goals", 1, title="first"), create=True)
        for number, name in (
            (2, "leerreis.sync-conflict-20261122-233937-G3W4CDZ.json"),
            (3, "leerreis-LAPTOP-4K7RM2QX.json"),
        ):
            shutil.rmtree(folder / "there", ignore_errors=True)
            (folder / "there").mkdir()
            shutil.copy(here.data_file, there.data_file)
            opened(there).commit(adds("goals", number, title=f"{number}"))
            shutil.copy(there.data_file, data_file(here).with_name(name))
        system = FaultySystem(at, dies=dies)
        saved: Saved | None = None
        with suppress(DiedError, PortfolioError, OSError):
            file = PortfolioFile(here, opened(here)._clock, patience=0.0, system=system, copies="leave")
            saved, _arrived = merge_beside(file)
        assert "first" in titles(opened(here).read().state)
        again, _arrived = merge_beside(opened(here))
        assert titles(again.state) == {"first", "2", "3"}
        if len(system.calls) < at:
            assert saved is not None and saved.in_file
            assert sorted(os.listdir(folder / "here")) == ["leerreis.json", "state"]
            return
    pytest.fail("the merge never came to its end")


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of its own in this folder, of 3 MB. Skips where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={TMPFS}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here: that needs Linux and root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_f3_on_a_full_disk_the_words_are_kept_and_the_old_file_stays_whole(tmp_path: Path) -> None:
    with small_disk(tmp_path / "cloud") as cloud:
        here = at_home(tmp_path / "home")._replace(data_file=str(cloud / "leerreis.json"))
        opened(here).commit(adds("goals", 1, title="first", why="w" * 400_000), create=True)
        before = data_file(here).read_bytes()
        with suppress(OSError), open(cloud / "filler", "wb", buffering=0) as filler:
            while True:
                filler.write(b"0" * 4096)
        saved = opened(here).commit(adds("goals", 2, title="second"))
        assert not saved.in_file and saved.notices[0].parameters["reason"] == "the disk is full"
        assert data_file(here).read_bytes() == before
        assert sorted(os.listdir(cloud)) == ["filler", "leerreis.json"]
        assert titles(opened(here).read().state) == {"first", "second"}
        (cloud / "filler").unlink()
        opened(here).read()
        assert titles(trusted(data_file(here).read_bytes())) == {"first", "second"}


def test_f3_when_the_own_disk_is_full_nothing_is_promised_and_nothing_is_touched(tmp_path: Path) -> None:
    with small_disk(tmp_path / "home") as home:
        here = at_home(home)._replace(data_file=str(tmp_path / "leerreis.json"))
        opened(here).commit(adds("goals", 1, title="first", why="w" * 400_000), create=True)
        before = data_file(here).read_bytes()
        with suppress(OSError), open(home / "filler", "wb", buffering=0) as filler:
            while True:
                filler.write(b"0" * 4096)
        with pytest.raises(NotSavedError, match="disk is full"):
            opened(here).commit(adds("goals", 2, title="second"))
        assert data_file(here).read_bytes() == before and temporary(home) == []
        assert titles(opened(here).read().state) == {"first"}


def test_f4_a_quota_is_told_and_the_old_file_stays_whole(apart: Locations, tmp_path: Path) -> None:
    before = data_file(apart).read_bytes()
    limited = (
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "import portfolio.cli.main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))\n"
        "sys.argv = ['leerreis', 'add', 'goal', 'w' * 2000]\n"
        "runpy.run_module('portfolio', run_name='__main__')\n"
    )
    environment = {**os.environ, "LEERREIS_HOME": str(tmp_path / "home"), "LEERREIS_FILE": apart.data_file}
    done = subprocess.run([sys.executable, "-c", limited], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stdout == ""
    assert "was not saved" in done.stderr and "the disk is full" in done.stderr and "Traceback" not in done.stderr
    assert data_file(apart).read_bytes() == before and temporary(tmp_path) == []
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 200


def as_somebody(work: Callable[[], bool]) -> bool:
    """Whether it holds for a person who is not root, whom no permission stops. What it needs was imported before."""
    if os.name != "posix":
        pytest.skip("there are no other users here")
    child = os.fork()
    if child == 0:
        held = False
        with suppress(BaseException):
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            held = work()
        os._exit(0 if held else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that any user may enter; those of pytest are for their owner."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def test_f5_in_a_folder_that_may_only_be_read_the_words_are_kept_here(open_to_all: Path) -> None:
    cloud, here = (
        open_to_all / "cloud",
        at_home(open_to_all / "home")._replace(data_file=str(open_to_all / "cloud" / "leerreis.json")),
    )
    opened(here).commit(adds("goals", 1, title="first"), create=True)
    opened(here).commit(lambda state: state)  # everything that a save imports is there before the fork
    before = data_file(here).read_bytes()
    if os.getuid() == 0:
        for path in open_to_all.rglob("*"):
            os.chown(path, 65534, 65534)
    cloud.chmod(0o500)

    def saved_in_shadow_only() -> bool:
        saved = opened(here).commit(adds("goals", 2, title="second"))
        return not saved.in_file and saved.notices[0].parameters["reason"] == "no permission"

    assert as_somebody(saved_in_shadow_only)
    assert data_file(here).read_bytes() == before and os.listdir(cloud) == ["leerreis.json"]
    cloud.chmod(0o700)
    assert titles(opened(here).read().state) == {"first", "second"}
    assert titles(trusted(data_file(here).read_bytes())) == {"first", "second"}


def test_f5_on_a_disk_that_may_only_be_read_the_words_are_kept_here(tmp_path: Path) -> None:
    with small_disk(tmp_path / "cloud") as cloud:
        here = at_home(tmp_path / "home")._replace(data_file=str(cloud / "leerreis.json"))
        opened(here).commit(adds("goals", 1, title="first"), create=True)
        subprocess.run(["mount", "-o", "remount,ro", str(cloud)], check=True)
        saved = opened(here).commit(adds("goals", 2, title="second"))
        assert not saved.in_file and saved.notices[0].parameters["reason"] == "the disk is read-only"
        assert titles(opened(here).read().state) == {"first", "second"}
        subprocess.run(["mount", "-o", "remount,rw", str(cloud)], check=True)
        opened(here).read()
        assert titles(trusted(data_file(here).read_bytes())) == {"first", "second"}


def deleted(path: Path) -> Callable[[], object]:
    """The file is gone; what puts it back."""
    data = path.read_bytes()
    path.unlink()
    return partial(path.write_bytes, data)


def moved_with_its_folder(path: Path) -> Callable[[], object]:
    """Somebody renames the folder."""
    away = path.parent.rename(path.parent.with_name("renamed"))
    return partial(away.rename, path.parent)


def replaced_by_nothing(path: Path) -> Callable[[], object]:
    """A sync client puts an empty file in its place, and later the file."""
    data = path.read_bytes()
    path.write_bytes(b"")
    return partial(path.write_bytes, data)


@pytest.mark.parametrize("accident", [deleted, moved_with_its_folder, replaced_by_nothing])
def test_f8_what_happens_to_an_open_file_makes_no_fresh_one(
    apart: Locations, accident: Callable[[Path], Callable[[], object]]
) -> None:
    path, app = data_file(apart), opened(apart)
    app.read()
    put_back = accident(path)
    assert app.changed_outside()
    assert titles(app.read().state) == {"first"}
    saved = app.commit(adds("goals", 2, title="second"))
    assert not saved.in_file and saved.notices
    assert not path.exists() or path.read_bytes() == b""
    put_back()
    assert app.changed_outside() and titles(app.read().state) == {"first", "second"}
    assert titles(trusted(path.read_bytes())) == {"first", "second"}


def test_f8_another_file_in_its_place_is_read_anew(apart: Locations, tmp_path: Path) -> None:
    app, there = opened(apart), at_home(tmp_path / "there")
    app.read()
    data_file(there).parent.mkdir()
    shutil.copy(apart.data_file, there.data_file)
    opened(there).commit(adds("goals", 2, title="second"))
    os.replace(there.data_file, apart.data_file)
    assert app.changed_outside() and titles(app.read().state) == {"first", "second"}
    assert app.commit(adds("goals", 3, title="third")).in_file
    assert titles(trusted(data_file(apart).read_bytes())) == {"first", "second", "third"}


def test_f8_a_disk_that_is_taken_out_makes_no_fresh_file_where_it_was(tmp_path: Path) -> None:
    cloud = tmp_path / "stick"
    with small_disk(cloud):
        here = at_home(tmp_path / "home")._replace(data_file=str(cloud / "leerreis.json"))
        app = opened(here)
        app.commit(adds("goals", 1, title="first"), create=True)
    assert app.changed_outside()
    saved = app.commit(adds("goals", 2, title="second"))
    assert not saved.in_file and os.listdir(cloud) == []
    assert titles(opened(here).read().state) == {"first", "second"}


@pytest.mark.slow
@needs("faketime")
def test_f9_computers_whose_clocks_differ_by_decades_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "leerreis.json"

    def leerreis(clock: str, *arguments: str) -> str:
        environment = {**os.environ, "LEERREIS_HOME": str(tmp_path / "home" / clock[:5]), "LEERREIS_FILE": str(path)}
        command = ["faketime", "-f", clock, sys.executable, "-m", "portfolio", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    late, early = "@2061-01-01 00:00:00", "@2001-01-01 00:00:00"
    goal = leerreis(late, "add", "goal", "written in 2061")
    leerreis(early, "edit", goal, "--title", "changed in 2001")
    assert json.loads(leerreis(late, "show", goal, "--json"))["title"] == "changed in 2001"
    leerreis(late, "edit", goal, "--title", "changed in 2061")
    shown = json.loads(leerreis(early, "show", goal, "--json"))
    assert shown["title"] == "changed in 2061" and "conflicts" not in shown
    leerreis(early, "delete", goal)
    leerreis(early, "undo")
    assert "changed in 2061" in leerreis(late, "list")


@needs("strace")
def test_f10_the_shadow_is_on_the_disk_before_the_file_is_touched_and_each_name_after_its_bytes(
    apart: Locations, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    environment = {**os.environ, "LEERREIS_HOME": str(tmp_path / "home"), "LEERREIS_FILE": apart.data_file}
    traced = f"strace -f -y -s 200 -o {trace} -e trace=openat,fsync,fdatasync,rename,renameat,renameat2,write"
    command = [*traced.split(), sys.executable, "-m", "portfolio", "add", "note", "x"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if "PTRACE" in done.stderr or "Operation not permitted" in done.stderr:
        pytest.skip("strace may not look at processes here")
    assert done.returncode == 0, done.stderr
    identity = done.stdout.strip()
    story = list(_story(trace.read_text("utf-8", "replace").splitlines(), identity))
    assert story == [
        "fsync shadow bytes", "rename shadow", "fsync shadow folder",
        "fsync file bytes", "rename file", "fsync file folder", "told",
    ]  # fmt: skip


def _story(lines: list[str], identity: str) -> Iterator[str]:
    """What happened to shadow and file, in order, until the id was printed."""
    for line in lines:
        about = "shadow" if "/shadow" in line else "file" if "/cloud" in line else ""
        if re.search(r"\b(fsync|fdatasync)\(", line) and about:
            yield f"fsync {about} {'bytes' if '.tmp' in line else 'folder'}"
        elif re.search(r"\brename(at2?)?\(", line) and about and ".tmp" in line and ".json.tmp" not in line:
            if ".beside" not in line:
                yield f"rename {about}"
        elif re.search(r"\bwrite\(1\b", line) and identity in line:
            yield "told"
