"""A whole record in words: every field that is set with its label, and its other versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from portfolio.present.titles import field_in_words
from portfolio.present.values import Unlinked, value_words, yourself
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.decode import is_set
from portfolio.records.fields import Field
from portfolio.records.kinds import fields
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.sanitise import clean, clean_line
from portfolio.wording import Words
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_label
from portfolio.wording.sheet import sheet_label


def _repeats_day(record: Record, name: str) -> bool:
    """Return whether a field is the period of a reflection on one day, which its date already says."""
    return name == "period" and isinstance(record, Reflection) and record.period == "day"


def fields_in_words(
    record: Record, records: Records, _: Words, *, unlinked: Unlinked = yourself, own_keys: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield every field that is set as label and words, without day, shareable, and a period of one day.

    The answers of a reflection are fields of their own, and so are those of a preparation sheet, with the label of
    their question, unless `own_keys` keeps them together with the keys that `edit` takes. `unlinked` names links
    without a record.
    """
    for name, field in fields(record.kind).items():
        value = getattr(record, attribute_name(name))
        if name in ("date", "shareable") or not is_set(value) or _repeats_day(record, name):
            continue
        if isinstance(record, Reflection) and name == "answers":
            for key, words in record.in_order():
                yield prompt_label(record.template, key, _), clean(words)
        elif isinstance(record, Conversation) and name == "sheet" and not own_keys:
            yield from ((sheet_label(key, _), clean(words)) for key, words in sorted(value.items()))
        else:
            yield field_label(name, _, kind=record.kind), _value(record, name, field, value, records, _, unlinked)


def versions_in_words(record: Record, _: Words) -> Iterator[tuple[str, str]]:
    """Yield the other version of each field that was changed on two computers."""
    for name, others in record.conflicts.items():
        for other in others:
            label = _("Other version of {field}").format(field=field_in_words(record, name, _))
            yield label, clean(str(other)) if other is not None else _("(empty)")


def _value(record: Record, name: str, field: Field, value: Any, records: Records, _: Words, unlinked: Unlinked) -> str:
    """In words; free text, weekdays and keys as they are typed for `edit`."""
    if isinstance(value, Mapping):
        return "\n".join(f"{clean_line(k)}: {clean(v)}" for k, v in sorted(value.items()))
    if field.sort == "text":
        return clean(value)
    if field.sort in ("texts", "wholes"):
        return ", ".join(clean_line(str(each)) for each in value)
    return value_words(record, name, value, records, _, unlinked=unlinked)
