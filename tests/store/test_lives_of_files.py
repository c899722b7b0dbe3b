"""Two machines and a sync client that does everything sync clients do: no acknowledged word is lost, and it settles."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from portfolio.locations import Locations
from portfolio.store.format.canonical import State, trusted
from portfolio.store.merge import merge_beside
from portfolio.store.portfolio_file import PortfolioFile
from tests.store.lives import adds, at_home, now

MACHINES = st.sampled_from([0, 1])
NAMES = st.sampled_from(
    ["leerreis.sync-conflict-20261122-233937-G3W4CDZ.json", "leerreis-LAPTOP-4K7RM2QX.json", "reservekopie.json"]
)
STRANGERS = {"cats.json": b'{"cats": {}}', "leerreis-notes.txt": b"notes", "photo.jpg": b"\xff\xd8" * 90}


class Sync(RuleBasedStateMachine):
    """Each machine adds goals; between them files are carried, copied, renamed, lost and set back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.passed = timedelta()
        self.count = 0
        self.kept: list[set[int]] = [set(), set()]
        """What each machine acknowledged."""
        self.old = b""

    def clock(self) -> datetime:
        return now() + self.passed

    def here(self, machine: int) -> Locations:
        home = self.folder / str(machine)
        return at_home(home)._replace(data_file=str(home / "cloud" / "leerreis.json"))

    def file(self, machine: int) -> PortfolioFile:
        return PortfolioFile(self.here(machine), self.clock, patience=0.0)

    def path(self, machine: int) -> Path:
        return Path(self.here(machine).data_file)

    @initialize()
    def begin(self) -> None:
        self.file(0).commit(adds("goals", 0, n=0), create=True)
        self.old = self.path(0).read_bytes()
        self.path(1).parent.mkdir(parents=True)
        self.path(1).write_bytes(self.old)
        self.file(1).read()
        for machine in (0, 1):
            self.kept[machine] = {0}
            for name, data in STRANGERS.items():
                self.path(machine).with_name(name).write_bytes(data)

    @rule(machine=MACHINES)
    def add(self, machine: int) -> None:
        self.count += 1
        saved = self.file(machine).commit(adds("goals", self.count, n=self.count))
        self.kept[machine].add(self.count)
        assert self.kept[machine] <= numbers(saved.state)

    @rule(machine=MACHINES)
    def read(self, machine: int) -> None:
        assert self.kept[machine] <= numbers(self.file(machine).read().state)

    @rule(machine=MACHINES)
    def merge(self, machine: int) -> None:
        saved, _arrived = merge_beside(self.file(machine), recreate=True)
        assert saved.in_file and self.kept[machine] <= numbers(saved.state)

    @rule(seconds=st.sampled_from([1, 70, -5000]))
    def wait(self, seconds: int) -> None:
        self.passed += timedelta(seconds=seconds)

    @rule(source=MACHINES)
    def carry(self, source: int) -> None:
        if self.path(source).exists():
            self.path(1 - source).write_bytes(self.path(source).read_bytes())

    @rule(source=MACHINES, name=NAMES)
    def copy(self, source: int, name: str) -> None:
        if self.path(source).exists():
            self.path(1 - source).with_name(name).write_bytes(self.path(source).read_bytes())

    @precondition(lambda self: self.path(0).exists() and self.path(1).exists())
    @rule(machine=MACHINES)
    def both_renamed(self, machine: int) -> None:
        data = [self.path(n).read_bytes() for n in (0, 1)]
        self.path(machine).unlink()
        for n in (0, 1):
            self.path(machine).with_name(f"leerreis.json..path{n + 1}").write_bytes(data[n])

    @rule(machine=MACHINES)
    def main_lost(self, machine: int) -> None:
        self.path(machine).unlink(missing_ok=True)

    @rule(machine=MACHINES)
    def main_set_back(self, machine: int) -> None:
        self.path(machine).write_bytes(self.old)

    def teardown(self) -> None:
        try:
            for machine in (0, 1, 0, 1):
                merge_beside(self.file(machine), recreate=True)
                copy = self.path(1 - machine).with_name("leerreis-LAPTOP-4K7RM2QX.json")
                copy.write_bytes(self.path(machine).read_bytes())
                saved, _arrived = merge_beside(self.file(1 - machine), recreate=True)
                assert set(range(self.count + 1)) == self.kept[0] | self.kept[1]
                assert self.kept[0] | self.kept[1] <= numbers(saved.state)
                assert not copy.exists()
            assert self.path(0).read_bytes() == self.path(1).read_bytes()
            for machine in (0, 1):
                for name, data in STRANGERS.items():
                    assert self.path(machine).with_name(name).read_bytes() == data
                before = {p: p.stat().st_mtime_ns for p in self.folder.rglob("*.json")}
                self.file(machine).read()
                assert before == {p: p.stat().st_mtime_ns for p in self.folder.rglob("*.json")}, "it never rests"
        finally:
            shutil.rmtree(self.folder)


def numbers(state: State) -> set[int]:
    return {int(str(shown.values["n"])) for shown in state.records("goals")}


def test_the_bytes_in_the_file_are_the_state() -> None:
    machine = Sync()
    try:
        machine.begin()
        machine.add(0)
        assert numbers(trusted(machine.path(0).read_bytes())) == {0, 1}
    finally:
        shutil.rmtree(machine.folder)


TestSync = Sync.TestCase
TestSync.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
