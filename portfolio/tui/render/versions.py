"""The versions of a field that was changed on two computers, in words."""

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
    """Return one version of a field, safe to show."""
    return value_words(record, field, value, records, _) or _("(empty)")


def other_versions(record: Record, field: str, records: Records, _: Words, width: int) -> Iterator[Line]:
    """Return the versions of a field that are not shown, each after its label; nothing if it has none."""
    for version in record.conflicts.get(field, ()):
        yield (Span(_("Other version:"), "warning"),)
        yield from ((Span(line),) for line in wrap(version_in_words(record, field, version, records, _), width))


def versions_beside(record: Record, boxes: frozenset[str], records: Records, _: Words, width: int) -> Iterator[Line]:
    """Return the fields with other versions that have no box in a form: the current version, then the others."""
    for field in record.conflicts:
        if field not in boxes:
            current = getattr(record, attribute_name(field), None)
            yield (Span(field_in_words(record, field, _), "muted"),)
            yield from ((Span(line),) for line in wrap(version_in_words(record, field, current, records, _), width))
            yield from other_versions(record, field, records, _, width)
            yield EMPTY
