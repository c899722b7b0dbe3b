"""The conversations around today: which comes first, what fits to do for it now, and which was the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from portfolio.journey.facts import period as periods
from portfolio.journey.facts.people import People, Who
from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation

Step = Literal["choose", "send", "read_sheet", "today", "write_down"]
"""What fits now: choose what goes along; read it through and send it; read your sheet; the day itself, with the sheet
before and the agreements after; write down what was agreed."""

_FROM: Final[tuple[tuple[int, Step], ...]] = ((0, "today"), (1, "read_sheet"), (7, "send"), (14, "choose"))
"""The most days that a conversation is off, and what fits then: a fortnight is announced, points go out a week before
(Dutch practice in development interviews)."""
AFTER: Final = 14
"""So many days after it agreements can still be written down well."""
_A_MONTH: Final = 31
_SHORT: Final = frozenset({"checkin", "planning"})
"""Sorts that look at a few weeks; those of a year look back further than to one of these."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """A conversation that is coming, or was held and not written down yet."""

    id: str
    date: date
    sort: str
    who: Who | None
    days: int
    """How many days it is off; below zero it was so many days ago."""
    step: Step | None
    """None: it is too far off for anything to be due."""


def coming_talk(records: Records, today: date) -> Conversation | None:
    """The conversation that comes first; None when none is planned."""
    planned = (talk for talk in records.of(Conversation) if talk.state == "preparing" and talk.date >= today)
    return next(planned, None)


def countdown(records: Records, today: date) -> Countdown | None:
    """What fits now: for one that was held lately and is not written down, else for the one that comes first."""
    past = [t for t in records.of(Conversation) if t.state == "preparing" and 0 < (today - t.date).days <= AFTER]
    talk = past[-1] if past else coming_talk(records, today)
    if talk is None:
        return None
    days = (talk.date - today).days
    step = "write_down" if days < 0 else next((step for most, step in _FROM if days <= most), None)
    return Countdown(talk.id, talk.date, talk.sort, People(records).who(talk.with_), days, step)


def talk_before(records: Records, today: date, coming: Conversation | None = None) -> Conversation | None:
    """The conversation since which one looks back: the last of more than a month ago.

    One of the last month has most likely been about that period already. For a conversation about a year a short one
    counts only when there is no other.
    """
    held = [talk for talk in records.of(Conversation) if (today - talk.date).days > _A_MONTH]
    if coming is not None and coming.sort not in _SHORT:
        held = [talk for talk in held if talk.sort not in _SHORT] or held
    return held[-1] if held else None


def since_last_talk(records: Records, today: date) -> Period:
    """The period to propose: as its preparation says, else since the last conversation, else the last twelve months."""
    coming = coming_talk(records, today)
    if coming is not None and coming.period_from is not None:
        return periods.since(coming.period_from, today)
    before = talk_before(records, today, coming)
    return periods.since(before.date, today) if before is not None else periods.the_year_up_to(today)
