"""Random sessions of a writer: `python -m tests.tui.words_machine --examples 20000 --seed 7`.

An example is a life: one to five deeds (one life in ten: up to twenty), each drawn from those possible on the current
screen. After each deed the invariant of `test_no_word_is_lost` is checked: every word that was in a box is in a record
or in a draft on offer, or was removed by a deed that named it. `_CHAIN` lives continue from each other, with the
windows, records, drafts and history of the previous life, since killing and opening a window are deeds too; then a new
home is used. Nothing is painted (see `unpainted`), and the files are in memory if the machine supports that.

A chain in which a word was lost is shortened by leaving out deeds, and the rest is printed for
`python -m tests.tui.words_machine --try 12,345`. The last line shows examples, findings, processor seconds and seed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import Final

import pytest

from tests.tui.services.test_no_word_is_lost import Writer, a_home, home_like, live
from tests.tui.unpainted import unpainted

_LONGEST: Final = 5
"""Maximum number of deeds in most lives; one in ten may have four times as many."""
_CHAIN: Final = 20
"""Number of lives that continue from each other."""
_EVERY: Final = 100
"""Number of lives after which the figures are printed."""


def failure_of(begun: str, deeds: list[int]) -> str:
    """Return the failure of one life of these deeds: its type and message; empty without a failure."""
    try:
        live(begun, deeds)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as failure:
        return f"{type(failure).__name__}: {failure}"
    return ""


def smaller(begun: str, deeds: list[int]) -> list[int]:
    """Return a shorter list of deeds that still fails: leave out large groups first, then single deeds."""
    size = max(len(deeds) // 2, 1)
    while True:
        at = 0
        while at < len(deeds):
            less = deeds[:at] + deeds[at + size :]
            if less and failure_of(begun, less):
                deeds = less
            else:
                at += size
        if size == 1:
            return deeds
        size = (size + 1) // 2


def drawn(chance: random.Random) -> list[int]:
    """Return random deeds for one life."""
    longest = _LONGEST if chance.random() < 0.9 else 4 * _LONGEST
    return [chance.randrange(10_000) for _n in range(chance.randint(1, longest))]


class Machine:
    """Runs chains of lives and counts the findings."""

    def __init__(self, begun: str, seed: int) -> None:
        """`begun` is the folder of the home that every chain starts with."""
        self._begun, self._seed = begun, seed
        self.lives = self.lost = 0
        self._used = time.process_time()

    @property
    def figures(self) -> str:
        """Examples, findings, processor seconds and seed, as text."""
        used = time.process_time() - self._used
        each = f"{used:.0f} s of processor ({used / max(self.lives, 1):.3f} each)"
        return f"{self.lives} examples, {self.lost} findings, {each}, seed {self._seed}"

    def chain(self, number: int, most: int) -> None:
        """Run one chain of at most `most` lives; print a finding, shortened."""
        chance = random.Random(f"{self._seed} {number}")
        done: list[int] = []
        try:
            with home_like(self._begun):
                asyncio.run(self._live_on(chance, done, most))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as failure:
            self.lost += 1
            print(f"LOST in life {self.lives}, chain {number}: {type(failure).__name__}: {failure}", flush=True)
            if not failure_of(self._begun, done):
                print(f"not again with --try {','.join(map(str, done))}", flush=True)
                return
            least = smaller(self._begun, done)
            print(f"try {','.join(map(str, least))}\n{failure_of(self._begun, least)}", flush=True)

    async def _live_on(self, chance: random.Random, done: list[int], most: int) -> None:
        writer = Writer()
        try:
            await writer.open()
            for _life in range(most):
                deeds = drawn(chance)
                self.lives += 1
                for deed in deeds:
                    done.append(deed)
                    await writer.do([deed])
                if self.lives % _EVERY == 0:
                    print(self.figures, flush=True)
        finally:
            await writer.end()


def main(arguments: Sequence[str]) -> int:
    """Run the number of examples asked for; return exit status 1 when a word was lost."""
    asked = argparse.ArgumentParser(prog="words_machine")
    asked.add_argument("--examples", type=int, default=sys.maxsize)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    asked.add_argument("--try", dest="deeds", default="")
    options = asked.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, unpainted(), a_home() as begun:
        patch.setenv("HOME", folder)
        patch.setenv("LANG", "en_GB.UTF-8")
        if options.deeds:
            print(failure_of(begun, [int(each) for each in options.deeds.split(",")]) or "Every word is there.")
            return 0
        return _live_on(begun, options.seed, options.examples)


def _live_on(begun: str, seed: int, examples: int) -> int:
    machine = Machine(begun, seed)
    gc.freeze()  # the garbage collector skips the loaded modules
    gc.set_threshold(50_000, 20, 20)
    print(f"seed {seed}, process {os.getpid()}", flush=True)
    number = 0
    while machine.lives < examples:
        machine.chain(number, min(_CHAIN, examples - machine.lives))
        number += 1
    print(machine.figures, flush=True)
    return 1 if machine.lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
