"""The section "Where I stand": each skill on its scale and in words, with who gave the level and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.export.document import Block, Line, Paragraph, Track, Tracks
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext
from portfolio.journey.views.growth import SkillGrowth, Standing, growth
from portfolio.pictures.phrases import level_short
from portfolio.records.evidence import Evidence
from portfolio.records.levels import INDEPENDENCE
from portfolio.records.skills import Rating
from portfolio.wording import Words
from portfolio.wording.levels import level_label, level_name
from portfolio.wording.names import capital

_REFS: Final = 6
"""References beside a skill; more of them are counted, since all its evidence is in the list of evidence."""


def where_i_stand(context: SectionContext) -> Section:
    """Every skill."""
    return _section(context, _rows(context))


def where_i_stand_in_short(context: SectionContext) -> Section:
    """The skills that changed or have a target first, as many as the first page has room for."""
    rows = _rows(context)
    shown = _first(context, rows)
    more = len(rows) - len(shown)
    if not more:
        return _section(context, shown)
    _ = context.words
    if context.sort == "page":
        sentence = _.plural("{n} more skill is not listed here.", "{n} more skills are not listed here.", more)
    else:
        sentence = _.plural("{n} more skill is on the next pages.", "{n} more skills are on the next pages.", more)
    return _section(context, shown, Paragraph((sentence,)))


def other_skills(context: SectionContext) -> Section:
    """The skills for which the first page has no room."""
    rows = _rows(context)
    shown = _first(context, rows)
    rest = [row for row in rows if row not in shown]
    section = _section(context, rest)
    return Section(section.key, section.blocks, section.items, title=context.words("My other skills"))


def _rows(context: SectionContext) -> tuple[SkillGrowth, ...]:
    """The skills of which something is shared: a level, a target or evidence; a title alone says nothing."""
    rows = growth(context.shared.records, context.shared.period, context.today).skills
    return tuple(row for row in rows if row.now or row.others or row.target is not None or _evidence(context, row.id))


def _first(context: SectionContext, rows: Sequence[SkillGrowth]) -> list[SkillGrowth]:
    """The rows of the first page, in their own order."""
    telling = context.first("where_i_stand", sorted(rows, key=_telling, reverse=True))
    return [row for row in rows if row in telling]


def _telling(row: SkillGrowth) -> tuple[bool, bool, bool, int]:
    return row.direction != 0, row.target is not None, bool(row.others), row.evidence


def _section(context: SectionContext, rows: Sequence[SkillGrowth], *after: Block) -> Section:
    if not rows:
        return Section("where_i_stand")
    _ = context.words
    tracked = tuple(_track(context, row) for row in rows)
    tracks = Tracks(
        tracked,
        INDEPENDENCE[0],
        INDEPENDENCE[-1],
        (_("Skill"), _("Now, and who says so"), _("Evidence") if any(track.refs for track in tracked) else ""),
        _legend(rows, _),
    )
    skills = tuple(row.id for row in rows)
    ratings = tuple(r.id for r in context.shared.records.of(Rating) if r.skill in skills)
    return Section("where_i_stand", (tracks, *after), skills + ratings)


def _track(context: SectionContext, row: SkillGrowth) -> Track:
    numbers = context.numbers(_evidence(context, row.id))
    refs, more = numbers[:_REFS], len(numbers[_REFS:])
    said = list(_words(context, row))
    if more:
        said.append(context.words.plural("{n} more piece of evidence", "{n} more pieces of evidence", more))
    words: Line = (". ".join(said) + ".",) if said else ()
    if row.scale != "independence":
        return Track(one_line(row.title), words, refs)
    return Track(
        one_line(row.title),
        words,
        refs,
        start=row.start.position if row.start else None,
        now=row.now.position if row.now else None,
        other=row.others[-1].position if row.others else None,
        target=row.target_position,
    )


def _legend(rows: Sequence[SkillGrowth], _: Words) -> str:
    """The signs that occur, and the names of the levels."""
    drawn = [row for row in rows if row.scale == "independence"]
    signs = (
        ("○", _("start"), any(row.direction for row in drawn)),
        ("●", _("now"), any(row.now for row in drawn)),
        ("▼", _("someone else"), any(row.others for row in drawn)),
        ("◯", _("target"), any(row.target is not None for row in drawn)),
    )
    known = [f"{sign} {meaning}" for sign, meaning, there in signs if there]
    levels = (f"{n} {level_name(n, _).lower()}" for n in INDEPENDENCE)
    return " · ".join((*known, *levels)) if known else ""


def _words(context: SectionContext, row: SkillGrowth) -> Iterator[str]:
    """The level with its course, who gave it and when, and the target; nothing of a level that is not shared."""
    _ = context.words
    if row.now is not None:
        level = _level(context, row, row.now)
        yield level if row.scale == "own" else capital(level)  # the words of the user's own scale stay as typed
    for other in row.others:
        yield capital(_according_to(context, row, other))
    if row.target is not None:
        yield _target(context, row)


def _level(context: SectionContext, row: SkillGrowth, now: Standing) -> str:
    """The first level and the current one; those between too when it rose and fell."""
    _ = context.words
    before = row.path[:-1] if row.wandered else row.path[:1] if len(row.path) > 1 else ()
    short = (level_short(level, row.scale, _) for level in before)
    level = " → ".join((*short, level_label(now.level, _, row.scale)))
    if now.who is not None:
        return f"{level}, {context.who(now.who.id)}, {context.day(now.date)}"
    own = _("my own view")
    return level if row.others else f"{level}, {own}"


def _according_to(context: SectionContext, row: SkillGrowth, other: Standing) -> str:
    """The level that another person gave, with its day; that it is the user's own level too."""
    _ = context.words
    who, day = context.who(other.who.id) if other.who else "", context.day(other.date)
    if row.now and row.now.who is None and row.now.level == other.level:
        level = level_short(other.level, row.scale, _)
        return _("{person}: also {level}, {day}").format(person=who, level=level, day=day)
    return f"{who}: {level_label(other.level, _, row.scale)}, {day}"


def _target(context: SectionContext, row: SkillGrowth) -> str:
    _ = context.words
    now, target = row.now.position if row.now else None, row.target_position
    if now is not None and target is not None and now >= target:
        return _("Target reached")
    level = level_short(row.target, row.scale, _)
    if row.target_date is None:
        return _("Target: {level}").format(level=level)
    return _("Target: {level}, by {day}").format(level=level, day=context.day(row.target_date))


def _evidence(context: SectionContext, skill: str) -> list[str]:
    records = context.shared.records
    own = [e.id for e in records.of(Evidence) if skill in e.skills]
    return own + [identity for r in records.of(Rating) if r.skill == skill for identity in r.evidence]
