"""What a change without a form can replace: the versions shown before it, not those that arrive with it."""

from __future__ import annotations

from collections.abc import Container

from portfolio.store.format.canonical import State
from portfolio.store.versions.version_set import Seen


class SeenVersions:
    """The versions that count as seen, fixed before a save joins what arrived meanwhile."""

    def __init__(self, known: State, own: Container[str]) -> None:
        """`known` is the state that was shown; `own` are the versions that this process wrote since."""
        self._known, self._own = known, own

    def __call__(self, state: State, identity: str) -> Seen:
        """The current versions of a record that were seen, by field."""
        table = state.table_of(identity)
        entry = state.entry(table, identity) if table else None
        if table is None or entry is None:
            return {}
        before = self._known.entry(table, identity)
        known = {vid for field in before.fields.values() for vid in field.heads} if before is not None else set()
        return {
            name: frozenset(vid for vid in field.heads if vid in known or vid in self._own)
            for name, field in entry.fields.items()
        }
