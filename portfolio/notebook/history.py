"""Undo and redo: an act of this computer taken back, or done again, as an ordinary change that travels and merges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Literal, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.notebook.change_names import Name, in_words
from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.format.changes import Sees
from portfolio.store.local.inverse import Inverse, inverse
from portfolio.store.local.undo import Action, History, Step
from portfolio.store.notices import Notice, notice
from portfolio.store.results import Saved
from portfolio.store.versions.values import Json, same
from portfolio.wording import N_, Words

Direction = Literal["undo", "redo"]


class NothingToUndo(PortfolioError):
    """There is no act to take back, or none that was taken back."""


class Done(NamedTuple):
    """What undo or redo did."""

    direction: Direction
    action: Action
    left_alone: int
    """Fields that someone changed since, and that therefore stayed as they are."""
    notices: tuple[Notice, ...] = ()
    in_file: bool = True
    """False where the words are safe on this computer and not yet in the file."""
    overruled: tuple[str, ...] = ()
    """Records that were to be deleted again, and have a change that nobody here had seen: they stay."""
    nothing: bool = False
    """Whether no record was changed: all of it was changed since, or is gone for good."""

    def sentence(self, _: Words) -> str:
        """Which act it was."""
        if self.nothing:
            said = _("There was nothing left to undo of this: {act}.")
            if self.direction == "redo":
                said = _("There was nothing left to redo of this: {act}.")
        else:
            said = _("Undone: {act}.") if self.direction == "undo" else _("Done again: {act}.")
        sentence = said.format(act=in_words(self.action, _))
        if self.left_alone:
            sentence += " " + _("What was changed since then has been left as it is.")
        return sentence


class Replay:
    """One act about to be taken back or done again."""

    def __init__(self, direction: Direction, action: Action, version_id: Callable[[], str], sees: Sees) -> None:
        """`version_id` makes the ids of the versions that it will write; `sees` is what may be replaced."""
        self.direction, self.action, self._version_id, self._sees = direction, action, version_id, sees
        self.inverse: Inverse | None = None
        self.wrote: list[tuple[str, Mapping[str, Json], str]] = []
        """The records and values that were written, and their version; not where it brings other versions back too."""

    def apply(self, state: State) -> State:
        """The state after it; remembers what had to be left alone."""
        self.inverse, self.wrote = inverse(self.action, state, redo=self.direction == "redo"), []
        for identity, values in self.inverse.edits:
            state = self._edited(state, identity, values)
        vid = self._version_id()
        for identity in self.inverse.deletes:
            state = changes.delete(state, identity, vid, self._sees(state, identity))
        for identity in self.inverse.undeletes:
            state = changes.undelete(state, identity)
        return state

    def _edited(self, state: State, identity: str, values: Mapping[str, Json]) -> State:
        """The values from before, and beside them the other versions that the act had settled: nobody chose yet.

        What was shown then is shown again, so it gets the latest version.
        """
        others = self._others(identity, values)
        vids = sorted(self._version_id() for _each in range(1 + sum(map(len, others.values()))))
        seen = {name: set(each) for name, each in self._sees(state, identity).items()}
        table = state.table_of(identity) or ""
        entry = state.entry(table, identity)
        for name, each in others.items():
            heads = entry.fields[name].heads if entry is not None and name in entry.fields else {}
            for other in each:
                stands = {vid for vid, value in heads.items() if same(value, other)}
                if stands:  # the act chose this one: it stays, beside what it replaced
                    seen[name] = seen.get(name, set()) - stands
                else:
                    state = changes.edit(state, identity, {name: other}, vids.pop(0), {name: ()})
        if not others:
            self.wrote.append((identity, values, vids[-1]))
        return changes.edit(state, identity, values, vids[-1], seen)

    def _others(self, identity: str, values: Mapping[str, Json]) -> dict[str, list[Json]]:
        if self.direction == "redo":
            return {}
        steps = (step for step in self.action.steps if step.record_id == identity)
        return {name: other for step in steps for name, other in step.others.items() if name in values}


class ChangeHistory:
    """The acts on one file, by this computer."""

    def __init__(self, history: History) -> None:
        """`history` keeps them."""
        self._history = history
        self._set_aside = ""
        """Where a damaged history was put, on the last look at it."""

    def remember(self, name: Name, steps: Sequence[Step], now: datetime) -> None:
        """Keep an act under its name; when the disk refuses, only undo is lost."""
        with suppress(OSError):
            self._history.add(Action(name.label, name.parameters, tuple(steps), now.isoformat()))

    def next(self, direction: Direction, version_id: Callable[[], str], sees: Sees) -> Replay:
        """The act that undo (or redo) is about. `NothingToUndo` when there is none."""
        self._set_aside = self._history.mended()
        action = self._history.undoable() if direction == "undo" else self._history.redoable()
        if action is None:
            nothing = N_("There is nothing to undo.") if direction == "undo" else N_("There is nothing to redo.")
            raise NothingToUndo(nothing)
        return Replay(direction, action, version_id, sees)

    def taken(self, replay: Replay, saved: Saved) -> Done:
        """Remember that it was done."""
        inverse = replay.inverse
        with suppress(OSError):
            if replay.direction == "undo":
                self._history.mark_undone()
            else:
                self._history.mark_redone()
        left = len(inverse.left_alone) if inverse else 0
        if self._set_aside:
            aside = notice("undo_damaged", path=self._set_aside)
            saved = saved._replace(notices=(*saved.notices, aside))
        nothing = inverse is not None and inverse.is_nothing(saved.overruled)
        return Done(replay.direction, replay.action, left, saved.notices, saved.in_file, saved.overruled, nothing)
