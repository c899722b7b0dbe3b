"""Every row of the table of actions on a standing disk: what its key sets off is done before the next key is given."""

from __future__ import annotations

from typing import Final

import pytest

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.places import EVERYWHERE
from tests.tui.keys_machine import Part, Table

WAYS: Final = {
    "today": "1 home down down",
    "reflections": "2 home",
    "goals": "3 home",
    "feedback": "4 home",
    "skills": "5 home",
    "journey": "6",
    "conversation": "7",
    "settings": "f2 home",
    "record": "3 home enter down enter",
    "search": "slash n o t e down",
    "bin": "2 home d d ctrl+p b i n enter",
    "copies": "ctrl+p c o p i e s enter",
    "sharing": "7 x end",
    "sections": "7 x b home",
    "check": "2 n 4 a b",
    "form": "3 n a b",
}
"""Keys from the start to a place or a small screen."""
AFTER: Final = ("down", "enter", "down", "d", "u")
"""What a fast hand presses after it: it answers, moves on, deletes, and takes back."""
ENDS: Final = {"quit"}
"""What ends the app, which a test of its own looks at."""


def _rows() -> list[tuple[str, Action]]:
    """Every action once for every place that does it by a method of its own."""
    once: dict[tuple[str, str], tuple[str, Action]] = {}
    for where in WAYS:
        for action in table.at(where):
            place = where if action.where and len(action.where) < len(WAYS) // 2 else "anywhere"
            if action.id not in ENDS:
                once.setdefault((place, action.id), (where, action))
    return list(once.values())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """One prepared portfolio for all of them."""
    return Table(tmp_path_factory.mktemp("flows"))


@pytest.mark.long
@pytest.mark.parametrize(("where", "action"), _rows(), ids=lambda v: getattr(v, "id", str(v).replace(" ", "-")))
def test_what_follows_a_key_waits_for_what_it_set_off(home: Table, where: str, action: Action) -> None:
    there = Part(tuple(WAYS[where].split()), 10.0, opens=True)
    home.compare([there, Part((action.key, *AFTER), 10.0)])


def test_the_ways_lead_to_every_place_of_the_table_but_those_that_need_more() -> None:
    need_more = {"versions", "ready", "sheet", "table"}
    assert {w for a in table.ACTIONS for w in a.where} | EVERYWHERE == {*WAYS} | need_more
