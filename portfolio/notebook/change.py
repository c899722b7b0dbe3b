"""What an act does to records, and the same as steps that can be taken back."""

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
    """The versions that a form showed; None without a form: then those that were shown before the act count."""

    def apply(self, state: State, vid: str, sees: Sees) -> State:
        """The state after it. What was not seen stays beside an edit, and keeps what is deleted."""
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
        """The fields to settle of which every version that there is now was seen."""
        shown, seen = state.shown(self.id), self._seen(state, sees)
        if shown is None:
            return ()
        now = shown.seen
        names = (name for name in flat(self.values) if name in shown.conflicts)
        return tuple(name for name in names if set(now.get(name, ())) <= set(seen.get(name, ())))

    def step(self, before: State, sees: Sees) -> Step:
        """The same, as it is remembered for undo; `before` is the state that it is about to change."""
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


def deeds_of(drafts: Sequence[Draft], seen: Mapping[str, Iterable[str]] | None) -> tuple[Change, ...]:
    """What saving these drafts does."""
    return tuple(
        Change("create", d.id, {k: v for k, v in d.values.items() if v is not None}, TABLES[d.kind])
        if d.new
        else Change("edit", d.id, d.values, seen=seen)
        for d in drafts
    )


def apply_all(deeds: Sequence[Change], state: State, vid: str, sees: Sees) -> tuple[State, tuple[Step, ...]]:
    """The state after all of them, and what each did. New records are put in together, however many they are."""
    new = {(deed.table, deed.id): deed for deed in deeds if deed.sort == "create"}
    steps = [deed.step(state, sees) for deed in new.values()]
    made = ((table, identity, deed.values) for (table, identity), deed in new.items())
    state = changes.create_all(state, made, vid, sees)
    for deed in deeds:
        if deed.sort != "create":
            steps.append(deed.step(state, sees))
            state = deed.apply(state, vid, sees)
    return state, tuple(steps)
