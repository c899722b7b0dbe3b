"""One computer of the soak: a person who writes, changes, deletes and takes back, until they are killed.

What they do is told on stdout, a line of JSON each: before a deed what it may take away, after it what was promised.
Words count from the moment they were promised; a person who is killed in between was promised nothing.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from portfolio.errors import PortfolioError
from portfolio.locations import find
from portfolio.notebook import Notebook, open_notebook
from portfolio.records.goals import Goal
from portfolio.store.file import shadow
from portfolio.store.versions import version_set

WAIT: Final = 0.25
"""Seconds between deeds, on average."""


class Writer:
    """Someone with an open app."""

    def __init__(self, name: str, seed: int, idle: Path) -> None:
        """While the file `idle` is there the app is only open."""
        self._chance, self._name, self._idle = random.Random(seed), name, idle
        self._notebook: Notebook = open_notebook(
            find(os.environ), today=date(2026, 3, 12), now=lambda: datetime.now(UTC)
        )
        self._number = 0
        self._done: list[tuple[list[str], str]] = []  # words and record that taking back each deed would take along

    def live(self) -> None:
        """Until killed."""
        deeds = (self._add, self._add, self._change, self._change, self._change, self._delete, self._take_back)
        while True:
            self._pause()
            if self._notebook.changed_outside():
                self._notebook.look()
            if not self._idle.exists():
                with suppress(PortfolioError):
                    self._chance.choice(deeds)()

    def _pause(self) -> None:
        time.sleep(self._chance.expovariate(1 / WAIT))

    def _word(self) -> str:
        self._number += 1
        return f"{self._name}-{os.getpid()}-{self._number}"

    def _some(self) -> Goal | None:
        goals = self._notebook.read.records.of(Goal)
        return self._chance.choice(goals) if goals else None

    def _add(self) -> None:
        word, batch = self._word(), self._notebook.batch()
        batch.add_json({"kind": "goal", "title": word, "why": f"{word} why", "tags": [word]})
        (identity,) = self._notebook.write.save(batch).ids
        tell(kept=[word, f"{word} why"], id=identity)
        self._done.append(([], identity))

    def _change(self) -> None:
        """A form: it shows a text, is open for a while, and is saved whatever arrived meanwhile."""
        goal = self._some()
        if goal is None:
            return
        field = self._chance.choice(("title", "why"))
        seen = self._notebook.read.seen(goal.id)
        shown = [each for each in (getattr(goal, field), *goal.conflicts.get(field, ())) if each]
        for _moment in range(self._chance.randrange(3)):
            self._pause()
            if self._notebook.changed_outside():
                self._notebook.look()
        word, batch = self._word(), self._notebook.batch()
        batch.edit(goal.id, "goal", {field: word})
        tell(may_go=shown)
        self._notebook.write.save(batch, seen=seen)
        tell(kept=[word], id=goal.id)
        self._done.append(([word], ""))

    def _delete(self) -> None:
        goal = self._some()
        if goal is not None and self._chance.random() < 0.5:
            tell(may_hide=goal.id)
            self._notebook.write.delete([goal.id])
            tell(deeds=1)
            self._done.append(([], ""))

    def _take_back(self) -> None:
        if self._done and self._notebook.next_acts().undo is not None:
            words, record = self._done.pop()
            tell(may_go=words, may_hide=record)
            self._notebook.write.undo()
            tell(deeds=1)


def tell(**fact: Any) -> None:
    """One line, at once."""
    os.write(1, json.dumps(fact).encode() + b"\n")


def _no_shadow(*_given: object) -> None:
    """Writes nothing."""


def _last_one_wins(a: version_set.VersionSet, b: version_set.VersionSet) -> version_set.VersionSet:
    """One of both, and nothing of the other."""
    return max(a, b, key=lambda each: max(each.heads, default=""))


BROKEN: Final[dict[str, Callable[[], None]]] = {
    "": lambda: None,
    "no-shadow": lambda: setattr(shadow.Shadow, "write", _no_shadow),
    "last-wins": lambda: setattr(version_set, "_join_field", _last_one_wins),
}
"""Ways to break the store on purpose, to see the soak find it."""


if __name__ == "__main__":
    BROKEN[sys.argv[4]]()
    Writer(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])).live()
