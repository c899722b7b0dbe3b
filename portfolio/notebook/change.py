"""One change of one record: how it changes the state, and the step that undoes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from portfolio.capture.batch import Draft
from portfolio.records.kinds import TABLES
from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.format.changes import Sees
from portfolio.store.format.stored_form import flat
from portfolio.store.local.undo import Step
from portfolio.store.versions.version_set import Seen


class Change(NamedTuple):
    """One change of one record."""

    sort: Literal["create", "edit", "delete", "undelete", "settle"]
    id: str
    values: Mapping[str, Any]
    table: str = ""
    seen: Seen | None = None
    """The versions that a form showed; None without a form: then the versions shown before the change count."""

    def apply(self, state: State, vid: str, sees: Sees) -> State:
        """The state after the change. An unseen version stays beside an edit, and keeps a deleted record alive."""
        seen = self._seen(state, sees)
        match self.sort:
            case "create":
                return changes.create_all(state, [(self.table, self.id, self.values)], vid, sees)
            case "edit":
                return changes.edit(state, self.id, self.values, vid, seen)
            case "delete":
                return changes.delete(state, self.id, vid, seen)
            case "undelete":
                back = changes.undelete(state, self.id)
                return changes.edit(back, self.id, self.values, vid, seen) if self.values else back
            case "settle":
                return changes.confirm(state, self.id, self._chosen(state, sees), vid, seen)

    def _seen(self, state: State, sees: Sees) -> Seen:
        return sees(state, self.id) if self.seen is None else self.seen

    def _chosen(self, state: State, sees: Sees) -> tuple[str, ...]:
        """The fields to settle, limited to those of which every current version was seen."""
        shown, seen = state.shown(self.id), self._seen(state, sees)
        if shown is None:
            return ()
        now = shown.seen
        names = (name for name in flat(self.values) if name in shown.conflicts)
        return tuple(name for name in names if set(now.get(name, ())) <= set(seen.get(name, ())))

    def step(self, before: State, sees: Sees) -> Step:
        """The step that undo remembers; `before` is the state that the change will apply to."""
        if self.sort in ("create", "delete"):
            return Step(self.id, "create" if self.sort == "create" else "delete", {}, dict(flat(self.values)))
        shown = before.shown(self.id)
        values = flat(shown.values) if shown else {}
        if self.sort == "undelete":
            return Step(self.id, "undelete", values, {**values, **flat(self.values)})
        settled = {name: values.get(name) for name in self._chosen(before, sees)} if self.sort == "settle" else None
        after = flat(self.values) if settled is None else settled
        others = {name: other for name, other in shown.conflicts.items() if name in after} if shown else {}
        return Step(self.id, "edit", {name: values.get(name) for name in after}, dict(after), others)


def changes_of(drafts: Sequence[Draft], seen: Mapping[str, Iterable[str]] | None) -> tuple[Change, ...]:
    """The changes that save these drafts."""
    return tuple(
        Change("create", d.id, {k: v for k, v in d.values.items() if v is not None}, TABLES[d.kind])
        if d.new
        else Change("edit", d.id, d.values, seen=seen)
        for d in drafts
    )


def apply_all(all_changes: Sequence[Change], state: State, vid: str, sees: Sees) -> tuple[State, tuple[Step, ...]]:
    """Apply all changes; the state after them, and the step of each. New records are added in one go, however many."""
    new = {(each.table, each.id): each for each in all_changes if each.sort == "create"}
    steps = [each.step(state, sees) for each in new.values()]
    made = ((table, identity, each.values) for (table, identity), each in new.items())
    state = changes.create_all(state, made, vid, sees)
    for each in all_changes:
        if each.sort != "create":
            steps.append(each.step(state, sees))
            state = each.apply(state, vid, sees)
    return state, tuple(steps)
