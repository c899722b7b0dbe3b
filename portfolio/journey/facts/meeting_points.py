"""The points to bring up in a conversation, in a useful order: own points, requests, agreements, questions.

Another person can see the screen during a conversation, so nothing here is for the user's eyes only: no difficult
spots, no second choice, no need that is private, no list of what is not shared. Of what the user asks for only the
first line is a point: below it a second choice can be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.reflections import Reflection

Sort = Literal["point", "ask", "discuss", "need", "agreement", "question"]
_OPEN = ("open", "in_progress")


@dataclass(frozen=True, slots=True)
class Point:
    """One point to discuss."""

    key: str
    """Stays the same as long as the text does."""
    sort: Sort
    text: str
    beside: str = ""
    """A detail: the first words of a reflection to discuss, or the owner of an agreement."""


def points(records: Records, conversation: Conversation) -> tuple[Point, ...]:
    """Return points and questions of the sheet, with reflections to discuss, needs and agreements in between."""
    found = [*_of_sheet(conversation, "points", "point"), *_of_sheet(conversation, "ask", "ask")[:1]]
    found += _to_discuss(records, conversation)
    asked = (need for need in records.of(Need) if need.shareable and not (need.answer or "").strip())
    found += [Point(need.id, "need", need.text) for need in asked]
    found += [
        Point(a.id, "agreement", a.text, a.owner or "")
        for a in records.of(Agreement)
        if a.state in _OPEN and a.conversation != conversation.id
    ]
    return (*found, *_of_sheet(conversation, "questions", "question"))


def _of_sheet(conversation: Conversation, key: str, sort: Sort) -> list[Point]:
    """Turn each line of an answer on the sheet into a point, without its bullet."""
    lines = (line.strip().lstrip("-*•").strip() for line in conversation.sheet.get(key, "").split("\n"))
    return [Point(f"{sort}:{line}", sort, line) for line in dict.fromkeys(lines) if line]


def _to_discuss(records: Records, conversation: Conversation) -> list[Point]:
    """Return the reflections marked to discuss since the conversation before this one: title and first words."""
    held = [t.date for t in records.of(Conversation) if t.date < conversation.date and t.id != conversation.id]
    marked = (r for r in records.of(Reflection) if r.discuss and (not held or r.date >= held[-1]))
    return [Point(r.id, "discuss", *_title_and_words(r)) for r in marked]


def _title_and_words(reflection: Reflection) -> tuple[str, str]:
    words = next((words for _key, words in reflection.in_order()), "")
    title = (reflection.title or "").strip()
    return (title, words) if title else (words, "")
