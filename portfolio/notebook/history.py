"""Undo and redo of actions by this computer, as ordinary changes that travel and merge."""

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
    """There is no action to undo, or none to redo."""


class Done(NamedTuple):
    """The outcome of undo or redo."""

    direction: Direction
    action: Action
    left_alone: int
    """The number of fields that were changed since and therefore left alone."""
    notices: tuple[Notice, ...] = ()
    in_file: bool = True
    """False when the change is safe on this computer and not yet in the file."""
    overruled: tuple[str, ...] = ()
    """Records that were to be deleted again and have an unseen change: they stay."""
    nothing: bool = False
    """Whether no record was changed: every change was changed since, or its record is gone for good."""

    def sentence(self, _: Words) -> str:
        """The action and the outcome, in words."""
        if self.nothing:
            template = _("There was nothing left to undo of this: {act}.")
            if self.direction == "redo":
                template = _("There was nothing left to redo of this: {act}.")
        else:
            template = _("Undone: {act}.") if self.direction == "undo" else _("Redone: {act}.")
        sentence = template.format(act=in_words(self.action, _))
        if self.left_alone:
            sentence += " " + _("What changed since then was left alone.")
        return sentence


class Replay:
    """One action that is about to be undone or redone."""

    def __init__(self, direction: Direction, action: Action, version_id: Callable[[], str], sees: Sees) -> None:
        """`version_id` makes the ids of the versions to write; `sees` gives the versions that can be replaced."""
        self.direction, self.action, self._version_id, self._sees = direction, action, version_id, sees
        self.inverse: Inverse | None = None
        self.wrote: list[tuple[str, Mapping[str, Json], str]] = []
        """Records, values and version id of each edit; not of edits that bring other versions back too."""

    def apply(self, state: State) -> State:
        """The state after the undo or redo; `inverse` then says what had to be left alone."""
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
        """Write the earlier values, and beside them the other versions that the action had settled.

        The conflict is open again. The value that was shown then is shown again, so it gets the latest version.
        """
        others = self._others(identity, values)
        vids = sorted(self._version_id() for _each in range(1 + sum(map(len, others.values()))))
        seen = {name: set(each) for name, each in self._sees(state, identity).items()}
        table = state.table_of(identity) or ""
        entry = state.entry(table, identity)
        for name, each in others.items():
            heads = entry.fields[name].heads if entry is not None and name in entry.fields else {}
            for other in each:
                current = {vid for vid, value in heads.items() if same(value, other)}
                if current:  # the action chose this one: it stays, beside the versions it replaced
                    seen[name] = seen.get(name, set()) - current
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
    """The actions on one file by this computer."""

    def __init__(self, history: History) -> None:
        """`history` stores them."""
        self._history = history
        self._set_aside = ""
        """Where a damaged history was put by the last call of `next`."""

    def remember(self, name: Name, steps: Sequence[Step], now: datetime) -> None:
        """Store an action under its name; when the disk refuses, only undo is lost."""
        with suppress(OSError):
            self._history.add(Action(name.label, name.parameters, tuple(steps), now.isoformat()))

    def next(self, direction: Direction, version_id: Callable[[], str], sees: Sees) -> Replay:
        """The action that undo or redo applies to. Raises NothingToUndo when there is none."""
        self._set_aside = self._history.mended()
        action = self._history.undoable() if direction == "undo" else self._history.redoable()
        if action is None:
            nothing = N_("There is nothing to undo.") if direction == "undo" else N_("There is nothing to redo.")
            raise NothingToUndo(nothing)
        return Replay(direction, action, version_id, sees)

    def taken(self, replay: Replay, saved: Saved) -> Done:
        """Note that the undo or redo was saved; its outcome."""
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
