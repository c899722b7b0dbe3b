"""Many short lives of writers, one after the other, until it is ended: `python -m tests.tui.words_machine [SEED]`.

After each life it counts; a life in which a word was lost is made smaller by leaving out deeds, and printed with them,
so that `python -m tests.tui.words_machine try 12,345` lives it again.
"""

from __future__ import annotations

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

from tests.tui.test_no_word_is_lost import a_home, live
from tests.tui.unpainted import unpainted

_LONGEST: Final = 5
"""Deeds of most lives; a few are longer."""
_EVERY: Final = 20
"""After so many lives it says how many there were."""


def failure_of(begun: str, deeds: list[int]) -> str:
    """What went wrong in a life, on one line and then in full; empty when nothing did."""
    try:
        live(begun, deeds)
    except (KeyboardInterrupt, SystemExit, asyncio.CancelledError):
        raise
    except BaseException as failure:
        return f"{type(failure).__name__}: {failure}"
    return ""


def smaller(begun: str, deeds: list[int]) -> list[int]:
    """The same life without the deeds that it goes wrong without."""
    at = 0
    while at < len(deeds):
        less = deeds[:at] + deeds[at + 1 :]
        if failure_of(begun, less):
            deeds = less
        else:
            at += 1
    return deeds


def main(arguments: Sequence[str]) -> None:
    """Live until someone ends it."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, unpainted(), a_home() as begun:
        patch.setenv("HOME", folder)
        patch.setenv("LANG", "en_GB.UTF-8")
        if arguments and arguments[0] == "try":
            print(failure_of(begun, [int(each) for each in arguments[1].split(",")]) or "Every word is there.")
            return
        _live_on(begun, int(arguments[0]) if arguments else int(time.time()))


def _live_on(begun: str, seed: int) -> None:
    chance, lives, lost, used = random.Random(seed), 0, 0, time.process_time()
    gc.freeze()  # what is loaded stays: it is not looked through again for every life
    gc.set_threshold(50_000, 20, 20)
    print(f"seed {seed}, process {os.getpid()}", flush=True)
    while True:
        longest = _LONGEST if chance.random() < 0.9 else 4 * _LONGEST
        deeds = [chance.randrange(10_000) for _n in range(chance.randint(1, longest))]
        lives += 1
        failure = failure_of(begun, deeds)
        if failure:
            lost += 1
            least = smaller(begun, deeds)
            print(
                f"LOST in life {lives}: try {','.join(map(str, least))}\n{failure_of(begun, least) or failure}",
                flush=True,
            )
        if lives % _EVERY == 0 or failure:
            seconds = (time.process_time() - used) / lives
            print(f"{lives} lives, {lost} lost a word, {seconds:.2f} s of processor each", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
