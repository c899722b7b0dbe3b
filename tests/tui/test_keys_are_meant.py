"""Bursts of keys at a person's rhythm and faster, on a quick and on a standing disk: every key does what it meant.

Each drawn play is played twice with the same keys at the same moments: once key by key on a quick disk, and once in
bursts on a disk that stands still meanwhile. Both times no letter of a text may reach a screen that takes no text, the
app goes on, and both end with the same records and drafts: so an action acted on what was under the cursor for whoever
pressed the key. LEERREIS_EXAMPLES sets how many plays are drawn.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual import events

from portfolio.store.local.drafts import load_all
from portfolio.tui.app import LeerreisApp
from portfolio.tui.services.held_words import Pressed
from tests.tui.fast_keys import fast
from tests.tui.playing import opened, places
from tests.tui.rhythm import REST, Hand
from tests.tui.test_keys_wait_for_the_disk import a_portfolio
from tests.tui.test_slow_disk import SlowDisk, an_app_on

EXAMPLES: Final = int(os.environ.get("LEERREIS_EXAMPLES", "3"))
PHASES: Final = (Phase.explicit, Phase.generate)
"""A play takes a second: it is not made smaller, but told."""
HOME: Final = ("escape", "escape", "escape", "escape", "1", "home")
BOXES: Final = (
    ("1", "n"),
    ("2", "home", "n", "4"),
    ("3", "n"),
    ("6", "ctrl+n"),
    ("2", "home", "e"),
    ("1", "home", "enter"),
    ("3", "home", "c", "down", "enter"),
)
"""Keys from Today to a box in which text is written."""
ENDS: Final = ("enter", "ctrl+s", "ctrl+s")
WORDS: Final = st.text("sdulegqvnx 2?/[]é", min_size=2, max_size=7).filter(lambda t: len(t.strip()) > 1)
COMMANDS: Final = st.lists(
    st.sampled_from(["d", "s", "u", "r", "down", "down", "up", "home", "end", "enter", "escape", "space", "l", "c", "e",
                     "g", "p", "y", "i", "f", "tab", "left", "right", "f9", "ctrl+p", "slash", "question_mark", "v",
                     "m", "x", "b", "a", "n", *"1234567"]),
    min_size=2, max_size=8,
)  # fmt: skip


class Part(NamedTuple):
    """Keys that come in one go."""

    keys: tuple[str, ...]
    after: float
    text: bool = False
    """Whether they are text."""
    opens: bool = False
    """Whether the next part goes on where this one led."""


WRITES: Final = st.builds(
    lambda box, text, end, more, after: (
        Part(box, REST, opens=True),
        Part((*text, end, *more), after, text=True),
    ),
    st.sampled_from(BOXES), WORDS, st.sampled_from(ENDS), WORDS, st.sampled_from([0.0, 0.01, 0.35, 0.7]),
)  # fmt: skip
ACTS: Final = COMMANDS.map(lambda keys: (Part(tuple(keys), 0.0),))
PLAYS: Final = st.lists(st.one_of(WRITES, ACTS), min_size=1, max_size=3)


def watch(app: LeerreisApp, text: set[int], strays: list[str]) -> None:
    """Note every letter of a text that is given to a screen that takes no text."""
    queue = app.services.keys
    give = queue._give

    async def watched(key: events.Key | events.Paste, pressed: Pressed) -> None:
        if id(key) in text and not (queue._on_text() or queue._hidden):
            strays.append(f"{pressed.key} to {app.screen}")
        await give(key, pressed)

    queue._give = watched  # type: ignore[method-assign]


def held() -> tuple[Any, ...]:
    """What is on disk, without moments and ids."""
    records = opened().records
    kinds = ("goal", "step", "reflection", "skill", "request", "feedback", "person", "milestone", "agreement")
    names = ("title", "text", "answers", "state", "question", "what", "name", "shareable", "template")
    every = [record for kind in kinds for record in records.of_kind(kind)]
    found = sorted(str([record.kind, *(str(getattr(record, name, "")) for name in names)]) for record in every)
    drafts = sorted(str(draft["texts"]) for draft in load_all(places().drafts_folder).values())
    return found, drafts


async def play(parts: list[Part], *, slowly: bool) -> tuple[tuple[Any, ...], list[str]]:
    """Play it; what is on disk then, and what strayed."""
    disk = SlowDisk()
    app = an_app_on(disk)
    strays: list[str] = []
    text: set[int] = set()
    kept: list[events.Key] = []
    watch(app, text, strays)
    async with fast(app) as keys:
        hand = Hand(keys)
        for part in parts:
            for n, name in enumerate(part.keys):
                key = hand.post(name, part.after)
                if part.text and name not in ENDS:
                    text.add(id(key))
                    kept.append(key)
                if not slowly:
                    await keys.settle()
                elif n == 0:
                    stands = disk.stands_still()
                    stands.__enter__()
            if slowly:
                for _turn in range(4):
                    await keys._round()
                disk.goes_on()
                await keys.settle()
            assert app.is_running
            if part.opens:
                continue
            await hand.rest()
            for name in HOME:
                await hand.press(name, after=REST)
            if app.looked_on:
                await hand.press("v", "v", after=REST)
        await keys.on_disk()
    return held(), strays


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(PLAYS)
def test_every_key_does_what_it_meant(drawn: list[tuple[Part, ...]]) -> None:
    parts = [part for each in drawn for part in each]
    old = os.environ["LEERREIS_HOME"]
    folder = tempfile.mkdtemp()
    try:
        os.environ["LEERREIS_HOME"] = str(Path(folder) / "first")
        a_portfolio()
        shutil.copytree(os.environ["LEERREIS_HOME"], Path(folder) / "second")
        meant, strays = asyncio.run(play(parts, slowly=False))
        assert strays == []
        os.environ["LEERREIS_HOME"] = str(Path(folder) / "second")
        done, strays = asyncio.run(play(parts, slowly=True))
        assert strays == []
        assert done == meant
    finally:
        os.environ["LEERREIS_HOME"] = old
        shutil.rmtree(folder)
