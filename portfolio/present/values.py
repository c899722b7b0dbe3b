"""The value of a field of a record in words that are safe to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from portfolio.present.owners import owner_word
from portfolio.present.titles import heading, number
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement
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

Unlinked: TypeAlias = Callable[[Record, str, str, Words], str]
"""Returns the words for a link without a record, from its record, field and id; `SELF` is such a link too."""


def yourself(_record: Record, _field: str, identity: str, _: Words) -> str:
    """Return "yourself" for a link to the user; empty for a deleted record."""
    return _("yourself") if identity == SELF else ""


def value_words(
    record: Record,
    field: str,
    value: object,
    records: Records,
    _: Words,
    *,
    day: Callable[[date, Words], str] = day_in_full,
    unlinked: Unlinked = yourself,
) -> str:
    """Return the value of `field` in words, on several lines for a long text; empty when it is not set.

    `value` can differ from the current one, for example for the other version of a conflict. The values of a list are
    separated by commas. `day` formats days, `unlinked` names links without a record.
    """
    if value is None or value in ("", (), {}):
        return ""
    if isinstance(value, Mapping):
        named = (lambda key: sheet_label(key, _)) if field == "sheet" else str
        return "\n".join(clean(f"{named(key)}: {words}") for key, words in value.items())
    if field == "owner" and isinstance(record, Agreement) and value == record.owner:
        return owner_word(record, records, _)
    spec = record.fields.get(field)
    say = _Values(record, field, spec.sort if spec else "text", records, _, day, unlinked)
    return ", ".join(map(say.one, value)) if isinstance(value, tuple | list) else say.one(value)


class _Values(NamedTuple):
    """The values of one field of a record in words."""

    record: Record
    field: str
    sort: str
    records: Records
    words: Words
    day: Callable[[date, Words], str]
    unlinked: Unlinked

    def one(self, value: object) -> str:
        """Return one value in words, safe to show."""
        _ = self.words
        match self.sort:
            case "day":
                day = value if isinstance(value, date) else parse_day(value)
                return self.day(day, _) if day else clean(str(value))
            case "choice" | "choices" | "flag" | "wholes":
                return choice_label(self.field, value, _, self.record.kind)
            case "level":
                known = value if isinstance(value, int | str) else None
                return level_label(known, _, _scale(self.record, self.records))
            case "link" | "links":
                linked = self.records.get(str(value))
                if linked is None:
                    return self.unlinked(self.record, self.field, str(value), _)
                return heading(linked, self.records, _)
            case "pauses" if isinstance(value, Pause):
                return pause_words(value.since, value.until, _)
            case "number":
                return number(float(str(value)), _)
        return choice_label(self.field, value, _) if self.field == "language" else clean(str(value))


def _scale(record: Record, records: Records) -> str:
    if isinstance(record, Skill):
        return record.scale
    skill = records.find(Skill, record.skill) if isinstance(record, Rating) else None
    return skill.scale if skill else ""
