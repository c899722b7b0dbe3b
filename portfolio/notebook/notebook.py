"""One person's portfolio, open: every change goes through here, from either face.

Each change is one act: it is joined with what other windows and machines wrote, kept in the shadow, written to the
file, and can be undone. Nothing here knows a widget or an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.errors import UsageError
from portfolio.locations import Locations
from portfolio.notebook.lookup import Lookup
from portfolio.records.collection import Records
from portfolio.records.decode import instant
from portfolio.records.problems import Problem
from portfolio.store.notices import Notice, notice
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved
from portfolio.wording import N_, Words

if TYPE_CHECKING:  # a command that only reads does not pay for writing: these are imported where they are used
    from portfolio.capture.batch import Batch
    from portfolio.notebook.change import Change
    from portfolio.notebook.changes import ChangeWriter
    from portfolio.notebook.conflicts import Conflict, Version
    from portfolio.notebook.history import Direction, Done
    from portfolio.records.record import Record
    from portfolio.store.copies.recognition import Copy
    from portfolio.store.file.snapshots import Snapshots
    from portfolio.store.format.canonical import State
    from portfolio.store.local.undo import Next
    from portfolio.store.merge_report import Arrival, Brought
    from portfolio.store.purge import Purged

_NOTHING: Final[Mapping[str, Iterable[str]]] = MappingProxyType({})


class Invalid(UsageError):
    """Values that cannot be saved; all their problems at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems` name their fields."""
        super().__init__(N_("Nothing was saved. {problems}"), problems="")
        self.problems = tuple(problems)

    def sentence(self, _: Words) -> str:
        """One sentence that names each field."""
        each = (f"{p.field}: {p.sentence(_)}" if p.field else p.sentence(_) for p in self.problems)
        return _(self.message).format(problems=" ".join(each))


class Stored(NamedTuple):
    """An act that was acknowledged: the words are on disk, in the shadow at least."""

    ids: tuple[str, ...]
    in_file: bool
    notices: tuple[Notice, ...]
    overruled: tuple[str, ...] = ()
    """Records for which it does not count yet: a change arrived with it that nobody here had seen; a notice says so."""


class Notebook(Lookup):
    """The open portfolio."""

    def __init__(self, file: PortfolioFile, locations: Locations, *, today: date, now: Callable[[], datetime]) -> None:
        """`look` must be called before anything else; `open_notebook` does."""
        self._file, self.locations, self._now = file, locations, now
        self.today = today
        """The person's calendar day; an app that stays open past midnight sets the next one."""
        self._writing: ChangeWriter | None = None
        self._known: State | None = None
        self.notices: tuple[Notice, ...] = ()
        self.exists = False
        self.read_only = False

    def look(self) -> Records:
        """Read again, joined with what other windows and machines wrote."""
        reading = self._file.read()
        self.notices, self.read_only = reading.notices, reading.read_only
        self.exists = reading.exists or bool(reading.state.tables())
        self._sweep(reading.state)
        if self._known is None:
            self._known = reading.known
        return self._show(reading.state)

    def shows(self, state: State) -> None:
        """A face showed this state (`state`) to its user: what an act without a form may replace from now on.

        Until a face says so, that is what this computer knew before it looked: a version that arrives with a command,
        or between two looks of the app, was seen by nobody and is kept.
        """
        self._known = state

    def _what_is_known(self) -> State:
        return self._state if self._known is None else self._known

    def moment(self) -> str:
        """This instant, ISO 8601 in UTC."""
        return instant(self._now())

    def changed_outside(self) -> bool:
        """Whether someone else wrote the file since it was last read; cheap enough for every two seconds."""
        return self._file.changed_outside()

    def to_edit(self, words: str) -> Record:
        """The record that these words mean, also one whose deletion arrived just now: nobody here has seen that.

        `DeletedRecord` when it was deleted before, or for good: `lost` tells what it was then.
        """
        from portfolio.notebook.lookup import DeletedRecord

        try:
            return self.record(self.find(words))
        except DeletedRecord as deleted:
            if deleted.record is not None and self._was_there(deleted.record.id):
                return deleted.record
            raise

    def lost(self, words: str) -> Record | None:
        """The record that these words meant before this look, when it was deleted for good since."""
        from portfolio.capture.links import Names
        from portfolio.notebook.typed_records import records_of

        before = records_of(self._what_is_known())
        found = Names(before).find((), words)
        return before.get(found) if isinstance(found, str) else None

    def _was_there(self, identity: str) -> bool:
        before = self._what_is_known().shown(identity)
        return before is not None and not before.deleted

    def drafting(self, also: Record | None = None) -> Batch:
        """A fresh act of writing; `also` is a record that is changed though it lies in the bin."""
        from portfolio.capture.batch import Batch

        records = self.records
        if also is not None and records.get(also.id) is None:
            records = Records(lambda kind: (*self.records.of_kind(kind), *([also] if kind == also.kind else ())))
        return Batch(records, self._acts.record_id, self.today)

    def save(
        self,
        drafting: Batch,
        *,
        create_file: bool = False,
        seen: Mapping[str, Iterable[str]] | None = None,
        settles: Mapping[str, Iterable[str]] = _NOTHING,
        remember: bool = True,
    ) -> Stored:
        """Save every draft, or none: `Invalid` names all problems. `seen` is what a form showed (`Notebook.seen`).

        `settles` are the fields, by record, of which the writer saw every version and keeps what is shown; where
        another version arrived meanwhile, nothing is settled. What is not remembered cannot be undone: it is nothing
        that the person did.
        """
        if drafting.problems:
            raise Invalid(drafting.problems)
        saved = self._acts.save(drafting, create_file=create_file, seen=seen, settles=settles, remember=remember)
        return self._stored(drafting.asked or settles, saved)

    def quarrels(self, identity: str) -> tuple[Conflict, ...]:
        """The fields of a record that were changed on two computers, each with its versions."""
        from portfolio.notebook.conflicts import quarrels_of

        return quarrels_of(self._state, identity)

    def choose(self, identity: str, field: str, version: Version, seen: Iterable[str]) -> Stored:
        """Let this version stand; `seen` are the ids of all versions that the person saw."""
        return self._stored((identity,), self._acts.choose(identity, field, version.value, seen))

    def set_shareable(self, ids: Sequence[str], shareable: bool) -> Stored:
        """Mark records as shareable, or make them private again; those that are so already are left alone."""
        others = [identity for identity in ids if self.record(identity).shareable is not shareable]
        if not others:
            return Stored(tuple(ids), True, ())
        return self._stored(ids, self._acts.set_shareable(others, shareable))

    def delete(self, ids: Sequence[str], *, with_parts: bool = False) -> Stored:
        """Take records away, and when asked what hangs on them too; one undo brings all of it back."""
        from portfolio.journey.facts.links import parts_of

        parts = parts_of(self.records, ids) if with_parts else ()
        return self._stored(ids, self._acts.delete(ids, [part.id for part in parts]))

    def bring_back(self, ids: Sequence[str], parts: Sequence[str]) -> Stored:
        """Take records out of the bin, and these parts of them; `bin.bring_back` knows which."""
        return self._stored(ids, self._acts.bring_back(ids, parts))

    def return_to(self, at: datetime, deeds: Sequence[Change]) -> Stored:
        """Bring back what the copy of this moment said; `backups.go_back` knows what it takes."""
        return self._stored((), self._acts.return_to(at, deeds))

    def purge(self, ids: Sequence[str]) -> Purged:
        """Take the words of these records out of every file of ours, for good. Nothing brings them back."""
        from portfolio.store.purge import purge

        purged = purge(self._file, self.locations, ids, self._acts.sight())
        self._stored((), purged.saved)
        return purged

    def waits(self) -> Mapping[str, int]:
        """How many records of each kind another computer purged that wait for a decision here."""
        return self._file.holding.counted(self._state)

    def accept_purge(self) -> None:
        """Let the words that wait go, from every file of ours."""
        self._file.holding.let_go()
        self._sweep(self._state)

    def refuse_purge(self) -> Stored:
        """Write the words that wait again."""
        from portfolio.store.purge import keep_what_was_held

        return self._stored((), keep_what_was_held(self._file, self.locations, self._acts.version_id))

    @property
    def snapshots(self) -> Snapshots:
        """Copies of earlier, on this computer."""
        return self._file.snapshots

    def keep_role(self, identity: str, role: str) -> Stored:
        """Take the name of a person away and keep their role where it was used; `role` is what they are called now."""
        return self._stored((identity,), self._acts.keep_role(identity, role))

    def next_acts(self) -> Next:
        """The acts that undo and redo would be about now. Cheap: of records nothing is read."""
        from portfolio.store.local.undo import History

        return History(self.locations).next()

    def undo(self) -> Done:
        """Take back the last act of this computer. `NothingToUndo` when there is none."""
        return self._again("undo")

    def redo(self) -> Done:
        """Do the act that was last taken back again. `NothingToUndo` when there is none."""
        return self._again("redo")

    def _again(self, direction: Direction) -> Done:
        done, saved = self._acts.replay(direction)
        self._stored((), saved)
        return done

    def _stored(self, ids: Iterable[str], saved: Saved) -> Stored:
        self.exists = True
        self._sweep(saved.state)
        self._show(saved.state)
        return Stored(tuple(ids), saved.in_file, saved.notices, saved.overruled)

    def _sweep(self, state: State) -> None:
        """Take out of everything kept here what was purged on another computer."""
        if not self.read_only and state.purged():
            from portfolio.store.purge import sweep_arrived

            sweep_arrived(self.locations, state)

    @property
    def _acts(self) -> ChangeWriter:
        """What writes; made when something is first written."""
        if self._writing is None:
            from portfolio.notebook.changes import ChangeWriter

            self._writing = ChangeWriter(self._file, self.locations, self._now, self._what_is_known)
        return self._writing

    def older_copies(self) -> list[tuple[str, Notice]]:
        """Copies on this computer of this portfolio that hold words the file lacks: path and what to say of it."""
        path = self.locations.data_file
        return [(kept, notice("older_shadow", path=path, kept=kept)) for kept, _count in self._file.older_shadows()]

    def tidy(self) -> None:
        """Take away what a crash left behind; once, when an app starts."""
        self._file.tidy()

    def merge(self, path: str, *, other: bool = False) -> tuple[Brought, tuple[Notice, ...]]:
        """Join another copy of this portfolio, with `other` also another one: what came, and what there is to say."""
        from portfolio.store.merge import merge

        saved, brought = merge(self._file, path, other=other)
        self._stored((), saved)
        return brought, saved.notices

    def merge_beside(self, *, anew: bool = False) -> tuple[tuple[Arrival, ...], Stored]:
        """Join every copy beside the file and take those away; `anew` also makes a file that is gone."""
        from portfolio.store.merge import merge_beside

        saved, arrived = merge_beside(self._file, recreate=anew)
        return arrived, self._stored((), saved)

    def make_anew(self) -> Stored:
        """Write a file that is gone anew from what this computer keeps of it."""
        stored = self._stored((), self._file.commit(lambda state: state, recreate=True))
        self.look()
        return stored

    def beside(self) -> list[tuple[Copy, Arrival | None]]:
        """The copies beside the file, and other files there that want attention, with what each would bring."""
        return self._file.beside.found(self._state)

    def left_beside(self) -> tuple[Notice, ...]:
        """Copies that could not be joined, as they were last seen: nothing is opened for it."""
        return self._file.beside.left()

    def others(self) -> Mapping[str, str]:
        """Other portfolios about which nobody decided whether they belong to this one: id to where each lies."""
        return self._file.others()

    def keep_apart(self, portfolio_id: str) -> None:
        """That other portfolio stays one of its own."""
        self._file.decide(portfolio_id)

    def take_arrived(self) -> tuple[Arrival, ...]:
        """What came from copies beside the file and nobody was told yet."""
        return self._file.take_arrived()
