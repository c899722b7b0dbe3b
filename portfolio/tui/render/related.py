"""What hangs together with a record, as rows that can be opened: its steps, its proof, what was said and written."""

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
from portfolio.tui.render.goal import course_line
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
"""By kind what matters first below a record; the rest follows."""
_MOST = 50
"""How many records of one kind are listed below another; the place of that kind has them all."""


def record_rows(record: Record, look: AppState, width: int) -> list[Row]:
    """A record to read, with what hangs together with it below. Its first row stands for the record itself."""
    first, *rest = reading(record, look, width)
    rows = [Row(record.id, first), *(Row(left=line) for line in rest)]
    for label, found in together(record, look):
        rows.append(Row())
        rows.append(Row(left=(Span(label, "muted"),)))
        for each in found[:_MOST]:
            rows += [related_row(each, look), *_proof_rows(each, look)]
        if len(found) > _MOST:
            more = look.words.plural("and {n} more", "and {n} more", len(found) - _MOST)
            rows.append(Row(left=(Span(f"  {more}", "muted"),)))
    return rows


def _proof_rows(record: Record, look: AppState) -> Iterator[Row]:
    """The evidence beside a claim: each piece that a rating refers to."""
    for proof in look.records.linked(Evidence, record.evidence) if isinstance(record, Rating) else ():
        words = (Span("    ↳ ", "accent"), Span(heading(proof, look.records, look.words)))
        yield Row(proof.id, words, (Span(day_short(proof.date, look.words), "muted"),))


def together(record: Record, look: AppState) -> list[tuple[str, Sequence[Record]]]:
    """What hangs together with a record, by label: in the order in which it matters for this kind."""
    _ = look.words
    found: list[tuple[str, str, Sequence[Record]]] = []
    said: set[str] = {record.id}
    for kind, held in linked_to(record, look.records).items():
        said.update(each.id for each in held)
        found.append((kind, _label(kind, held, _), held[::-1] if kind in _NEWEST_FIRST else held))
    for name, held in linked_from(record, look.records).items():
        new = tuple(each for each in held if each.id not in said)
        if new:
            found.append((new[0].kind, field_label(name, _, record.kind), new))
    order = _ORDER.get(record.kind, tuple(TABLES))
    found.sort(key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    return [(label, held) for _kind, label, held in found]


def _label(kind: str, found: Sequence[Record], _: Words) -> str:
    return capital(kind_name(kind, _) if len(found) == 1 else kind_plural(kind, _))


def related_row(record: Record, look: AppState) -> Row:
    """One record below another: how it stands, what it is called, when it was and who may see it."""
    _ = look.words
    sign = _sign(record)
    words = related_words(record, look)
    day, shown = _day(record), privacy(record, _)
    told = [day_short(day, _)] if day else []
    right: Line = (Span(" · ".join((*told, *([""] if shown else []))), "muted"), *shown)
    return Row(record.id, (Span(sign, "accent"), Span(words)), right)


def related_words(record: Record, look: AppState) -> str:
    """What it is called where what it belongs to is known."""
    _ = look.words
    match record:
        case Step():
            return _on_one_line(record.text)
        case Rating():
            skill = look.records.find(Skill, record.skill)
            level = level_label(record.level, _, skill.scale if skill else "")
            who = _("yourself") if record.by_self else heading_of(record.rater, look)
            reason = _on_one_line(record.reason or "")
            return " · ".join(part for part in (level, who, reason) if part)
        case Measure():
            return " · ".join(p for p in (course_line(record, look), heading(record, look.records, _)) if p)
        case Reading():
            return heading(record, look.records, _)
        case Agreement():
            owner = choice_label("owner", record.owner, _, "agreement") if record.owner else ""
            state = choice_label("state", record.state, _, "agreement")
            return " · ".join(part for part in (owner, _on_one_line(record.text), state) if part)
        case Goal():
            return f"{heading(record, look.records, _)} · {choice_label('state', record.state, _, 'goal')}"
    return heading(record, look.records, _)


def heading_of(identity: str | None, look: AppState) -> str:
    """What a linked record is called; empty when it is gone."""
    found = look.records.get(identity)
    return heading(found, look.records, look.words) if found is not None else ""


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
