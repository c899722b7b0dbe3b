"""At a glance: what I learned, what I am proud of, what I want to work on and what I need, in at most 120 words.

A proposal by rule, from the sections that are in the document; a part without a source is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from portfolio.export.document import Block, Bullets, Paragraph, Strong
from portfolio.export.telling import Section, Telling, brief
from portfolio.journey.growth import SkillGrowth, growth
from portfolio.records.conversations import Need
from portfolio.records.goals import Goal
from portfolio.records.milestones import Milestone
from portfolio.wording.levels import level_label

_LEARNED = 3


def at_a_glance(telling: Telling) -> Section:
    """The short version that stands first."""
    _ = telling.words
    items: list[tuple[Block, ...]] = []
    learned = tuple(islice(_learned(telling), _LEARNED))
    if learned:
        points = Bullets(tuple((Paragraph((words,)),) for words in learned))
        items.append((Paragraph((Strong(_("What I learned:")),)), points))
    rest = (
        (_("What I am proud of:"), _proud(telling)),
        (_("What I want to work on:"), _ahead(telling)),
        (_("What I need:"), _need(telling)),
    )
    items += [(Paragraph((Strong(label), f" {words}")),) for label, words in rest if words]
    return Section("at_a_glance", (Bullets(tuple(items)),) if items else ())


def _learned(telling: Telling) -> Iterator[str]:
    """Levels that rose, the largest step first; then goals that were achieved; then milestones."""
    if "where_i_stand" in telling.shown:
        rows = growth(telling.shared.records, telling.shared.period, telling.today).skills
        for row in sorted(rows, key=_rise, reverse=True):
            if _rise(row) > 0 and row.start and row.now:
                yield _rose(telling, row)
    if "goals" in telling.shown:
        for goal in telling.routes.goals:
            if goal.state == "achieved":
                yield telling.words("Goal achieved: {goal}").format(goal=brief(goal.title))
    if "journey" in telling.shown:
        yield from (brief(m.text) for m in reversed(telling.shared.records.of(Milestone)))


def _rise(row: SkillGrowth) -> int:
    if row.start is None or row.now is None or row.start.position is None or row.now.position is None:
        return 0
    return row.now.position - row.start.position


def _rose(telling: Telling, row: SkillGrowth) -> str:
    _ = telling.words
    first, now = (level_label(s.level, _, row.scale) if s else "" for s in (row.start, row.now))
    return _("{skill}: from {first} to {now}").format(skill=brief(row.title), first=first, now=now)


def _proud(telling: Telling) -> str:
    """The latest success, else the latest story, else the latest milestone."""
    stories = telling.routes.of("stories") if "stories" in telling.shown else ()
    for template in ("success", "starr"):
        for story in reversed([s for s in stories if s.template == template]):
            words = story.title or next((text for _key, text in story.in_order()), "")
            if words.strip():
                return brief(words)
    milestones = telling.shared.records.of(Milestone) if "journey" in telling.shown else ()
    return brief(milestones[-1].text) if milestones else ""


def _ahead(telling: Telling) -> str:
    """The first goal to come, else the goal that was started last."""
    goals: list[Goal] = list(telling.routes.ahead) if "looking_ahead" in telling.shown else []
    if "goals" in telling.shown:
        goals += [goal for goal in reversed(telling.routes.goals) if goal.state == "active"]
    return brief(goals[0].title) if goals else ""


def _need(telling: Telling) -> str:
    needs = telling.shared.records.of(Need) if "needs" in telling.shown else ()
    return brief(needs[0].text) if needs else ""
