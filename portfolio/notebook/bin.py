"""The bin: records deleted in the last thirty days, which can be restored or purged.

A deleted record keeps its content in the file, so that every machine can still restore it. After thirty days it is no
longer listed; its content stays until the user purges it. Time alone removes nothing: another computer may have
restored it meanwhile, and a clock can be wrong.
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
"""Days that a deleted record is listed."""


class Binned(NamedTuple):
    """A deleted record."""

    record: Record
    deleted: datetime
    left: int
    """Days that it is still listed; 0 when it no longer is."""


class NotInBin(PortfolioError):
    """Nothing in the bin has this name."""

    def __init__(self, name: str) -> None:
        """`name` is the text that was searched for."""
        super().__init__(N_("There is nothing in the bin called “{name}”. See: leerreis bin --all"), name=name)


def deleted_records(notebook: Notebook) -> tuple[Binned, ...]:
    """Everything in the bin, last deleted first; `left` is 0 for what is no longer listed."""
    found = (
        Binned(record_of(KINDS[shown.table], shown), at, _days_left(notebook, at))
        for shown in notebook.read.state.deleted(*TABLES.values())
        if (at := shown.deleted_at) is not None
    )
    return tuple(sorted(sorted(found, key=lambda each: each.record.id), key=lambda each: each.deleted, reverse=True))


def _days_left(notebook: Notebook, at: datetime) -> int:
    return min(max(DAYS - (notebook.today - at.astimezone().date()).days, 0), DAYS)


def records_in(found: Iterable[Binned]) -> Records:
    """The records of these entries."""
    return Records.of_all(each.record for each in found)


def find(notebook: Notebook, words: str) -> str:
    """The id of the record in the bin that `words` name. Raises NotInBin or AmbiguousRecord."""
    found = _found(words, records_in(deleted_records(notebook)))
    if found is None:
        raise NotInBin(brief(words))
    return found


def find_to_purge(notebook: Notebook, words: str) -> str:
    """The id of a record to purge, in the bin or not; a whole id also of a purged record, to repeat the purge.

    Raises UnknownRecord or AmbiguousRecord.
    """
    if is_id(words) and notebook.read.state.table_of(words.lower()):
        return words.lower()
    everything = [*notebook.read.records, *records_in(deleted_records(notebook))]
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
    """The outcome of a purge in sentences: what was kept, and where the content may still be."""
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
        yield _("They might still be in {path}, which was not changed. Merge that file, or delete it yourself.").format(
            path=clean_line(left)
        )


def days_left(each: Binned, _: Words) -> str:
    """The number of days that it is still listed, in words."""
    return _.plural("{n} day left", "{n} days left", each.left) if each.left else _("no longer listed")


def together(found: Iterable[Binned], ids: Sequence[str]) -> tuple[Binned, ...]:
    """The parts of these records that went to the bin in the same change."""
    from portfolio.journey.facts.links import parts_of

    listed = tuple(found)
    moments = {each.deleted for each in listed if each.record.id in ids}
    same = [each for each in listed if each.deleted in moments]
    parts = {part.id for part in parts_of(records_in(same), ids)}
    return tuple(each for each in same if each.record.id in parts)


def bring_back(notebook: Notebook, ids: Sequence[str]) -> Stored:
    """Take records out of the bin, with the parts that went there in the same change; undo puts all back."""
    return notebook.write.bring_back(ids, [each.record.id for each in together(deleted_records(notebook), ids)])
