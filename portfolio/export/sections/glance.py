"""The section "At a glance": learned, proud of, working on and needs, in at most 120 words.

Only lines that the user wrote or confirmed are in the document. They are proposed by rule from the shared records; a
part without a source has none, and nothing is proposed from a section that was left out by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from portfolio.export.document import Block, Bullets, Paragraph, Strong
from portfolio.export.options import GLANCE, GlanceLine, Proposed, is_visible
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, brief, has_words
from portfolio.journey.views.growth import SkillGrowth, growth
from portfolio.records.conversations import Need
from portfolio.records.milestones import Milestone
from portfolio.wording.levels import level_label
from portfolio.wording.outline import GLANCE_LABELS

_TITLE = 8
"""Words of a title beside two levels; with 12 for each other part the whole stays below 120."""


class GlanceText(NamedTuple):
    """One line: the id of its record (empty for the user's own words), and its text."""

    id: str
    words: str


def at_a_glance(context: SectionContext) -> Section:
    """The short version at the top of the document."""
    found = shown_lines(context)
    items: list[tuple[Block, ...]] = []
    for part, lines in found.items():
        label = Strong(context.words(GLANCE_LABELS[part]))
        if GLANCE[part] > 1:
            points = Bullets(tuple((Paragraph((line.words,)),) for line in lines))
            items.append((Paragraph((label,)), points))
        else:
            items += [(Paragraph((label, f" {line.words}")),) for line in lines]
    used = tuple(line.id for lines in found.values() for line in lines if line.id)
    return Section("at_a_glance", (Bullets(tuple(items)),) if items else (), used)


def proposals(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The possible lines of each part, the most relevant first."""
    makers = {"learned": _learned, "proud": _proud, "work_on": _ahead, "need": _need}
    return {part: tuple(dict.fromkeys(make(context))) for part, make in makers.items()}


def shown_lines(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The lines of the parts that have any: the chosen ones, and the proposed ones if these were confirmed."""
    chosen = _chosen_lines(context)
    found = {**chosen, **offered(context)} if context.takes_proposed else chosen
    return {part: found[part] for part in GLANCE if found.get(part)}


def offered(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The proposed lines of the parts for which the user chose nothing; none that another part has."""
    found = _chosen_lines(context)
    made: dict[str, tuple[GlanceText, ...]] = {}
    for part, lines in proposals(context).items():
        if part not in found:
            there = {line for others in (*found.values(), *made.values()) for line in others}
            made[part] = tuple(line for line in lines if line not in there)[: GLANCE[part]]
    return {part: lines for part, lines in made.items() if lines}


def _chosen_lines(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    if not context.glance:
        return {}
    proposed = proposals(context)
    return {part: _chosen(lines, proposed[part]) for part, lines in context.glance.items()}


def _chosen(chosen: Iterable[GlanceLine], proposed: Iterable[GlanceText]) -> tuple[GlanceText, ...]:
    """The chosen lines, without those of records that are not shared."""
    by_record = {line.id: line for line in reversed(tuple(proposed))}
    lines: list[GlanceText] = []
    for each in chosen:
        if isinstance(each, Proposed):
            lines += [by_record[each.id]] if each.id in by_record else []
        elif is_visible(words := one_line(each)):
            lines.append(GlanceText("", words))
    return tuple(dict.fromkeys(lines))


def _learned(context: SectionContext) -> Iterator[GlanceText]:
    """Levels that rose, the largest step first; then achieved goals; then milestones."""
    if "where_i_stand" not in context.left_out:
        rows = growth(context.shared.records, context.shared.period, context.today).skills
        for row in sorted(rows, key=_rise, reverse=True):
            if _rise(row) > 0:
                yield GlanceText(row.id, _rose(context, row))
    if "goals" not in context.left_out:
        for goal in context.routes.goals:
            if goal.state == "achieved":
                yield GlanceText(goal.id, context.words("Goal achieved: {goal}").format(goal=brief(goal.title)))
    if "journey" not in context.left_out:
        yield from (GlanceText(m.id, brief(m.text)) for m in reversed(context.shared.records.of(Milestone)))


def _rise(row: SkillGrowth) -> int:
    if row.start is None or row.now is None or row.start.position is None or row.now.position is None:
        return 0
    return row.now.position - row.start.position


def _rose(context: SectionContext, row: SkillGrowth) -> str:
    _ = context.words
    first, now = (level_label(s.level, _, row.scale) if s else "" for s in (row.start, row.now))
    return _("{skill}: from {first} to {now}").format(skill=brief(row.title, _TITLE), first=first, now=now)


def _proud(context: SectionContext) -> Iterator[GlanceText]:
    """The latest success, else the latest story, else the latest milestone."""
    stories = context.routes.of("stories") if "stories" not in context.left_out else ()
    for template in ("success", "starr"):
        for story in reversed([s for s in stories if s.template == template]):
            words = story.title if has_words(story.title) else next((text for _k, text in story.in_order()), "")
            if words.strip():
                yield GlanceText(story.id, brief(words))
    if "journey" not in context.left_out:
        yield from (GlanceText(m.id, brief(m.text)) for m in reversed(context.shared.records.of(Milestone)))


def _ahead(context: SectionContext) -> Iterator[GlanceText]:
    """The first idea for a goal, else another coming goal, else the goal that was started last."""
    if "looking_ahead" not in context.left_out:
        for goal in sorted(context.routes.ahead, key=lambda goal: goal.state != "idea"):
            yield GlanceText(goal.id, brief(goal.title))
    if "goals" not in context.left_out:
        yield from (GlanceText(g.id, brief(g.title)) for g in reversed(context.routes.goals) if g.state == "active")


def _need(context: SectionContext) -> Iterator[GlanceText]:
    if "needs" not in context.left_out:
        yield from (GlanceText(need.id, brief(need.text)) for need in context.shared.records.of(Need))
