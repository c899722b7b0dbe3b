"""What `show` prints below a record: what hangs together with it, and its history, as lines or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from portfolio.journey.facts.people import Who
from portfolio.journey.facts.whole_record import (
    LevelByDay,
    StateByDay,
    goal_history,
    skill_history,
    whole_related,
)
from portfolio.present.related import related_words, together
from portfolio.present.titles import heading, number
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.decode import as_json
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.identity import SHOWN
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.wording import N_, Words
from portfolio.wording.names import capital, choice_label, field_label, kind_plural
from portfolio.wording.quantities import with_unit

_STATES: Final = {"planned": N_("planned"), "unknown": N_("status at that time not known")}
"""States by day that the field `state` does not have."""
_ALSO: Final = {Conversation.kind: Need.kind, Person.kind: Agreement.kind}
"""Kind -> a kind that belongs to it without a link from one to the other."""
_NOT_USED: Final = N_("Nothing is noted yet about what you do with it: leerreis edit {id} --if-then TEXT")


def keys(record: Record, records: Records, today: date) -> dict[str, Any]:
    """The keys that `show --json` adds: `related` by kind, and for a goal or a skill `history`."""
    related = whole_related(record, records)
    shape: dict[str, Any] = {"related": {kind: [as_json(each) for each in held] for kind, held in related.items()}}
    if isinstance(record, Goal):
        shape["history"] = [_state_json(each) for each in goal_history(record, records, today)]
    if isinstance(record, Skill):
        shape["history"] = [_level_json(each) for each in skill_history(record, records, today)]
    return shape


def lines(record: Record, records: Records, today: date, _: Words) -> Iterator[str]:
    """The same below the record, in sections with a label."""
    if isinstance(record, Goal):
        history = [_state_line(each, _) for each in goal_history(record, records, today)]
        yield from _section(_("Status by day"), history)
    for label, held in together(record, records, _):
        yield from _section(label, [line for each in held for line in _with_parts(each, record, records, _)])
    more = _ALSO.get(record.kind, "")
    also = whole_related(record, records).get(more, ()) if more else ()
    yield from _section(capital(kind_plural(more, _)), [_line(each, record, records, _) for each in also])
    if isinstance(record, Feedback) and not (record.if_then or record.recognise or record.goals or record.skills):
        yield from ("", _(_NOT_USED).format(id=record.id[-SHOWN:]))


def _section(label: str, below: Sequence[str]) -> Iterator[str]:
    if below:
        yield from ("", label, *below)


def _with_parts(record: Record, whole: Record, records: Records, _: Words) -> Iterator[str]:
    """A related record, with the readings of a measure and the evidence of a rating below it."""
    yield _line(record, whole, records, _)
    parts: Sequence[Record] = ()
    if isinstance(record, Measure):
        parts = [reading for reading in records.of(Reading) if reading.measure == record.id]
    elif isinstance(record, Rating):
        parts = records.linked(Evidence, record.evidence)
    for part in parts:
        yield f"  {_line(part, record, records, _)}"


def _line(record: Record, whole: Record, records: Records, _: Words) -> str:
    words = _words(record, whole, records, _)
    return f"  {record.date.isoformat()}  {record.id[-SHOWN:]}  {words}"


def _words(record: Record, whole: Record, records: Records, _: Words) -> str:
    """The words of a related record, without those of the record that it belongs to."""
    words = related_words(record, records, _)
    if isinstance(record, Rating) and not isinstance(whole, Skill):
        reason = " ".join((record.reason or "").split())
        return " · ".join(part for part in (heading(record, records, _), reason) if part)
    if isinstance(record, Reading) and isinstance(whole, Measure):
        value = with_unit(number(record.value, _), whole.unit or "", one=record.value == 1)
        return " · ".join(part for part in (value, " ".join((record.note or "").split())) if part)
    if isinstance(record, Measure):
        ends = (("start", record.start), ("target", record.target))
        return " · ".join(
            [words, *(f"{field_label(n, _, 'measure')} {number(v, _)}" for n, v in ends if v is not None)]
        )
    if isinstance(record, Step):
        due = "" if record.done_on or record.due is None else _by(record.due, _)
        done = record.done_on.isoformat() if record.done_on else ""
        return " ".join(part for part in ("[x]" if done else "[ ]", done, words, due) if part)
    if isinstance(record, Agreement) and record.due and record.state in ("open", "in_progress"):
        return f"{words} {_by(record.due, _)}"
    if isinstance(record, Need) and record.answer:
        return f"{words} → {' '.join(record.answer.split())}"
    return words


def _by(day: date, _: Words) -> str:
    return "· " + _("by {day}").format(day=day.isoformat())


def _state_line(each: StateByDay, _: Words) -> str:
    since = each.since.isoformat() if each.since else _("day not known")
    until = f"– {each.until.isoformat()}" if each.until else ""
    state = _(_STATES[each.state]) if each.state in _STATES else choice_label("state", each.state, _, Goal.kind)
    return f"  {since} {until:<12}  {' · '.join(part for part in (state, ' '.join(each.reason.split())) if part)}"


def _state_json(each: StateByDay) -> dict[str, Any]:
    shape = {"state": each.state, "since": _iso(each.since), "until": _iso(each.until), "reason": each.reason}
    return {name: value for name, value in shape.items() if value}


def _level_json(each: LevelByDay) -> dict[str, Any]:
    shape: dict[str, Any] = {"id": each.id, "date": each.date.isoformat(), "level": each.level}
    shape |= {"rater": _who_json(each.rater)} if each.rater else {}
    shape |= {"reason": each.reason} if each.reason else {}
    return {**shape, "evidence": list(each.evidence)}


def _who_json(who: Who) -> dict[str, str]:
    return {name: value for name, value in who._asdict().items() if value}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
