"""Unseen versions that arrived with a change and limit its effect, with the notices about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from portfolio.notebook.change import Change
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat
from portfolio.store.notices import Notice, notice
from portfolio.store.versions.shown_version import CAREFUL, SETTLED, shown_value
from portfolio.store.versions.values import Json, same
from portfolio.store.versions.version_set import Entry, is_live

_CAREFUL = CAREFUL | {"shareable"}
_LISTS = SETTLED - _CAREFUL


class Unseen(NamedTuple):
    """The effect of unseen versions on a change."""

    notices: tuple[Notice, ...] = ()
    overruled: tuple[str, ...] = ()
    """Records for which the change does not count yet: they are not deleted, or a more careful choice holds."""


def kept_beside(changes: Iterable[Change], before: State, after: State, vid: str) -> Unseen:
    """What stays beside these changes, which wrote version `vid` and turned `before` into `after`."""
    beside = lists = False
    alive: list[str] = []
    back: set[str] = set()
    careful: list[str] = []
    for change in changes:
        entry = _entry(after, change.id)
        if entry is None or change.sort == "settle":
            continue
        if change.sort == "delete":
            alive += [change.id] if is_live(entry) else []
            continue
        was = _entry(before, change.id) if change.sort == "edit" and entry.deletion.heads else None
        if was is not None and not is_live(was) and is_live(entry):
            back.add(change.id)
        fields = [name for name in flat(change.values) if _others(entry, name, vid)]
        overruled = any(name in _CAREFUL for name in fields)
        careful += [change.id] if overruled else []
        beside = beside or any(name not in SETTLED for name in fields)
        lists = lists or any(name in _LISTS and _differs(entry, name, vid) for name in fields)
    notices = (*_of_changes(beside, alive, careful), *_of_lists(lists), *_of_deleted(len(back)))
    return Unseen(notices, tuple(dict.fromkeys((*alive, *careful))))


def kept_after(
    wrote: Iterable[tuple[str, Mapping[str, Json], str]], deleted: Iterable[str], before: State, after: State
) -> Unseen:
    """The same for an undo or redo: the values it wrote with their version, and the records it deleted."""
    found = [kept_beside((Change("edit", identity, values),), before, after, vid) for identity, values, vid in wrote]
    found.append(kept_beside([Change("delete", identity, {}) for identity in deleted], before, after, ""))
    notices = {each.kind: each for one in found for each in one.notices}
    return Unseen(tuple(notices.values()), tuple(identity for one in found for identity in one.overruled))


def _entry(state: State, identity: str) -> Entry | None:
    table = state.table_of(identity)
    return state.entry(table, identity) if table else None


def _others(entry: Entry, name: str, vid: str) -> bool:
    """Whether a field has another value beside the one just written."""
    heads = entry.fields[name].heads if name in entry.fields else {}
    return vid in heads and any(not same(value, heads[vid]) for value in heads.values())


def _differs(entry: Entry, name: str, vid: str) -> bool:
    """Whether the shown list differs from the list just written."""
    heads = entry.fields[name].heads
    return not same(shown_value(name, heads), heads[vid])


def _of_lists(joined: bool) -> Iterator[Notice]:
    if joined:
        yield notice("lists_joined")


def _of_deleted(count: int) -> Iterator[Notice]:
    if count:
        yield notice("kept_alive" if count == 1 else "kept_alive_all", n=count)


def _of_changes(beside: bool, alive: list[str], careful: list[str]) -> Iterator[Notice]:
    if beside:
        yield notice("beside")
    if alive:
        yield notice("not_deleted" if len(alive) == 1 else "not_deleted_all", n=len(alive))
    if careful:
        yield notice("careful")
