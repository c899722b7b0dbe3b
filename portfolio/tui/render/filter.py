"""The filter and order of a list of records, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeVar

from dateutil.relativedelta import relativedelta

from portfolio.journey.facts.with_person import WithPerson, with_person
from portfolio.journey.fold import fold
from portfolio.journey.search.filters import Filter
from portfolio.journey.sharing.shown import day_shown
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.wording import N_

R = TypeVar("R", bound=Record)

ORDERS: Final[dict[str, str]] = {
    "newest": N_("newest first"),
    "oldest": N_("oldest first"),
    "title": N_("by name"),
}
SEEN: Final[dict[str, str]] = {
    "": N_("private and shareable"),
    "shareable": N_("only shareable"),
    "private": N_("only private"),
}


class ListFilter(NamedTuple):
    """What the user chose to see; an empty field does not restrict anything."""

    tag: str = ""
    goal: str = ""
    skill: str = ""
    person: str = ""
    period: str = ""
    """A year such as "2025", or "quarter" or "month" up to today."""
    seen: str = ""
    order: str = ""
    with_person: WithPerson | None = None
    """What is with or about `person`, as of the records that `looking_at` was given."""

    @property
    def narrows(self) -> bool:
        """Whether the filter can leave records out."""
        return bool(self.tag or self.goal or self.skill or self.person or self.period or self.seen)

    def looking_at(self, records: Records) -> ListFilter:
        """Return the filter for these records: it follows the conversations with the person."""
        return self._replace(with_person=with_person(self.person, records) if self.person else None)

    def of(self, records: Sequence[R], today: date) -> Sequence[R]:
        """Return the records to show, in order; `records` must be sorted by date, then id."""
        found = records
        if self.narrows:
            since, until = _days(self.period, today)
            wanted = Filter(
                since=since,
                until=until,
                tag=self.tag or None,
                goal=self.goal or None,
                skill=self.skill or None,
                person=self.with_person,
                shareable=self.seen == "shareable",
            )
            found = [r for r in records if wanted.fits(r) and not (self.seen == "private" and r.shareable)]
        if self.order == "title":
            return sorted(found, key=lambda r: fold(r.heading))
        return found if self.order == "oldest" else found[::-1]


def _days(period: str, today: date) -> tuple[date | None, date | None]:
    if period.isdigit():
        return date(int(period), 1, 1), date(int(period), 12, 31)
    if period in ("month", "quarter"):
        return today - relativedelta(months=1 if period == "month" else 3), today
    return None, None


def years_of(records: Iterable[Record]) -> list[str]:
    """Return the years of these records, latest first, as periods to choose from."""
    days = filter(None, map(day_shown, records))
    return [str(year) for year in sorted({day.year for day in days}, reverse=True)]
