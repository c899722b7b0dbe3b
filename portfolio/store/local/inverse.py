"""The changes that undo or redo an action, leaving alone what was changed since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat
from portfolio.store.local.undo import Action
from portfolio.store.versions.values import Json
from portfolio.store.versions.version_set import is_live


class Inverse(NamedTuple):
    """The changes that undo an action, and what they must leave alone."""

    edits: tuple[tuple[str, dict[str, Json]], ...]
    """Record ids with the changes to make as ordinary edits."""
    deletes: tuple[str, ...]
    undeletes: tuple[str, ...]
    left_alone: tuple[tuple[str, str], ...]
    """Record ids and fields that were changed since; an empty field is the whole record."""

    def is_nothing(self, overruled: Collection[str] = ()) -> bool:
        """Whether no record is changed by it; `overruled` are records that were not deleted after all."""
        return not (self.edits or self.undeletes or set(self.deletes) - set(overruled))


def inverse(action: Action, state: State, *, redo: bool = False) -> Inverse:
    """The changes that undo an action, or redo it, except where something changed since."""
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
        gone = step.deed == "delete" if redo else step.deed in ("create", "undelete")
        back = step.deed in ("create", "undelete") if redo else step.deed == "delete"
        now = {name: list(field.heads.values()) for name, field in entry.fields.items()}
        wrote = flat(step.before if redo else step.after)
        if gone and is_live(entry):
            if step.deed != "delete" and not all(_is_unchanged(now, name, wrote) for name in {*now, *wrote}):
                left.append((step.record_id, ""))
                continue
            deletes.append(step.record_id)
            edits.append((step.record_id, _differing(wrote, flat(step.before)) if step.deed == "undelete" else {}))
        elif back and not is_live(entry):
            undeletes.append(step.record_id)
            if step.deed == "undelete":
                edits.append((step.record_id, _differing(flat(step.before), flat(step.after))))
        elif step.deed == "edit" and not is_live(entry):
            left.append((step.record_id, ""))  # deleted since: an earlier value would bring it back to life
        elif step.deed == "edit":
            wanted = flat(step.after if redo else step.before)
            settled = step.others if redo else {}
            mine = {name for name in wanted if _is_unchanged(now, name, wrote, settled.get(name, ()))}
            edits.append((step.record_id, {name: wanted[name] for name in wanted if name in mine}))
            left += [(step.record_id, name) for name in wanted if name not in mine]
    return Inverse(tuple(each for each in edits if each[1]), tuple(deletes), tuple(undeletes), tuple(left))


def _differing(now: Mapping[str, Json], wanted: Mapping[str, Json]) -> dict[str, Json]:
    """The values to write to get from `now` to `wanted`."""
    return {name: wanted.get(name) for name in {**now, **wanted} if not _same(now.get(name), wanted.get(name))}


def _is_unchanged(
    now: Mapping[str, list[Json]], name: str, wrote: Mapping[str, Json], beside: Collection[Json] = ()
) -> bool:
    """Whether every version of a field has the written value: an unseen one would be lost by the undo.

    `beside` are other versions that were seen: those that the action settles when it is redone.
    """
    known = (wrote.get(name), *beside)
    return all(any(_same(value, each) for each in known) for value in now.get(name) or [None])


def _same(a: Json, b: Json) -> bool:
    """Whether two values are equal; None, an empty text, an empty list and false all mean "not set"."""
    return a == b or not (a or b)
