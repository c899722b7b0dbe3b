"""Syncthing, with real conflicts: after each of them both computers end equal, whole and quiet."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import pytest

from portfolio.atomic import System
from portfolio.locations import Locations, find
from portfolio.store.portfolio_file import PortfolioFile
from tests.clients.machines import Computer, is_quiet
from tests.clients.syncthing import Device, MissingError, Pair
from tests.store.lives import adds

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("syncthing")]
_numbers = count(1000)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """One pair for all of these tests: each has its words to itself."""
    try:
        pair = Pair(tmp_path_factory.mktemp("syncthing"))
    except MissingError as missing:
        pytest.skip(str(missing))
    with pair:
        yield pair


@pytest.fixture
def pair(running: Pair) -> Iterator[Pair]:
    """The pair, with a goal of its own for this test; afterwards both must be equal, whole and quiet."""
    running.goal = running.here.leerreis("add", "goal", "Meten")
    running.settle()
    running.there.leerreis("list")
    yield running
    merged(running)
    assert is_quiet(*running.both)


def merged(pair: Pair) -> None:
    """What the app does by itself within two minutes, now: on each computer, until nothing is left to exchange."""
    for _round in range(4):
        for device in pair.both:
            device.leerreis("merge")
        pair.settle()
        if not pair.conflicts() and pair.here.file.read_bytes() == pair.there.file.read_bytes():
            return
    raise AssertionError(f"not settled: {pair.conflicts()}")


def on_both(pair: Pair, *words: str) -> bool:
    """Whether each of these notes is on both."""
    return all(set(words) <= device.notes() for device in pair.both)


def places(device: Computer) -> Locations:
    return find(device.environment)


def test_what_both_wrote_while_they_were_apart_is_on_both(pair: Pair) -> None:
    pair.offline()
    pair.here.leerreis("add", "note", "apart, here")
    pair.there.leerreis("add", "note", "apart, there")
    pair.online()
    assert len(pair.conflicts()) >= 1
    merged(pair)
    assert on_both(pair, "apart, here", "apart, there")


def test_a_file_that_arrives_between_the_last_look_and_the_replacement_loses_nothing(pair: Pair) -> None:
    """The race that leaves no conflict copy: what arrived is overwritten on both, and its writer's shadow has it."""
    main = os.path.realpath(pair.here.file)

    class Race(System):
        done = False

        def replace(self, source: str, target: str) -> None:
            if target == main and not self.done:
                self.done = True
                pair.there.leerreis("add", "note", "in the race")
                pair.settle()
            super().replace(source, target)

    file = PortfolioFile(places(pair.here), lambda: datetime.now(UTC), system=Race())
    file.commit(adds("goals", 77, title="written over it"))
    assert "in the race" not in pair.here.file.read_text("utf-8")
    pair.settle()
    merged(pair)
    assert on_both(pair, "in the race")


def test_of_a_text_changed_on_both_both_versions_are_on_both(pair: Pair) -> None:
    pair.offline()
    for device, title in zip(pair.both, ("Eerst meten", "Beter meten"), strict=True):
        device.leerreis("edit", pair.goal, "--title", title)
    pair.online()
    merged(pair)
    for device in pair.both:
        shown = device.shows(pair.goal)
        assert {shown["title"], *shown["conflicts"]["title"]} == {"Eerst meten", "Beter meten"}


@pytest.mark.parametrize("who", [0, 1])
def test_deleted_on_one_and_changed_on_the_other_is_kept(pair: Pair, who: int) -> None:
    pair.offline()
    pair.both[who].leerreis("delete", pair.goal)
    pair.both[1 - who].leerreis("edit", pair.goal, "--why", "omdat het helpt")
    pair.online()
    merged(pair)
    assert [device.shows(pair.goal)["why"] for device in pair.both] == ["omdat het helpt"] * 2


def test_a_file_deleted_on_one_and_changed_on_the_other_comes_back(pair: Pair) -> None:
    pair.offline()
    pair.here.file.unlink()
    pair.there.leerreis("add", "note", "while it was gone")
    pair.online()
    merged(pair)
    assert on_both(pair, "while it was gone")


def test_eleven_conflicts_in_a_row_of_which_syncthing_keeps_ten(pair: Pair) -> None:
    words = []
    for number in range(11):
        pair.offline()
        for device, side in zip(pair.both, ("here", "there"), strict=True):
            # Written by a Leerreis that leaves copies alone, as one does that is not opened for days.
            write_alone(device, f"conflict {number} {side}")
            words.append(f"conflict {number} {side}")
        pair.online()
    assert len(pair.conflicts()) == 2 * 10
    merged(pair)
    titles = [device.file.read_text("utf-8") for device in pair.both]
    assert [word for word in words for text in titles if f'"{word}"' not in text] == []


def write_alone(device: Device, title: str) -> None:
    """A goal written without looking at what lies beside the file, by a computer that knows only its own file."""
    file = PortfolioFile(places(device), lambda: datetime.now(UTC), copies="leave")
    assert file.commit(adds("goals", next(_numbers), title=title)).in_file


def test_a_conflict_on_a_conflict_copy_loses_no_word(pair: Pair) -> None:
    """Syncthing removes the loser of two changed conflict copies. What wrote into it has it in a shadow of its own."""
    pair.offline()
    pair.here.leerreis("add", "note", "first, here")
    pair.there.leerreis("add", "note", "first, there")
    pair.online()
    names = {path.name for path in pair.conflicts()}
    assert len(names) == 1
    (name,) = names
    pair.offline()
    for device, side in zip(pair.both, ("here", "there"), strict=True):
        device.leerreis("--file", str(device.folder / name), "add", "note", f"in the copy, {side}")
    pair.online()
    copies = [path.read_text("utf-8") for path in pair.conflicts() if path.name == name]
    assert len(copies) == 2 and copies[0] == copies[1]
    assert ("in the copy, here" in copies[0]) != ("in the copy, there" in copies[0]), "one of them should be gone"
    merged(pair)
    for device in pair.both:
        for path in kept_words(device):
            device.leerreis("merge", path)
        pair.settle()
    merged(pair)
    assert on_both(pair, "in the copy, here", "in the copy, there", "first, here", "first, there")


def kept_words(device: Computer) -> list[str]:
    """What `check` says that this computer keeps and the file lacks: where each lies."""
    found = json.loads(device.tried("check", "--json").stdout)["findings"]
    return [finding["about"] for finding in found if finding["about"].startswith(places(device).shadow_folder)]
