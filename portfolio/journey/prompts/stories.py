"""Stories that grow: a note becomes a STARR story letter by letter, and a story has a short version to share."""

from __future__ import annotations

from typing import Final

from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES

STORY: Final = "starr"
"""The template of a story."""
SHORT: Final = "success"
"""The template of a short version."""
MOST_WORDS: Final = 150
"""The most words of a short version: what fits on a page with others."""
GROWS: Final = frozenset({"note", "success"})
"""The templates that can grow into a story."""
_SHORT_LETTERS: Final = ("s", "t", "a", "r1")
"""The letters used for a short version; the reflection stays private."""


def can_grow(reflection: Reflection) -> bool:
    """Return whether it can become a story, or is a story that can be continued."""
    return reflection.template in GROWS or reflection.template == STORY


def missing_letter(reflection: Reflection) -> str:
    """Return the first letter of a story without an answer; empty when all have one, or it is no story."""
    if reflection.template != STORY:
        return ""
    return next((key for key in TEMPLATES[STORY] if not reflection.answers.get(key, "").strip()), "")


def grown(reflection: Reflection) -> dict[str, str]:
    """Return the answers of a story made from a reflection: its text becomes the situation.

    A situation that has words already, of a story that was taken back, stays after it.
    """
    if reflection.template == STORY:
        return dict(reflection.answers)
    written = (reflection.answers.get("text", ""), reflection.answers.get("s", ""))
    return {"s": "\n\n".join(dict.fromkeys(words for words in written if words.strip()))}


def short_text(reflection: Reflection) -> str:
    """Return the text from which to write a short version: what happened, what the user did and what came of it."""
    return "\n\n".join(words for key in _SHORT_LETTERS if (words := reflection.answers.get(key, "").strip()))


def word_count(text: str) -> int:
    """Count the words of a text."""
    return len(text.split())
