"""One record to read: its answers, its short facts in one block, its longer texts, and its other versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.journey.sharing.shown import own_day, tells
from portfolio.journey.sharing.since_shared import changed_since_shared, last_shared
from portfolio.present.shareable import leaves_anyway
from portfolio.present.titles import field_in_words, heading, kind_word
from portfolio.present.values import value_words
from portfolio.records.conversations import Conversation
from portfolio.records.field_order import fields_of
from portfolio.records.fields import Field
from portfolio.records.goals import Goal, Measure
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Skill
from portfolio.sanitise import clean, clean_line
from portfolio.text import cells, wrap
from portfolio.tui.render.columns import GAP
from portfolio.tui.render.facts import Fact, above, block
from portfolio.tui.render.goal import measure_lines, question_lines
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.skill import standing
from portfolio.tui.render.versions import version_in_words
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, READABLE, Line, Span, width_of
from portfolio.wording.dates import day_in_full, day_short
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_label
from portfolio.wording.sheet import PROMPTS, sheet_label

_IN_HEAD = frozenset({"date", "shareable"})
"""Fields that the second line already shows."""
_IN_SKILL = frozenset({"target", "target_date", "scale"})
"""Fields of a skill that `skill.standing` shows."""
_LINKS = ("link", "links")
"""Links are shown as records that can be opened, not as text."""
_UNSET = (None, (), "", False)
_SHORT = 40
"""Cells of the longest fact that is shown beside its label."""


def reading(record: Record, state: AppState, width: int) -> list[Line]:
    """Return the lines of a record, wrapped to `width` cells."""
    return list(_lines(record, state, min(width, READABLE)))


def _lines(record: Record, state: AppState, width: int) -> Iterator[Line]:
    _ = state.words
    title = _title(record, state)
    for text in wrap(title, width):
        yield (Span(text, bold=True),)
    day, shown = own_day(record), privacy(record, _)
    about = [kind_word(record, _)] if title != kind_word(record, _) else []
    about += [day_in_full(day, _)] if day else []
    one = (Span(" · ".join((*about, *([""] if shown else []))), "muted"), *shown)
    if width_of(one) <= width:
        yield one
    else:
        yield from ((Span(text, "muted"),) for text in wrap(" · ".join(about), width))
        yield from (shown,) if shown else ()
    yield from _seen_by_others(record, state, width)
    if record.kind == "profile" and not record.shareable and state.alone:
        yield from ((Span(text, "muted"),) for text in wrap(leaves_anyway(record.kind, _), width) if text)
    if isinstance(record, Reflection):
        yield from _answers(record, state, width)
    if isinstance(record, Conversation):
        yield from _sheet(record, state, width)
    if isinstance(record, Measure):
        yield from measure_lines(record, state, width)
    facts = list(standing(record, state)) if isinstance(record, Skill) else []
    yield from _fields(record, state, facts, width)
    if isinstance(record, Goal):
        yield from question_lines(record, state, width)
    for field, versions in record.conflicts.items():
        label = _("Other version of {field}").format(field=field_in_words(record, field, _))
        for version in versions:
            yield EMPTY
            yield from above(label, width, "warning")
            for text in wrap(version_in_words(record, field, version, state.records, _), width):
                yield (Span(text),)


def _seen_by_others(record: Record, state: AppState, width: int) -> Iterator[Line]:
    """Return when the record was last shared, and whether it changed since."""
    _ = state.words
    made = last_shared(state.records).get(record.id) if state.alone else None
    if made is None:
        return
    day = day_short(made.date(), _)
    if record.id in changed_since_shared(state.records, [record.id]):
        line, role = _("Changed since you handed it over on {day}.").format(day=day), "warning"
    else:
        line, role = _("Handed over on {day}.").format(day=day), "muted"
    yield from ((Span(text, role),) for text in wrap(line, width))


def _title(record: Record, state: AppState) -> str:
    """Return the title; an untitled reflection is named by its template, since its answers follow."""
    if isinstance(record, Reflection):
        return clean_line((record.title or "").strip()) or kind_word(record, state.words)
    return heading(record, state.records, state.words)


def _answers(record: Reflection, state: AppState, width: int) -> Iterator[Line]:
    _ = state.words
    for key, words in record.in_order():
        yield EMPTY
        label = prompt_label(record.template, key, _)
        if label != kind_word(record, _):
            yield from above(label, width)
        for text in wrap(clean(words).strip("\n"), width):
            yield (Span(text),)


def _sheet(record: Conversation, state: AppState, width: int) -> Iterator[Line]:
    """Return the answers of the sheet in the order of its questions."""
    known = [prompt.key for prompt in PROMPTS]
    for key in sorted(record.sheet, key=lambda key: (known.index(key) if key in known else len(known), key)):
        words = clean(record.sheet[key]).strip("\n")
        if words.strip():
            yield EMPTY
            yield from above(sheet_label(key, state.words), width)
            yield from ((Span(text),) for text in wrap(words, width))


def _fields(record: Record, state: AppState, facts: Sequence[Fact], width: int) -> Iterator[Line]:
    """Return the fields that are set: short ones in one block after the `facts`, then long ones below their label."""
    _, short, long = state.words, list(facts), list[tuple[str, str]]()
    for name in fields_of(record.kind).all:
        spec, value = record.fields[name], getattr(record, attribute_name(name))
        words = value_words(record, name, value, state.records, _).strip("\n") if value not in _UNSET else ""
        if words and _is_shown(record, name, spec, value):
            label = field_label(name, _, record.kind)
            if spec.long or "\n" in words or cells(words) > min(width - cells(label) - GAP, _SHORT):
                long.append((label, words))
            else:
                short.append(Fact(label, (Span(words),)))
    if short:
        yield EMPTY
        yield from block(short, width)
    for label, words in long:
        yield EMPTY
        yield from above(label, width)
        yield from ((Span(text),) for text in wrap(words, width))


def _is_shown(record: Record, name: str, spec: Field, value: object) -> bool:
    elsewhere = name in _IN_HEAD or (name in _IN_SKILL and isinstance(record, Skill))
    if isinstance(record, Conversation) and name in ("place", "sheet"):
        return name == "place" and tells(record, name)
    if elsewhere or not tells(record, name) or spec.sort in _LINKS:
        return False
    return name != record.title_field or len(str(value)) > READABLE or "\n" in str(value)
