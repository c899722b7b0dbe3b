"""The records related to a record, as rows that can be opened: its steps, its evidence, feedback and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portfolio.journey.facts.related import linked_from, linked_to
from portfolio.journey.sharing.shown import own_day
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.sanitise import clean_line
from portfolio.tui.render.goal import measure_line
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.record import reading
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, field_label, kind_name, kind_plural

_NEWEST_FIRST = frozenset({"reflection", "feedback", "rating", "reading", "evidence", "conversation"})
_ORDER = {
    "goal": ("step", "measure", "skill", "evidence", "feedback", "person", "agreement", "need", "milestone"),
    "skill": ("rating", "evidence", "goal", "request", "feedback", "milestone", "reflection"),
    "conversation": ("agreement", "person"),
    "rating": ("evidence", "skill", "person"),
}
"""Kind -> the order of the related kinds below it; other kinds follow."""
_MOST = 50
"""The most records of one kind listed below another; the place of that kind lists them all."""


def record_rows(record: Record, state: AppState, width: int) -> list[Row]:
    """Return the rows of a record to read, with related records below it. The first row has the record's key."""
    first, *rest = reading(record, state, width)
    rows = [Row(record.id, first), *(Row(left=line) for line in rest)]
    for label, found in together(record, state):
        rows.append(Row())
        rows.append(Row(left=(Span(label, "muted"),)))
        for each in found[:_MOST]:
            rows += [related_row(each, state), *_evidence_rows(each, state)]
        if len(found) > _MOST:
            more = state.words.plural("and {n} more", "and {n} more", len(found) - _MOST)
            rows.append(Row(left=(Span(f"  {more}", "muted"),)))
    return rows


def _evidence_rows(record: Record, state: AppState) -> Iterator[Row]:
    """Return the evidence of a rating, a row for each piece."""
    for piece in state.records.linked(Evidence, record.evidence) if isinstance(record, Rating) else ():
        words = (Span("    ↳ ", "accent"), Span(heading(piece, state.records, state.words)))
        yield Row(piece.id, words, (Span(day_short(piece.date, state.words), "muted"),))


def together(record: Record, state: AppState) -> list[tuple[str, Sequence[Record]]]:
    """Return the related records by label, in the order that suits this kind."""
    _ = state.words
    found: list[tuple[str, str, Sequence[Record]]] = []
    listed: set[str] = {record.id}
    for kind, held in linked_to(record, state.records).items():
        listed.update(each.id for each in held)
        found.append((kind, _label(kind, held, _), held[::-1] if kind in _NEWEST_FIRST else held))
    for name, held in linked_from(record, state.records).items():
        new = tuple(each for each in held if each.id not in listed)
        if new:
            found.append((new[0].kind, field_label(name, _, record.kind), new))
    order = _ORDER.get(record.kind, tuple(TABLES))
    found.sort(key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    return [(label, held) for _kind, label, held in found]


def _label(kind: str, found: Sequence[Record], _: Words) -> str:
    return capital(kind_name(kind, _) if len(found) == 1 else kind_plural(kind, _))


def related_row(record: Record, state: AppState) -> Row:
    """Return the row of one related record: its state, title, day and privacy."""
    _ = state.words
    sign = _sign(record)
    words = related_words(record, state)
    day, shown = _day(record), privacy(record, _)
    day_words = [day_short(day, _)] if day else []
    right: Line = (Span(" · ".join((*day_words, *([""] if shown else []))), "muted"), *shown)
    return Row(record.id, (Span(sign, "accent"), Span(words)), right)


def related_words(record: Record, state: AppState) -> str:
    """Return the title of a record below the record it belongs to, so without repeating that one."""
    _ = state.words
    match record:
        case Step():
            return _on_one_line(record.text)
        case Rating():
            skill = state.records.find(Skill, record.skill)
            level = level_label(record.level, _, skill.scale if skill else "")
            who = _("yourself") if record.by_self else heading_of(record.rater, state)
            reason = _on_one_line(record.reason or "")
            return " · ".join(part for part in (level, who, reason) if part)
        case Measure():
            return " · ".join(p for p in (measure_line(record, state), heading(record, state.records, _)) if p)
        case Reading():
            return heading(record, state.records, _)
        case Agreement():
            owner = choice_label("owner", record.owner, _, "agreement") if record.owner else ""
            status = choice_label("state", record.state, _, "agreement")
            return " · ".join(part for part in (owner, _on_one_line(record.text), status) if part)
        case Goal():
            return f"{heading(record, state.records, _)} · {choice_label('state', record.state, _, 'goal')}"
    return heading(record, state.records, _)


def heading_of(identity: str | None, state: AppState) -> str:
    """Return the title of a linked record; empty when it was deleted."""
    found = state.records.get(identity)
    return heading(found, state.records, state.words) if found is not None else ""


def _sign(record: Record) -> str:
    done = (isinstance(record, Step) and record.done_on is not None) or (
        isinstance(record, Agreement) and record.state == "done"
    )
    if isinstance(record, Step | Agreement):
        return "✓ " if done else "○ "
    return "· "


def _day(record: Record) -> date | None:
    if isinstance(record, Step):
        return record.done_on or record.due or own_day(record)
    if isinstance(record, Agreement):
        return record.due or own_day(record)
    return own_day(record)


def _on_one_line(text: str) -> str:
    return " ".join(clean_line(text).split())
