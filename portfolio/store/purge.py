"""Remove a record's content from everything that is kept about a portfolio on this machine.

A purge is the one step that cannot be undone, so it reaches further than a save: the file and its shadow, shadows of
the same portfolio from other paths, snapshots, absorbed copies, drafts, the undo history and what a crash left behind.
Damaged copies, in which no record can be found, are deleted, and so are the copies kept here of exported documents that
are about the record. Files of other programs, such as a conflict copy beside the data file, are only reported.

Another machine learns of the purge from the data file and then does the same with what it keeps. There only the
versions that were purged go, since it may hold later ones, and what is being typed there stays.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

from portfolio import atomic, own_editor
from portfolio.atomic import OS, System
from portfolio.locations import Locations, file_key
from portfolio.store.copies.held_purges import Holding, again
from portfolio.store.file.lock import BusyError, held, lock_of
from portfolio.store.file.probe import state_in
from portfolio.store.file.shadow import Shadow
from portfolio.store.file.snapshots import Snapshots
from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.format.changes import Sees
from portfolio.store.format.join import join as join_states
from portfolio.store.format.strict import LARGEST, UnreadableError
from portfolio.store.local import stdin_files
from portfolio.store.local.export_archive import about_any
from portfolio.store.local.undo import History
from portfolio.store.notices import notice
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved
from portfolio.store.versions.version_set import Deletion, Entry, Seen, join

_PATIENCE: Final = 30.0  # seconds to wait for another process of this machine


class Purged(NamedTuple):
    """The outcome of a purge."""

    saved: Saved
    left: tuple[str, ...] = ()
    """Files that may still hold the content: they could not be written, or are not ours to change."""


def purge(
    file: PortfolioFile, locations: Locations, record_ids: Collection[str], sees: Sees, *, system: System = OS
) -> Purged:
    """Purge these records everywhere, as far as `sees` says that they were seen; what arrives just now is kept.

    Repeating it does what could not be done before. Raises PortfolioError when the shadow or the file refuses; see
    `commit`.
    """

    texts: frozenset[str] = frozenset()

    def purged(state: State) -> State:
        nonlocal texts
        texts |= stdin_files.texts_of(state, record_ids)
        for record_id in record_ids:
            state = changes.purge(state, record_id, sees(state, record_id))
        return state

    saved = file.commit(purged, purging=record_ids)
    if stay := tuple(each for each in record_ids if (shown := saved.state.shown(each)) is not None and shown.has_words):
        saved = saved._replace(notices=(*saved.notices, notice("not_purged")), overruled=stay)
    sweeper = _Sweeper(locations, saved.state, frozenset(record_ids), system, asked=True)
    with held(lock_of(locations), _PATIENCE):
        sweeper.sweep()
        sweeper.drop_words_from_stdin(texts)
        if not sweeper.left:
            done = {each for each in _purged_versions(saved.state) if each.partition(" ")[0] in record_ids}
            _remember(locations, _swept(locations) | done)
    return Purged(saved, tuple(dict.fromkeys(sweeper.left)))


def sweep_arrived(locations: Locations, state: State, *, system: System = OS) -> tuple[str, ...]:
    """Remove here, once, what was purged on another machine; the files that may still hold content of it.

    Cheap when nothing was ever purged. It goes by what the state says and not by what is new in it, so a machine that
    stops half-way continues at the next read.
    """
    purged = _purged_versions(state)
    if purged:
        waiting = {each.id for each in Holding(locations, system).waiting(state)}
        purged = frozenset(each for each in purged if each.partition(" ")[0] not in waiting)
    new = purged - _swept(locations) if purged else purged
    if not new:
        return ()
    sweeper = _Sweeper(locations, state, frozenset(each.partition(" ")[0] for each in new), system, asked=False)
    try:
        with held(lock_of(locations), 0):
            sweeper.sweep()
            _remember(locations, purged | _swept(locations))
    except (BusyError, OSError):
        return ()  # the next read is soon
    return tuple(dict.fromkeys(sweeper.left))


def keep_what_was_held(file: PortfolioFile, locations: Locations, version_id: Callable[[], str]) -> Saved:
    """Refuse purges that wait for a decision: write their content again; the snapshots keep theirs.

    Raises PortfolioError.
    """
    waiting = file.holding.waiting(file.state)
    written = file.state.only((each.table, each.id, again(each, version_id)) for each in waiting)
    saved = file.commit(lambda state: join_states(state, written))
    with held(lock_of(locations), _PATIENCE), suppress(OSError):
        ids = {each.id for each in waiting}
        _remember(
            locations, _swept(locations) | {t for t in _purged_versions(saved.state) if t.partition(" ")[0] in ids}
        )
        file.holding.let_go()
    return saved


def _purged_versions(state: State) -> frozenset[str]:
    """Every purged version, as "record version"."""
    return frozenset(f"{record} {version}" for record, versions in state.purged().items() for version in versions)


def _swept(locations: Locations) -> frozenset[str]:
    """The purged versions that were removed from everything here; empty in a state folder copied from elsewhere."""
    try:
        with open(_memory(locations), "rb") as file:
            stored = json.loads(file.read())
        return frozenset(map(str, stored["swept"] if stored["folder"] == _place(locations) else ()))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return frozenset()


def _remember(locations: Locations, swept: frozenset[str]) -> None:
    """Remember what was swept. Losing this costs one more sweep, so errors are ignored."""
    with suppress(OSError):
        kept = {"folder": _place(locations), "swept": sorted(swept)}
        atomic.write(_memory(locations), json.dumps(kept).encode(), mode=0o600)


def _place(locations: Locations) -> list[int]:
    """Device and inode of the shadow folder, which a copy of the folder does not share. Raises OSError."""
    status = os.stat(locations.shadow_folder)
    return [status.st_dev, status.st_ino]


def _memory(locations: Locations) -> str:
    return os.path.join(locations.shadow_folder, f"{file_key(locations.data_file)}.purged")


class _Sweeper:
    """Goes through every file that can hold the content."""

    def __init__(self, locations: Locations, state: State, ids: frozenset[str], system: System, *, asked: bool) -> None:
        """`asked`: the user purges on this machine, so everything here of these records goes."""
        self._locations, self._state, self._ids, self._system = locations, state, ids, system
        self._asked = asked
        self._portfolio_id = state.portfolio_id
        self._shadow = Shadow(locations, system)
        self._snapshots = Snapshots(locations, system)
        self.left: list[str] = []

    def sweep(self) -> None:
        """Clean every file; those that cannot be cleaned are added to `left`."""
        places = self._locations
        for path in _files_in(places.shadow_folder, places.absorbed_folder):
            if path != self._shadow.path and not _is_temporary(path):
                self._clean(path)
        own = self._snapshots.folder(self._portfolio_id)
        for path in _files_in(*_folders_in(places.snapshots_folder), places.snapshots_folder):
            if not _is_temporary(path):
                self._clean(path, drop_unreadable=os.path.dirname(path) in (own, places.snapshots_folder))
        for path in _files_in(places.damaged_folder):  # no record can be found in them, whatever portfolio they are of
            self._drop(path)
        if self._asked:
            self._drop_drafts_and_pages()
        for path in [*about_any(places, self._ids)]:
            self._drop(path)
        for path in self._temporary():
            self._drop(path)
        try:
            History(places).forget(self._ids)
        except OSError:
            self.left.append(places.undo_folder)
        self.left += self._beside()

    def _drop_drafts_and_pages(self) -> None:
        """Delete the drafts of these records, and their pages for an editor."""
        for path in _files_in(self._locations.drafts_folder):
            if self._is_draft_of(path):
                self._drop(path)
        self.left += own_editor.forget_records(self._locations.pages_folder, self._ids)

    def drop_words_from_stdin(self, texts: Collection[str]) -> None:
        """Delete files of text from stdin that hold only purged text; report others that quote it."""
        for path, alone in stdin_files.files_with(self._locations.pages_folder, texts, system=self._system):
            if alone:
                self._drop(path)
            else:
                self.left.append(path)

    def _clean(self, path: str, *, drop_unreadable: bool = False) -> None:
        """Purge one copy, of this portfolio or of another that was joined with it; it learns which ids are gone."""
        try:
            data = self._snapshots.bytes_in(path)
            copy = state_in(data, path, self._state)
            clean = self._without(copy).encode()
            if clean != data and any(copy.table_of(record_id) for record_id in self._ids):
                self._snapshots.replace(path, clean)
        except OSError:
            self.left.append(path)
        except UnreadableError:
            if drop_unreadable or self._is_about(path):
                self._drop(path)

    def _without(self, copy: State) -> State:
        for record_id in self._ids:
            table = copy.table_of(record_id)
            if table and self._asked:
                copy = changes.purge(copy, record_id, self._gone_here(copy, table, record_id))
            elif table:
                ours, theirs = self._state.entry(table, record_id), copy.entry(table, record_id)
                if ours is not None and theirs is not None:
                    marker = Entry({}, Deletion({}, purged=ours.deletion.purged))
                    copy = copy.with_entries([(table, record_id, join(theirs, marker))])
        return copy

    def _gone_here(self, copy: State, table: str, record_id: str) -> Seen:
        """All versions of a record in a copy, except those that are still current in the portfolio itself."""
        ours, theirs = self._state.entry(table, record_id), copy.entry(table, record_id)
        current = {vid for field in ours.fields.values() for vid in field.heads} if ours is not None else set()
        fields = theirs.fields if theirs is not None else {}
        return {name: frozenset(field.heads) - current for name, field in fields.items()}

    def _drop(self, path: str) -> None:
        try:
            self._system.unlink(path)
        except FileNotFoundError:
            pass
        except OSError:
            self.left.append(path)

    def _is_about(self, path: str) -> bool:
        """Whether an unreadable file names this portfolio or a purged record, in UTF-8 or UTF-16."""
        try:
            data = atomic.read(path, LARGEST + 1, system=self._system).data
        except OSError:
            return False
        names = [name for name in (self._portfolio_id, *self._ids) if name]
        return any(
            name.encode(spelling, "surrogatepass") in data
            for name in names
            for spelling in ("utf-8", "utf-16-le", "utf-16-be")
        )

    def _is_draft_of(self, path: str) -> bool:
        """Whether a draft changes a purged record, or is what an editor left of one."""
        if path.endswith(".md"):
            return any(path.endswith(f"edit-{record_id[-8:]}.md") for record_id in self._ids)
        try:
            data = atomic.read(path, LARGEST + 1, system=self._system).data
            return json.loads(data)["draft"].get("record") in self._ids
        except OSError:
            return False
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return any(record_id.encode() in data for record_id in self._ids)

    def _temporary(self) -> Iterator[str]:
        """Temporary files that a crash left. With the lock held no process is writing them now."""
        places = self._locations
        real = os.path.realpath(places.data_file)
        for path in _files_in(os.path.dirname(real)):
            if _is_temporary(path) and os.path.basename(path).startswith(f".~{os.path.basename(real)}"[:100]):
                yield path
        for path in _files_in(places.handed_over_folder):
            if _is_temporary(path):
                yield path
        for path in _files_in(places.shadow_folder, places.damaged_folder, places.undo_folder, places.drafts_folder,
                              places.absorbed_folder):  # fmt: skip
            if _is_temporary(path) and (self._is_about(path) or os.path.basename(path).startswith(self._own_start)):
                yield path
        for path in _files_in(self._snapshots.folder(self._portfolio_id)):
            if _is_temporary(path):
                yield path

    @property
    def _own_start(self) -> str:
        """The start of the names of temporary files of the shadow and the undo history."""
        return f".~{os.path.basename(self._shadow.path).removesuffix('.json')}."

    def _beside(self) -> Iterator[str]:
        """Copies beside the data file, made by a sync client, that still hold the content."""
        real = os.path.realpath(self._locations.data_file)
        stem = os.path.splitext(os.path.basename(real))[0].casefold()
        for path in _files_in(os.path.dirname(real)):
            if path == real or _is_temporary(path) or not os.path.basename(path).casefold().startswith(stem):
                continue
            try:
                copy = state_in(atomic.read(path, LARGEST + 1, system=self._system).data, path, self._state)
            except (OSError, UnreadableError):
                if self._is_about(path):
                    yield path
                continue
            if self._without(copy).encode() != copy.encode():
                yield path


def _folders_in(folder: str) -> list[str]:
    """The folders in a folder; links are not followed."""
    with suppress(OSError), os.scandir(folder) as entries:
        return sorted(entry.path for entry in entries if entry.is_dir(follow_symlinks=False))
    return []


def _files_in(*folders: str) -> Iterator[str]:
    """The regular files in these folders; links are not followed."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            yield from sorted(entry.path for entry in entries if entry.is_file(follow_symlinks=False))


def _is_temporary(path: str) -> bool:
    """Whether this is a temporary file of ours."""
    name = os.path.basename(path)
    return name.startswith(".~") and name.endswith(".tmp")
