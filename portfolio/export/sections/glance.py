"""At a glance: what I learned, what I am proud of, what I want to work on and what I need, in at most 120 words.

A proposal by rule from what may be told; a part without a source is left out, and so is what a section holds that was
left out by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from portfolio.export.document import Block, Bullets, Paragraph, Strong
from portfolio.export.telling import Section, Telling, brief, has_words
from portfolio.journey.growth import SkillGrowth, growth
from portfolio.records.conversations import Need
from portfolio.records.milestones import Milestone
from portfolio.wording.levels import level_label

_LEARNED = 3
_TITLE = 8
"""Words of a title beside two levels; with 12 of each other part the whole stays below 120."""
_Told = tuple[str, str]
"""The id of the record, and the words."""


def at_a_glance(telling: Telling) -> Section:
    """The short version that stands first."""
    _ = telling.words
    learned = tuple(islice(_learned(telling), _LEARNED))
    items: list[tuple[Block, ...]] = []
    if learned:
        points = Bullets(tuple((Paragraph((words,)),) for _id, words in learned))
        items.append((Paragraph((Strong(_("What I learned:")),)), points))
    rest = (
        (_("What I am proud of:"), next((told for told in _proud(telling) if told not in learned), None)),
        (_("What I want to work on:"), next(_ahead(telling), None)),
        (_("What I need:"), next(_need(telling), None)),
    )
    items += [(Paragraph((Strong(label), f" {told[1]}")),) for label, told in rest if told]
    used = (*(identity for identity, _words in learned), *(told[0] for _label, told in rest if told))
    return Section("at_a_glance", (Bullets(tuple(items)),) if items else (), used)


def _learned(telling: Telling) -> Iterator[_Told]:
    """Levels that rose, the largest step first; then goals that were achieved; then milestones."""
    if "where_i_stand" not in telling.left_out:
        rows = growth(telling.shared.records, telling.shared.period, telling.today).skills
        for row in sorted(rows, key=_rise, reverse=True):
            if _rise(row) > 0:
                yield row.id, _rose(telling, row)
    if "goals" not in telling.left_out:
        for goal in telling.routes.goals:
            if goal.state == "achieved":
                yield goal.id, telling.words("Goal achieved: {goal}").format(goal=brief(goal.title))
    if "journey" not in telling.left_out:
        yield from ((m.id, brief(m.text)) for m in reversed(telling.shared.records.of(Milestone)))


def _rise(row: SkillGrowth) -> int:
    if row.start is None or row.now is None or row.start.position is None or row.now.position is None:
        return 0
    return row.now.position - row.start.position


def _rose(telling: Telling, row: SkillGrowth) -> str:
    _ = telling.words
    first, now = (level_label(s.level, _, row.scale) if s else "" for s in (row.start, row.now))
    return _("{skill}: from {first} to {now}").format(skill=brief(row.title, _TITLE), first=first, now=now)


def _proud(telling: Telling) -> Iterator[_Told]:
    """The latest success, else the latest story, else the latest milestone."""
    stories = telling.routes.of("stories") if "stories" not in telling.left_out else ()
    for template in ("success", "starr"):
        for story in reversed([s for s in stories if s.template == template]):
            words = story.title if has_words(story.title) else next((text for _k, text in story.in_order()), "")
            if words.strip():
                yield story.id, brief(words)
    if "journey" not in telling.left_out:
        yield from ((m.id, brief(m.text)) for m in reversed(telling.shared.records.of(Milestone)))


def _ahead(telling: Telling) -> Iterator[_Told]:
    """The first idea for a goal, else another goal to come, else the goal that was started last."""
    if "looking_ahead" not in telling.left_out:
        for goal in sorted(telling.routes.ahead, key=lambda goal: goal.state != "idea"):
            yield goal.id, brief(goal.title)
    if "goals" not in telling.left_out:
        yield from ((g.id, brief(g.title)) for g in reversed(telling.routes.goals) if g.state == "active")


def _need(telling: Telling) -> Iterator[_Told]:
    if "needs" not in telling.left_out:
        yield from ((need.id, brief(need.text)) for need in telling.shared.records.of(Need))
