"""Print records: a line each, whole, or as JSON. All stored text is made safe first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from portfolio.present.titles import field_in_words, heading, kind_word
from portfolio.present.values import value_words
from portfolio.records.collection import Records
from portfolio.records.decode import as_json, is_set
from portfolio.records.fields import Field
from portfolio.records.identity import SHORT
from portfolio.records.kinds import fields
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.sanitise import clean, clean_json, clean_line
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import field_label, privacy_label
from portfolio.wording.prompts import prompt_label

ID_SHOWN: Final = SHORT + 2
"""Last characters of an id in a line: enough to be unique among tens of thousands."""
_HEADING: Final = 100  # characters of a heading in a line


def as_text(value: object) -> str:
    """A JSON value for stdout: unchanged for programs, without control characters for a terminal."""
    return clean_json(json.dumps(value, ensure_ascii=False, indent=1))


def records_json(records: Iterable[Record]) -> str:
    """An array of records in the documented form."""
    return as_text([as_json(record) for record in records])


def line(record: Record, records: Records, _: Words) -> str:
    """Day, id, privacy, kind and title of a record."""
    called = heading(record, records, _)
    cut = called if len(called) <= _HEADING else f"{called[: _HEADING - 1]}…"
    badge = " [" + _("2 versions") + "]" if record.conflicts else ""
    privacy = privacy_label(record.shareable, _)
    return f"{record.date.isoformat()}  {record.id[-ID_SHOWN:]}  {privacy:<9}  {kind_word(record, _)}: {cut}{badge}"


def whole(record: Record, records: Records, _: Words) -> Iterator[str]:
    """Every field that is set, with its label; texts of several lines are indented below it."""
    yield heading(record, records, _)
    yield f"{kind_word(record, _)} · {day_in_full(record.date, _)} · {privacy_label(record.shareable, _)} · {record.id}"
    for name, field in fields(record.kind).items():
        value = getattr(record, attribute_name(name))
        if name in ("date", "shareable") or not is_set(value):
            continue
        if isinstance(record, Reflection) and name == "answers":
            for key, words in record.in_order():
                yield from _labelled(prompt_label(record.template, key, _), clean(words))
        else:
            yield from _labelled(field_label(name, _, kind=record.kind), _value(record, name, field, value, records, _))
    for name, others in record.conflicts.items():
        for other in others:
            label = _("Other version of {field}").format(field=field_in_words(record, name, _))
            yield from _labelled(label, clean(str(other)) if other is not None else _("(empty)"))
    if record.conflicts:
        message = _("This was changed on two computers. Choose in the app, or with: leerreis edit {id}")
        yield "  " + message.format(id=record.id[-ID_SHOWN:])
    if record.damaged:
        yield from _labelled(_("Could not be read"), ", ".join(map(clean_line, record.damaged)))


def _labelled(label: str, words: str) -> Iterator[str]:
    lines = words.split("\n")
    if len(lines) == 1:
        yield f"  {label}: {lines[0]}"
        return
    yield f"  {label}:"
    yield from (f"    {each}" for each in lines)


def _value(record: Record, name: str, field: Field, value: Any, records: Records, _: Words) -> str:
    """In words; free text, weekdays and keys as they are typed for `edit`."""
    if isinstance(value, Mapping):
        return "\n".join(f"{clean_line(k)}: {clean(v)}" for k, v in sorted(value.items()))
    if field.sort == "text":
        return clean(value)
    if field.sort in ("texts", "wholes"):
        return ", ".join(clean_line(str(each)) for each in value)
    return value_words(
        record, name, value, records, _, unlinked=lambda _record, _field, identity, _: clean_line(identity)
    )
