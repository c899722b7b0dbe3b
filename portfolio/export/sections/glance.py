"""At a glance: what I learned, what I am proud of, what I want to work on and what I need, in at most 120 words.

A proposal by rule from what may be told, unless its writer chose among the proposals or wrote a line; a part without a
source is left out, and nothing is proposed of what a section holds that was left out by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from portfolio.export.document import Block, Bullets, Paragraph, Strong
from portfolio.export.options import GLANCE, GlanceLine, Proposed, has_something_to_see
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, brief, has_words
from portfolio.journey.views.growth import SkillGrowth, growth
from portfolio.records.conversations import Need
from portfolio.records.milestones import Milestone
from portfolio.wording.levels import level_label
from portfolio.wording.outline import GLANCE_LABELS

_TITLE = 8
"""Words of a title beside two levels; with 12 of each other part the whole stays below 120."""


class Told(NamedTuple):
    """One line: the record that it comes from (none: one's own words), and its words."""

    id: str
    words: str


def at_a_glance(telling: SectionContext) -> Section:
    """The short version that stands first."""
    found = told(telling)
    items: list[tuple[Block, ...]] = []
    for part, lines in found.items():
        label = Strong(telling.words(GLANCE_LABELS[part]))
        if GLANCE[part] > 1:
            points = Bullets(tuple((Paragraph((line.words,)),) for line in lines))
            items.append((Paragraph((label,)), points))
        else:
            items += [(Paragraph((label, f" {line.words}")),) for line in lines]
    used = tuple(line.id for lines in found.values() for line in lines if line.id)
    return Section("at_a_glance", (Bullets(tuple(items)),) if items else (), used)


def proposals(telling: SectionContext) -> dict[str, tuple[Told, ...]]:
    """Everything that could stand in each part, the most telling first."""
    makers = {"learned": _learned, "proud": _proud, "work_on": _ahead, "need": _need}
    return {part: tuple(dict.fromkeys(make(telling))) for part, make in makers.items()}


def told(telling: SectionContext) -> dict[str, tuple[Told, ...]]:
    """What stands in the parts that have anything: as it was chosen, else what is proposed and stands nowhere yet."""
    proposed = proposals(telling)
    found = {part: _chosen(telling.glance, part, lines) for part, lines in proposed.items()}
    for part, lines in found.items():
        if lines is None:
            there = {line for others in found.values() for line in others or ()}
            found[part] = tuple(line for line in proposed[part] if line not in there)[: GLANCE[part]]
    return {part: lines for part, lines in found.items() if lines}


def _chosen(
    glance: Mapping[str, tuple[GlanceLine, ...]], part: str, proposed: Iterable[Told]
) -> tuple[Told, ...] | None:
    """The lines that were chosen; None when nobody chose, or when every line that was chosen stays behind."""
    if part not in glance:
        return None
    by_record = {line.id: line for line in reversed(tuple(proposed))}
    lines: list[Told] = []
    for each in glance[part]:
        if isinstance(each, Proposed):
            lines += [by_record[each.id]] if each.id in by_record else []
        elif has_something_to_see(words := one_line(each)):
            lines.append(Told("", words))
    lost = not lines and any(isinstance(each, Proposed) for each in glance[part])
    return None if lost else tuple(dict.fromkeys(lines))


def _learned(telling: SectionContext) -> Iterator[Told]:
    """Levels that rose, the largest step first; then goals that were achieved; then milestones."""
    if "where_i_stand" not in telling.left_out:
        rows = growth(telling.shared.records, telling.shared.period, telling.today).skills
        for row in sorted(rows, key=_rise, reverse=True):
            if _rise(row) > 0:
                yield Told(row.id, _rose(telling, row))
    if "goals" not in telling.left_out:
        for goal in telling.routes.goals:
            if goal.state == "achieved":
                yield Told(goal.id, telling.words("Goal achieved: {goal}").format(goal=brief(goal.title)))
    if "journey" not in telling.left_out:
        yield from (Told(m.id, brief(m.text)) for m in reversed(telling.shared.records.of(Milestone)))


def _rise(row: SkillGrowth) -> int:
    if row.start is None or row.now is None or row.start.position is None or row.now.position is None:
        return 0
    return row.now.position - row.start.position


def _rose(telling: SectionContext, row: SkillGrowth) -> str:
    _ = telling.words
    first, now = (level_label(s.level, _, row.scale) if s else "" for s in (row.start, row.now))
    return _("{skill}: from {first} to {now}").format(skill=brief(row.title, _TITLE), first=first, now=now)


def _proud(telling: SectionContext) -> Iterator[Told]:
    """The latest success, else the latest story, else the latest milestone."""
    stories = telling.routes.of("stories") if "stories" not in telling.left_out else ()
    for template in ("success", "starr"):
        for story in reversed([s for s in stories if s.template == template]):
            words = story.title if has_words(story.title) else next((text for _k, text in story.in_order()), "")
            if words.strip():
                yield Told(story.id, brief(words))
    if "journey" not in telling.left_out:
        yield from (Told(m.id, brief(m.text)) for m in reversed(telling.shared.records.of(Milestone)))


def _ahead(telling: SectionContext) -> Iterator[Told]:
    """The first idea for a goal, else another goal to come, else the goal that was started last."""
    if "looking_ahead" not in telling.left_out:
        for goal in sorted(telling.routes.ahead, key=lambda goal: goal.state != "idea"):
            yield Told(goal.id, brief(goal.title))
    if "goals" not in telling.left_out:
        yield from (Told(g.id, brief(g.title)) for g in reversed(telling.routes.goals) if g.state == "active")


def _need(telling: SectionContext) -> Iterator[Told]:
    if "needs" not in telling.left_out:
        yield from (Told(need.id, brief(need.text)) for need in telling.shared.records.of(Need))
