"""What lies in the bin: what was deleted in the last thirty days, taken out again or, on purpose, gone for good.

A deleted record keeps its words in the file, so that every machine can still bring it back. After thirty days it is no
longer listed; its words stay until somebody purges it. Time alone takes nothing away: another computer may have brought
it back meanwhile, and a clock can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.notebook.lookup import AmbiguousRecord, UnknownRecord
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored
from portfolio.notebook.typed_records import record_of
from portfolio.records.collection import Records
from portfolio.records.identity import is_id
from portfolio.records.kinds import KINDS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

if TYPE_CHECKING:
    from portfolio.store.purge import Purged

DAYS: Final = 30
"""So long something is listed."""


class Binned(NamedTuple):
    """A deleted record."""

    record: Record
    deleted: datetime
    left: int
    """Days that it is still listed; 0: no longer."""


class NotInBin(PortfolioError):
    """Nothing in the bin is called so."""

    def __init__(self, name: str) -> None:
        """`name` is what was looked for."""
        super().__init__(N_("There is nothing in the bin called “{name}”. See: leerreis bin --all"), name=name)


def lying(notebook: Notebook) -> tuple[Binned, ...]:
    """Everything in the bin, what was deleted last first; what is no longer listed has no days left."""
    found = (
        Binned(record_of(KINDS[shown.table], shown), at, _days_left(notebook, at))
        for shown in notebook.read.state.deleted(*TABLES.values())
        if (at := shown.deleted_at) is not None
    )
    return tuple(sorted(sorted(found, key=lambda each: each.record.id), key=lambda each: each.deleted, reverse=True))


def _days_left(notebook: Notebook, at: datetime) -> int:
    return min(max(DAYS - (notebook.today - at.astimezone().date()).days, 0), DAYS)


def records_in(found: Iterable[Binned]) -> Records:
    """The records themselves."""
    return Records.of_all(each.record for each in found)


def find(notebook: Notebook, words: str) -> str:
    """The id of what is called so in the bin. Raises NotInBin or AmbiguousRecord."""
    found = _found(words, records_in(lying(notebook)))
    if found is None:
        raise NotInBin(brief(words))
    return found


def find_to_purge(notebook: Notebook, words: str) -> str:
    """The same, in the bin or not; a whole id also of what was purged before, to do it once more.

    Raises UnknownRecord or AmbiguousRecord.
    """
    if is_id(words) and notebook.read.state.table_of(words.lower()):
        return words.lower()
    everything = [*notebook.read.records, *records_in(lying(notebook))]
    found = _found(words, Records.of_all(everything))
    if found is None:
        raise UnknownRecord(N_("There is no record called “{name}”."), name=brief(words))
    return found


def _found(words: str, records: Records) -> str | None:
    from portfolio.capture.links import Names

    found = Names(records).find((), words)
    if isinstance(found, Problem):
        raise AmbiguousRecord(found.message, **found.parameters)
    return found


def purged_in_words(purged: Purged, count: int, path: str, _: Words) -> Iterator[str]:
    """What became of a purge, what was kept, and where the words may still stand."""
    count -= len(purged.saved.overruled)
    for notice in purged.saved.notices:
        if notice.kind == "not_purged":
            yield notice.sentence(_)
    if not count:
        return
    if purged.saved.in_file:
        yield _.plural(
            "The words of {n} record are gone for good. Your other computers lose them when they open this file.",
            "The words of {n} records are gone for good. Your other computers lose them when they open this file.",
            count,
        )
    else:
        yield _(
            "The words are gone from the copy on this computer, but not yet from {path}: it cannot be written now. "
            "They go with the next save."
        ).format(path=clean_line(path))
    for left in purged.left:
        yield _("They may still stand in {path}, which is not changed. Merge that file, or delete it yourself.").format(
            path=clean_line(left)
        )


def days_left(each: Binned, _: Words) -> str:
    """How long it is still listed."""
    return _.plural("{n} day left", "{n} days left", each.left) if each.left else _("no longer listed")


def together(found: Iterable[Binned], ids: Sequence[str]) -> tuple[Binned, ...]:
    """What hangs on these records and went to the bin in the same act."""
    from portfolio.journey.facts.links import parts_of

    lie = tuple(found)
    moments = {each.deleted for each in lie if each.record.id in ids}
    same = [each for each in lie if each.deleted in moments]
    parts = {part.id for part in parts_of(records_in(same), ids)}
    return tuple(each for each in same if each.record.id in parts)


def bring_back(notebook: Notebook, ids: Sequence[str]) -> Stored:
    """Take records out of the bin, and what went there together with them; undo puts all back."""
    return notebook.write.bring_back(ids, [each.record.id for each in together(lying(notebook), ids)])
