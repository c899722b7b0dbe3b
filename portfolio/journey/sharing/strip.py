"""Make copies of records that hold only what can be shared.

A copy is built up from the allowed fields and never cut down from the original, so a field that is added to a kind
later stays private. Ids stay, for links, and are never printed; the instants of writing are a constant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import Any, Final

from portfolio.journey.facts.need_answer import need_answer
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.rules import ALLOWED, ANSWERS, NEVER, PROFILE_ALWAYS, Allowed
from portfolio.records.conversations import Need
from portfolio.records.goals import Goal, Step
from portfolio.records.kinds import record_type
from portfolio.records.levels import CEFR, YES_NO, Level
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name
from portfolio.records.skills import Rating

SOMEONE: Final = "colleague"
"""Replaces a person of whom neither role nor name can be given; wording knows it as a role."""

_PATH: Final = re.compile(r"[\\/]|^[A-Za-z]:|^~|[%$]\w|\S\.[A-Za-z][A-Za-z0-9]{0,4}\b")


def strip(record: Record, included: Collection[str], period: Period, person: Callable[[str], str]) -> Record:
    """Return a copy of `record` with its allowed fields, links to `included` only, and people as `person` maps them."""
    allowed = ALLOWED[record.kind]
    values: dict[str, Any] = {name: getattr(record, name) for name in allowed.fields}
    values |= {name: _kept(record, name, included) for name in allowed.links}
    values |= {attribute_name(name): _person(record, attribute_name(name), person) for name in allowed.people}
    if "pauses" in values:
        values["pauses"] = tuple(pause._replace(more={}) for pause in values["pauses"])
    if "answers" in values:
        values["answers"] = _answers(values["template"], values["answers"])
    if allowed.answered and (answer := _answered(record)):
        values["answer"] = answer
    return _build(record, values, record.date if allowed.dated else _day(record, period))


def strip_profile(profile: Profile, person: Callable[[str], str], *, whole: bool) -> Record:
    """Return whose it is, and with `whole` the other fields and the manager's role; no fields in conflict."""
    names = ALLOWED["profile"].fields if whole else PROFILE_ALWAYS
    values = {name: getattr(profile, name) for name in names if name not in profile.conflicts}
    if whole and profile.manager and "manager" not in profile.conflicts:
        values["manager"] = person(profile.manager)
    return _build(profile, values, NEVER.date())


def strip_person(identity: str, person: Person | None, *, named: bool) -> Record:
    """Return a person with name and role if `named`, else with one word as both: the role, else "colleague"."""
    role = (person.role or "").strip() if person else ""
    name = ((person.name or "").strip() if person and named else "") or role or SOMEONE
    return Person(
        id=identity, date=NEVER.date(), created=NEVER, modified=NEVER, shareable=True, name=name, role=role or name
    )


def without_path(location: str | None) -> str | None:
    """Return a place that can be shared: a web address or a description; None if it can be a path or a file name."""
    words = (location or "").strip()
    if re.fullmatch(r"https?://[^\s\\]+", words, re.IGNORECASE):
        from urllib.parse import urlsplit

        try:
            parts = urlsplit(words)
        except ValueError:
            return None
        return words if parts.hostname and "@" not in parts.netloc else None
    if re.fullmatch(r"www\.[\w.-]+", words, re.IGNORECASE):
        return words
    return None if not words or _PATH.search(words) else words


def scale_of(target: Level | None, ratings: Iterable[Rating]) -> str:
    """Return the scale to which the shared levels belong; the skill's own setting is not shared."""
    levels = [level for level in (target, *(r.level for r in ratings)) if level not in (None, "")]
    if all(isinstance(level, int) for level in levels):
        return "independence"
    if all(level in CEFR for level in levels):
        return "cefr"
    return "yes_no" if all(level in YES_NO for level in levels) else "own"


def _build(record: Record, values: dict[str, Any], day: date) -> Record:
    return record_type(record.kind)(id=record.id, date=day, created=NEVER, modified=NEVER, shareable=True, **values)


def _kept(record: Record, name: str, included: Collection[str]) -> Any:
    """Return a link, or the links of a list, that lead to a shared record."""
    value = getattr(record, name)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(identity for identity in value if identity in included))
    return value if value in included else None


def _person(record: Record, attribute: str, person: Callable[[str], str]) -> str | None:
    if isinstance(record, Rating) and record.by_self:
        return None
    identity = getattr(record, attribute)
    return person(identity) if identity else None


def _answers(template: str, answers: Any) -> dict[str, str]:
    return {key: answers[key] for key in ANSWERS.get(template, ()) if answers.get(key, "").strip()}


def _answered(record: Record) -> str | None:
    """Return whether a need was promised or refused, and when, in our own words."""
    answer = need_answer(record.answer) if isinstance(record, Need) else None
    return answer.as_text if answer else None


def _day(record: Record, period: Period) -> date:
    """Return a day for a kind whose own day is not shared: a shared one, else one derived from the period.

    That is the day before the period, so that nothing seems to begin in it; for an idea the last day of the period.
    """
    if isinstance(record, Goal):
        known, to_come = record.start, record.state == "idea"
    else:
        known, to_come = (record.done_on if isinstance(record, Step) else None), False
    before = period.since - timedelta(days=1) if period.since > date.min else period.since
    return known or (period.until if to_come else before)


__all__ = ["NEVER", "SOMEONE", "Allowed", "scale_of", "strip", "strip_person", "strip_profile", "without_path"]
