"""Bursts of keys at a person's rhythm and faster, on a quick and on a standing disk: every key does what it meant.

`keys_machine` draws the plays and plays them twice. LEERREIS_EXAMPLES sets how many are drawn here; run as a program
it draws as many as asked.
"""

from __future__ import annotations

import os
import random
from typing import Final

import pytest

from tests.tui.keys_machine import Part, Table, burst, drawn

EXAMPLES: Final = int(os.environ.get("LEERREIS_EXAMPLES", "3"))


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """One prepared portfolio for all plays."""
    return Table(tmp_path_factory.mktemp("keys"))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_every_key_does_what_it_meant(table: Table, seed: int) -> None:
    table.compare(drawn(random.Random(seed)))


@pytest.mark.parametrize(
    "parts",
    [
        (burst("left 2 down tab 5"), burst("u u space d e slash r up")),
        (burst("u u d", stands=1), burst("u r d")),
        (burst("3 d down enter u", stands=3), burst("2 u u r")),
    ],
    ids=["undo in a burst on Today", "delete what undo left", "undo a deleted goal with its steps"],
)
def test_undo_in_a_burst_takes_back_what_was_shown(table: Table, parts: tuple[Part, ...]) -> None:
    meant = table.compare(list(parts))
    assert meant.records != table.prepared, "the keys did something, so a disk that does nothing would be noticed"


def test_a_key_that_waits_is_given_once_when_the_key_that_hides_goes_before_it(table: Table) -> None:
    meant = table.compare([burst("n c escape 1 f9")])
    assert any("'c'" in draft for draft in meant.drafts)


def test_both_plays_begin_with_the_same_history(table: Table) -> None:
    """The history of undo belongs to the path of a file: a copy elsewhere would have none."""
    for slowly in (False, True):
        played = table.play([burst("u")], slowly=slowly)
        assert not any("feedback" in record for record in played.records), "the last thing written was taken back"


def test_a_page_of_a_picture_that_just_opened_is_as_long_as_the_picture_that_is_shown(table: Table) -> None:
    """The play that was found: half a page down on the journey was shorter before the screen was laid out."""
    pause = [Part(("3", "home", "c", "down", "enter"), 2.0, opens=True), Part(("/",), 0.7, text=True)]
    meant = table.compare_all([pause, [burst("k 6 ctrl+d l", stands=1)]])
    assert meant[-1].screens[0] == "JourneyScreen"
