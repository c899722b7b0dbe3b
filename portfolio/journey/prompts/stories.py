"""Stories that grow: a note becomes a STARR letter by letter, and a story has a short version to hand over."""

from __future__ import annotations

from typing import Final

from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES

STORY: Final = "starr"
"""The template of a story."""
SHORT: Final = "success"
"""The template of a short version."""
MOST_WORDS: Final = 150
"""A short version has at most so many words: what fits beside others on a page."""
GROWS: Final = frozenset({"note", "success"})
"""The templates of what can become a story."""
_TOLD: Final = ("s", "t", "a", "r1")
"""The letters of a short version; the reflection stays with its writer."""


def can_grow(reflection: Reflection) -> bool:
    """Whether it can become a story, or is one that can go on."""
    return reflection.template in GROWS or reflection.template == STORY


def missing_letter(reflection: Reflection) -> str:
    """The first letter of a story that has no words yet; empty when all have, or it is no story."""
    if reflection.template != STORY:
        return ""
    return next((key for key in TEMPLATES[STORY] if not reflection.answers.get(key, "").strip()), "")


def grown(reflection: Reflection) -> dict[str, str]:
    """The answers of a story made of what was written: its words are the situation, to go on from."""
    if reflection.template == STORY:
        return dict(reflection.answers)
    return {"s": reflection.answers.get("text", "")}


def short_text(reflection: Reflection) -> str:
    """The words of a story to make a short version of: what happened, what one did and what came of it."""
    return "\n\n".join(words for key in _TOLD if (words := reflection.answers.get(key, "").strip()))


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())
