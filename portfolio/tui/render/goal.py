"""The lines below a goal or a measure: the course of a number as a sparkline, and the SMART check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.journey.facts.measures import course_of
from portfolio.journey.prompts.smart import smart
from portfolio.present.titles import number
from portfolio.records.goals import Goal, Measure
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording.names import field_hint
from portfolio.wording.smart import smart_letter

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_RUNS: Final = frozenset({"idea", "active", "paused"})


def course_line(measure: Measure, state: AppState) -> str:
    """Return the course of a measure: "▁▃▅ 4 → 7, to 9 calls"; empty before the first reading."""
    _, course = state.words, course_of(measure, state.records)
    if course.now is None:
        return ""
    line = "".join(_BLOCKS[height] for height in course.heights(len(_BLOCKS)))
    first = course.start if course.start is not None else course.readings[0]
    now = number(course.now, _)
    words = now if first == course.now else f"{number(first, _)} → {now}"
    if course.target is not None:
        words = _("{course}, to {target}").format(course=words, target=number(course.target, _))
    unit = " ".join(clean_line(measure.unit or "").split())
    return " ".join(part for part in (line, words, unit) if part)


def measure_lines(measure: Measure, state: AppState, width: int) -> Iterator[Line]:
    """Return the course of a measure, or how to start it."""
    _, course = state.words, course_line(measure, state)
    yield EMPTY
    empty = _("No reading yet. Press {add} to write down what it says now.").format(**state.keys)
    yield from ((Span(line, "accent" if course else "muted"),) for line in wrap(course or empty, width))


def smart_lines(goal: Goal, state: AppState, width: int) -> Iterator[Line]:
    """Return the letters of SMART, and the question for the first missing one."""
    _, letters = state.words, smart(goal)
    if goal.state not in _RUNS or not state.alone:
        return
    yield EMPTY
    yield (Span(_("SMART, as a check"), "muted"),)
    checklist = "   ".join(f"{'✓' if each.covered else '○'} {smart_letter(each.letter, _)}" for each in letters)
    yield from ((Span(line),) for line in wrap(checklist, width))
    first = next((each for each in letters if not each.covered), None)
    if first is not None:
        yield from ((Span(line, "muted"),) for line in wrap(field_hint(first.field, _, "goal"), width))
