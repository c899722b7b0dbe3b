"""The undo history: the user's own actions on one data file, kept on this machine.

Undo is an ordinary edit with the earlier values, so it travels and merges like any other. This module only remembers;
what was changed elsewhere since is left alone and reported. A line is appended without reading the rest, so a save
costs the same after ten years. The history is a convenience: it is not forced to the disk, and a damaged line is
skipped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

from portfolio import atomic
from portfolio.locations import Locations, file_key
from portfolio.records.identity import is_id
from portfolio.store.file.shadow import files_in
from portfolio.store.versions.values import Json, spelled

_FILLED: Final = frozenset({"kind", "title", "n", "when", None})
"""The parameters that a label can have; None for plain text without a parameter."""
KEPT: Final = 200
"""Actions that can be undone."""
_ROOM: Final = 4 * 1024 * 1024  # bytes of history after which it is cut back to the last actions

Operation = Literal["edit", "create", "delete", "undelete"]
OPERATIONS: Final[tuple[Operation, ...]] = get_args(Operation)


class Step(NamedTuple):
    """What one action did to one record. Values are plain; None is "not set"."""

    record_id: str
    deed: Operation
    """The name of the field is a key of the stored history."""
    before: dict[str, Json]
    after: dict[str, Json]
    others: dict[str, list[Json]] = {}  # noqa: RUF012 - a tuple's default; nothing changes it
    """Other versions that a field had before and that the action settled; undo brings them back too."""


class Action(NamedTuple):
    """One action of the user: its label for the menu, its steps, and when it was done (ISO 8601, with offset)."""

    label: str
    """An English message id; `parameters` fill it."""
    parameters: dict[str, Json]
    steps: tuple[Step, ...]
    at: str


class Next(NamedTuple):
    """The actions that undo and redo would apply now; None where there is none."""

    undo: Action | None = None
    redo: Action | None = None


class History:
    """The actions on one data file, oldest first, and how many of them were undone."""

    def __init__(self, locations: Locations, path: str = "") -> None:
        """`path` is the path of the history, when it is not that of the data file. Nothing is read or made yet."""
        self._locations = locations
        self._folder = locations.undo_folder
        self._path = path or _path_of(locations)

    def add(self, action: Action) -> None:
        """Append an action; earlier undone actions can then no longer be redone. Raises OSError."""
        self._append(_action_value(action))

    def undoable(self) -> Action | None:
        """The last action that was not undone."""
        return self.next().undo

    def redoable(self) -> Action | None:
        """The last action that was undone, as long as nothing was done since."""
        return self.next().redo

    def next(self) -> Next:
        """The actions that undo and redo would apply now.

        The file is read from its end, so the cost does not grow with the history.
        """
        redo: Action | None = None
        last_found = False
        undone = skipped = 0  # actions undone after the last one was done, and before that
        for kind, value in self._backwards():
            if kind != "do":
                step = 1 if kind == "undo" else -1
                undone, skipped = (undone, skipped + step) if last_found else (undone + step, skipped)
                continue
            action = _sound(value)
            if action is None:
                continue
            last_found = True
            if skipped > 0:
                skipped -= 1
            elif undone > 0:
                redo, undone = action, undone - 1
            else:
                return Next(action, redo)
        return Next(None, redo)

    def mark_undone(self) -> None:
        """Note that the last undoable action was undone. Raises OSError."""
        self._append({"undo": {}})

    def mark_redone(self) -> None:
        """Note that the last redoable action was redone. Raises OSError."""
        self._append({"redo": {}})

    def forget(self, record_ids: Collection[str]) -> None:
        """Remove every action on these records from this history and those of other files. Raises OSError."""
        wanted = set(record_ids)
        for path in files_in(self._folder, ".jsonl"):
            other = History(self._locations, path)
            if path == self._path or any(record_id.encode() in other._bytes() for record_id in wanted):
                other._leave_out(wanted)

    def _leave_out(self, wanted: set[str]) -> None:
        """Rewrite the history without the actions on these records and without damaged lines."""
        done, undone = self._load()
        self._rewrite(
            *([a for a in each if not wanted & {step.record_id for step in a.steps}] for each in (done, undone))
        )

    def is_damaged(self) -> bool:
        """Whether a line of the history is damaged."""
        return any(not _is_whole(line) for line in self._bytes().split(b"\n") if line)

    def mended(self) -> str:
        """Set a damaged history aside and keep its sound lines; where it was put, empty when it was not damaged."""
        data = self._bytes()
        lines = [line for line in data.split(b"\n") if line]
        sound = [line for line in lines if _is_whole(line)]
        if sound == lines:
            return ""
        path = os.path.join(self._locations.damaged_folder, f"{os.path.basename(self._path)}.damaged")
        with suppress(OSError):
            atomic.make_private_folder(self._locations.damaged_folder)
            atomic.write(path, data, mode=0o600)
            atomic.write(self._path, b"".join(line + b"\n" for line in sound), mode=0o600)
            return path
        return ""

    def hand_on(self, locations: Locations) -> None:
        """Move the history to the new place of the data file. Raises OSError."""
        if os.path.exists(self._path):
            os.replace(self._path, _path_of(locations))

    def _append(self, value: dict[str, Json]) -> None:
        """Append one line."""
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
        """Keep only these actions; the oldest are dropped where they take more than half of `_ROOM`."""
        lines = [_line(_action_value(action)) for action in (*done, *reversed(undone))]
        while len(lines) > 1 and sum(map(len, lines)) > _ROOM // 2:
            del lines[: len(lines) // 2]
        lines += [_line({"undo": {}})] * min(len(undone), len(lines))
        atomic.write(self._path, b"".join(lines))

    def _bytes(self) -> bytes:
        """The content of the history; empty when it cannot be read."""
        try:
            with open(self._path, "rb") as file:
                return file.read()
        except OSError:
            return b""

    def _backwards(self) -> Iterator[tuple[str, Json]]:
        """The kind and value of each line, last line first; a line is parsed when it is asked for."""
        data = self._bytes()
        end = len(data)
        while end > 0:
            start = data.rfind(b"\n", 0, end)
            parsed = _parsed(data[start + 1 : end])
            if parsed is not None:
                yield parsed
            end = start

    def _load(self) -> tuple[list[Action], list[Action]]:
        """The actions in effect, and those undone; the next one to redo is last."""
        done: list[Action] = []
        undone: list[Action] = []
        for kind, value in reversed(list(self._backwards())):
            if kind == "do":
                action = _sound(value)
                if action is not None:
                    done.append(action)
                    undone.clear()
            elif kind == "undo" and done:
                undone.append(done.pop())
            elif kind == "redo" and undone:
                done.append(undone.pop())
        return done[-KEPT:], undone


def _path_of(locations: Locations) -> str:
    return os.path.join(locations.undo_folder, f"{file_key(locations.data_file)}.jsonl")


def _action_value(action: Action) -> dict[str, Json]:
    """The value of the line for an action."""
    return {"do": action._asdict() | {"steps": [step._asdict() for step in action.steps]}}


def _line(value: dict[str, Json]) -> bytes:
    """A value on a line of its own."""
    return f"{spelled(value)}\n".encode("utf-8", "backslashreplace")


def _parsed(line: bytes) -> tuple[str, Json] | None:
    """The kind and value of a line; None when it is damaged or of an unknown kind."""
    try:
        kind, value = next(iter(json.loads(line.decode("utf-8", "replace")).items()))
    except (ValueError, TypeError, AttributeError, StopIteration, RecursionError):
        return None
    return (kind, value) if kind in ("do", "undo", "redo") else None


def _is_whole(line: bytes) -> bool:
    parsed = _parsed(line)
    return parsed is not None and (parsed[0] != "do" or _sound(parsed[1]) is not None)


def _sound(value: Json) -> Action | None:
    """The action of a line; None when it is damaged."""
    try:
        return _action(value) if isinstance(value, dict) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _action(value: Mapping[str, Json]) -> Action:
    """An action from its line; a damaged line raises ValueError, TypeError, KeyError or AttributeError."""
    steps, parameters, label, at = value["steps"], value["parameters"], value["label"], value["at"]
    if not isinstance(steps, list) or not isinstance(parameters, dict):
        raise TypeError
    if not isinstance(label, str) or not _places_in(label) <= _FILLED:
        raise ValueError
    for parsed in (at, parameters.get("when", at)):
        if not isinstance(parsed, str) or datetime.fromisoformat(parsed).tzinfo is None:
            raise ValueError
    return Action(label, parameters, tuple(map(_step, steps)), at if isinstance(at, str) else "")


def _places_in(label: str) -> frozenset[str | None]:
    """The parameters in a label. Raises ValueError when it cannot be filled."""
    from string import Formatter  # costs a command 1 ms that only adds to the history

    return frozenset(name for _text, name, *_rest in Formatter().parse(label))


def _step(value: Json) -> Step:
    """A step from its line; unknown keys are ignored."""
    if not isinstance(value, dict):
        raise TypeError
    before, after, operation = value["before"], value["after"], value["deed"]
    if not isinstance(before, dict) or not isinstance(after, dict):
        raise TypeError
    if operation not in OPERATIONS or not is_id(str(value["record_id"])):
        raise ValueError
    others = value.get("others")
    kept = {n: v for n, v in others.items() if isinstance(v, list)} if isinstance(others, dict) else {}
    return Step(str(value["record_id"]), operation, before, after, kept)
