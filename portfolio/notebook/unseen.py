"""What an act could not do because a version arrived with it that nobody had seen: what is kept, and how it is said."""

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
    """What came of it."""

    notices: tuple[Notice, ...] = ()
    overruled: tuple[str, ...] = ()
    """The records for which the act does not count yet: they are not deleted, or a more careful choice holds."""


def kept_beside(deeds: Iterable[Change], before: State, after: State, vid: str) -> Unseen:
    """What stays beside these deeds, which wrote the version `vid` and made `after` of `before`."""
    beside = lists = False
    alive: list[str] = []
    back: set[str] = set()
    careful: list[str] = []
    for deed in deeds:
        entry = _entry(after, deed.id)
        if entry is None or deed.sort == "settle":
            continue
        if deed.sort == "delete":
            alive += [deed.id] if is_live(entry) else []
            continue
        was = _entry(before, deed.id) if deed.sort == "edit" and entry.deletion.heads else None
        if was is not None and not is_live(was) and is_live(entry):
            back.add(deed.id)
        fields = [name for name in flat(deed.values) if _others(entry, name, vid)]
        overruled = any(name in _CAREFUL for name in fields)
        careful += [deed.id] if overruled else []
        beside = beside or any(name not in SETTLED for name in fields)
        lists = lists or any(name in _LISTS and _says_more(entry, name, vid) for name in fields)
    told = (*_told(beside, alive, careful), *_of_lists(lists), *_of_deleted(len(back)))
    return Unseen(told, tuple(dict.fromkeys((*alive, *careful))))


def kept_after(
    wrote: Iterable[tuple[str, Mapping[str, Json], str]], deleted: Iterable[str], before: State, after: State
) -> Unseen:
    """The same for an act taken back or done again: what it wrote, with its version, and what it deleted."""
    found = [kept_beside((Change("edit", identity, values),), before, after, vid) for identity, values, vid in wrote]
    found.append(kept_beside([Change("delete", identity, {}) for identity in deleted], before, after, ""))
    notices = {each.kind: each for one in found for each in one.notices}
    return Unseen(tuple(notices.values()), tuple(identity for one in found for identity in one.overruled))


def _entry(state: State, identity: str) -> Entry | None:
    table = state.table_of(identity)
    return state.entry(table, identity) if table else None


def _others(entry: Entry, name: str, vid: str) -> bool:
    """Whether a field says something else too, beside what was written just now."""
    heads = entry.fields[name].heads if name in entry.fields else {}
    return vid in heads and any(not same(value, heads[vid]) for value in heads.values())


def _says_more(entry: Entry, name: str, vid: str) -> bool:
    """Whether a list says something else than what was written just now."""
    heads = entry.fields[name].heads
    return not same(shown_value(name, heads), heads[vid])


def _of_lists(joined: bool) -> Iterator[Notice]:
    if joined:
        yield notice("lists_joined")


def _of_deleted(count: int) -> Iterator[Notice]:
    if count:
        yield notice("kept_alive" if count == 1 else "kept_alive_all", n=count)


def _told(beside: bool, alive: list[str], careful: list[str]) -> Iterator[Notice]:
    if beside:
        yield notice("beside")
    if alive:
        yield notice("not_deleted" if len(alive) == 1 else "not_deleted_all", n=len(alive))
    if careful:
        yield notice("careful")
