"""Changes that follow a change of state: its day, the pauses of a goal, and the reason that no longer holds.

The app and the command line both come here through `Batch`, so a goal paused on the command line gets the same day as
one paused in the app. The day is today unless the user gives another. A record from before these days were stored has
none: that stays unknown until its state changes again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from portfolio.records.days import parse_day
from portfolio.records.fields import Field
from portfolio.records.kinds import fields
from portfolio.records.pauses import FROM, UNTIL, Pause, merged
from portfolio.records.problems import Problem
from portfolio.records.record import Record
from portfolio.wording import N_

BEFORE_IT_BEGAN: Final = N_("The pause began on {day}; the goal can't go on before that day.")
NOT_YET: Final = N_("{day} is in the future; this is about what has already changed. Give today or an earlier day.")
LOOKS_BACK: Final = N_("{day} is in the future; a conversation looks back from today or an earlier day.")
PAST: Final[Mapping[str, str]] = {
    **dict.fromkeys(("state_on", "achieved_on", "done_on"), NOT_YET),
    "period_from": LOOKS_BACK,
}
"""Day that cannot lie ahead -> what is said when it does."""
STATED: Final = frozenset({"goal", "agreement", "request", "conversation"})
"""The kinds with a field `state`; a step is done or not."""

Values = dict[str, Any]


def ahead(values: Mapping[str, Any], today: date) -> list[Problem]:
    """What is wrong with days that lie after today though they are about what has been."""
    days = {name: parse_day(values.get(name)) for name in PAST}
    late = {name: day for name, day in days.items() if day is not None and day > today}
    return [Problem(name, PAST[name], {"day": day.isoformat()}) for name, day in late.items()]


def of_new(kind: str, values: Mapping[str, Any], today: date) -> Values:
    """The values of a new record, with the days that belong to its state."""
    made = dict(values)
    if kind == "step":
        made.setdefault("state_on", made.get("done_on") or _begun(made, today))
    elif kind in STATED:
        made.setdefault("state_on", _first_day(kind, made, today))
        if kind == "goal" and made.get("state") == "achieved":
            made.setdefault("achieved_on", made["state_on"])
        if kind == "goal" and made.get("state") == "paused":
            made.setdefault("pauses", [{FROM: made["state_on"]}])
    return made


def _first_day(kind: str, values: Mapping[str, Any], today: date) -> str:
    """The day a new record came into its state: the day it began, if it is still in its first state."""
    state = values.get("state")
    if state == "achieved" and values.get("achieved_on"):
        return str(values["achieved_on"])
    if state == fields(kind)["state"].default or state in ("idea", "held"):
        return _begun(values, today)
    return today.isoformat()


def _begun(values: Mapping[str, Any], today: date) -> str:
    """The day it began, today at the latest, as ISO text."""
    days = (parse_day(values.get(name)) for name in ("start", "date"))
    return min(next((day for day in days if day), today), today).isoformat()


def of_edit(record: Record, values: Mapping[str, Any], today: date) -> tuple[Values, list[Problem]]:
    """The changes of an edit with those that follow from them, and the problems with them."""
    if record.kind == "step":
        return _step(record, values, today), []
    if record.kind not in STATED:
        return dict(values), []
    changed, was = dict(values), getattr(record, "state", None)
    now = changed.get("state", was) or _default(record.fields["state"])
    if now != was:
        changed.setdefault("state_on", _day_of(changed, now) or today.isoformat())
        if getattr(record, "state_reason", None):
            changed.setdefault("state_reason", None)
    elif now == "achieved" and "achieved_on" in changed:
        changed.setdefault("state_on", changed["achieved_on"])
    return _goal(record, changed, (was, now)) if record.kind == "goal" else (changed, [])


def _default(field: Field) -> str:
    return str(field.default or "")


def _day_of(values: Mapping[str, Any], state: str) -> Any:
    return values.get("achieved_on") if state == "achieved" else None


def _step(record: Record, values: Mapping[str, Any], today: date) -> Values:
    """Keep `done_on` and `state_on` of a step the same."""
    changed = dict(values)
    if "done_on" in changed:
        changed.setdefault("state_on", changed["done_on"] or today.isoformat())
    elif changed.get("state_on") and getattr(record, "done_on", None):
        changed["done_on"] = changed["state_on"]
    return changed


def _goal(record: Record, values: Values, states: tuple[Any, str]) -> tuple[Values, list[Problem]]:
    """Apply the rules of a goal: the day it was achieved, the day an idea started, and its pauses.

    A goal that goes on after it was achieved keeps that day: no other field holds it.
    """
    (was, now), day = states, values.get("state_on")
    if now == "achieved" and day:
        values.setdefault("achieved_on", day)
    never = _never_ran(record)
    if was != now and getattr(record, "start", None) is None and now != "idea":
        if never and now == "active":
            values.setdefault("start", day)
        elif not never and now in ("paused", "dropped"):
            values.setdefault("start", record.date.isoformat())
    on = parse_day(day)
    if on is None or "pauses" in values or "pauses" in record.damaged:
        return values, []
    before: tuple[Pause, ...] = getattr(record, "pauses", ())
    after, problems = _pauses(merged(before), getattr(record, "state_on", None), (was, now), on, never)
    if after != before:
        values["pauses"] = [pause.plain for pause in after]
    return values, problems


def _never_ran(record: Record) -> bool:
    """Whether a goal never ran: it is an idea, or was one until it was paused or dropped."""
    state = getattr(record, "state", None)
    stopped = state in ("paused", "dropped") and getattr(record, "state_on", None) is not None
    return getattr(record, "start", None) is None and (state == "idea" or stopped)


def _pauses(
    pauses: tuple[Pause, ...], since: date | None, states: tuple[Any, str], day: date, never: bool
) -> tuple[tuple[Pause, ...], list[Problem]]:
    """The pauses of a goal after a change of state on a day; without a change of state only the day moves.

    A goal that ran, was dropped and is resumed was paused in between.
    """
    was, now = states
    last = next((pause for pause in reversed(pauses) if pause.until is None), None)
    rest = tuple(pause for pause in pauses if pause is not last)
    if was == now:
        if now == "paused":
            return (*rest, Pause(day, None, last.more if last else {})), []
        if now == "active" and rest and since is not None and rest[-1].until == since:
            last, rest, was = rest[-1]._replace(until=None), rest[:-1], "paused"
        else:
            return pauses, []
    if was == "paused":
        begun = last or Pause(since, None)
        if begun.since is not None and day < begun.since:
            return pauses, [Problem("state_on", BEFORE_IT_BEGAN, {"day": begun.since.isoformat()})]
        rest = (*rest, begun._replace(until=day))
    elif was == "dropped" and not never and now in ("active", "paused") and since is not None and since < day:
        rest = (*rest, Pause(since, day))
    return ((*rest, Pause(day, None)) if now == "paused" else rest), []


def kept(typed: list[Any], record: Record) -> list[Any]:
    """Typed pauses, with the extra keys that the same pauses have in the file."""
    known = {(p.since, p.until): p.more for p in getattr(record, "pauses", ())}
    return [
        {**known.get((parse_day(each.get(FROM)), parse_day(each.get(UNTIL))), {}), **each}
        if isinstance(each, Mapping)
        else each
        for each in typed
    ]
