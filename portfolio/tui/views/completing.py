"""What a word that begins with #, + or @ can mean: a tag, a goal or a skill, a person."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from portfolio.journey.folding import fold
from portfolio.journey.tags import tags
from portfolio.pictures.headings import heading
from portfolio.sanitise import clean_line
from portfolio.tui.look import Look

SIGNS: Final = {"#": ("tags",), "+": ("goals", "skills"), "@": ("people",)}
"""Sign -> the fields of a reflection that it fills."""
_KINDS: Final = {"goals": "goal", "skills": "skill", "people": "person"}
_WORD: Final = re.compile(r"(?:^|\s)([#+@])([^\s#+@]{1,40})$")
_MOST: Final = 3


class Completion(NamedTuple):
    """One meaning."""

    field: str
    line: str
    """What goes into the field: an id, a tag, or the name of someone new."""
    name: str
    """What stands in the text instead of the word with its sign; nothing but a person's name does."""
    told: str
    """How it is called."""
    word: str
    """The word with its sign, as typed."""


def word_before(text: str) -> str:
    """The word with its sign that ends here; empty when there is none."""
    found = _WORD.search(text)
    return f"{found[1]}{found[2]}" if found else ""


def completions(text: str, look: Look) -> list[Completion]:
    """What the word that ends here can mean, the likeliest first; a tag or a person can be new."""
    word = word_before(text)
    if not word:
        return []
    sign, wanted = word[0], fold(word[1:])
    found: list[Completion] = []
    for field in SIGNS[sign]:
        found += [c for c in _known(field, word, look) if _fits(fold(c.told), wanted)]
    found = found[:_MOST]
    if sign != "+" and not any(fold(c.told) == wanted for c in found):
        name = clean_line(word[1:])
        new = look.words("{name} (new)").format(name=name)
        found.append(Completion(SIGNS[sign][0], name, name if sign == "@" else "", new, word))
    return found


def _known(field: str, word: str, look: Look) -> list[Completion]:
    if field == "tags":
        return [Completion(field, tag.name, "", clean_line(tag.name), word) for tag in tags(look.records)]
    found = []
    for record in reversed(look.records.of_kind(_KINDS[field])):
        told = heading(record, look.records, look.words)
        found.append(Completion(field, record.id, told if field == "people" else "", told, word))
    return found


def _fits(told: str, wanted: str) -> bool:
    words = "".join(c if c.isalnum() else " " for c in told).split()
    return any(part.startswith(wanted) for part in (told, *words))
