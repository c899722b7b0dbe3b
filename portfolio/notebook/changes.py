"""Write changes: one action at a time, all its changes in one save, remembered for undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from portfolio.capture.batch import Batch
from portfolio.locations import Locations
from portfolio.notebook.change import Change, apply_all, changes_of
from portfolio.notebook.change_names import Act, Name, back_to, name_of
from portfolio.notebook.conflicts import Version
from portfolio.notebook.history import ChangeHistory, Direction, Done
from portfolio.notebook.ids import IdMaker
from portfolio.notebook.lookup import Lookup
from portfolio.notebook.results import Accept, Invalid, Stored
from portfolio.notebook.seen_versions import SeenVersions
from portfolio.notebook.unseen import Unseen, kept_after, kept_beside
from portfolio.store.file.rotation import Why
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat
from portfolio.store.local.undo import History, Step
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved

if TYPE_CHECKING:  # adding a note does not import purging and deleting
    from portfolio.store.purge import Purged

MANY: Final = 20
"""From this many records on, a backup is made before a change."""
_NOTHING: Final[Mapping[str, Iterable[str]]] = MappingProxyType({})


class ChangeWriter:
    """Writes the changes that this computer makes to one file."""

    def __init__(
        self, file: PortfolioFile, locations: Locations, now: Callable[[], datetime], read: Lookup, accept: Accept
    ) -> None:
        """`now` gives an instant with its time zone; `read` is the shown state; `accept` takes over each save."""
        self._file, self._locations, self._now, self._read, self._accept = file, locations, now, read, accept
        self._ids = IdMaker(now)
        self._wrote: set[str] = set()
        """The ids of versions written by this process; its user knows them."""
        self._history = ChangeHistory(History(locations))
        self.record_id = self._ids.record_id

    def save(
        self,
        batch: Batch,
        *,
        create_file: bool = False,
        seen: Mapping[str, Iterable[str]] | None = None,
        settles: Mapping[str, Iterable[str]] = _NOTHING,
        remember: bool = True,
    ) -> Stored:
        """Save every draft as one change, or none. Raises Invalid with all problems. `seen` is what a form showed.

        `settles` are the fields, by record, of which the user saw every version and keeps what is shown; where another
        version arrived meanwhile, nothing is settled. Without `remember` the change cannot be undone: use it for
        changes that the user did not make. Undo names the change by the records that the user asked for.
        """
        if batch.problems:
            raise Invalid(batch.problems)
        edits = changes_of(batch.drafts, seen)
        changed = {each.id: flat(each.values) for each in edits}
        chosen = tuple(
            Change("settle", identity, {n: None for n in names if n not in changed.get(identity, ())}, seen=seen)
            for identity, names in settles.items()
        )
        act: Act = "settle" if not edits else "add" if any(draft.new for draft in batch.drafts) else "edit"
        asked = batch.asked or list(settles)
        return self._do(act, asked, (*edits, *chosen), create_file=create_file, remember=remember)

    def choose(self, identity: str, field: str, version: Version, seen: Iterable[str]) -> Stored:
        """Keep this version instead of those that were `seen` (ids); an unseen one stays beside it."""
        each = Change("edit", identity, {field: version.value}, seen={field: tuple(seen)})
        return self._do("settle", (identity,), (each,))

    def set_shareable(self, ids: Sequence[str], shareable: bool) -> Stored:
        """Make records shareable or private; those that are so already are left alone."""
        others = [identity for identity in ids if self._read.record(identity).shareable is not shareable]
        if not others:
            return Stored(tuple(ids), True, ())
        changes = tuple(Change("edit", identity, {"shareable": shareable}) for identity in others)
        return self._do("share" if shareable else "unshare", others, changes)._replace(ids=tuple(ids))

    def delete(self, ids: Sequence[str], *, with_parts: bool = False) -> Stored:
        """Move records to the bin, with their parts when asked; one undo restores all of them."""
        from portfolio.journey.facts.links import parts_of

        parts = [part.id for part in parts_of(self._read.records, ids)] if with_parts else []
        changes = tuple(Change("delete", identity, {}) for identity in dict.fromkeys((*ids, *parts)))
        return self._do("delete_with_parts" if parts else "delete", ids, changes)

    def keep_role(self, identity: str, role: str) -> Stored:
        """Replace the name of a person by `role`, everywhere the person is linked."""
        return self._do("keep_role", (identity,), (Change("edit", identity, {"name": role}),))

    def bring_back(self, ids: Sequence[str], parts: Sequence[str] = ()) -> Stored:
        """Take records out of the bin, and these parts of them; `bin.bring_back` finds the parts."""
        changes = tuple(Change("undelete", identity, {}) for identity in dict.fromkeys((*ids, *parts)))
        return self._do("undelete", ids, changes)

    def return_to(self, at: datetime, changes: Sequence[Change]) -> Stored:
        """Restore the backup of this moment; `backups.go_back` finds the changes for it."""
        return self._do("edit", (), changes, name=back_to(at), before="restore")

    def purge(self, ids: Sequence[str]) -> Purged:
        """Remove the content of these records from every file of ours, for good."""
        from portfolio.store.purge import purge

        purged = purge(self._file, self._locations, ids, self._seen_versions())
        self._accept((), purged.saved)
        return purged

    def refuse_purge(self) -> Stored:
        """Write the content that waits here again, under new version ids."""
        from portfolio.store.purge import keep_what_was_held

        return self._accept((), keep_what_was_held(self._file, self._locations, self._version_id))

    def undo(self) -> Done:
        """Undo the last change of this computer. Raises NothingToUndo when there is none."""
        return self._again("undo")

    def redo(self) -> Done:
        """Redo the change that was last undone. Raises NothingToUndo when there is none."""
        return self._again("redo")

    def _do(
        self,
        act: Act,
        ids: Sequence[str],
        changes: Sequence[Change],
        *,
        create_file: bool = False,
        remember: bool = True,
        name: Name | None = None,
        before: Why | None = None,
    ) -> Stored:
        """Apply changes in one save. A backup is made before a change of many records."""
        vid, moment = self._version_id(), self._now()
        sees = self._seen_versions()
        last: list[tuple[State, tuple[Step, ...], Unseen]] = []

        def change(state: State) -> State:
            after, steps = apply_all(changes, state, vid, sees)
            last[:] = [(state, steps, kept_beside(changes, state, after, vid))]
            return after

        saved = self._file.commit(
            change, create=create_file, before=before or ("bulk" if len(changes) >= MANY else None)
        )
        before_state, steps, unseen = last[-1]
        steps = tuple(step for step in steps if step.deed != "delete" or step.record_id not in unseen.overruled)
        if remember and any(step.deed != "edit" or step.others or step.before != step.after for step in steps):
            self._history.remember(name or name_of(act, ids, changes, steps, before_state), steps, moment)
        return self._accept(ids, _with_unseen(saved, unseen))

    def _seen_versions(self) -> SeenVersions:
        """The versions that count as seen for a change that begins now: those shown, and those written here since."""
        return SeenVersions(self._read.known, self._wrote)

    def _again(self, direction: Direction) -> Done:
        """Undo or redo the next action. Raises NothingToUndo when there is none."""
        replay = self._history.next(direction, self._version_id, self._seen_versions())
        unseen = Unseen()

        def change(state: State) -> State:
            nonlocal unseen
            after = replay.apply(state)
            unseen = kept_after(replay.wrote, replay.inverse.deletes if replay.inverse else (), state, after)
            return after

        saved = _with_unseen(self._file.commit(change), unseen)
        done = self._history.taken(replay, saved)
        self._accept((), saved)
        return done

    def _version_id(self) -> str:
        """The id of a new version written by this process."""
        vid = self._ids.version_id()
        self._wrote.add(vid)
        return vid


def _with_unseen(saved: Saved, unseen: Unseen) -> Saved:
    """The outcome with the notices about unseen versions that arrived with it."""
    return saved._replace(notices=(*saved.notices, *unseen.notices), overruled=unseen.overruled)
