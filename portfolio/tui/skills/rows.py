"""The list of skills: where each began, where it is and where it is to go; and the evidence that carries them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from portfolio.journey.facts.evidence_by_skill import evidence_of_skills
from portfolio.journey.facts.skill_history import SkillHistory, skill_histories
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
from portfolio.wording.names import capital, choice_label, kind_plural

_BLOCKS: Final = "▁▂▃▅▆▇"
_WITH_LEVEL_NAME: Final = 78
"""From so many cells on a row says what the level is called."""
_LEVEL: Final = 15


def listed(look: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Skills by group, then evidence."""
    _ = look.words
    skills = showing.of(look.records.of(Skill), look.today)
    if not showing.order:  # as they were added: a list of skills is no diary
        skills = skills[::-1]
    groups = [(capital(choice_label("group", group, _)), group) for group in ("professional", "personal")]
    return sections(
        [
            *((words, [s for s in skills if s.group == group]) for words, group in groups),
            (capital(kind_plural("skill", _)), [s for s in skills if s.group not in ("professional", "personal")]),
            (capital(kind_plural("evidence", _)), showing.of(look.records.of(Evidence), look.today)),
        ]
    )


def row_maker(look: AppState) -> RowOf:
    """How a record of this list is shown."""
    return SkillRow(look)


class SkillRow:
    """Makes the rows; the courses of all skills are worked out once for a list."""

    def __init__(self, look: AppState) -> None:
        """`look` gives the ratings."""
        self._histories: Mapping[str, SkillHistory] = skill_histories(look.records, look.today)
        self._evidence = evidence_of_skills(look.records, self._histories, look.today)

    def __call__(self, record: Record, look: AppState, width: int) -> Row:
        """One skill, or one piece of evidence."""
        _ = look.words
        history = self._histories.get(record.id)
        if history is None or not isinstance(record, Skill):
            return evidence_row(record, look, width)
        count = len(self._evidence.get(record.id, ()))
        counted = _.plural("{n} proof", "{n} proofs", count) if count else _("no proof yet")
        levels = levels_line(record, history, _, named=width >= _WITH_LEVEL_NAME)
        if not look.alone:  # there may be a level and evidence that are not to be seen
            counted = counted if count else ""
            levels = levels if history.now else (Span(" " * width_of(levels)),)
        right: Line = (Span(f"{counted} · " if counted else "", "muted"), *privacy(record, _))
        return Row(record.id, (*levels, Span("  "), Span(heading(record, look.records, _))), right)


def levels_line(skill: Skill, history: SkillHistory, _: Words, *, named: bool) -> Line:
    """Start, now and target on one line, each with its height: "1▂ → 3▅ ◎ 4"."""
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


def evidence_row(record: Record, look: AppState, width: int) -> Row:
    """One piece of evidence."""
    _ = look.words
    day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
    sort = choice_label("sort", getattr(record, "sort", None) or "", _, "evidence")
    kind = (Span(f"{pad(sort, 18)}  ", "muted"),) if width >= _WITH_LEVEL_NAME else ()
    return Row(record.id, (day, *kind, Span(heading(record, look.records, _))), privacy(record, _))
