"""Writing: one act at a time, all its deeds in one save, remembered for undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from portfolio.capture.batch import Batch
from portfolio.locations import Locations
from portfolio.notebook.change import Change, apply_all, deeds_of
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
"""From so many records on a copy is made before an act."""


class ChangeWriter:
    """What this computer does to one file."""

    def __init__(
        self, file: PortfolioFile, locations: Locations, now: Callable[[], datetime], known: Callable[[], State]
    ) -> None:
        """`now` gives an instant with its time zone, `known` what was shown before the act that is about to begin."""
        self._file, self._now, self._known = file, now, known
        self._mint = IdMaker(now)
        self._wrote: set[str] = set()
        """The versions that were written here: whoever wrote them knows them."""
        self._history = ChangeHistory(History(locations))
        self.record_id = self._mint.record_id

    def save(
        self,
        drafting: Batch,
        *,
        create_file: bool,
        seen: Mapping[str, Iterable[str]] | None,
        settles: Mapping[str, Iterable[str]],
        remember: bool,
    ) -> Saved:
        """Save the drafts of one act together, and settle the fields that its writer chose a version of.

        Undo names it by the records that the person meant.
        """
        written = deeds_of(drafting.drafts, seen)
        changed = {deed.id: flat(deed.values) for deed in written}
        chosen = tuple(
            Change("settle", identity, {n: None for n in names if n not in changed.get(identity, ())}, seen=seen)
            for identity, names in settles.items()
        )
        act: Act = "settle" if not written else "add" if any(draft.new for draft in drafting.drafts) else "edit"
        asked = drafting.asked or list(settles)
        return self._do(act, asked, (*written, *chosen), create_file=create_file, remember=remember)

    def choose(self, identity: str, field: str, value: Json, seen: Iterable[str]) -> Saved:
        """Let a field say this, in the place of the versions that were `seen`; one that was not stays beside it."""
        return self._do("settle", (identity,), (Change("edit", identity, {field: value}, seen={field: tuple(seen)}),))

    def set_shareable(self, ids: Sequence[str], shareable: bool) -> Saved:
        """Mark these records, or take the mark away."""
        deeds = tuple(Change("edit", identity, {"shareable": shareable}) for identity in ids)
        return self._do("share" if shareable else "unshare", ids, deeds)

    def delete(self, ids: Sequence[str], parts: Sequence[str] = ()) -> Saved:
        """Put these records in the bin, and with them the parts that hang on them."""
        deeds = tuple(Change("delete", identity, {}) for identity in dict.fromkeys((*ids, *parts)))
        return self._do("delete_with_parts" if parts else "delete", ids, deeds)

    def keep_role(self, identity: str, role: str) -> Saved:
        """Take the name of a person away: what is linked with them names a role from now on."""
        return self._do("keep_role", (identity,), (Change("edit", identity, {"name": role}),))

    def bring_back(self, ids: Sequence[str], parts: Sequence[str] = ()) -> Saved:
        """Take these records out of the bin, and with them the parts that went there in the same act."""
        return self._do("undelete", ids, tuple(Change("undelete", i, {}) for i in dict.fromkeys((*ids, *parts))))

    def return_to(self, at: datetime, deeds: Sequence[Change]) -> Saved:
        """Bring back what a copy of this moment said."""
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
        """One act, in one save. A copy is made before one on many records."""
        vid, moment = self.version_id(), self._now()
        sees = self.sight()
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
        return _with(saved, unseen)

    def sight(self) -> Sight:
        """What counts as seen for an act that begins now: what was shown, and what was written here since."""
        return Sight(self._known(), self._wrote)

    def again(self, direction: Direction) -> tuple[Done, Saved]:
        """Undo or redo. `NothingToUndo` when there is nothing."""
        replay = self._history.next(direction, self.version_id, self.sight())
        unseen = Unseen()

        def change(state: State) -> State:
            nonlocal unseen
            after = replay.apply(state)
            unseen = kept_after(replay.wrote, replay.inverse.deletes if replay.inverse else (), state, after)
            return after

        saved = _with(self._file.commit(change), unseen)
        return self._history.taken(replay, saved), saved

    def version_id(self) -> str:
        """The id of a new version of this computer."""
        vid = self._mint.version_id()
        self._wrote.add(vid)
        return vid


def _with(saved: Saved, unseen: Unseen) -> Saved:
    """The same, with what there is to say about what arrived with it."""
    return saved._replace(notices=(*saved.notices, *unseen.notices), overruled=unseen.overruled)
