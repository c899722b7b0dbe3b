"""Nothing that a terminal obeys gets out of a stored text, whatever is done to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import pytest

from portfolio import opener
from portfolio.sanitise import SIGNS
from portfolio.tui.app import LeerreisApp
from portfolio.tui.keymap.places import BY_ID, EVERYWHERE
from portfolio.tui.keymap.table import ACTIONS
from tests.tui.every_action import Recorded, Walk
from tests.tui.hostile import SMALL, a_hostile_portfolio
from tests.tui.playing import an_app, settled

CONTROL: Final = re.compile(
    r"\x1b\[[0-9;]*[mH]|\x1b\[\?2026[hl]|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b\]22;[a-z-]*\x07|\n"
)
"""What the app itself writes: colours, the place of the cursor, the bounds of a frame, the clipboard in
base64, the shape of the pointer."""
HOSTILE_KEYS: Final = {"over_shoulder": "\x1b]52;p;aGk=\x07", "help": "\x9b2J", "palette": "\u202ep", "redo": "[/b]"}


def unsafe_in(written: str) -> list[str]:
    """What a terminal would obey in what it got, apart from colours, the cursor and the modes that the app sets."""
    left = CONTROL.sub("", written)
    return sorted({left[max(n - 10, 0) : n + 20] for n, character in enumerate(left) if ord(character) in SIGNS})


def test_every_place_of_the_table_is_walked() -> None:
    assert {*BY_ID, *SMALL} == EVERYWHERE.union(*(action.where for action in ACTIONS))


@pytest.mark.long
@pytest.mark.parametrize("where", [*BY_ID, *SMALL])
async def test_no_action_brings_a_control_to_the_terminal(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener, "open_target", lambda _target: False)
    walk = await walked(where, {})
    at = [action for action in ACTIONS if where in action.where or (where in EVERYWHERE and not action.where)]
    assert {action for _where, action, _kind in walk.done} <= {action.id for action in at}
    assert len(walk.done) > 3


async def test_no_name_of_a_key_brings_a_control_to_the_terminal() -> None:
    await walked("settings", HOSTILE_KEYS, rows=2)


async def come_to(where: str, walk: Walk, app: LeerreisApp) -> None:
    """To this place or screen, with something in it."""
    if where not in SMALL:
        if getattr(walk.screen, "WHERE", "") != where:
            await walk.press(BY_ID[where].key or "f2")
        await walk.press("home")  # the first rows each time, however far the last turn came
        return
    app.push_screen(SMALL[where](app.services.session.state))
    await walk.press(*("r" if where == "search" else ""))


async def walked(where: str, own_keys: Mapping[str, str], rows: int = 6) -> Walk:
    """Walk one place or screen of a hostile portfolio, and look at what the terminal got."""
    a_hostile_portfolio()
    Recorded.written.clear()
    app = an_app("en", own_keys=own_keys)
    app.driver_class = Recorded
    async with app.run_test(headless=False, size=(100, 30)) as pilot:
        await settled(pilot)
        walk = Walk(pilot, rows)
        done = -1
        while done < len(walk.done):  # what was saved, or may not be seen for a moment, closes: it is come to again
            done = len(walk.done)
            await come_to(where, walk, app)
            await walk.explore()
        assert app.is_running
    app.services.worker.close()
    assert unsafe_in("".join(Recorded.written)) == []
    return walk
