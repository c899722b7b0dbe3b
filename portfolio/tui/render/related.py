"""The records related to a record, as rows that can be opened: its steps, its evidence, feedback and notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio.journey.sharing.shown import own_day
from portfolio.present.related import related_words, together
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Measure, Step
from portfolio.records.identity import SHOWN
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.skills import Rating
from portfolio.text import wrap
from portfolio.tui.render.goal import measure_line
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record import reading
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import day_near

_MOST = 50
"""The most records of one kind listed below another; the place of that kind lists them all."""


def record_rows(record: Record, state: AppState, width: int) -> list[Row]:
    """Return the rows of a record to read, related records, and last its name for the command line.

    The first row has the record's key.
    """
    first, *rest = reading(record, state, width)
    rows = [Row(record.id, first), *(Row(left=line) for line in rest)]
    for label, found in together(record, state.records, state.words):
        rows.append(Row())
        rows.append(Row(left=(Span(label, "muted"),)))
        for each in found[:_MOST]:
            rows += [related_row(each, state), *_evidence_rows(each, state)]
        if len(found) > _MOST:
            more = state.words.plural("and {n} more", "and {n} more", len(found) - _MOST)
            rows.append(Row(left=(Span(f"  {more}", "muted"),)))
    if state.alone:
        name = state.words("for the command line: {id}").format(id=record.id[-SHOWN:])
        rows += [Row(), *(Row(left=(Span(line, "muted"),)) for line in wrap(name, width))]
    return rows


def _evidence_rows(record: Record, state: AppState) -> Iterator[Row]:
    """Return the evidence of a rating, a row for each piece."""
    for piece in state.records.linked(Evidence, record.evidence) if isinstance(record, Rating) else ():
        words = (Span("    ↳ ", "accent"), Span(heading(piece, state.records, state.words)))
        day = (Span(day_near(piece.date, state.today, state.words), "muted"),)
        yield Row(piece.id, words, beside(piece, state.words, day))


def related_row(record: Record, state: AppState) -> Row:
    """Return the row of one related record: its state, title, day and whether it can be shared."""
    _ = state.words
    sign = _sign(record)
    words = related_words(record, state.records, _)
    if isinstance(record, Measure):
        words = " · ".join(part for part in (measure_line(record, state), words) if part)
    day = _day(record)
    right = beside(record, _, (Span(day_near(day, state.today, _), "muted"),) if day else EMPTY)
    return Row(record.id, (Span(sign, "accent"), Span(words)), right)


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
    if isinstance(record, Person):
        return None  # the day on which a person was first named tells nothing
    return own_day(record)
