"""What lies in the bin: what was deleted in the last thirty days, taken out again or, on purpose, gone for good.

A deleted record keeps its words in the file, so that every machine can still bring it back. After thirty days it is no
longer listed; its words stay until somebody purges it. Time alone takes nothing away: another computer may have brought
it back meanwhile, and a clock can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.notebook.lookup import AmbiguousRecord
from portfolio.notebook.notebook import Notebook, Stored
from portfolio.notebook.reading import record_of
from portfolio.records.collection import Records
from portfolio.records.identity import is_id
from portfolio.records.kinds import KINDS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.records.record import Record
from portfolio.wording import N_

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
        for shown in notebook.state.deleted(*TABLES.values())
        if (at := shown.deleted_at) is not None
    )
    return tuple(sorted(found, key=lambda each: (each.deleted, each.record.id), reverse=True))


def _days_left(notebook: Notebook, at: datetime) -> int:
    return min(max(DAYS - (notebook.today - at.astimezone().date()).days, 0), DAYS)


def records_in(found: Iterable[Binned]) -> Records:
    """The records themselves."""
    return Records.of_all(each.record for each in found)


def find(notebook: Notebook, words: str) -> str:
    """The id of what is called so in the bin. Raises NotInBin or AmbiguousRecord."""
    return _found(words, records_in(lying(notebook)))


def find_to_purge(notebook: Notebook, words: str) -> str:
    """The same, in the bin or not; a whole id also of what was purged before, to do it once more."""
    if is_id(words) and notebook.state.table_of(words.lower()):
        return words.lower()
    everything = [*notebook.records, *records_in(lying(notebook))]
    return _found(words, Records.of_all(everything))


def _found(words: str, records: Records) -> str:
    from portfolio.capture.links import Names

    found = Names(records).find((), words)
    if isinstance(found, Problem):
        raise AmbiguousRecord(found.message, **found.parameters)
    if found is None:
        raise NotInBin(brief(words))
    return found


def bring_back(notebook: Notebook, ids: Sequence[str]) -> Stored:
    """Take records out of the bin, and what hangs on them that went there in the same act; undo puts all back."""
    from portfolio.journey.links import parts_of

    found = lying(notebook)
    moments = {each.deleted for each in found if each.record.id in ids}
    together = records_in(each for each in found if each.deleted in moments)
    return notebook.bring_back(ids, [part.id for part in parts_of(together, ids)])
