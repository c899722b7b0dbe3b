"""A filter for lists of records: by kind, template, period, tag, goal, skill, person, shareable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from portfolio.journey.facts.with_person import WithPerson
from portfolio.journey.sharing.shown import day_shown
from portfolio.records.equivalence import caseless
from portfolio.records.record import Record


class Filter(NamedTuple):
    """What must be true of a record; None means any."""

    kind: str | None = None
    template: str | None = None
    since: date | None = None
    until: date | None = None
    tag: str | None = None
    goal: str | None = None
    skill: str | None = None
    person: WithPerson | None = None
    shareable: bool = False

    def of(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records that fit, in the given order."""
        return (record for record in records if self.fits(record))

    def fits(self, record: Record) -> bool:
        """Return whether the record meets every condition."""
        return (
            (self.kind is None or record.kind == self.kind)
            and (self.template is None or getattr(record, "template", None) == self.template)
            and ((self.since is None and self.until is None) or self._in_period(day_shown(record)))
            and (not self.shareable or record.shareable)
            and self._linked(record)
        )

    def _in_period(self, day: date | None) -> bool:
        """Return whether a day is in the period; an unknown day (None) is not."""
        return day is not None and (self.since or date.min) <= day <= (self.until or date.max)

    def _linked(self, record: Record) -> bool:
        tag = caseless(self.tag.strip()) if self.tag else None
        return (
            (tag is None or any(caseless(t.strip()) == tag for t in record.tags))
            and (self.goal is None or leads_to(record, self.goal, "goal"))
            and (self.skill is None or leads_to(record, self.skill, "skill"))
            and (self.person is None or self.person.concerns(record))
        )


def leads_to(record: Record, identity: str, kind: str) -> bool:
    """Return whether a record has this id, or links to it in its field for `kind`."""
    one, many = getattr(record, kind, None), getattr(record, f"{kind}s", ())
    return identity in (record.id, one) or (isinstance(many, tuple) and identity in many)
