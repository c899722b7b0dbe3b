"""Rows of the Skills place: start, present and target level of each skill, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from portfolio.tui.render.columns import GAP, TITLE, DayColumn, widest
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.levels import level_label, no_level
from portfolio.wording.names import choice_label

_BLOCKS: Final = "▁▂▃▅▆▇"
_EVIDENCE: Final = 40
"""Cells that the title of evidence keeps before its sort is shown."""


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the skills by group, then the evidence."""
    skills = showing.of(state.records.of(Skill), state.today)
    if not showing.order:  # skills stay in the order in which they were added
        skills = skills[::-1]
    return sections(skill_groups(skills, showing.of(state.records.of(Evidence), state.today), state.words))


def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:
    """Return the function that makes the rows of this list."""
    return SkillRow(state, listed)


class SkillRow:
    """Makes the rows; histories, evidence and the width of the columns are computed once per list."""

    def __init__(self, state: AppState, listed: Sequence[Listed]) -> None:
        """`state` provides the skills, ratings and evidence."""
        _ = state.words
        self._histories: Mapping[str, SkillHistory] = skill_histories(state.records, state.today)
        evidence = evidence_of_skills(state.records, self._histories, state.today)
        self._counted = {
            each: _.plural("{n} piece of evidence", "{n} pieces of evidence", len(found))
            for each, found in evidence.items()
            if found
        }
        self._beside = widest(self._counted.values()) + len(" ●") + GAP
        skills = [each for each in listed if isinstance(each, Skill)]
        pieces = [each for each in listed if isinstance(each, Evidence)]
        self._levels = {skill.id: levels_in_words(skill, self._histories[skill.id], _) for skill in skills}
        self._wide = [widest(each) for each in zip(*self._levels.values(), strict=True)]
        self._days = DayColumn((each.date for each in pieces), state.today, _)
        self._sorts = widest({_sort(each, _) for each in pieces})

    def __call__(self, record: Record, state: AppState, width: int) -> Row:
        """Return the row of a skill or a piece of evidence."""
        _ = state.words
        title = Span(heading(record, state.records, _))
        if not isinstance(record, Skill):
            day = Span(self._days.of(record.date), "muted")
            sort = Span(pad(_sort(record, _), self._sorts + GAP), "muted")
            fits = width - width_of((day, sort)) - GAP >= _EVIDENCE
            return Row(record.id, (day, sort, title) if fits and self._sorts else (day, title), beside(record, _))
        counted = self._counted.get(record.id, "")
        right = beside(record, _, (Span(counted, "muted"),) if counted else EMPTY)
        levels = self._columns(record, state)
        for kept in (3, 2, 1):  # first without the name of the level, then without the target
            if width - width_of(levels[:kept]) - self._beside >= TITLE:
                break
        return Row(record.id, (*levels[:kept], title), right)

    def _columns(self, record: Skill, state: AppState) -> Line:
        """Return the levels of a skill in their columns; blank where a level may have to stay hidden."""
        now, target, name = self._levels[record.id]
        hidden = not state.alone and self._histories[record.id].now is None
        now = "" if hidden else now
        columns = ((now, "accent" if self._histories[record.id].now else "muted"), (target, "muted"), (name, "muted"))
        made = zip(columns, self._wide, strict=True)
        return tuple(Span(pad(words, wide + GAP if wide else 0), role) for (words, role), wide in made)


def levels_in_words(skill: Skill, history: SkillHistory, _: Words) -> tuple[str, str, str]:
    """Return start and present level with bars, the target, and the name of the present level: "1▂→3▅", "◎4"."""
    own = history.by_self or history.points
    target = f"◎{_short(skill.target)}" if skill.target is not None else ""
    if not own:
        return no_level(_), target, ""
    first, now = own[0].level, own[-1].level
    start = f"{_short(first)}{_block(first, skill)}→" if len(own) > 1 and first != now else ""
    name = level_label(now, _, skill.scale).removeprefix(_short(now)).strip()
    return f"{start}{_short(now)}{_block(now, skill)}", target, name


def _short(level: Level | None) -> str:
    return str(level)[:3] if level is not None else ""


def _block(level: Level | None, skill: Skill) -> str:
    at = position(level, skill.scale, skill.anchors)
    return _BLOCKS[min(at, len(_BLOCKS) - 1)] if at is not None and skill.scale in ("independence", "cefr") else ""


def _sort(record: Record, _: Words) -> str:
    return choice_label("sort", getattr(record, "sort", None) or "", _, "evidence")
