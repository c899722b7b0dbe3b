"""Writers at random, life after life: `python -m tests.tui.words_machine --examples 20000 --seed 7`.

An example is a life: one to five deeds (one life in ten: up to twenty), each drawn from what can be done where the
writer is then, and after each of them the invariant of `test_no_word_is_lost`: every word that stood in a box is in a
record, in a draft on offer, or was taken away by a deed that named it. `_CHAIN` lives go on from each other, with the
windows, records, drafts and history that the one before left, since a window dies and opens often enough as a deed;
then a new home begins. Nothing is painted (see `unpainted`), and the files are in memory where the machine has that.

A chain in which a word was lost is made shorter by leaving out deeds, and printed with those that are left, for
`python -m tests.tui.words_machine --try 12,345`. The last line tells examples, findings, seconds of processor, seed.
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
"""Deeds of most lives; a few are longer."""
_CHAIN: Final = 20
"""Lives that go on from each other."""
_EVERY: Final = 100
"""After this many lives it says how many there were."""


def failure_of(begun: str, deeds: list[int]) -> str:
    """What goes wrong in one life of these deeds, on one line and then in full; empty when nothing does."""
    try:
        live(begun, deeds)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as failure:
        return f"{type(failure).__name__}: {failure}"
    return ""


def smaller(begun: str, deeds: list[int]) -> list[int]:
    """The same life without the deeds that it goes wrong without: many at once first, then one by one."""
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
    """The deeds of one life."""
    longest = _LONGEST if chance.random() < 0.9 else 4 * _LONGEST
    return [chance.randrange(10_000) for _n in range(chance.randint(1, longest))]


class Machine:
    """Lives chains of lives and counts."""

    def __init__(self, begun: str, seed: int) -> None:
        """`begun` is the home that every chain begins with."""
        self._begun, self._seed = begun, seed
        self.lives = self.lost = 0
        self._used = time.process_time()

    @property
    def figures(self) -> str:
        """Examples, findings, seconds of processor, seed."""
        used = time.process_time() - self._used
        each = f"{used:.0f} s of processor ({used / max(self.lives, 1):.3f} each)"
        return f"{self.lives} examples, {self.lost} findings, {each}, seed {self._seed}"

    def chain(self, number: int, most: int) -> None:
        """One chain; a finding is made shorter and printed."""
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
    """Live as often as asked; the exit status is 1 when a word was lost."""
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
    gc.freeze()  # what is loaded stays: it is not looked through again for every life
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
