"""One reflection to read: its questions as headings, its words as they were typed, and what it is linked with."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.pictures.headings import heading, kind_word
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.sanitise import clean, clean_line
from portfolio.tui.layout import EMPTY, Line, Span, wrap
from portfolio.tui.look import Look
from portfolio.tui.views.marks import privacy
from portfolio.tui.views.versions import field_in_words, value_in_words
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.prompts import prompt_label

LONGEST_LINE = 76
"""Cells: a longer line is hard to read (Bringhurst, The Elements of Typographic Style: 45 to 75 characters)."""


def reading(record: Reflection, look: Look, width: int) -> list[Line]:
    """The lines of a reflection, for `width` cells."""
    return list(_lines(record, look, min(width, LONGEST_LINE)))


def _lines(record: Reflection, look: Look, width: int) -> Iterator[Line]:
    _ = look.words
    for text in wrap(clean_line((record.title or "").strip()) or kind_word(record, _), width):
        yield (Span(text, "accent", bold=True),)
    kind = f"{kind_word(record, _)} · " if (record.title or "").strip() else ""
    yield (Span(f"{kind}{day_in_full(record.date, _)} · ", "muted"), *privacy(record, _))
    for key, words in record.in_order():
        yield EMPTY
        label = prompt_label(record.template, key, _)
        if label != kind_word(record, _):
            yield (Span(label, "muted"),)
        for text in wrap(clean(words).strip("\n"), width):
            yield (Span(text),)
    beside = list(_beside(record, look))
    if beside:
        yield EMPTY
    for label, words in beside:
        first, *rest = wrap(words, max(width - len(label) - 2, 10))
        yield (Span(f"{label}  ", "muted"), Span(first))
        for text in rest:
            yield (Span(" " * (len(label) + 2)), Span(text))


def _beside(record: Reflection, look: Look) -> Iterator[tuple[str, str]]:
    """What stands beside the answers, as label and words."""
    _ = look.words
    if record.if_then:
        yield field_label("if_then", _, "reflection"), clean_line(record.if_then)
    if record.form:
        yield field_label("form", _, "reflection"), choice_label("form", record.form, _)
    if record.minutes is not None:
        yield field_label("minutes", _, "reflection"), str(record.minutes)
    if record.energy is not None:
        yield field_label("energy", _, "reflection"), str(record.energy)
    for name, links in (
        ("goals", record.goals),
        ("skills", record.skills),
        ("evidence", record.evidence),
        ("people", record.people),
    ):
        names = [heading(found, look.records, _) for found in _found(look, links)]
        if names:
            yield field_label(name, _, "reflection"), ", ".join(names)
    if record.tags:
        yield field_label("tags", _, "reflection"), clean_line(", ".join(record.tags))
    for field, versions in record.conflicts.items():
        label = _("Other version of {field}").format(field=field_in_words(record, field, _))
        for version in versions:
            yield label, clean_line(value_in_words(record, field, version, _))


def _found(look: Look, links: tuple[str, ...]) -> Iterator[Record]:
    for identity in links:
        record = look.records.get(identity)
        if record is not None:
            yield record
