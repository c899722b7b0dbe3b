"""A machine that plays bursts of keys twice, key by key on a quick disk and at once on a disk that stands still.

Both times no letter of a text may reach a screen that takes no text, the app goes on, and both end with the same
records, drafts and screen: so an action acted on what was under the cursor for whoever pressed the key.

As a program it goes on without end and writes a line for every so many plays, and every play that went wrong:

    nice -n 15 .venv/bin/python -m tests.tui.keys_machine /tmp/keys-machine.log &
"""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from textual import events
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

from portfolio.store.local.drafts import load_all
from portfolio.tui.app import LeerreisApp
from portfolio.tui.dialogs.choose import ChooseDialog
from portfolio.tui.services.held_words import Pressed
from tests.tui.fast_keys import fast
from tests.tui.playing import opened, places
from tests.tui.rhythm import REST, Hand
from tests.tui.test_keys_wait_for_the_disk import a_portfolio
from tests.tui.test_slow_disk import SlowDisk, an_app_on

SIZE: Final = (60, 18)
"""Of the terminal."""
ROUND: Final = 50
"""Plays for a line in the log."""
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
ENDS: Final = ("enter", "ctrl+s", "escape", "f2")
"""Keys that save a text or leave it."""
WORDS: Final = st.text("sdulegqvnx 2?/[]é", min_size=2, max_size=6).filter(lambda t: len(t.strip()) > 1)
COMMANDS: Final = st.lists(
    st.sampled_from(["d", "s", "u", "r", "down", "down", "up", "home", "end", "enter", "escape", "space", "l", "c", "e",
                     "g", "p", "y", "i", "f", "tab", "left", "right", "f9", "ctrl+p", "slash", "question_mark", "v",
                     "m", "x", "b", "a", "n", *"1234567"]),
    min_size=2, max_size=6,
)  # fmt: skip


class Part(NamedTuple):
    """Keys that come in one go."""

    keys: tuple[str, ...]
    after: float = 0.0
    text: bool = False
    """Whether they are text."""
    opens: bool = False
    """Whether the next part goes on where this one led."""
    stands: int = 0
    """After how many keys the disk stands still."""


class Played(NamedTuple):
    """What is on disk afterwards, without moments and ids, and what is on the screen."""

    records: list[str]
    drafts: list[str]
    screens: list[str]


def burst(keys: str, *, stands: int = 0) -> Part:
    """These keys, with spaces between them, in one go."""
    return Part(tuple(keys.split()), stands=stands)


WRITES: Final = st.builds(
    lambda box, text, end, more, after: (
        Part(box, REST, opens=True),
        Part((*text, end, *more), after, text=True),
    ),
    st.sampled_from(BOXES), WORDS, st.sampled_from(ENDS), WORDS, st.sampled_from([0.0, 0.01, 0.35, 0.7]),
)  # fmt: skip
ACTS: Final = st.builds(lambda keys, stands: (Part(tuple(keys), stands=stands),), COMMANDS, st.integers(0, 3))
PLAYS: Final = st.lists(st.one_of(WRITES, ACTS, ACTS), min_size=1, max_size=2)


def _watch(app: LeerreisApp, text: set[int], strays: list[str]) -> None:
    """Note every letter of a text that is given to a screen that takes no text."""
    queue = app.services.keys
    give = queue._give

    async def watched(key: events.Key | events.Paste, pressed: Pressed) -> None:
        asked = isinstance(app.screen, ChooseDialog)  # in a question of a few answers no letter does anything
        if id(key) in text and not (queue._on_text() or queue._hidden or asked):
            strays.append(f"{pressed.key} to {app.screen}")
        await give(key, pressed)

    queue._give = watched  # type: ignore[method-assign]


def records() -> list[str]:
    """The records on disk, without moments and ids."""
    found = opened().read.records
    kinds = ("goal", "step", "reflection", "skill", "request", "feedback", "person", "milestone", "agreement")
    names = ("title", "text", "answers", "state", "question", "what", "name", "shareable", "template", "tags")
    every = [record for kind in kinds for record in found.of_kind(kind)]
    return sorted(str([record.kind, *(str(getattr(record, name, "")) for name in names)]) for record in every)


@contextmanager
def _unpainted() -> Iterator[None]:
    """No screen is painted, and no style sheet is parsed twice: a key does the same, in less than half the time."""
    parsed: dict[tuple[Any, ...], Any] = {}
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, css: str, *more: Any, **named: Any) -> Any:
        key = (css, repr(more), repr(named), tuple(sorted(self._variables.items())))
        if key not in parsed:
            parsed[key] = parse(self, css, *more, **named)
        return parsed[key]

    def nothing(self: Compositor, *_what: Any, **_how: Any) -> None:
        self._dirty_regions.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", nothing)
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


class Table:
    """A folder with a portfolio that every play begins with, always at the same path."""

    def __init__(self, folder: Path) -> None:
        """Everything is written in `folder`."""
        self._home, self._kept = folder / "home", folder / "kept"
        with self._at_home():
            a_portfolio()
            self.prepared = records()
        shutil.copytree(self._home, self._kept)

    @contextmanager
    def _at_home(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("LEERREIS_HOME", str(self._home))
            yield

    def compare(self, parts: list[Part]) -> Played:
        """Play it both ways, and see that they end the same way; how that is."""
        meant = self.play(parts, slowly=False)
        done = self.play(parts, slowly=True)
        assert done == meant
        return meant

    def play(self, parts: list[Part], *, slowly: bool) -> Played:
        """Play it; what there is then."""
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._kept, self._home)
        with self._at_home(), _unpainted():
            screens, strays = asyncio.run(_play(parts, slowly=slowly))
            drafts = sorted(str(draft["texts"]) for draft in load_all(places().drafts_folder).values())
            assert strays == []
            return Played(records(), drafts, screens)


async def _play(parts: list[Part], *, slowly: bool) -> tuple[list[str], list[str]]:
    disk = SlowDisk()
    app = an_app_on(disk)
    strays: list[str] = []
    text: set[int] = set()
    kept: list[events.Key] = []
    _watch(app, text, strays)
    async with fast(app, size=SIZE) as keys:
        hand = Hand(keys)
        for number, part in enumerate(parts, 1):
            for n, name in enumerate(part.keys):
                if slowly and n == min(part.stands, len(part.keys) - 1):
                    await keys.settle()
                    disk.stands_still().__enter__()
                key = hand.post(name, part.after)
                if part.text and name not in ENDS:
                    text.add(id(key))
                    kept.append(key)
                if not slowly:
                    await keys.settle()
            if slowly:
                for _turn in range(4):
                    await keys._round()
                disk.goes_on()
                await keys.settle()
            assert app.is_running
            if part.opens:
                continue
            await hand.rest()
            if number < len(parts):
                await hand.burst(*HOME, after=REST)
                if app.services.session.looked_on:
                    await hand.burst("v", "v", after=REST)
        await keys.on_disk()
        return [type(screen).__name__ for screen in app.screen_stack], strays


def main(log: Path) -> None:
    """Draw and play without end."""
    shared = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="keys-machine-", dir=shared if shared.is_dir() else None))
    table, began = Table(folder), time.process_time()
    played = wrong = 0

    def say(line: str) -> None:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{time.strftime('%H:%M:%S')} {line}\n")

    def play(parts: list[tuple[Part, ...]]) -> None:
        nonlocal played
        played += 1
        if played % 10 == 0:
            gc.collect()
        table.compare([part for each in parts for part in each])

    phases = (Phase.generate, Phase.shrink)
    how = settings(
        max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=phases
    )
    gc.disable()  # a tenth of the time
    say(f"begun, process {os.getpid()}")
    for number in range(int(time.time()), sys.maxsize):
        try:
            seed(number)(how(given(PLAYS)(play)))()
        except BaseException as failure:
            wrong += 1
            say("WRONG\n" + "".join(traceback.format_exception(failure)))
            if isinstance(failure, KeyboardInterrupt):
                shutil.rmtree(folder)
                return
        each = (time.process_time() - began) / played
        say(f"{played} examples, {wrong} rounds with one that went wrong, {each:.2f} s of processor each")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
