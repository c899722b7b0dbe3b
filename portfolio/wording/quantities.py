"""A value with its unit: "4 faults", "1 fault".

A unit is a word of the user's own, mostly a plural. Of one thing it is made singular where a rule knows how; where none
does, the unit follows between brackets, which is right for any word.
"""

from __future__ import annotations

import re
from typing import Final

_IRREGULAR: Final = {
    "minuten": "minuut", "uren": "uur", "dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar",
    "keren": "keer", "punten": "punt", "fouten": "fout", "klachten": "klacht", "klanten": "klant", "vragen": "vraag",
    "lessen": "les", "gesprekken": "gesprek", "stappen": "stap", "taken": "taak", "bonnen": "bon", "boeken": "boek",
    "opdrachten": "opdracht", "diensten": "dienst", "mensen": "mens", "projecten": "project", "rapporten": "rapport",
    "people": "person", "children": "child", "analyses": "analysis",
}  # fmt: skip
"""Plurals of both languages that no rule makes singular, of what people count at work."""
_RULES: Final = (
    (re.compile(r"(?<=ing)en$"), ""), (re.compile(r"heden$"), "heid"), (re.compile(r"(?<=iteit)en$"), ""),
    (re.compile(r"(?<=ment)en$"), ""), (re.compile(r"(?<=tie)s$"), ""), (re.compile(r"(?<=[a-z])['’]s$"), ""),
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"), (re.compile(r"(?<=ss|ch|sh)es$"), ""), (re.compile(r"(?<=x)es$"), ""),
    (re.compile(r"(?<=[a-z]{2}[b-hj-npqrtvwyz])s$"), ""), (re.compile(r"(?<=[a-z]{2}e)s$"), ""),
)  # fmt: skip
_PLURAL: Final = re.compile(r"(?:[a-z]{2}en|[a-z][a-z'’]s)$")
_SINGULAR: Final = re.compile(r"(?:ss|us|is|os|as|een|teken)$")
"""Ends as a plural does and is none: process, status, basis."""


def with_unit(value: str, unit: str, *, one: bool) -> str:
    """A written value with its unit; `one` says whether it is a single one."""
    words = " ".join(unit.split())
    if not words:
        return value
    if not one:
        return f"{value} {words}"
    single = _single(words)
    return f"{value} {single}" if single else f"{value} ({words})"


def _single(unit: str) -> str:
    """The unit of one thing; empty where nobody can tell. Of several words the last one counts."""
    before, space, last = unit.rpartition(" ")
    small = last.lower()
    if small in _IRREGULAR:
        return f"{before}{space}{_IRREGULAR[small]}"
    if _SINGULAR.search(small) or not _PLURAL.search(small):
        return unit
    for pattern, ending in _RULES:
        if pattern.search(last):
            return f"{before}{space}{pattern.sub(ending, last)}"
    return ""
