"""One hint on Today at most: a place in the portfolio that deserves attention.

Nothing here counts what was missed, and a dismissed hint never comes back. The checks follow seven known pitfalls of
learning at work: no clear goals, little support, too much theory, no room for reflection or feedback, overload, no
follow-up. Their order is fixed, so that the same records give the same hint all day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from portfolio.journey.facts.goal_spans import goal_spans
from portfolio.journey.prompts.smart import is_new
from portfolio.journey.prompts.stories import STORY
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback, Request
from portfolio.records.goals import Goal
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill

LOOKS_BACK: Final = timedelta(days=120)
"""No check looks at older reflections or readings."""
_SEEN: Final = timedelta(days=60)
_RAISED: Final = timedelta(days=90)
_USED: Final = timedelta(days=14)
_USED_LATER: Final = timedelta(days=42)
_EXPIRES: Final = timedelta(days=60)
_EXPIRED: Final = timedelta(days=30)
LETTERS: Final = {"result": "r1", "lesson": "r2"}
"""The part of a story to ask for -> its answer."""
_KNOWN: Final = timedelta(days=7)
WAIT_DAYS: Final = 7
"""Days to wait for requested feedback, unless the user set another number."""
_MANY: Final = 3
_TIRED: Final = 2
_FORMAL: Final = frozenset({"training", "blended", "self_study"})
"""Ways of learning apart from the work itself."""


class Nudge(NamedTuple):
    """One hint."""

    sort: str
    """The check it comes from; `wording.nudges` has its text."""
    key: str
    """The key under which it is dismissed for good."""
    about: str
    """The id of the record that it is about."""


def nudge(records: Records, today: date) -> Nudge | None:
    """Return the first hint that was not dismissed; None without one."""
    away = dismissed(records)
    return next((found for check in _CHECKS for found in check(records, today) if found.key not in away), None)


def dismissed(records: Records) -> Collection[str]:
    """Return the keys of the dismissed hints."""
    return frozenset(key for profile in records.of(Profile) for key in profile.dismissed)


def _about(sort: str, identity: str) -> Nudge:
    return Nudge(sort, f"{sort}.{identity}", identity)


def _past(records: Records, today: date) -> Iterator[Nudge]:
    """An agreement past its day, longest past first."""
    due = [(day, a.id) for a in records.of(Agreement) if a.state in ("open", "in_progress") for day in _days(a)]
    yield from (_about("past", identity) for day, identity in sorted(due) if day < today)


def _days(agreement: Agreement) -> tuple[date, ...]:
    day = agreement.due or agreement.check_on
    return (day,) if day else ()


def _not_answered(records: Records, today: date) -> Iterator[Nudge]:
    """A request without an answer, after the number of days set on it, else after a week."""
    for request in records.of(Request):
        wait = timedelta(days=request.remind_after if request.remind_after is not None else WAIT_DAYS)
        since = request.asked_on or request.date
        if request.state == "open" and today - LOOKS_BACK < since <= today - wait:
            yield Nudge("remind", f"remind.{request.id}.{since.isoformat()}", request.id)


def _expires(records: Records, today: date) -> Iterator[Nudge]:
    """A certificate or permit that expires within two months or expired in the last month."""
    ending = ((e.valid_until, e.id) for e in records.of(Evidence) if e.valid_until is not None)
    for day, identity in sorted(ending):
        if today - _EXPIRED <= day <= today + _EXPIRES:
            sort = "expired" if day < today else "expires"
            yield Nudge(sort, f"{sort}.{identity}.{day.isoformat()}", identity)


def _no_sign(records: Records, today: date) -> Iterator[Nudge]:
    """An active goal without a sign of success, a week after it was made."""
    known = (goal for goal in _active(records) if not is_new(goal, today))
    yield from (_about("sign", goal.id) for goal in known if not (goal.sign or "").strip())


def _too_much(records: Records, today: date) -> Iterator[Nudge]:
    """More than three active goals, or three weekly reviews in a row with little energy: pause the quietest goal."""
    active = _active(records)
    weeks = [r for r in records.of(Reflection) if r.template == "week" and r.date > today - LOOKS_BACK]
    last = [week.energy for week in weeks[-_MANY:]]
    tired = len(last) == _MANY and all(energy is not None and energy <= _TIRED for energy in last)
    if active and (len(active) > _MANY or tired):
        known = goal_spans(records, today)
        quietest = min(active, key=lambda goal: (known[goal.id].last, goal.id))
        yield Nudge("pause", "pause", quietest.id)


def _not_used(records: Records, today: date) -> Iterator[Nudge]:
    """A training whose goals and skills show no use within two weeks; once more after six weeks."""
    for training in records.of(Reflection):
        if training.form in _FORMAL and today - LOOKS_BACK < training.date <= today - _USED:
            about = {*training.goals, *training.skills}
            if about and not any(day > training.date and about & links for day, links in _at_work(records)):
                yield _about("use", training.id)
                if training.date <= today - _USED_LATER:
                    yield Nudge("use", f"use.later.{training.id}", training.id)


def _at_work(records: Records) -> Iterator[tuple[date, set[str]]]:
    """Yield the days of work-related records, with the goals and skills they are linked to."""
    yield from ((r.date, {*r.goals, *r.skills}) for r in records.of(Reflection) if r.form not in _FORMAL)
    yield from ((f.date, {*f.goals, *f.skills}) for f in records.of(Feedback))
    yield from ((e.date, {*e.goals, *e.skills}) for e in records.of(Evidence))
    yield from ((r.date, {r.skill}) for r in records.of(Rating))


def _story(records: Records, today: date) -> Iterator[Nudge]:
    """A story without its result or its lesson, old enough to know these."""
    for story in records.of(Reflection):
        recent = today - LOOKS_BACK < story.date <= today - _KNOWN
        if recent and story.template == STORY and any(story.answers.get(letter) for letter in ("s", "t", "a")):
            sort = next((sort for sort, letter in LETTERS.items() if not story.answers.get(letter, "").strip()), None)
            if sort is not None:
                yield _about(sort, story.id)


def _not_seen(records: Records, today: date) -> Iterator[Nudge]:
    """A skill that the user writes about and nobody else has commented on."""
    since = today - _SEEN
    written = {skill for r in records.of(Reflection) if r.date > since for skill in r.skills}
    heard = {skill for f in records.of(Feedback) if f.date > since for skill in f.skills}
    heard |= {r.skill for r in records.of(Rating) if r.date > since and not r.by_self}
    heard |= {r.skill for r in records.of(Request) if r.state == "open" and r.skill}
    yield from (_about("seen", s.id) for s in records.of(Skill) if s.id in written - heard)


def _not_raised(records: Records, today: date) -> Iterator[Nudge]:
    """A goal older than a quarter, when nothing was agreed or marked to discuss in that time."""
    since = today - _RAISED
    raised = any(r.discuss for r in records.of(Reflection) if r.date > since)
    if not raised and not any(a.date > since for a in records.of(Agreement)):
        yield from (Nudge("raise", "raise", goal.id) for goal in _active(records) if (goal.start or goal.date) <= since)


def _quiet(records: Records, today: date) -> Iterator[Nudge]:
    """An active goal without recent activity."""
    for goal_span in goal_spans(records, today).values():
        if goal_span.is_quiet_on(today):
            yield _about("quiet", goal_span.goal.id)


def _active(records: Records) -> list[Goal]:
    return [goal for goal in records.of(Goal) if goal.state == "active"]


_CHECKS: Final[tuple[Callable[[Records, date], Iterator[Nudge]], ...]] = (
    _past,
    _expires,
    _not_answered,
    _no_sign,
    _too_much,
    _not_used,
    _story,
    _not_seen,
    _not_raised,
    _quiet,
)
"""The checks in order of importance: what was promised comes first."""
SORTS: Final = (
    "past",
    "expires",
    "expired",
    "remind",
    "sign",
    "pause",
    "use",
    "result",
    "lesson",
    "seen",
    "raise",
    "quiet",
)
"""Every sort of hint."""
