"""What an act does to records, and the same as steps that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from portfolio.capture.drafting import Draft
from portfolio.records.kinds import TABLES
from portfolio.store import changes
from portfolio.store.canonical import State
from portfolio.store.stored_form import flat
from portfolio.store.undo import Step


class Deed(NamedTuple):
    """One change of one record."""

    sort: Literal["create", "edit", "delete", "undelete", "settle"]
    id: str
    values: Mapping[str, Any]
    table: str = ""
    seen: Mapping[str, Iterable[str]] | None = None
    """The versions that a form showed; what arrived meanwhile stays beside an edit."""

    def apply(self, state: State, vid: str) -> State:
        """The state after it."""
        match self.sort:
            case "create":
                return changes.create(state, self.table, self.id, self.values, vid)
            case "edit":
                return changes.edit(state, self.id, self.values, vid, self.seen)
            case "delete":
                return changes.delete(state, self.id, vid)
            case "undelete":
                back = changes.undelete(state, self.id)
                return changes.edit(back, self.id, self.values, vid) if self.values else back
            case "settle":
                return changes.confirm(state, self.id, self._chosen(state), vid)

    def _chosen(self, state: State) -> tuple[str, ...]:
        """The fields to settle of which every version that there is now was seen."""
        shown, seen = state.shown(self.id), self.seen
        if shown is None:
            return ()
        now = shown.seen
        names = (name for name in flat(self.values) if name in shown.conflicts)
        return tuple(name for name in names if seen is None or set(now.get(name, ())) <= set(seen.get(name, ())))

    def step(self, before: State) -> Step:
        """The same, as it is remembered for undo; `before` is the state that it is about to change."""
        if self.sort in ("create", "delete"):
            return Step(self.id, "create" if self.sort == "create" else "delete", {}, dict(flat(self.values)))
        shown = before.shown(self.id)
        values = flat(shown.values) if shown else {}
        if self.sort == "undelete":
            return Step(self.id, "undelete", values, {**values, **flat(self.values)})
        settled = {name: values.get(name) for name in self._chosen(before)} if self.sort == "settle" else None
        after = flat(self.values) if settled is None else settled
        others = {name: other for name, other in shown.conflicts.items() if name in after} if shown else {}
        return Step(self.id, "edit", {name: values.get(name) for name in after}, dict(after), others)


def deeds_of(drafts: Sequence[Draft], seen: Mapping[str, Iterable[str]] | None) -> tuple[Deed, ...]:
    """What saving these drafts does."""
    return tuple(
        Deed("create", d.id, {k: v for k, v in d.values.items() if v is not None}, TABLES[d.kind])
        if d.new
        else Deed("edit", d.id, d.values, seen=seen)
        for d in drafts
    )


def apply_all(deeds: Sequence[Deed], state: State, vid: str) -> tuple[State, tuple[Step, ...]]:
    """The state after all of them, and what each did. New records are put in together, however many they are."""
    new = {(deed.table, deed.id): deed for deed in deeds if deed.sort == "create"}
    steps = [deed.step(state) for deed in new.values()]
    state = changes.create_all(state, ((table, identity, deed.values) for (table, identity), deed in new.items()), vid)
    for deed in deeds:
        if deed.sort != "create":
            steps.append(deed.step(state))
            state = deed.apply(state, vid)
    return state, tuple(steps)
