"""Meanings of a word that starts with #, + or @: a tag, a goal or a skill, a person."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from portfolio.journey.fold import fold
from portfolio.journey.search.tags import tags
from portfolio.present.titles import heading
from portfolio.sanitise import clean_line
from portfolio.tui.services.state import AppState

SIGNS: Final = {"#": ("tags",), "+": ("goals", "skills"), "@": ("people",)}
"""Sign -> the fields of a reflection that it fills."""
_KINDS: Final = {"goals": "goal", "skills": "skill", "people": "person"}
_WORD: Final = re.compile(r"(?:^|\s)([#+@])([^\s#+@]{1,40})$")
_MOST: Final = 3


class Completion(NamedTuple):
    """One possible meaning of a word."""

    field: str
    line: str
    """Value for the field: an id, a tag, or the name of a new person; empty when nothing can be chosen."""
    name: str
    """Text that replaces the word: the name of a person, otherwise empty."""
    label: str
    """Display name."""
    word: str
    """The word with its sign, as typed."""


def word_before(text: str) -> str:
    """Return the word with its sign at the end of `text`; empty when there is none."""
    found = _WORD.search(text)
    return f"{found[1]}{found[2]}" if found else ""


class Completer:
    """Completes words with a sign from one state; each kind of name is gathered when first needed."""

    def __init__(self, state: AppState) -> None:
        """`state` provides the tags, goals, skills and people."""
        self._look = state
        self._gathered: dict[str, list[tuple[str, str]]] = {}

    def __call__(self, text: str) -> list[Completion]:
        """Return the meanings of the word at the end of `text`, the likeliest first; a tag or a person can be new."""
        word = word_before(text)
        if not word:
            return []
        sign, wanted = word[0], fold(word[1:])
        found = [
            Completion(field, line, label if sign == "@" else "", label, word)
            for field in SIGNS[sign]
            for line, label in self._known(field)
            if _fits(fold(label), wanted)
        ][:_MOST]
        if sign != "+" and not any(fold(each.label) == wanted for each in found):
            name = word[1:]
            new = self._look.words("{name} (new)").format(name=clean_line(name))
            found.append(Completion(SIGNS[sign][0], name, name if sign == "@" else "", new, word))
        return found or [Completion("", "", "", self._none(), word)]

    def _none(self) -> str:
        """Return the sentence that nothing has this name, with the key that creates a record."""
        _ = self._look.words
        return _("No goal or skill is called that. {link_text} makes one.").format(**self._look.keys)

    def _known(self, field: str) -> list[tuple[str, str]]:
        """Return the possible values of a field, each with its display name."""
        if field not in self._gathered:
            records, _ = self._look.records, self._look.words
            if field == "tags":
                self._gathered[field] = [(tag.name, clean_line(tag.name)) for tag in tags(records)]
            else:
                held = reversed(records.of_kind(_KINDS[field]))
                self._gathered[field] = [(record.id, heading(record, records, _)) for record in held]
        return self._gathered[field]


def _fits(label: str, wanted: str) -> bool:
    words = "".join(c if c.isalnum() else " " for c in label).split()
    return any(part.startswith(wanted) for part in (label, *words))
