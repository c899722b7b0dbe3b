"""What a field of a record says, in words that are safe to show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from portfolio.present.titles import heading, number
from portfolio.records.collection import Records
from portfolio.records.days import parse_day
from portfolio.records.levels import SELF
from portfolio.records.pauses import Pause
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.sanitise import clean
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.levels import level_label
from portfolio.wording.names import choice_label
from portfolio.wording.pauses import pause_words
from portfolio.wording.sheet import sheet_label


def value_words(record: Record, field: str, value: object, records: Records, _: Words) -> str:
    """The value of `field`, of several lines for a long text; empty when it is not set."""
    spec = record.fields.get(field)
    sort = spec.sort if spec else "text"
    if value is None or value in ("", (), {}):
        return ""
    if isinstance(value, Mapping):
        named = (lambda key: sheet_label(key, _)) if field == "sheet" else str
        return "\n".join(clean(f"{named(key)}: {words}") for key, words in value.items())
    if sort == "level":
        return level_label(value if isinstance(value, int | str) else None, _, _scale(record, records))
    if isinstance(value, tuple | list):
        return ", ".join(_one(record, field, sort, each, records, _) for each in value)
    return _one(record, field, sort, value, records, _)


def _one(record: Record, field: str, sort: str, value: object, records: Records, _: Words) -> str:
    match sort:
        case "day":
            day = value if isinstance(value, date) else parse_day(value)
            return day_in_full(day, _) if day else clean(str(value))
        case "choice" | "choices" | "flag" | "wholes":
            return choice_label(field, value, _, record.kind)
        case "link" | "links":
            if value == SELF:
                return _("yourself")
            linked = records.get(str(value))
            return heading(linked, records, _) if linked is not None else ""
        case "pauses" if isinstance(value, Pause):
            return pause_words(value.since, value.until, _)
        case "number":
            return number(float(str(value)), _)
    if field == "language":
        return choice_label(field, value, _)
    return clean(str(value))


def _scale(record: Record, records: Records) -> str:
    if isinstance(record, Skill):
        return record.scale
    skill = records.find(Skill, record.skill) if isinstance(record, Rating) else None
    return skill.scale if skill else ""
