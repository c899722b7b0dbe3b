"""Rows of the Skills place: start, present and target level of each skill, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from portfolio.journey.facts.evidence_by_skill import evidence_of_skills
from portfolio.journey.facts.skill_history import SkillHistory, skill_histories
from portfolio.present.groups import skill_groups
from portfolio.present.titles import heading
from portfolio.records.evidence import Evidence
from portfolio.records.levels import Level, position
from portfolio.records.record import Record
from portfolio.records.skills import Skill
from portfolio.text import pad
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from portfolio.wording.levels import level_label, no_level
from portfolio.wording.names import choice_label

_BLOCKS: Final = "▁▂▃▅▆▇"
_WITH_LEVEL_NAME: Final = 78
"""Cells from which a row shows the name of the level."""
_LEVEL: Final = 15


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the skills by group, then the evidence."""
    skills = showing.of(state.records.of(Skill), state.today)
    if not showing.order:  # skills stay in the order in which they were added
        skills = skills[::-1]
    return sections(skill_groups(skills, showing.of(state.records.of(Evidence), state.today), state.words))


def row_maker(state: AppState) -> RowOf:
    """Return the function that makes the rows of this list."""
    return SkillRow(state)


class SkillRow:
    """Makes the rows; the histories of all skills are computed once per list."""

    def __init__(self, state: AppState) -> None:
        """`state` provides the skills, ratings and evidence."""
        self._histories: Mapping[str, SkillHistory] = skill_histories(state.records, state.today)
        self._evidence = evidence_of_skills(state.records, self._histories, state.today)

    def __call__(self, record: Record, state: AppState, width: int) -> Row:
        """Return the row of a skill or a piece of evidence."""
        _ = state.words
        history = self._histories.get(record.id)
        if history is None or not isinstance(record, Skill):
            return evidence_row(record, state, width)
        count = len(self._evidence.get(record.id, ()))
        counted = _.plural("{n} piece of evidence", "{n} pieces of evidence", count) if count else _("no evidence yet")
        levels = levels_line(record, history, _, named=width >= _WITH_LEVEL_NAME)
        if not state.alone:  # there may be a level and evidence that must stay hidden
            counted = counted if count else ""
            levels = levels if history.now else (Span(" " * width_of(levels)),)
        right: Line = (Span(f"{counted} · " if counted else "", "muted"), *privacy(record, _))
        return Row(record.id, (*levels, Span("  "), Span(heading(record, state.records, _))), right)


def levels_line(skill: Skill, history: SkillHistory, _: Words, *, named: bool) -> Line:
    """Return start, present and target level as a line with bars: "1▂ → 3▅ ◎ 4"."""
    own = history.by_self or history.points
    first, now = (own[0].level, own[-1].level) if own else (None, None)
    if now is None:
        words = pad(no_level(_), _LEVEL + 8 if named else 11)
        return (Span(words, "muted"),)
    start = f"{_short(first)}{_block(first, skill)}→" if len(own) > 1 and first != now else ""
    target = f" ◎{_short(skill.target)}" if skill.target is not None else ""
    name = f" {level_label(now, _, skill.scale).removeprefix(_short(now)).strip()}" if named else ""
    line = f"{start}{_short(now)}{_block(now, skill)}"
    return (
        Span(pad(line, 6), "accent"),
        Span(pad(target, 5), "muted"),
        Span(pad(name, _LEVEL) if named else ""),
    )


def _short(level: Level | None) -> str:
    return str(level)[:3] if level is not None else ""


def _block(level: Level | None, skill: Skill) -> str:
    at = position(level, skill.scale, skill.anchors)
    return _BLOCKS[min(at, len(_BLOCKS) - 1)] if at is not None and skill.scale in ("independence", "cefr") else ""


def evidence_row(record: Record, state: AppState, width: int) -> Row:
    """Return the row of a piece of evidence."""
    _ = state.words
    day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
    sort = choice_label("sort", getattr(record, "sort", None) or "", _, "evidence")
    kind = (Span(f"{pad(sort, 18)}  ", "muted"),) if width >= _WITH_LEVEL_NAME else ()
    return Row(record.id, (day, *kind, Span(heading(record, state.records, _))), privacy(record, _))
