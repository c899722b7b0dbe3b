"""The preparation sheet of a conversation. For the user only: private records count and it is never shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from portfolio.journey.facts.conversations import since_last_conversation
from portfolio.journey.facts.people import People, Who
from portfolio.journey.facts.progress import SinceThen
from portfolio.journey.prompts.stories import STORY
from portfolio.journey.views.readiness import Promise, readiness
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation, Need
from portfolio.records.evidence import Evidence
from portfolio.records.reflections import Reflection

_MOST: Final = 3
_OPEN: Final = ("open", "in_progress")


@dataclass(frozen=True, slots=True)
class Example:
    """A story to mention, in one line."""

    id: str
    date: date
    text: str
    evidence: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one conversation."""

    picture: ClassVar[str] = "sheet"

    today: date
    id: str
    date: date
    sort: str
    who: Who | None
    place: str
    consequences: str
    answers: Mapping[str, str]
    """The user's own answers on the sheet, by key."""
    since_then: SinceThen | None
    """The changes since the conversation before this one."""
    agreements: tuple[Promise, ...]
    """Open agreements, and those of the period that were settled."""
    examples: tuple[Example, ...]
    """The latest stories of the period."""
    needs: tuple[str, ...]


def sheet(records: Records, conversation: Conversation, today: date) -> Sheet:
    """Return the sheet of a conversation."""
    period = since_last_conversation(records, today)
    ready = readiness(records, period, today)
    known = {piece.id for piece in records.of(Evidence)}
    stories = [r for r in records.of(Reflection) if r.template in (STORY, "success") and period.contains(r.date)]
    return Sheet(
        today=today,
        id=conversation.id,
        date=conversation.date,
        sort=conversation.sort,
        who=People(records).who(conversation.with_),
        place=conversation.place or "",
        consequences=conversation.consequences,
        answers={key: text for key, text in conversation.sheet.items() if text.strip()},
        since_then=ready.since_then,
        agreements=ready.agreements,
        examples=tuple(Example(r.id, r.date, _words(r), sum(e in known for e in r.evidence)) for r in stories[-_MOST:]),
        needs=tuple(need.text for need in records.of(Need)),
    )


def _words(reflection: Reflection) -> str:
    title = (reflection.title or "").strip()
    return title or next((words for _key, words in reflection.in_order()), "")
