"""Below a goal and its measures: the course of a number as a small line, and what SMART asks that is not said yet."""

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


def course_line(measure: Measure, look: AppState) -> str:
    """The course of a measure in a few signs and numbers: "▁▃▅ 4 → 7, to 9 calls"; empty before the first reading."""
    _, course = look.words, course_of(measure, look.records)
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


def measure_lines(measure: Measure, look: AppState, width: int) -> Iterator[Line]:
    """The course of a measure, or how it begins."""
    _, course = look.words, course_line(measure, look)
    yield EMPTY
    told = _("No reading yet. Press {add} to write down what it says now.").format(**look.keys)
    yield from ((Span(line, "accent" if course else "muted"),) for line in wrap(course or told, width))


def smart_lines(goal: Goal, look: AppState, width: int) -> Iterator[Line]:
    """The letters of SMART, and for the first one that is missing the question that would help."""
    _, letters = look.words, smart(goal)
    if goal.state not in _RUNS or not look.alone:
        return
    yield EMPTY
    yield (Span(_("SMART, as a check"), "muted"),)
    said = "   ".join(f"{'✓' if each.said else '○'} {smart_letter(each.letter, _)}" for each in letters)
    yield from ((Span(line),) for line in wrap(said, width))
    first = next((each for each in letters if not each.said), None)
    if first is not None:
        yield from ((Span(line, "muted"),) for line in wrap(field_hint(first.field, _, "goal"), width))
