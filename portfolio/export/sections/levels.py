"""Where I stand: each skill with its start, its level now, its target, and how I know."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.export.document import Block, Bullets, Line, Paragraph, Table, without_empty_columns
from portfolio.export.pictures import growth_picture
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext
from portfolio.journey.views.growth import Growth, SkillGrowth, growth
from portfolio.records.evidence import Evidence
from portfolio.records.skills import Rating
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, field_label

_ROWS = 12
"""More skills than this no longer fit beside the rest of a first page."""


def where_i_stand(telling: SectionContext) -> Section:
    """The table, and below it the picture with the same facts."""
    view = _view(telling)
    if not view.skills:
        return Section("where_i_stand")
    _ = telling.words
    rows = view.skills[:_ROWS]
    header = (_("Skill"), _("Start → now"), field_label("target", _), _("How I know"))
    cells = tuple(
        ((one_line(r.title),), (_course(telling, r),), (_target(telling, r),), _how(telling, r)) for r in rows
    )
    table = without_empty_columns(Table(tuple((words,) for words in header), cells))
    picture = growth_picture(view, _)
    blocks: list[Block] = [Paragraph((picture.sentence,))] if picture.sentence else []
    blocks += [table, *_and_more(view, telling), *picture.blocks]
    return Section("where_i_stand", tuple(blocks), _items(telling, rows))


def where_i_stand_in_short(telling: SectionContext) -> Section:
    """The same as a list, for the one-page version."""
    rows = _view(telling).skills[:_ROWS]
    items = []
    for row in rows:
        target = _target(telling, row)
        goal = f" ({field_label('target', telling.words).lower()} {target})" if target else ""
        items.append((Paragraph((f"{one_line(row.title)}: {_course(telling, row)}{goal}",)),))
    blocks = (Bullets(tuple(items)), *_and_more(_view(telling), telling)) if items else ()
    return Section("where_i_stand", blocks, _items(telling, rows))


def _and_more(view: Growth, telling: SectionContext) -> tuple[Block, ...]:
    """How many skills there was no room for."""
    more = len(view.skills) - _ROWS
    if more < 1:
        return ()
    said = telling.words.plural("{n} more skill is not listed here.", "{n} more skills are not listed here.", more)
    return (Paragraph((said,)),)


def _view(telling: SectionContext) -> Growth:
    return growth(telling.shared.records, telling.shared.period, telling.today)


def _course(telling: SectionContext, row: SkillGrowth) -> str:
    """From the first level to the one now, by way of the others when it rose and fell; one level when it stayed."""
    if row.wandered:
        return " → ".join(level_label(level, telling.words, row.scale) for level in row.path)
    now = level_label(row.now.level if row.now else None, telling.words, row.scale)
    if row.start is None or row.now is None or row.start.level == row.now.level:
        return now
    return f"{level_label(row.start.level, telling.words, row.scale)} → {now}"


def _target(telling: SectionContext, row: SkillGrowth) -> str:
    if row.target is None:
        return ""
    level = level_label(row.target, telling.words, row.scale)
    return f"{level}, {telling.day(row.target_date)}" if row.target_date else level


def _how(telling: SectionContext, row: SkillGrowth) -> Line:
    """Who says so, and with which evidence."""
    _ = telling.words
    says: list[str] = []
    if row.now and row.now.who is None:
        says.append(choice_label("rater", "self", _))
    for other in (*([row.now] if row.now and row.now.who else []), *row.others):
        who = telling.who(other.who.id) if other.who else ""
        says.append(f"{who}: {level_label(other.level, _, row.scale)}")
    refs = telling.refs(_evidence(telling, row.id))
    return (capital("; ".join(says)), *refs) if says else refs[1:]


def _evidence(telling: SectionContext, skill: str) -> list[str]:
    records = telling.shared.records
    own = [e.id for e in records.of(Evidence) if skill in e.skills]
    return own + [identity for r in records.of(Rating) if r.skill == skill for identity in r.evidence]


def _items(telling: SectionContext, rows: Sequence[SkillGrowth]) -> tuple[str, ...]:
    skills = tuple(row.id for row in rows)
    return skills + tuple(r.id for r in telling.shared.records.of(Rating) if r.skill in skills)
