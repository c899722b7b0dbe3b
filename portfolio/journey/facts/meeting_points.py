"""What to bring up in a conversation, point by point, in the order that works: mine, what stands, and what I ask.

Someone else sits at the table, so nothing is here that one keeps to oneself: no hard spots, no second choice, no list
of what is not shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.reflections import Reflection

Sort = Literal["point", "discuss", "need", "agreement", "question"]
_OPEN = ("open", "in_progress")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to talk about."""

    key: str
    """The same as long as its words are."""
    sort: Sort
    text: str
    beside: str = ""
    """More about it: the reason of a point to discuss, who does what was agreed."""


def points(records: Records, talk: Conversation) -> tuple[Point, ...]:
    """Points of the sheet, what was marked to discuss, needs, earlier agreements, and the questions of the sheet."""
    found = [*_of_sheet(talk, "points", "point"), *_to_discuss(records, talk)]
    found += [Point(need.id, "need", need.text) for need in records.of(Need) if not (need.answer or "").strip()]
    found += [
        Point(a.id, "agreement", a.text, a.owner or "")
        for a in records.of(Agreement)
        if a.state in _OPEN and a.conversation != talk.id
    ]
    return (*found, *_of_sheet(talk, "questions", "question"))


def _of_sheet(talk: Conversation, key: str, sort: Sort) -> list[Point]:
    """Each line that was written on the sheet is a point; the sign of a list before it is none of its words."""
    lines = (line.strip().lstrip("-*•").strip() for line in talk.sheet.get(key, "").split("\n"))
    return [Point(f"{sort}:{line}", sort, line) for line in dict.fromkeys(lines) if line]


def _to_discuss(records: Records, talk: Conversation) -> list[Point]:
    """What was marked for a next conversation since the one before this, the title with its first words."""
    held = [t.date for t in records.of(Conversation) if t.date < talk.date and t.id != talk.id]
    marked = (r for r in records.of(Reflection) if r.discuss and (not held or r.date >= held[-1]))
    return [Point(r.id, "discuss", *_title_and_words(r)) for r in marked]


def _title_and_words(reflection: Reflection) -> tuple[str, str]:
    words = next((words for _key, words in reflection.in_order()), "")
    title = (reflection.title or "").strip()
    return (title, words) if title else (words, "")
