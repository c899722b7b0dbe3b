"""Undo and redo: an act of this computer taken back, or done again, as an ordinary change that travels and merges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final, Literal, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.notebook.deeds import Deed
from portfolio.records.identity import SHORT
from portfolio.records.kinds import KINDS, record_type
from portfolio.records.problems import brief
from portfolio.store import changes, undo
from portfolio.store.canonical import State
from portfolio.store.notices import Notice
from portfolio.store.undo import Action, Inverse, Step
from portfolio.store.values import Json
from portfolio.wording import N_, Words

Act = Literal["add", "edit", "delete", "share", "unshare"]
Direction = Literal["undo", "redo"]

_ONE: Final[dict[str, str]] = {
    "add": N_("{kind} “{title}” added"),
    "edit": N_("{kind} “{title}” changed"),
    "delete": N_("{kind} “{title}” deleted"),
    "share": N_("{kind} “{title}” made shareable"),
    "unshare": N_("{kind} “{title}” made private"),
}
_MANY: Final[dict[str, str]] = {
    "add": N_("{n} records added"),
    "edit": N_("{n} records changed"),
    "delete": N_("{n} records deleted"),
    "share": N_("{n} records made shareable"),
    "unshare": N_("{n} records made private"),
}
_TITLE: Final = 50  # characters of a title that the history keeps


class NothingToUndo(PortfolioError):
    """There is no act to take back, or none that was taken back."""


class Done(NamedTuple):
    """What undo or redo did."""

    direction: Direction
    action: Action
    left_alone: int
    """Fields that someone changed since, and that therefore stayed as they are."""
    notices: tuple[Notice, ...] = ()

    def sentence(self, _: Words) -> str:
        """Which act it was."""
        said = _("Undone: {act}.") if self.direction == "undo" else _("Done again: {act}.")
        sentence = said.format(act=act_in_words(self.action, _))
        if self.left_alone:
            sentence += " " + _("What was changed since then has been left as it is.")
        return sentence


def act_in_words(action: Action, _: Words) -> str:
    """An act in a few words: “learning goal “Meten” changed”."""
    from portfolio.wording.names import kind_name

    kind = kind_name(str(action.parameters.get("kind", "")), _)
    title = brief(str(action.parameters.get("title", "")))
    return _(action.label).format(kind=kind, title=title, n=action.parameters.get("n", 1))


class Replay:
    """One act about to be taken back or done again."""

    def __init__(self, direction: Direction, action: Action, version_id: Callable[[], str]) -> None:
        """`version_id` makes the ids of the versions that it will write."""
        self.direction, self.action, self._version_id = direction, action, version_id
        self.inverse: Inverse | None = None

    def apply(self, state: State) -> State:
        """The state after it; remembers what had to be left alone."""
        self.inverse = undo.inverse(self.action, state, redo=self.direction == "redo")
        vid = self._version_id()
        for identity, values in self.inverse.edits:
            state = self._with_others(changes.edit(state, identity, values, vid), identity, values)
        for identity in self.inverse.deletes:
            state = changes.delete(state, identity, vid)
        for identity in self.inverse.undeletes:
            state = changes.undelete(state, identity)
        return state

    def _with_others(self, state: State, identity: str, values: Mapping[str, Json]) -> State:
        """The other versions that the act had settled, beside the one that is shown again: as if nobody saw either."""
        if self.direction == "redo":
            return state
        for step in self.action.steps:
            for name, others in step.others.items() if step.record_id == identity else ():
                for other in others if name in values else ():
                    state = changes.edit(state, identity, {name: other}, self._version_id(), {name: ()})
        return state


class ActHistory:
    """The acts on one file, by this computer."""

    def __init__(self, history: undo.History) -> None:
        """`history` keeps them."""
        self._history = history

    def remember(
        self, act: Act, asked: Sequence[str], deeds: Sequence[Deed], steps: Sequence[Step], before: State, now: datetime
    ) -> None:
        """Keep an act, named by the records that were `asked` for; when the disk refuses, only undo is lost."""
        parameters: dict[str, Json] = {"n": len(asked)}
        for deed in deeds:
            if asked and deed.id == asked[-1]:
                parameters |= _named(deed, before)
        label = _ONE[act] if len(asked) == 1 else _MANY[act]
        with suppress(OSError):
            self._history.add(Action(label, parameters, tuple(steps), now.isoformat()))

    def next(self, direction: Direction, version_id: Callable[[], str]) -> Replay:
        """The act that undo (or redo) is about. `NothingToUndo` when there is none."""
        action = self._history.undoable() if direction == "undo" else self._history.redoable()
        if action is None:
            nothing = N_("There is nothing to undo.") if direction == "undo" else N_("There is nothing to redo.")
            raise NothingToUndo(nothing)
        return Replay(direction, action, version_id)

    def taken(self, replay: Replay, notices: tuple[Notice, ...]) -> Done:
        """Remember that it was done."""
        inverse = replay.inverse
        with suppress(OSError):
            if replay.direction == "undo":
                self._history.mark_undone()
            else:
                self._history.mark_redone()
        left = len(inverse.left_alone) if inverse else 0
        return Done(replay.direction, replay.action, left, notices)


def _named(deed: Deed, before: State) -> dict[str, Json]:
    """Kind and title of the record of a deed, as the history names it."""
    shown = before.shown(deed.id) if deed.sort != "create" else None
    table = shown.table if shown else deed.table
    values = {**(shown.values if shown else {}), **deed.values}
    kind = KINDS.get(table, "")
    words = values.get(record_type(kind).title_field) if kind else None
    answers = values.get("answers")
    if not words and isinstance(answers, Mapping):
        words = next((a for a in answers.values() if isinstance(a, str) and a.strip()), "")
    return {"kind": kind, "title": str(words)[:_TITLE] if words else deed.id[-SHORT:]}
