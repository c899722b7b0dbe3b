"""Write changes: one action at a time, all its changes in one save, remembered for undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from portfolio.capture.batch import Batch
from portfolio.locations import Locations
from portfolio.notebook.change import Change, apply_all, changes_of
from portfolio.notebook.change_names import Act, Name, back_to, name_of
from portfolio.notebook.history import ChangeHistory, Direction, Done
from portfolio.notebook.ids import IdMaker
from portfolio.notebook.sight import Sight
from portfolio.notebook.unseen import Unseen, kept_after, kept_beside
from portfolio.store.file.rotation import Why
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat
from portfolio.store.local.undo import History, Step
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved
from portfolio.store.versions.values import Json

MANY: Final = 20
"""From this many records on, a backup is made before a change."""


class ChangeWriter:
    """Writes the changes that this computer makes to one file."""

    def __init__(
        self, file: PortfolioFile, locations: Locations, now: Callable[[], datetime], known: Callable[[], State]
    ) -> None:
        """`now` gives an instant with its time zone, `known` the state that was shown before the change begins."""
        self._file, self._now, self._known = file, now, known
        self._mint = IdMaker(now)
        self._wrote: set[str] = set()
        """The ids of versions written by this process; its user knows them."""
        self._history = ChangeHistory(History(locations))
        self.record_id = self._mint.record_id

    def save(
        self,
        batch: Batch,
        *,
        create_file: bool,
        seen: Mapping[str, Iterable[str]] | None,
        settles: Mapping[str, Iterable[str]],
        remember: bool,
    ) -> Saved:
        """Save the drafts of one batch together, and settle the fields of which the user chose a version.

        Undo names the action by the records that the user asked for.
        """
        edits = changes_of(batch.drafts, seen)
        changed = {deed.id: flat(deed.values) for deed in edits}
        chosen = tuple(
            Change("settle", identity, {n: None for n in names if n not in changed.get(identity, ())}, seen=seen)
            for identity, names in settles.items()
        )
        act: Act = "settle" if not edits else "add" if any(draft.new for draft in batch.drafts) else "edit"
        asked = batch.asked or list(settles)
        return self._do(act, asked, (*edits, *chosen), create_file=create_file, remember=remember)

    def choose(self, identity: str, field: str, value: Json, seen: Iterable[str]) -> Saved:
        """Set a field to one version, replacing the versions that were `seen`; an unseen one stays beside it."""
        return self._do("settle", (identity,), (Change("edit", identity, {field: value}, seen={field: tuple(seen)}),))

    def set_shareable(self, ids: Sequence[str], shareable: bool) -> Saved:
        """Make these records shareable or private."""
        deeds = tuple(Change("edit", identity, {"shareable": shareable}) for identity in ids)
        return self._do("share" if shareable else "unshare", ids, deeds)

    def delete(self, ids: Sequence[str], parts: Sequence[str] = ()) -> Saved:
        """Move these records to the bin, with their parts."""
        deeds = tuple(Change("delete", identity, {}) for identity in dict.fromkeys((*ids, *parts)))
        return self._do("delete_with_parts" if parts else "delete", ids, deeds)

    def keep_role(self, identity: str, role: str) -> Saved:
        """Replace the name of a person by their role; records linked with them then show the role."""
        return self._do("keep_role", (identity,), (Change("edit", identity, {"name": role}),))

    def bring_back(self, ids: Sequence[str], parts: Sequence[str] = ()) -> Saved:
        """Take these records out of the bin, with the parts that went there in the same change."""
        return self._do("undelete", ids, tuple(Change("undelete", i, {}) for i in dict.fromkeys((*ids, *parts))))

    def return_to(self, at: datetime, deeds: Sequence[Change]) -> Saved:
        """Restore the values of the backup of this moment."""
        return self._do("edit", (), deeds, name=back_to(at), before="restore")

    def _do(
        self,
        act: Act,
        ids: Sequence[str],
        deeds: Sequence[Change],
        *,
        create_file: bool = False,
        remember: bool = True,
        name: Name | None = None,
        before: Why | None = None,
    ) -> Saved:
        """Apply changes in one save. A backup is made before a change of many records."""
        vid, moment = self.version_id(), self._now()
        sees = self.sight()
        last: list[tuple[State, tuple[Step, ...], Unseen]] = []

        def change(state: State) -> State:
            after, steps = apply_all(deeds, state, vid, sees)
            last[:] = [(state, steps, kept_beside(deeds, state, after, vid))]
            return after

        saved = self._file.commit(change, create=create_file, before=before or ("bulk" if len(deeds) >= MANY else None))
        before_state, steps, unseen = last[-1]
        steps = tuple(step for step in steps if step.deed != "delete" or step.record_id not in unseen.overruled)
        if remember and any(step.deed != "edit" or step.others or step.before != step.after for step in steps):
            self._history.remember(name or name_of(act, ids, deeds, steps, before_state), steps, moment)
        return _with_unseen(saved, unseen)

    def sight(self) -> Sight:
        """The versions that count as seen for a change that begins now: those shown, and those written here since."""
        return Sight(self._known(), self._wrote)

    def replay(self, direction: Direction) -> tuple[Done, Saved]:
        """Undo or redo the next action. Raises NothingToUndo when there is none."""
        replay = self._history.next(direction, self.version_id, self.sight())
        unseen = Unseen()

        def change(state: State) -> State:
            nonlocal unseen
            after = replay.apply(state)
            unseen = kept_after(replay.wrote, replay.inverse.deletes if replay.inverse else (), state, after)
            return after

        saved = _with_unseen(self._file.commit(change), unseen)
        return self._history.taken(replay, saved), saved

    def version_id(self) -> str:
        """The id of a new version written by this process."""
        vid = self._mint.version_id()
        self._wrote.add(vid)
        return vid


def _with_unseen(saved: Saved, unseen: Unseen) -> Saved:
    """The outcome with the notices about unseen versions that arrived with it."""
    return saved._replace(notices=(*saved.notices, *unseen.notices), overruled=unseen.overruled)
