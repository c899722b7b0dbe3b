"""The lines below a goal or a measure: the course of a number as a sparkline, and questions about a goal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.journey.facts.measures import measure_history
from portfolio.journey.prompts.smart import open_questions
from portfolio.present.titles import number
from portfolio.records.goals import Goal, Measure
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording.names import field_hint

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_QUESTIONS: Final = 2
"""The most questions about a goal that are shown at once."""


def measure_line(measure: Measure, state: AppState) -> str:
    """Return the course of a measure: "▁▃▅ 4 → 7, to 9 calls"; empty before the first reading."""
    _, history = state.words, measure_history(measure, state.records)
    if history.now is None:
        return ""
    line = "".join(_BLOCKS[height] for height in history.heights(len(_BLOCKS)))
    first = history.start if history.start is not None else history.readings[0]
    now = number(history.now, _)
    words = now if first == history.now else f"{number(first, _)} → {now}"
    if history.target is not None:
        words = _("{course}, to {target}").format(course=words, target=number(history.target, _))
    unit = " ".join(clean_line(measure.unit or "").split())
    return " ".join(part for part in (line, words, unit) if part)


def measure_lines(measure: Measure, state: AppState, width: int) -> Iterator[Line]:
    """Return the course of a measure, or how to start it."""
    _, history = state.words, measure_line(measure, state)
    yield EMPTY
    empty = _("No reading yet. Press {add} to write down what it says now.").format(**state.keys)
    yield from ((Span(line, "accent" if history else "muted"),) for line in wrap(history or empty, width))


def question_lines(goal: Goal, state: AppState, width: int) -> Iterator[Line]:
    """Return the first questions that a goal does not answer yet; only when alone."""
    asked = open_questions(goal, state.today)[:_QUESTIONS] if state.alone else ()
    if not asked:
        return
    _ = state.words
    yield EMPTY
    yield (Span(_("To think about"), "muted"),)
    for field in asked:
        yield from ((Span(line),) for line in wrap(field_hint(field, _, "goal"), width))
