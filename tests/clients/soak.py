"""Two real Syncthing computers, edited at random: apart and together, with every writer killed again and again.

At the end both files must be equal, every word that was promised must be on both unless someone who saw it took it
away, a record that nobody deleted must be there, and both must be quiet. Prints its seed and its figures; exit status 1
when anything of that does not hold. `python -m tests.clients.soak --seconds 300 --seed 7`
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Final

from portfolio.store.format.canonical import trusted
from tests.clients.syncthing import Device, MissingError, Pair
from tests.clients.writer import BROKEN

QUIET: Final = 10.0
"""Seconds without a write after which both are quiet: the app looks every two."""
LONGEST: Final = 300.0
"""Seconds that they may take to be quiet: a copy stays for a minute, on each computer, and once more on the other."""


class Told:
    """What the writers told: words that were promised, those that may be gone, records that may be hidden."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.promised: dict[str, str] = {}
        self.may_go: set[str] = set()
        self.may_hide: set[str] = set()
        self.deeds = 0
        self._lock = threading.Lock()

    def hear(self, line: bytes) -> None:
        """One line; half a line, from someone who was killed, is no promise."""
        try:
            fact = json.loads(line)
        except ValueError:
            return
        with self._lock:
            self.promised |= dict.fromkeys(fact.get("kept", ()), fact.get("id", ""))
            self.may_go |= set(fact.get("may_go", ()))
            self.may_hide.add(fact.get("may_hide", ""))
            self.deeds += "kept" in fact or "deeds" in fact

    def lost(self, device: Device) -> list[str]:
        """Promised words that are not in the file of a computer."""
        text = device.file.read_text("utf-8")
        return [word for word in self.promised if word not in self.may_go and json.dumps(word) not in text]

    def hidden(self, device: Device) -> list[str]:
        """Promised words on a record that nobody deleted and that is not there."""
        live = {shown.id for shown in trusted(device.file.read_bytes()).records("goals")}
        return [word for word, record in self.promised.items() if record not in live | self.may_hide]


class Person:
    """The one who writes on a computer; when they are killed they start again."""

    def __init__(self, device: Device, name: str, told: Told, broken: str) -> None:
        """Not there yet."""
        self.idle = device.own / "idle"
        self._device, self._name, self._told, self._broken = device, name, told, broken
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, seed: int) -> None:
        """Start the app and write."""
        command = [sys.executable, "-m", "tests.clients.writer", self._name, str(seed), str(self.idle), self._broken]
        self._process = subprocess.Popen(command, env=self._device.environment, stdout=subprocess.PIPE)
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def end(self) -> None:
        """Kill them, in the midst of whatever they do."""
        assert self._process is not None
        assert self._process.poll() is None, "a writer ended by itself"
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._told.hear(line)


def main() -> int:
    """Soak, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--broken", choices=sorted(BROKEN), default="", help="break the store on purpose")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            pair = Pair(Path(folder))
        except MissingError as missing:
            print(f"No soak: {missing}.")
            return 1
        with pair:
            return soak(pair, random.Random(given.seed), given.seed, given.seconds, given.broken)


def soak(pair: Pair, chance: random.Random, seed: int, seconds: float, broken: str) -> int:
    """Let both be edited for so long, then look at what is there."""
    told, figures = Told(), Counter[str]()
    people = [Person(device, name, told, broken) for device, name in zip(pair.both, ("here", "there"), strict=True)]
    for person in people:
        person.begin(chance.getrandbits(32))
    end, copies, apart = time.monotonic() + seconds, set[str](), False
    while time.monotonic() < end:
        time.sleep(chance.uniform(0.5, 4))
        copies |= {path.name for path in pair.conflicts()}
        deed = chance.choice(("kill", "kill", "apart", "together", "together"))
        if deed == "kill":
            person = chance.choice(people)
            person.end()
            person.begin(chance.getrandbits(32))
            figures["kills"] += 1
        elif deed == "apart" and not apart:
            pair.offline()
            figures["times apart"] += 1
            apart = True
        elif deed == "together" and apart:
            pair.meet()
            apart = False
    for person in people:
        person.idle.touch()
    pair.meet()
    took = quiet_after(pair)
    for person in people:
        person.end()
    lost = {word for device in pair.both for word in told.lost(device)}
    hidden = {word for device in pair.both for word in told.hidden(device)}
    equal = pair.here.file.read_bytes() == pair.there.file.read_bytes()
    left = len(pair.conflicts())
    figures |= {"deeds": told.deeds, "words promised": len(told.promised), "conflict copies": len(copies)}
    figures |= {"words taken away by who saw them": len(told.may_go & set(told.promised))}
    print(f"seed {seed}, {seconds:.0f} seconds{f', broken: {broken}' if broken else ''}")
    for name, number in sorted(figures.items()):
        print(f"  {name}: {number}")
    quiet = f"quiet after {took:.0f} seconds" if took is not None else "NOT QUIET"
    print(f"  lost: {len(lost)}; hidden: {len(hidden)}; copies left: {left}; equal: {equal}; {quiet}")
    for word in sorted(lost | hidden)[:10]:
        print(f"  missing: {word} ({told.promised[word]})")
    return 0 if equal and took is not None and not (lost or hidden or left) else 1


def quiet_after(pair: Pair) -> float | None:
    """Seconds until nobody wrote any more and no copy was left; None when that took too long."""
    began = since = time.monotonic()
    last: object = None
    while time.monotonic() - began < LONGEST:
        time.sleep(0.5)
        now = [(path.name, path.stat().st_mtime_ns) for d in pair.both for path in sorted(d.folder.glob("leerreis*"))]
        if now != last or pair.conflicts():
            last, since = now, time.monotonic()
        if time.monotonic() - since >= QUIET:
            return since - began
    return None


if __name__ == "__main__":
    sys.exit(main())
