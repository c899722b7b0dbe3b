"""Print records: a line each, whole, or as JSON. All stored text is made safe first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from portfolio.present.titles import heading, kind_word
from portfolio.present.whole import fields_in_words, versions_in_words
from portfolio.records.collection import Records
from portfolio.records.decode import as_json
from portfolio.records.identity import SHOWN
from portfolio.records.record import Record
from portfolio.sanitise import clean_json, clean_line
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import privacy_label

_HEADING: Final = 100  # characters of a heading in a line


def as_text(value: object) -> str:
    """A JSON value for stdout: unchanged for programs, without control characters for a terminal."""
    return clean_json(json.dumps(value, ensure_ascii=False, indent=1))


def records_json(records: Iterable[Record]) -> str:
    """An array of records in the documented form."""
    return as_text([as_json(record) for record in records])


def line(record: Record, records: Records, _: Words, *, due: bool = False) -> str:
    """Day, id, privacy, kind and title of a record; with `due` also the day on which it is due or looked at again."""
    called = heading(record, records, _)
    cut = called if len(called) <= _HEADING else f"{called[: _HEADING - 1]}…"
    badge = " [" + _("2 versions") + "]" if record.conflicts else ""
    privacy = privacy_label(record.shareable, _)
    after = badge + (_due(record, _) if due else "")
    return f"{record.date.isoformat()}  {record.id[-SHOWN:]}  {privacy:<9}  {kind_word(record, _)}: {cut}{after}"


def _due(record: Record, _: Words) -> str:
    """The day by which a list is ordered, after the title; empty when the record has none."""
    day = getattr(record, "due", None)
    words = _("review date {day}") if record.kind == "goal" else _("by {day}")
    return f" ({words.format(day=day.isoformat())})" if day is not None else ""


def whole(record: Record, records: Records, _: Words) -> Iterator[str]:
    """Every field that is set, with its label; texts of several lines are indented below it."""
    yield heading(record, records, _)
    yield f"{kind_word(record, _)} · {day_in_full(record.date, _)} · {privacy_label(record.shareable, _)} · {record.id}"
    for label, words in (*fields_in_words(record, records, _, unlinked=_as_id), *versions_in_words(record, _)):
        yield from _labelled(label, words)
    if record.conflicts:
        message = _("This was changed on two computers. Choose in the app, or with: leerreis edit {id}")
        yield "  " + message.format(id=record.id[-SHOWN:])
    if record.damaged:
        yield from _labelled(_("Could not be read"), ", ".join(map(clean_line, record.damaged)))


def _labelled(label: str, words: str) -> Iterator[str]:
    lines = words.split("\n")
    if len(lines) == 1:
        yield f"  {label}: {lines[0]}"
        return
    yield f"  {label}:"
    yield from (f"    {each}" for each in lines)


def _as_id(_record: Record, _field: str, identity: str, _: Words) -> str:
    return clean_line(identity)
