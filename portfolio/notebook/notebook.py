"""One person's portfolio, open: every change goes through here, from either face.

Each change is one act: it is joined with what other windows and machines wrote, kept in the shadow, written to the
file, and can be undone. Nothing here knows a widget or an argument.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.errors import PortfolioError, UsageError
from portfolio.locations import Locations
from portfolio.notebook.reading import record_of, records_of
from portfolio.records.collection import Records, in_order
from portfolio.records.decode import instant
from portfolio.records.kinds import KINDS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.records.record import Record
from portfolio.store.canonical import State
from portfolio.store.notices import Notice
from portfolio.store.portfolio_file import PortfolioFile, Saved
from portfolio.wording import N_, Words

if TYPE_CHECKING:  # a command that only reads does not pay for writing: these are imported where they are used
    from portfolio.capture.drafting import Drafting
    from portfolio.notebook.acts import Acts
    from portfolio.notebook.history import Direction, Done
    from portfolio.notebook.merging import Brought

_DATE: Final = re.compile(rb'"date": "(\d{4}-\d\d-\d\d)"')


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


class UnknownRecord(PortfolioError):
    """Nothing has this id, these last characters or this title."""


class AmbiguousRecord(UsageError):
    """More than one record could be meant."""


class Stored(NamedTuple):
    """An act that was acknowledged: the words are on disk, in the shadow at least."""

    ids: tuple[str, ...]
    in_file: bool
    notices: tuple[Notice, ...]


class Notebook:
    """The open portfolio."""

    def __init__(self, file: PortfolioFile, locations: Locations, *, today: date, now: Callable[[], datetime]) -> None:
        """`look` must be called before anything else; `open_notebook` does."""
        self._file, self.locations, self.today, self._now = file, locations, today, now
        self._writing: Acts | None = None
        self._state: State
        self.records: Records
        self.notices: tuple[Notice, ...] = ()
        self.exists = False
        self.read_only = False

    def look(self) -> Records:
        """Read again, joined with what other windows and machines wrote."""
        reading = self._file.read()
        self.notices, self.read_only = reading.notices, reading.read_only
        self.exists = reading.exists or bool(reading.state.tables())
        return self._show(reading.state)

    def moment(self) -> str:
        """This instant, ISO 8601 in UTC."""
        return instant(self._now())

    def language(self) -> str | None:
        """The language of the profile, if it names one; cheaper than reading the record."""
        profile = next(self._state.records(TABLES["profile"]), None)
        value = profile.values.get("language") if profile else None
        return value if isinstance(value, str) else None

    def changed_outside(self) -> bool:
        """Whether someone else wrote the file since it was last read; cheap enough for every two seconds."""
        return self._file.changed_outside()

    def _show(self, state: State) -> Records:
        self._state = state
        self.records = records_of(state)
        return self.records

    def drafting(self) -> Drafting:
        """A fresh act of writing."""
        from portfolio.capture.drafting import Drafting

        return Drafting(self.records, self._acts.record_id, self.today)

    def save(
        self, drafting: Drafting, *, create_file: bool = False, seen: Mapping[str, Iterable[str]] | None = None
    ) -> Stored:
        """Save every draft, or none: `Invalid` names all problems. `seen` is what a form showed (`Notebook.seen`)."""
        if drafting.problems:
            raise Invalid(drafting.problems)
        saved = self._acts.save(drafting.drafts, drafting.asked, create_file=create_file, seen=seen)
        return self._stored(drafting.asked, saved)

    def set_shareable(self, ids: Sequence[str], shareable: bool) -> Stored:
        """Mark records as shareable, or make them private again."""
        return self._stored(ids, self._acts.set_shareable(ids, shareable))

    def delete(self, ids: Sequence[str]) -> Stored:
        """Take records away; undo brings them back."""
        return self._stored(ids, self._acts.delete(ids))

    def undo(self) -> Done:
        """Take back the last act of this computer. `NothingToUndo` when there is none."""
        return self._again("undo")

    def redo(self) -> Done:
        """Do the act that was last taken back again. `NothingToUndo` when there is none."""
        return self._again("redo")

    def _again(self, direction: Direction) -> Done:
        done, saved = self._acts.again(direction)
        self._stored((), saved)
        return done

    def _stored(self, ids: Iterable[str], saved: Saved) -> Stored:
        self.exists = True
        self._show(saved.state)
        return Stored(tuple(ids), saved.in_file, saved.notices)

    @property
    def _acts(self) -> Acts:
        """What writes; made when something is first written."""
        if self._writing is None:
            from portfolio.notebook.acts import Acts

            self._writing = Acts(self._file, self.locations, self._now)
        return self._writing

    def find(self, words: str, kinds: Sequence[str] = ()) -> str:
        """The id that these words mean: an id, its last six characters or more, or an exact title or name."""
        from portfolio.capture.links import Names

        found = Names(self.records).find(kinds, words)
        if isinstance(found, Problem):
            raise AmbiguousRecord(found.message, **found.parameters)
        if found is None:
            raise UnknownRecord(N_("There is no record called “{name}”."), name=brief(words))
        return found

    def record(self, identity: str) -> Record:
        """The record with this id; `UnknownRecord` when there is none."""
        shown = self._state.shown(identity)
        if shown is None or shown.deleted or shown.table not in KINDS:
            raise UnknownRecord(N_("There is no record called “{name}”."), name=identity)
        return record_of(KINDS[shown.table], shown)

    def seen(self, identity: str) -> Mapping[str, Iterable[str]]:
        """What is shown of a record now: hand it to `save`, and a change from elsewhere is kept beside yours."""
        shown = self._state.shown(identity)
        return shown.seen if shown is not None else {}

    def between(self, kind: str | None, since: date | None, until: date | None) -> Sequence[Record]:
        """Records of a kind (None: of all) that may lie in a period, by date, then id."""
        kinds = (kind,) if kind else tuple(TABLES)
        if since is None and until is None:
            return sorted((r for each in kinds for r in self.records.of_kind(each)), key=in_order)
        first, last = ((day.isoformat().encode()) for day in (since or date.min, until or date.max))

        def may_lie(line: bytes) -> bool:
            days = _DATE.findall(line)
            return not days or any(first <= day <= last for day in days)

        return sorted(self._where(kinds, lambda lines: filter(may_lie, lines.split(b"\n"))), key=in_order)

    def search(self, words: str) -> Sequence[Record]:
        """The records that hold every word, newest first."""
        from portfolio.journey.search import Query, newest_first

        query = Query(words)
        if not query:
            return ()
        return newest_first(r for r in self._where(TABLES, query.lines) if query.matches(r))

    def _where(self, kinds: Iterable[str], choose: Callable[[bytes], Iterable[bytes]]) -> Iterator[Record]:
        for kind in kinds:
            for shown in self._state.shown_where(TABLES[kind], choose):
                yield record_of(kind, shown)

    def merge(self, path: str) -> Brought:
        """Join another copy of this portfolio."""
        from portfolio.notebook.merging import brought

        merged = self._file.merge(path)
        self._stored((), Saved(merged.state, merged.in_file, merged.notices))
        return brought(merged)
