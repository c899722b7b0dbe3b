"""Every picture of some records, for tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio.journey.period import Period
from portfolio.pictures import PICTURES, view_of
from portfolio.pictures.frame import View
from portfolio.records.collection import Records
from portfolio.records.skills import Skill


def views(records: Records, period: Period, today: date) -> Iterator[View]:
    """The view of each picture; of `skill` one for each skill there is."""
    for name in PICTURES:
        if name == "skill":
            for skill in records.of(Skill):
                found = view_of(name, records, period, today, skill=skill.id)
                assert found is not None
                yield found
            continue
        more = {"quiet": True} if name == "timeline" else {}
        found = view_of(name, records, period, today, **more)
        assert found is not None
        yield found
