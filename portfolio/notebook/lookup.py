"""What can be asked of an open portfolio: which record is meant, what lies in a period, what holds these words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from portfolio.errors import PortfolioError, UsageError
from portfolio.notebook.typed_records import RecordCache, record_of, records_of
from portfolio.records.collection import Records, in_order
from portfolio.records.identity import SHORT, is_id
from portfolio.records.kinds import FIRST_WORDS, KINDS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.records.record import Record
from portfolio.store.format.canonical import State
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.journey.search.record_pages import Pages
    from portfolio.records.reflections import Reflection

_DATE: Final = re.compile(rb'"date": "(\d{4}-\d\d-\d\d)"')
_GROWING: Final = frozenset({"reflection", "reading"})
_SHOWN: Final = SHORT + 2
"""Last characters of an id in a sentence, as in the lists of the command line."""
_NONE: Final = N_("There is no record called “{name}”.")


class UnknownRecord(PortfolioError):
    """Nothing has this id, these last characters or this title."""


class DeletedRecord(UnknownRecord):
    """What these words mean was deleted: it lies in the bin, or nothing of it is left."""

    def __init__(self, name: str, record: Record | None = None) -> None:
        """`name` is what was looked for; `record` lies in the bin, None when it was deleted for good."""
        called = getattr(record, FIRST_WORDS.get(record.kind, ""), None) if record is not None and is_id(name) else None
        in_bin = N_("“{name}” was deleted; it is in the bin.")
        gone = N_("“{name}” was deleted for good; nothing of it is left to show or change.")
        shown = brief(called if isinstance(called, str) else name)
        super().__init__(gone if record is None else in_bin, name=shown, id=record.id[-_SHOWN:] if record else "")
        self.record = record


class AmbiguousRecord(UsageError):
    """More than one record could be meant."""


class Lookup:
    """Answers from one state of the file; lines that cannot matter are not even parsed."""

    _state: State
    records: Records
    _pages: Pages | None = None
    _memory: RecordCache | None = None

    def _show(self, state: State) -> Records:
        self._state, self._pages = state, None
        self.records = records_of(state, self._memory)
        return self.records

    @property
    def state(self) -> State:
        """What the file held when it was last read or written."""
        return self._state

    def remember(self) -> None:
        """Read from now on only what changed since it was last read: for whoever looks more than once."""
        if self._memory is None:
            self._memory = RecordCache()
            self._show(self._state)

    def read_ahead(self) -> None:
        """Read every record now, so that nobody waits for it later."""
        for kind in TABLES:
            self.records.of_kind(kind)

    def language(self) -> str | None:
        """The language of the profile, if it names one; cheaper than reading the record."""
        profile = next(self._state.records(TABLES["profile"]), None)
        value = profile.values.get("language") if profile else None
        return value if isinstance(value, str) else None

    def find(self, words: str, kinds: Sequence[str] = ()) -> str:
        """The id that these words mean: an id, its last six characters or more, or an exact title or name."""
        from portfolio.capture.links import Names

        found = Names(self.records).find(kinds, words)
        if isinstance(found, Problem):
            raise AmbiguousRecord(found.message, **found.parameters)
        if found is None:
            raise self._not_found(words, kinds)
        return found

    def _not_found(self, words: str, kinds: Sequence[str] = ()) -> UnknownRecord:
        """Why nothing is called so: it was deleted, or it never was there."""
        from portfolio.capture.links import Names

        shown = self._state.deleted(*TABLES.values())
        deleted = Records.of_all(record_of(KINDS[each.table], each) for each in shown)
        found = Names(deleted).find(kinds, words)
        if isinstance(found, str) and (record := deleted.get(found)) is not None:
            return DeletedRecord(words, record)
        if is_id(words) and self._state.table_of(words.lower()):
            return DeletedRecord(words)
        return UnknownRecord(_NONE, name=brief(words))

    def record(self, identity: str) -> Record:
        """The record with this id; `UnknownRecord` when there is none."""
        shown = self._state.shown(identity)
        if shown is None or shown.deleted or shown.table not in KINDS:
            raise self._not_found(identity)
        return record_of(KINDS[shown.table], shown)

    def knows(self, identity: str) -> bool:
        """Whether there is anything of this record still, be it in the bin."""
        shown = self._state.shown(identity)
        return shown is not None and not (shown.deleted and not shown.seen)

    def seen(self, identity: str) -> Mapping[str, Iterable[str]]:
        """What is shown of a record now: hand it to `save`, and a change from elsewhere is kept beside yours."""
        return self.sight()(identity)

    def sight(self) -> Callable[[str], Mapping[str, Iterable[str]]]:
        """`seen` of the records as they are now, whatever is read later."""
        state = self._state

        def seen(identity: str) -> Mapping[str, Iterable[str]]:
            shown = state.shown(identity)
            return shown.seen if shown is not None else {}

        return seen

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

    def lately(self, since: date) -> Records:
        """Everything, less what is about a day before this one of the kinds that grow every week: that is not read."""
        whole = self.records
        return Records(lambda kind: self.between(kind, since, None) if kind in _GROWING else whole.of_kind(kind))

    def on_this_day(self, today: date) -> Sequence[Reflection]:
        """The reflections of this day in the years before, the newest first; of the others nothing is read."""
        marker = f'-{today:%m-%d}"'.encode()
        found = self._where(("reflection",), lambda lines: _lines_with(marker, lines))
        earlier = (record for record in found if _is_earlier(record.date, today))
        return cast("list[Reflection]", sorted(earlier, key=in_order, reverse=True))

    def search(self, words: str) -> Sequence[Record]:
        """The records that hold every word, newest first."""
        from portfolio.journey.search.search import Query, newest_first

        query = Query(words)
        if not query:
            return ()
        return newest_first(r for r in self._where(TABLES, query.lines) if query.matches(r))

    def pages(self) -> Pages:
        """Every record, newest first, to leaf through while someone types; what was read for that is kept."""
        if self._pages is None:
            from portfolio.notebook.pages import pages_in

            self._pages = pages_in(self._state)
        return self._pages

    def _where(self, kinds: Iterable[str], choose: Callable[[bytes], Iterable[bytes]]) -> Iterator[Record]:
        for kind in kinds:
            for shown in self._state.shown_where(TABLES[kind], choose):
                yield record_of(kind, shown)


def _lines_with(marker: bytes, lines: bytes) -> Iterator[bytes]:
    """The lines that hold these bytes; of the others nothing is made."""
    at = lines.find(marker)
    while at >= 0:
        end = lines.find(b"\n", at)
        end = len(lines) if end < 0 else end
        yield lines[lines.rfind(b"\n", 0, at) + 1 : end]
        at = lines.find(marker, end)


def _is_earlier(day: date, today: date) -> bool:
    """Whether it is the same day of a year before."""
    return day.year < today.year and (day.month, day.day) == (today.month, today.day)
