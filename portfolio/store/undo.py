"""What can be undone: a short history of a person's own actions on one data file, kept on this machine.

Undoing is an ordinary edit with the values from before, so it travels and merges like any other. This module only
remembers; what somebody else changed since is left alone and reported. A line is added without reading the rest, so
a save costs the same after ten years. The history is a convenience: it is not forced to the disk, and a damaged line is
skipped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from typing import Final, Literal, NamedTuple, get_args

from portfolio import atomic
from portfolio.locations import Locations, file_key
from portfolio.store.canonical import State
from portfolio.store.stored_form import flat
from portfolio.store.values import Json, spelled
from portfolio.store.versions import is_live

KEPT: Final = 200
"""Actions that can be undone."""
_ROOM: Final = 4 * 1024 * 1024  # bytes of history after which it is cut back to the last actions

Deed = Literal["edit", "create", "delete"]
DEEDS: Final[tuple[Deed, ...]] = get_args(Deed)


class Step(NamedTuple):
    """What one action did to one record. Values are plain; None is "not set"."""

    record_id: str
    deed: Deed
    before: dict[str, Json]
    after: dict[str, Json]
    others: dict[str, list[Json]] = {}  # noqa: RUF012 - a tuple's default; nobody changes it
    """Other versions that a field had before, which the action settled: undoing brings them back too."""


class Action(NamedTuple):
    """One thing a person did: its label for the menu, its steps, and when (ISO 8601, with offset)."""

    label: str
    """An English message id; `parameters` fill it."""
    parameters: dict[str, Json]
    steps: tuple[Step, ...]
    at: str


class Inverse(NamedTuple):
    """What undoing an action takes, and what it must leave alone."""

    edits: tuple[tuple[str, dict[str, Json]], ...]
    """Record ids with the changes to make as ordinary edits."""
    deletes: tuple[str, ...]
    undeletes: tuple[str, ...]
    left_alone: tuple[tuple[str, str], ...]
    """Record id and field that somebody changed since."""


class History:
    """The actions on one data file, oldest first, and how far they were undone."""

    def __init__(self, locations: Locations) -> None:
        """Nothing is read or made yet."""
        self._folder = locations.undo_folder
        self._path = _path_of(locations)

    def add(self, action: Action) -> None:
        """Remember an action; what was undone before can then no longer be redone. Raises OSError."""
        self._append(_told(action))

    def undoable(self) -> Action | None:
        """The last action that was not undone."""
        done, _undone = self._load()
        return done[-1] if done else None

    def redoable(self) -> Action | None:
        """The last action that was undone, as long as nothing was done since."""
        _done, undone = self._load()
        return undone[-1] if undone else None

    def mark_undone(self) -> None:
        """The last undoable action was undone. Raises OSError."""
        self._append({"undo": {}})

    def mark_redone(self) -> None:
        """The last redoable action was done again. Raises OSError."""
        self._append({"redo": {}})

    def forget(self, record_ids: Collection[str]) -> None:
        """Take every word about these records out of the history. Raises OSError."""
        if not os.path.exists(self._path):
            return
        wanted = set(record_ids)
        done, undone = self._load()
        self._rewrite(
            *([a for a in each if not wanted & {step.record_id for step in a.steps}] for each in (done, undone))
        )

    def hand_on(self, locations: Locations) -> None:
        """The data file lies elsewhere now: what could be undone there can be undone here. Raises OSError."""
        if os.path.exists(self._path):
            os.replace(self._path, _path_of(locations))

    def _append(self, value: dict[str, Json]) -> None:
        """Add one line."""
        atomic.make_private_folder(self._folder)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0)
        handle = os.open(self._path, flags, 0o600)
        try:
            os.write(handle, _line(value))
            size = os.fstat(handle).st_size
        finally:
            os.close(handle)
        if size > _ROOM:
            self._rewrite(*self._load())

    def _rewrite(self, done: list[Action], undone: list[Action]) -> None:
        """Keep these actions only, the oldest of them left out where they take more than half the room."""
        lines = [_line(_told(action)) for action in (*done, *reversed(undone))]
        while len(lines) > 1 and sum(map(len, lines)) > _ROOM // 2:
            del lines[: len(lines) // 2]
        lines += [_line({"undo": {}})] * min(len(undone), len(lines))
        atomic.write(self._path, b"".join(lines))

    def _lines(self) -> list[str]:
        """The lines there are."""
        try:
            with open(self._path, encoding="utf-8", errors="replace") as file:
                return file.read().split("\n")
        except OSError:
            return []

    def _load(self) -> tuple[list[Action], list[Action]]:
        """The actions that stand, and those undone, the next to redo last."""
        done: list[Action] = []
        undone: list[Action] = []
        for line in self._lines():
            try:
                kind, value = next(iter(json.loads(line).items()))
                if kind == "do":
                    done.append(_action(value))
                    undone.clear()
                elif kind == "undo" and done:
                    undone.append(done.pop())
                elif kind == "redo" and undone:
                    done.append(undone.pop())
            except (ValueError, TypeError, KeyError, AttributeError, StopIteration):
                continue
        return done[-KEPT:], undone


def _path_of(locations: Locations) -> str:
    return os.path.join(locations.undo_folder, f"{file_key(locations.data_file)}.jsonl")


def inverse(action: Action, state: State, *, redo: bool = False) -> Inverse:
    """What takes an action back (with `redo`: does it again), as far as nobody changed the same since."""
    edits: list[tuple[str, dict[str, Json]]] = []
    deletes: list[str] = []
    undeletes: list[str] = []
    left: list[tuple[str, str]] = []
    for step in action.steps:
        table = state.table_of(step.record_id)
        entry = state.entry(table, step.record_id) if table else None
        if entry is None:
            left.append((step.record_id, ""))
            continue
        gone = step.deed == "delete" if redo else step.deed == "create"
        back = step.deed == "create" if redo else step.deed == "delete"
        now = {name: list(field.heads.values()) for name, field in entry.fields.items()}
        wrote = flat(step.before if redo else step.after)
        if gone and is_live(entry):
            if step.deed == "create" and not all(_says(now, name, wrote) for name in {*now, *wrote}):
                left.append((step.record_id, ""))
            else:
                deletes.append(step.record_id)
        elif back and not is_live(entry):
            undeletes.append(step.record_id)
        elif step.deed == "edit":
            wanted = flat(step.after if redo else step.before)
            mine = {name for name in wanted if _says(now, name, wrote)}
            edits.append((step.record_id, {name: wanted[name] for name in wanted if name in mine}))
            left += [(step.record_id, name) for name in wanted if name not in mine]
    return Inverse(tuple(each for each in edits if each[1]), tuple(deletes), tuple(undeletes), tuple(left))


def _told(action: Action) -> dict[str, Json]:
    """The line of an action, as a value."""
    return {"do": action._asdict() | {"steps": [step._asdict() for step in action.steps]}}


def _line(value: dict[str, Json]) -> bytes:
    """A value on a line of its own."""
    return f"{spelled(value)}\n".encode("utf-8", "backslashreplace")


def _says(now: Mapping[str, list[Json]], name: str, wrote: Mapping[str, Json]) -> bool:
    """Whether every version of a field says what was written: an unseen one would vanish with the undoing."""
    return all(_same(value, wrote.get(name)) for value in now.get(name) or [None])


def _same(a: Json, b: Json) -> bool:
    """Whether two values mean the same: nothing, no text, an empty list and false all mean "not set"."""
    return a == b or not (a or b)


def _action(value: Mapping[str, Json]) -> Action:
    """An action from its line; raises what a damaged line makes it raise."""
    steps = value["steps"]
    parameters = value["parameters"]
    if not isinstance(steps, list) or not isinstance(parameters, dict):
        raise TypeError
    return Action(str(value["label"]), parameters, tuple(map(_step, steps)), str(value["at"]))


def _step(value: Json) -> Step:
    """A step from its line; a key that is not ours is passed over."""
    if not isinstance(value, dict):
        raise TypeError
    before, after, deed = value["before"], value["after"], value["deed"]
    if not isinstance(before, dict) or not isinstance(after, dict):
        raise TypeError
    if deed not in DEEDS:
        raise ValueError
    others = value.get("others")
    kept = {n: v for n, v in others.items() if isinstance(v, list)} if isinstance(others, dict) else {}
    return Step(str(value["record_id"]), deed, before, after, kept)
