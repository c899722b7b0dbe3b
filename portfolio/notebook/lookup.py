"""Questions to an open portfolio: find a record, list a period, search text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from portfolio.errors import PortfolioError, UsageError
from portfolio.notebook.lines import lines_with
from portfolio.notebook.typed_records import RecordCache, record_of, records_of
from portfolio.records.collection import Records, in_order
from portfolio.records.identity import SHOWN, is_id
from portfolio.records.kinds import FIRST_WORDS, KINDS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.records.record import Record
from portfolio.store.format.canonical import State
from portfolio.wording import N_, Words

if TYPE_CHECKING:
    from portfolio.journey.search.record_pages import Pages
    from portfolio.notebook.conflicts import Conflict
    from portfolio.records.reflections import Reflection

_DATE: Final = re.compile(rb'"date": "(\d{4}-\d\d-\d\d)"')
_GROWING: Final = frozenset({"reflection", "reading"})
_NONE: Final = N_("There is no record called “{name}”.")


class UnknownRecord(PortfolioError):
    """Nothing has this id, these last characters or this title."""

    near: Sequence[str] = ()
    """The titles that were most likely meant."""

    def sentence(self, _: Words) -> str:
        """The sentence, and what was most likely meant."""
        said = super().sentence(_)
        titles = " {} ".format(_("or")).join(f"“{brief(title)}”" for title in self.near)
        return said + " " + _("Did you mean {words}?").format(words=titles) if titles else said


class DeletedRecord(UnknownRecord):
    """The record was deleted: it is in the bin, or nothing of it is left."""

    def __init__(self, name: str, record: Record | None = None) -> None:
        """`name` is the text that was searched for; `record` is in the bin, None when it was purged."""
        called = getattr(record, FIRST_WORDS.get(record.kind, ""), None) if record is not None and is_id(name) else None
        in_bin = N_("“{name}” was deleted; it is in the bin.")
        gone = N_("“{name}” was deleted for good; nothing of it is left to show or change.")
        shown = brief(called if isinstance(called, str) else name)
        super().__init__(gone if record is None else in_bin, name=shown, id=record.id[-SHOWN:] if record else "")
        self.record = record


class AmbiguousRecord(UsageError):
    """More than one record matches."""


class Lookup:
    """Answers questions from one state of the file; lines that cannot match are not parsed."""

    def __init__(self) -> None:
        """Call `show` before anything else."""
        self._state: State
        self.records: Records
        self._known: State | None = None
        self._pages: Pages | None = None
        self._memory: RecordCache | None = None

    def show(self, state: State, *, known: State | None = None) -> Records:
        """Answer from this state; `known` is the state before the first read, and is used that time only."""
        self._state, self._pages = state, None
        if self._known is None:
            self._known = known
        self.records = records_of(state, self._memory)
        return self.records

    @property
    def state(self) -> State:
        """What the file held when it was last read or written."""
        return self._state

    @property
    def known(self) -> State:
        """The state that the user can have seen: see `shows`."""
        return self._state if self._known is None else self._known

    def shows(self, state: State) -> None:
        """Note that this state is on the user's screen: a change without a form can replace its versions from now on.

        Until this is called, that is the state this computer knew before it read: a version that arrives with a
        command, or between two reads of the app, was not seen by the user and is kept.
        """
        self._known = state

    def remember(self) -> None:
        """Keep parsed records, so that later reads parse only what changed; for a caller that reads more than once."""
        if self._memory is None:
            self._memory = RecordCache()
            self.show(self._state)

    def read_ahead(self) -> None:
        """Read every record now, so that later questions are fast."""
        for kind in TABLES:
            self.records.of_kind(kind)

    def language(self) -> str | None:
        """The language of the profile, if it has one; cheaper than reading the record."""
        profile = next(self._state.records(TABLES["profile"]), None)
        value = profile.values.get("language") if profile else None
        return value if isinstance(value, str) else None

    def find(self, words: str, kinds: Sequence[str] = ()) -> str:
        """The id that `words` mean: an id, its last six characters or more, or an exact title or name.

        Raises UnknownRecord, DeletedRecord or AmbiguousRecord.
        """
        from portfolio.capture.links import Names

        found = Names(self.records).find(kinds, words)
        if isinstance(found, Problem):
            raise AmbiguousRecord(found.message, **found.parameters)
        if found is None:
            raise self._not_found(words, kinds)
        return found

    def _not_found(self, words: str, kinds: Sequence[str] = ()) -> UnknownRecord:
        """The error for a name without a record: it was deleted, or never existed."""
        from portfolio.capture.links import Names

        shown = self._state.deleted(*TABLES.values())
        deleted = Records.of_all(record_of(KINDS[each.table], each) for each in shown)
        found = Names(deleted).find(kinds, words)
        if isinstance(found, str) and (record := deleted.get(found)) is not None:
            return DeletedRecord(words, record)
        if is_id(words) and self._state.table_of(words.lower()):
            return DeletedRecord(words)
        unknown = UnknownRecord(_NONE, name=brief(words))
        unknown.near = Names(self.records).near(kinds, words)
        return unknown

    def record(self, identity: str) -> Record:
        """The record with this id. Raises UnknownRecord or DeletedRecord."""
        shown = self._state.shown(identity)
        if shown is None or shown.deleted or shown.table not in KINDS:
            raise self._not_found(identity)
        return record_of(KINDS[shown.table], shown)

    def to_edit(self, words: str) -> Record:
        """The record that these words mean, also one whose deletion arrived just now and was not seen yet.

        Raises DeletedRecord when it was deleted before, or purged: `lost` gives the purged record.
        """
        try:
            return self.record(self.find(words))
        except DeletedRecord as deleted:
            if deleted.record is not None and self._was_there(deleted.record.id):
                return deleted.record
            raise

    def _was_there(self, identity: str) -> bool:
        before = self.known.shown(identity)
        return before is not None and not before.deleted

    def lost(self, words: str) -> Record | None:
        """The record that these words meant before the last read, when it was purged since."""
        from portfolio.capture.links import Names

        before = records_of(self.known)
        found = Names(before).find((), words)
        return before.get(found) if isinstance(found, str) else None

    def conflicts(self, identity: str) -> tuple[Conflict, ...]:
        """The fields of a record in conflict, each with its versions."""
        from portfolio.notebook.conflicts import conflicts_of

        return conflicts_of(self._state, identity)

    def knows(self, identity: str) -> bool:
        """Whether the record exists, also in the bin."""
        shown = self._state.shown(identity)
        return shown is not None and not (shown.deleted and not shown.seen)

    def seen(self, identity: str) -> Mapping[str, Iterable[str]]:
        """The versions of a record that are shown now;

        pass them to `save`, and an unseen change is kept beside the edit.
        """
        return self.seen_now()(identity)

    def seen_now(self) -> Callable[[str], Mapping[str, Iterable[str]]]:
        """A function that gives `seen` of the records as they are now, whatever is read later."""
        state = self._state

        def seen(identity: str) -> Mapping[str, Iterable[str]]:
            shown = state.shown(identity)
            return shown.seen if shown is not None else {}

        return seen

    def between(self, kind: str | None, since: date | None, until: date | None) -> Sequence[Record]:
        """Records of a kind (None: of all) that can be in a period, by date, then id."""
        kinds = (kind,) if kind else tuple(TABLES)
        if since is None and until is None:
            return sorted((r for each in kinds for r in self.records.of_kind(each)), key=in_order)
        first, last = ((day.isoformat().encode()) for day in (since or date.min, until or date.max))

        def can_match(line: bytes) -> bool:
            days = _DATE.findall(line)
            return not days or any(first <= day <= last for day in days)

        return sorted(self._where(kinds, lambda lines: filter(can_match, lines.split(b"\n"))), key=in_order)

    def lately(self, since: date) -> Records:
        """All records, without older ones of the kinds that grow every week; these are not read."""
        whole = self.records
        return Records(lambda kind: self.between(kind, since, None) if kind in _GROWING else whole.of_kind(kind))

    def on_this_day(self, today: date) -> Sequence[Reflection]:
        """The reflections of this day in earlier years, newest first; the others are not read."""
        marker = f'-{today:%m-%d}"'.encode()
        found = self._where(("reflection",), lambda lines: lines_with(marker, lines))
        earlier = (record for record in found if _is_earlier(record.date, today))
        return cast("list[Reflection]", sorted(earlier, key=in_order, reverse=True))

    def search(self, words: str) -> Sequence[Record]:
        """The records that hold every word, newest first; last those that have one only inside a longer word."""
        from portfolio.notebook.search import found_by

        return found_by(words, self._where, self.records)

    def nearest(self, words: str) -> Sequence[str]:
        """What can be searched for instead of words that find nothing, the nearest first."""
        from portfolio.journey.search.search import Query

        return self.pages().nearest(Query(words))

    def pages(self) -> Pages:
        """Every record, newest first, for a search as the user types; pages that were read are kept."""
        if self._pages is None:
            from portfolio.journey.search.conditions import conditions_in
            from portfolio.journey.search.linked_names import linked_names
            from portfolio.notebook.pages import pages_in

            self._pages = pages_in(self._state, linked_names(self.records), conditions_in(self.records))
        return self._pages

    def _where(self, kinds: Iterable[str], choose: Callable[[bytes], Iterable[bytes]]) -> Iterator[Record]:
        for kind in kinds:
            for shown in self._state.shown_where(TABLES[kind], choose):
                yield record_of(kind, shown)


def _is_earlier(day: date, today: date) -> bool:
    """Whether it is the same day of an earlier year."""
    return day.year < today.year and (day.month, day.day) == (today.month, today.day)
