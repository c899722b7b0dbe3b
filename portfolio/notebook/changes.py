"""Writing: one act at a time, all its deeds in one save, remembered for undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from portfolio.capture.batch import Batch
from portfolio.locations import Locations
from portfolio.notebook.change import Change, apply_all, deeds_of
from portfolio.notebook.change_names import Act, Name, back_to, name_of
from portfolio.notebook.conflicts import Version
from portfolio.notebook.history import ChangeHistory, Direction, Done
from portfolio.notebook.ids import IdMaker
from portfolio.notebook.lookup import Lookup
from portfolio.notebook.results import Accept, Invalid, Stored
from portfolio.notebook.sight import Sight
from portfolio.notebook.unseen import Unseen, kept_after, kept_beside
from portfolio.store.file.rotation import Why
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat
from portfolio.store.local.undo import History, Step
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved

if TYPE_CHECKING:  # adding a note does not pay for purging and deleting
    from portfolio.store.purge import Purged

MANY: Final = 20
"""From so many records on a copy is made before an act."""
_NOTHING: Final[Mapping[str, Iterable[str]]] = MappingProxyType({})


class ChangeWriter:
    """What this computer does to one file."""

    def __init__(
        self, file: PortfolioFile, locations: Locations, now: Callable[[], datetime], read: Lookup, accept: Accept
    ) -> None:
        """`now` gives an instant with its time zone; `read` is the state as shown; `accept` takes over each save."""
        self._file, self._locations, self._now, self._read, self._accept = file, locations, now, read, accept
        self._mint = IdMaker(now)
        self._wrote: set[str] = set()
        """The versions that were written here: whoever wrote them knows them."""
        self._history = ChangeHistory(History(locations))
        self.record_id = self._mint.record_id

    def save(
        self,
        drafting: Batch,
        *,
        create_file: bool = False,
        seen: Mapping[str, Iterable[str]] | None = None,
        settles: Mapping[str, Iterable[str]] = _NOTHING,
        remember: bool = True,
    ) -> Stored:
        """Save every draft as one change, or none: `Invalid` names all problems. `seen` is what a form showed.

        `settles` are the fields, by record, of which the writer saw every version and keeps what is shown; where
        another version arrived meanwhile, nothing is settled. What is not remembered cannot be undone: use it for what
        the user did not do themselves. Undo names the change by the records that the user meant.
        """
        if drafting.problems:
            raise Invalid(drafting.problems)
        written = deeds_of(drafting.drafts, seen)
        changed = {deed.id: flat(deed.values) for deed in written}
        chosen = tuple(
            Change("settle", identity, {n: None for n in names if n not in changed.get(identity, ())}, seen=seen)
            for identity, names in settles.items()
        )
        act: Act = "settle" if not written else "add" if any(draft.new for draft in drafting.drafts) else "edit"
        asked = drafting.asked or list(settles)
        return self._do(act, asked, (*written, *chosen), create_file=create_file, remember=remember)

    def choose(self, identity: str, field: str, version: Version, seen: Iterable[str]) -> Stored:
        """Keep this version, in the place of those that were `seen` (ids); one that was not seen stays beside it."""
        deed = Change("edit", identity, {field: version.value}, seen={field: tuple(seen)})
        return self._do("settle", (identity,), (deed,))

    def set_shareable(self, ids: Sequence[str], shareable: bool) -> Stored:
        """Mark records as shareable, or make them private again; those that are so already are left alone."""
        others = [identity for identity in ids if self._read.record(identity).shareable is not shareable]
        if not others:
            return Stored(tuple(ids), True, ())
        deeds = tuple(Change("edit", identity, {"shareable": shareable}) for identity in others)
        return self._do("share" if shareable else "unshare", others, deeds)._replace(ids=tuple(ids))

    def delete(self, ids: Sequence[str], *, with_parts: bool = False) -> Stored:
        """Put records in the bin, and when asked the parts that hang on them; one undo brings all of it back."""
        from portfolio.journey.facts.links import parts_of

        parts = [part.id for part in parts_of(self._read.records, ids)] if with_parts else []
        deeds = tuple(Change("delete", identity, {}) for identity in dict.fromkeys((*ids, *parts)))
        return self._do("delete_with_parts" if parts else "delete", ids, deeds)

    def keep_role(self, identity: str, role: str) -> Stored:
        """Replace the name of a person by `role`, everywhere the person is linked."""
        return self._do("keep_role", (identity,), (Change("edit", identity, {"name": role}),))

    def bring_back(self, ids: Sequence[str], parts: Sequence[str] = ()) -> Stored:
        """Take records out of the bin, and these parts of them; `bin.bring_back` knows which."""
        deeds = tuple(Change("undelete", identity, {}) for identity in dict.fromkeys((*ids, *parts)))
        return self._do("undelete", ids, deeds)

    def return_to(self, at: datetime, deeds: Sequence[Change]) -> Stored:
        """Bring back what the copy of this moment said; `backups.go_back` knows what it takes."""
        return self._do("edit", (), deeds, name=back_to(at), before="restore")

    def purge(self, ids: Sequence[str]) -> Purged:
        """Remove the words of these records from every file of ours, for good."""
        from portfolio.store.purge import purge

        purged = purge(self._file, self._locations, ids, self._sight())
        self._accept((), purged.saved)
        return purged

    def refuse_purge(self) -> Stored:
        """Write the words that wait here again."""
        from portfolio.store.purge import keep_what_was_held

        return self._accept((), keep_what_was_held(self._file, self._locations, self._version_id))

    def undo(self) -> Done:
        """Take back the last change of this computer. `NothingToUndo` when there is none."""
        return self._again("undo")

    def redo(self) -> Done:
        """Do the change that was last taken back again. `NothingToUndo` when there is none."""
        return self._again("redo")

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
    ) -> Stored:
        """One act, in one save. A copy is made before one on many records."""
        vid, moment = self._version_id(), self._now()
        sees = self._sight()
        last: list[tuple[State, tuple[Step, ...], Unseen]] = []

        def change(state: State) -> State:
            after, steps = apply_all(deeds, state, vid, sees)
            last[:] = [(state, steps, kept_beside(deeds, state, after, vid))]
            return after

        saved = self._file.commit(change, create=create_file, before=before or ("bulk" if len(deeds) >= MANY else None))
        was, steps, unseen = last[-1]
        steps = tuple(step for step in steps if step.deed != "delete" or step.record_id not in unseen.overruled)
        if remember and any(step.deed != "edit" or step.others or step.before != step.after for step in steps):
            self._history.remember(name or name_of(act, ids, deeds, steps, was), steps, moment)
        return self._accept(ids, _with(saved, unseen))

    def _sight(self) -> Sight:
        """What counts as seen for an act that begins now: what was shown, and what was written here since."""
        return Sight(self._read.known, self._wrote)

    def _again(self, direction: Direction) -> Done:
        """Undo or redo. `NothingToUndo` when there is nothing."""
        replay = self._history.next(direction, self._version_id, self._sight())
        unseen = Unseen()

        def change(state: State) -> State:
            nonlocal unseen
            after = replay.apply(state)
            unseen = kept_after(replay.wrote, replay.inverse.deletes if replay.inverse else (), state, after)
            return after

        saved = _with(self._file.commit(change), unseen)
        done = self._history.taken(replay, saved)
        self._accept((), saved)
        return done

    def _version_id(self) -> str:
        """The id of a new version of this computer."""
        vid = self._mint.version_id()
        self._wrote.add(vid)
        return vid


def _with(saved: Saved, unseen: Unseen) -> Saved:
    """The same, with what there is to say about what arrived with it."""
    return saved._replace(notices=(*saved.notices, *unseen.notices), overruled=unseen.overruled)
