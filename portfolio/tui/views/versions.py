"""What a text says that was changed on two machines: the field and its other versions, in words."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.records.record import attribute_name
from portfolio.records.reflections import Reflection
from portfolio.sanitise import clean
from portfolio.tui.layout import EMPTY, Line, Span, wrap
from portfolio.wording import Words
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.prompts import prompt_label


def field_in_words(record: Reflection, field: str, _: Words) -> str:
    """How a field is called; a question by its label."""
    group, dot, key = field.partition(".")
    return prompt_label(record.template, key, _) if dot else field_label(group, _, record.kind)


def value_in_words(record: Reflection, field: str, value: object, _: Words) -> str:
    """One version of a field, safe to show."""
    if value is None or value == "":
        return _("(empty)")
    spec = record.fields.get(field)
    if spec is not None and spec.sort == "choice":
        return choice_label(field, str(value), _, record.kind)
    return clean(str(value))


def other_versions(record: Reflection, field: str, _: Words, width: int) -> Iterator[Line]:
    """The versions of a field that are not shown, each after its label; nothing for one that has none."""
    for version in record.conflicts.get(field, ()):
        yield (Span(_("Other version:"), "warning"),)
        yield from ((Span(line),) for line in wrap(value_in_words(record, field, version, _), width))


def versions_beside(record: Reflection, boxes: frozenset[str], _: Words, width: int) -> Iterator[Line]:
    """The fields with other versions that have no box in a form: what stands, and what else there is."""
    for field in record.conflicts:
        if field not in boxes:
            stands = getattr(record, attribute_name(field), None)
            yield (Span(field_in_words(record, field, _), "muted"),)
            yield from ((Span(line),) for line in wrap(value_in_words(record, field, stands, _), width))
            yield from other_versions(record, field, _, width)
            yield EMPTY
