"""What a text says that was changed on two machines: the field and its other versions, in words."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.present.titles import field_in_words
from portfolio.present.values import value_words
from portfolio.records.collection import Records
from portfolio.records.record import Record, attribute_name
from portfolio.text import wrap
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording import Words


def version_in_words(record: Record, field: str, value: object, records: Records, _: Words) -> str:
    """One version of a field, safe to show."""
    return value_words(record, field, value, records, _) or _("(empty)")


def other_versions(record: Record, field: str, records: Records, _: Words, width: int) -> Iterator[Line]:
    """The versions of a field that are not shown, each after its label; nothing for one that has none."""
    for version in record.conflicts.get(field, ()):
        yield (Span(_("Other version:"), "warning"),)
        yield from ((Span(line),) for line in wrap(version_in_words(record, field, version, records, _), width))


def versions_beside(record: Record, boxes: frozenset[str], records: Records, _: Words, width: int) -> Iterator[Line]:
    """The fields with other versions that have no box in a form: what stands, and what else there is."""
    for field in record.conflicts:
        if field not in boxes:
            stands = getattr(record, attribute_name(field), None)
            yield (Span(field_in_words(record, field, _), "muted"),)
            yield from ((Span(line),) for line in wrap(version_in_words(record, field, stands, records, _), width))
            yield from other_versions(record, field, records, _, width)
            yield EMPTY
