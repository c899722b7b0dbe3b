"""Random bursts of keys, each played twice: key by key on a fast disk, and at once on a disk that does not respond.

    nice -n 15 .venv/bin/python -m tests.tui.keys_machine --examples 20000 --seed 7

An example is a play: one or two bursts from Today, of commands, or of text with the keys after it. In both ways no
letter of a text may reach a screen that takes no text, the app keeps running, and both end with the same records,
drafts and screens: so each action was run on the record that was under the cursor when its key was pressed. This is
compared after each play, before the next begins. `_CHAIN` plays continue from each other in one app for each way, with
the records, drafts, history and cursors of the previous plays; then both start with the same portfolio again. Nothing
is painted (see `unpainted`), and the files are in memory if the machine supports that.

A play that fails is played alone, or after the previous ones if it fails only then; it is shortened by leaving out
plays, bursts and keys, and printed on one line for `--try`. The last line shows examples, findings, processor seconds
and seed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import itertools
import json
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from textual import events

from portfolio.store.local.drafts import load_all
from portfolio.tui.app import LeerreisApp
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.tui.services.held_words import Pressed
from portfolio.tui.shell.screen import BaseScreen
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import NOW, opened, places
from tests.tui.rhythm import REST, Hand
from tests.tui.services.test_keys_wait_for_the_disk import a_portfolio
from tests.tui.services.test_slow_disk import SlowDisk, an_app_on
from tests.tui.unpainted import unpainted

SIZE: Final = (60, 18)
"""Columns and rows of the terminal."""
_TICK: Final = timedelta(milliseconds=10)
_DEEPEST: Final = 4
"""Maximum number of questions that are open when a play ends."""
BOXES: Final = (
    ("1", "n"),
    ("2", "home", "n", "4"),
    ("3", "n"),
    ("6", "ctrl+n"),
    ("2", "home", "e"),
    ("1", "home", "enter"),
    ("3", "home", "c", "down", "enter"),
)
"""Keys that lead from Today to a text box."""
ENDS: Final = ("enter", "ctrl+s", "escape", "ctrl+o")
"""Keys that save a text or leave its box."""
LETTERS: Final = "sdulegqvnx 2?/[]é"
COMMANDS: Final = (
    "d", "s", "u", "ctrl+r", "down", "j", "up", "k", "home", "end", "g", "G", "ctrl+d", "ctrl+u", "enter", "escape",
    "space", "ctrl+a", "l", "c", "e", "w", "z", "y", "i", "f", "tab", "left", "right", "f9", "f1", "f2", "ctrl+p",
    "slash", "question_mark", "v", "m", "r", "x", "b", "a", "n",
    *"1234567",
)  # fmt: skip
PAUSES: Final = (0.0, 0.01, 0.35, 0.7)
"""Seconds between the keys of a text."""
_CHAIN: Final = 10
"""Number of plays that continue from each other."""
_EVERY: Final = 50
"""Number of plays after which the figures are printed."""


class Part(NamedTuple):
    """Keys that are pressed as one burst."""

    keys: tuple[str, ...]
    after: float = 0.0
    text: bool = False
    """Whether the keys are text."""
    opens: bool = False
    """Whether the next part starts on the screen that this one opened."""
    stands: int = 0
    """Number of keys after which the disk stops responding."""


class Played(NamedTuple):
    """The result of a play: the content of the disk, without times and ids, and the open screens."""

    records: list[str]
    drafts: list[str]
    screens: list[str]


def burst(keys: str, *, stands: int = 0) -> Part:
    """Return a part with these keys, which are separated by spaces."""
    return Part(tuple(keys.split()), stands=stands)


def _word(chance: random.Random) -> str:
    while True:
        word = "".join(chance.choices(LETTERS, k=chance.randint(2, 6)))
        if len(word.strip()) > 1:
            return word


def _writes(chance: random.Random) -> list[Part]:
    """Return parts that open a box and type a text, a key that saves or leaves it, and more letters."""
    keys = (*_word(chance), chance.choice(ENDS), *_word(chance))
    return [Part(chance.choice(BOXES), REST, opens=True), Part(keys, chance.choice(PAUSES), text=True)]


def _acts(chance: random.Random) -> list[Part]:
    """Return a burst of commands."""
    return [Part(tuple(chance.choices(COMMANDS, k=chance.randint(2, 6))), stands=chance.randint(0, 3))]


def drawn(chance: random.Random) -> list[Part]:
    """Return a random play."""
    bursts = [chance.choice((_writes, _acts, _acts))(chance) for _n in range(chance.randint(1, 2))]
    return [part for burst in bursts for part in burst]


def _watch(app: LeerreisApp, text: set[int], strays: list[str]) -> None:
    """Record in `strays` every letter of a text that is delivered to a screen that takes no text."""
    queue = app.services.keys
    give = queue._give

    async def watched(key: events.Key | events.Paste, pressed: Pressed) -> None:
        asked = isinstance(app.screen, ChooseDialog)  # letters have no effect in a question with a few answers
        if id(key) in text and not (queue._on_text() or queue._hidden or asked):
            strays.append(f"{pressed.key} to {app.screen}")
        await give(key, pressed)

    queue._give = watched  # type: ignore[method-assign]


def records() -> list[str]:
    """Return the records on disk as text, without times and ids."""
    found = opened().read.records
    kinds = ("goal", "step", "reflection", "skill", "request", "feedback", "person", "milestone", "agreement")
    names = ("title", "text", "answers", "state", "question", "what", "name", "shareable", "template", "tags")
    every = [record for kind in kinds for record in found.of_kind(kind)]
    return sorted(str([record.kind, *(str(getattr(record, name, "")) for name in names)]) for record in every)


def _difference(meant: Played, done: Played) -> str:
    """Return the differences between the results of the two ways."""
    found = []
    for name, one, other in zip(Played._fields, meant, done, strict=True):
        if one != other:
            only = [each for each in one if each not in other], [each for each in other if each not in one]
            found.append(f"{name}: only key by key {only[0] or one}, only at once {only[1] or other}")
    return "\n".join(found)


class Table:
    """The portfolio that every chain of plays starts with, always at the same path, and the runs on it."""

    def __init__(self, folder: Path) -> None:
        """Prepare the portfolio in `folder`."""
        self._home, self._kept = folder / "home", folder / "kept"
        self.reached = 0
        """Number of plays of the chain that were started in the last run."""
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
        """Play it both ways, assert that the results are equal, and return the result."""
        return self.compare_all([parts])[0]

    def compare_all(self, plays: list[list[Part]], done: Callable[[], None] = lambda: None) -> list[Played]:
        """Do the same for plays that continue from each other; `done` is called after each one with equal results."""
        meant: list[Played] = []
        self._play(plays, slowly=False, ended=meant.append)
        expected = iter(meant)

        def compare(played: Played) -> None:
            wanted = next(expected)
            assert played == wanted, _difference(wanted, played)
            done()

        self._play(plays, slowly=True, ended=compare)
        return meant

    def play(self, parts: list[Part], *, slowly: bool) -> Played:
        """Play it one way and return the result."""
        played: list[Played] = []
        self._play([parts], slowly=slowly, ended=played.append)
        return played[0]

    def _play(self, plays: list[list[Part]], *, slowly: bool, ended: Callable[[Played], None]) -> None:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._kept, self._home)
        with self._at_home(), unpainted():
            asyncio.run(self._play_on(plays, slowly, ended))

    async def _play_on(self, plays: list[list[Part]], slowly: bool, ended: Callable[[Played], None]) -> None:
        """Play them in one app, each from Today; call `ended` with the result of each."""
        moments = itertools.count(1)
        disk = SlowDisk(lambda: NOW + _TICK * next(moments))  # records get the same order both ways
        self.reached = 0
        async with fast(an_app_on(disk), size=SIZE) as keys:
            player = Player(keys, disk, slowly)
            for parts in plays:
                if self.reached:
                    await player.home()
                self.reached += 1
                ended(await player.play(parts))


class Player:
    """Runs plays in one running app."""

    def __init__(self, keys: Keys, disk: SlowDisk, slowly: bool) -> None:
        """`slowly` means all keys of a burst at once, on a disk that does not respond meanwhile."""
        self._keys, self._disk, self._slowly = keys, disk, slowly
        self._hand = Hand(keys)
        self._strays: list[str] = []
        self._text: set[int] = set()
        self._kept: list[events.Key] = []
        """The keys whose `id()` is in `_text`, kept alive so that no other key gets the same id."""
        _watch(keys.app, self._text, self._strays)

    async def play(self, parts: list[Part]) -> Played:
        """Play this from Today and return the result."""
        for number, part in enumerate(parts, 1):
            await self._burst(part)
            if self._keys.app._exception is not None:
                raise self._keys.app._exception
            assert self._keys.app.is_running, "the app has ended"
            if not part.opens:
                await self._hand.rest()
                if number < len(parts):
                    await self.home()
        await self._keys.on_disk()
        assert not self._strays, f"letters of a text went elsewhere: {self._strays}"
        drafts = sorted(str(draft["texts"]) for draft in load_all(places().drafts_folder).values())
        return Played(records(), drafts, [type(screen).__name__ for screen in self._keys.app.screen_stack])

    async def _burst(self, part: Part) -> None:
        if part.text and not self._keys.screen.takes_words:
            return  # no box was opened, for lack of a record: a letter could quit the app
        stands = min(part.stands, len(part.keys) - 1)
        for n, name in enumerate(part.keys):
            if self._slowly and n == stands:
                await self._keys.settle()
                self._disk.stands()
            key = self._hand.post(name, part.after)
            if part.text and name not in ENDS:
                self._text.add(id(key))
                self._kept.append(key)
            if not self._slowly:
                await self._keys.settle()
        if self._slowly:
            for _turn in range(4):
                await self._keys._round()
            self._disk.goes_on()
        await self._in_sight()

    async def _in_sight(self) -> None:
        """Wait until the app is idle and not hidden: keys that wait for the hidden screen to close are delivered."""
        await self._keys.settle()
        while getattr(self._keys.screen, "HIDES", False):
            await self._hand.burst("f9", after=REST)

    async def home(self) -> None:
        """Return to Today, outside Over the shoulder; keep text as a draft and answer open questions."""
        for _turn in range(_DEEPEST):
            screen: Any = self._keys.screen
            if isinstance(screen, BaseScreen) and screen.is_place and not screen.current_context().deeper:
                break
            await self._hand.burst("escape", after=REST)
            if self._keys.screen is not screen and not isinstance(self._keys.screen, BaseScreen):
                await self._hand.burst("home", "enter", after=REST)  # it asks what becomes of the words
        await self._hand.burst("1", "home", after=REST)
        if self._keys.app.services.session.looked_on:
            await self._hand.burst("v", "v", after=REST)


Plays = list[list[Part]]


def failure_of(table: Table, plays: Plays, done: Callable[[], None] = lambda: None) -> str:
    """Return the failure of these plays with its last calls; empty without a failure."""
    try:
        table.compare_all(plays, done)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as failure:
        cause = getattr(failure, "error", failure)  # a worker of the app that failed tells why
        return f"{type(failure).__name__}: {failure}\n{''.join(traceback.format_tb(cause.__traceback__)[-4:])}"
    return ""


def _shorter(plays: Plays) -> Iterator[Plays]:
    """Yield these plays without one play, one burst or one key."""
    for p, parts in enumerate(plays):
        if len(plays) > 1:
            yield plays[:p] + plays[p + 1 :]
        for b, part in enumerate(parts):
            if len(parts) > 1 and not part.opens:
                yield [*plays[:p], parts[: b - (b > 0 and parts[b - 1].opens)] + parts[b + 1 :], *plays[p + 1 :]]
            if part.opens or len(part.keys) == 1:
                continue
            for k in range(len(part.keys)):
                less = part._replace(keys=part.keys[:k] + part.keys[k + 1 :])
                yield [*plays[:p], [*parts[:b], less, *parts[b + 1 :]], *plays[p + 1 :]]


def smaller(table: Table, plays: Plays) -> Plays:
    """Return the shortest plays found that still fail."""
    found: Plays | None = plays
    while found is not None:
        plays = found
        found = next((less for less in _shorter(plays) if any(less) and failure_of(table, less)), None)
    return plays


def main(arguments: Sequence[str]) -> int:
    """Play the number of examples asked for; return exit status 1 when a play failed."""
    asked = argparse.ArgumentParser(prog="keys_machine")
    asked.add_argument("--examples", type=int, default=sys.maxsize)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    asked.add_argument("--try", dest="plays", default="", help="plays as they were printed")
    options = asked.parse_args(arguments)
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(prefix="keys-machine-", dir=memory) as folder:
        table = Table(Path(folder))
        if options.plays:
            plays = [[Part(tuple(keys), *more) for keys, *more in parts] for parts in json.loads(options.plays)]
            print(failure_of(table, plays) or "Every key did what it meant.")
            return 0
        return _play_all(table, options.seed, options.examples)


def _play_all(table: Table, seed: int, examples: int) -> int:
    began, played, wrong, number = time.process_time(), 0, 0, 0

    def figures() -> str:
        used = time.process_time() - began
        each = f"{used:.0f} s of processor ({used / max(played, 1):.3f} each)"
        return f"{played} examples, {wrong} findings, {each}, seed {seed}"

    def done() -> None:
        nonlocal played
        played += 1
        if played % _EVERY == 0:
            print(figures(), flush=True)

    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    print(f"seed {seed}, process {os.getpid()}", flush=True)
    while played < examples:
        chance = random.Random(f"{seed} {number}")
        plays = [drawn(chance) for _n in range(min(_CHAIN, examples - played))]
        failure = failure_of(table, plays, done)
        if failure:
            played, wrong = played + 1, wrong + 1
            print(f"WRONG in play {table.reached} of chain {number}\n{failure}", flush=True)
            _tell(table, plays[: table.reached])
        number += 1
    print(figures(), flush=True)
    return 1 if wrong else 0


def _tell(table: Table, plays: Plays) -> None:
    """Print these plays, shortened; when they do not fail again, print that."""
    found = next((tried for tried in (plays[-1:], plays) if failure_of(table, tried)), None)
    least = plays if found is None else smaller(table, found)
    again = "not again" if found is None else failure_of(table, least)
    print(f"{again}\n--try '{json.dumps(least, ensure_ascii=False)}'", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
