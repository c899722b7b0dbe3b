"""The records related to a record, in the order that suits it, each in a line without repeating that record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.journey.facts.related import linked_from, linked_to
from portfolio.present.owners import owner_word
from portfolio.present.titles import heading
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement
from portfolio.records.goals import Goal, Step
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, field_label, kind_name, kind_plural

_NEWEST_FIRST: Final = frozenset({"reflection", "feedback", "rating", "reading", "evidence", "conversation"})
_ORDER: Final = {
    "goal": ("step", "measure", "skill", "evidence", "feedback", "person", "agreement", "need", "milestone"),
    "skill": ("rating", "evidence", "goal", "request", "feedback", "milestone", "reflection"),
    "conversation": ("agreement", "person"),
    "rating": ("evidence", "skill", "person"),
}
"""Kind -> the order of the related kinds below it; other kinds follow."""


def together(record: Record, records: Records, _: Words) -> list[tuple[str, Sequence[Record]]]:
    """Return the related records by label, in the order that suits this kind."""
    found: list[tuple[str, str, Sequence[Record]]] = []
    listed: set[str] = {record.id}
    for kind, held in linked_to(record, records).items():
        listed.update(each.id for each in held)
        found.append((kind, _label(kind, held, _), held[::-1] if kind in _NEWEST_FIRST else held))
    for name, held in linked_from(record, records).items():
        new = tuple(each for each in held if each.id not in listed)
        if new:
            found.append((new[0].kind, field_label(name, _, record.kind), new))
    order = _ORDER.get(record.kind, tuple(TABLES))
    found.sort(key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    return [(label, held) for _kind, label, held in found]


def _label(kind: str, found: Sequence[Record], _: Words) -> str:
    return capital(kind_name(kind, _) if len(found) == 1 else kind_plural(kind, _))


def related_words(record: Record, records: Records, _: Words) -> str:
    """Return the title of a record below the record it belongs to, so without repeating that one."""
    match record:
        case Step():
            return _on_one_line(record.text)
        case Rating():
            skill = records.find(Skill, record.skill)
            level = level_label(record.level, _, skill.scale if skill else "")
            who = _("yourself") if record.by_self else _heading_of(record.rater, records, _)
            reason = _on_one_line(record.reason or "")
            return " · ".join(part for part in (level, who, reason) if part)
        case Agreement():
            owner = owner_word(record, records, _)
            status = choice_label("state", record.state, _, "agreement")
            return " · ".join(part for part in (owner, _on_one_line(record.text), status) if part)
        case Goal():
            return f"{heading(record, records, _)} · {choice_label('state', record.state, _, 'goal')}"
    return heading(record, records, _)


def _heading_of(identity: str | None, records: Records, _: Words) -> str:
    """Return the title of a linked record; empty when it was deleted."""
    found = records.get(identity)
    return heading(found, records, _) if found is not None else ""


def _on_one_line(text: str) -> str:
    return " ".join(clean_line(text).split())
