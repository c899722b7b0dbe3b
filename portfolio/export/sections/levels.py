"""The section "Where I stand": each skill with its start, current level, target and sources."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.export.document import Block, Bullets, Line, Paragraph, Table, without_empty_columns
from portfolio.export.pictures import growth_picture
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext
from portfolio.journey.views.growth import Growth, SkillGrowth, Standing, growth
from portfolio.pictures.phrases import level_short
from portfolio.records.evidence import Evidence
from portfolio.records.skills import Rating
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, field_label

_ROWS = 12
"""The most skills that fit on one page."""


def where_i_stand(context: SectionContext) -> Section:
    """The table, and below it the picture with the same facts."""
    view = _view(context)
    if not view.skills:
        return Section("where_i_stand")
    _ = context.words
    rows = view.skills
    header = (_("Skill"), _("Start → now"), field_label("target", _), _("Who says so"))
    cells = tuple(
        ((one_line(r.title),), (_progress(context, r),), (_target(context, r),), _how(context, r)) for r in rows
    )
    table = without_empty_columns(Table(tuple((words,) for words in header), cells))
    picture = growth_picture(view, _)
    blocks: list[Block] = [Paragraph((picture.sentence,))] if picture.sentence else []
    blocks += [table, *picture.blocks]
    return Section("where_i_stand", tuple(blocks), _items(context, rows))


def where_i_stand_in_short(context: SectionContext) -> Section:
    """The same as a list, for the one-page version."""
    view = _view(context)
    rows = view.skills[:_ROWS]
    items = []
    for row in rows:
        target = _target(context, row)
        goal = f" ({field_label('target', context.words).lower()} {target})" if target else ""
        items.append((Paragraph((f"{one_line(row.title)}: {_progress(context, row)}{goal}",)),))
    blocks = (Bullets(tuple(items)), *_and_more(view, context)) if items else ()
    return Section("where_i_stand", blocks, _items(context, rows))


def _and_more(view: Growth, context: SectionContext) -> tuple[Block, ...]:
    """How many skills there was no room for."""
    more = len(view.skills) - _ROWS
    if more < 1:
        return ()
    sentence = context.words.plural("{n} more skill is not listed here.", "{n} more skills are not listed here.", more)
    return (Paragraph((sentence,)),)


def _view(context: SectionContext) -> Growth:
    return growth(context.shared.records, context.shared.period, context.today)


def _progress(context: SectionContext, row: SkillGrowth) -> str:
    """The first level to the current one, with the levels between when it rose and fell; one level when unchanged."""
    if row.wandered:
        return " → ".join(level_label(level, context.words, row.scale) for level in row.path)
    now = level_label(row.now.level if row.now else None, context.words, row.scale)
    if row.start is None or row.now is None or row.start.level == row.now.level:
        return now
    return f"{level_label(row.start.level, context.words, row.scale)} → {now}"


def _target(context: SectionContext, row: SkillGrowth) -> str:
    if row.target is None:
        return ""
    level = level_label(row.target, context.words, row.scale)
    return f"{level}, {context.day(row.target_date)}" if row.target_date else level


def _how(context: SectionContext, row: SkillGrowth) -> Line:
    """The raters, and references to the evidence."""
    _ = context.words
    ratings: list[str] = []
    if row.now and row.now.who is None:
        ratings.append(_("my own view"))
    others = (*([row.now] if row.now and row.now.who else []), *row.others)
    ratings += [_according_to(context, row, other) for other in others]
    refs = context.refs(_evidence(context, row.id))
    return (". ".join(map(capital, ratings)), *refs) if ratings else refs[1:]


def _according_to(context: SectionContext, row: SkillGrowth, other: Standing) -> str:
    """The level that another person gave, with its day; that it is the user's own level too."""
    _ = context.words
    who, day = context.who(other.who.id) if other.who else "", context.day(other.date)
    if row.now and row.now.who is None and row.now.level == other.level:
        level = level_short(other.level, row.scale, _)
        return _("{person}: also {level}, {day}").format(person=who, level=level, day=day)
    return f"{who}: {level_label(other.level, _, row.scale)}, {day}"


def _evidence(context: SectionContext, skill: str) -> list[str]:
    records = context.shared.records
    own = [e.id for e in records.of(Evidence) if skill in e.skills]
    return own + [identity for r in records.of(Rating) if r.skill == skill for identity in r.evidence]


def _items(context: SectionContext, rows: Sequence[SkillGrowth]) -> tuple[str, ...]:
    skills = tuple(row.id for row in rows)
    return skills + tuple(r.id for r in context.shared.records.of(Rating) if r.skill in skills)
