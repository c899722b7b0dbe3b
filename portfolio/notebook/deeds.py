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

    sort: Literal["create", "edit", "delete"]
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

    def step(self, before: State) -> Step:
        """The same, as it is remembered for undo; `before` is the state that it is about to change."""
        after = flat(self.values)
        shown = before.shown(self.id) if self.sort == "edit" else None
        values = flat(shown.values) if shown else {}
        others = {name: other for name, other in shown.conflicts.items() if name in after} if shown else {}
        return Step(self.id, self.sort, {name: values.get(name) for name in after}, dict(after), others)


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
