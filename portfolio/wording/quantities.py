"""Numbers with what they count, in the singular for one: "4 faults", "0 of 1 step"; and small numbers in words.

A unit is a word of the user's own, mostly a plural. Of one thing it is made singular where a rule knows how; where none
does, the unit follows between brackets, which is right for any word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from portfolio.wording import N_, Words

_IN_WORDS: Final = (
    N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"),
    N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip
_IRREGULAR: Final = {
    "minuten": "minuut", "uren": "uur", "dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar",
    "keren": "keer", "punten": "punt", "fouten": "fout", "klachten": "klacht", "klanten": "klant", "vragen": "vraag",
    "lessen": "les", "gesprekken": "gesprek", "stappen": "stap", "taken": "taak", "bonnen": "bon", "boeken": "boek",
    "opdrachten": "opdracht", "diensten": "dienst", "mensen": "mens", "projecten": "project", "rapporten": "rapport",
    "people": "person", "children": "child", "analyses": "analysis",
}  # fmt: skip
"""Plurals of both languages that no rule makes singular, of what people count at work."""
_RULES: Final = (  # compiled when the first unit is written
    (r"(?<=ing)en$", ""), (r"heden$", "heid"), (r"(?<=iteit)en$", ""),
    (r"(?<=ment)en$", ""), (r"(?<=tie)s$", ""), (r"(?<=[a-z])['’]s$", ""),
    (r"(?<=[a-z]{2})ies$", "y"), (r"(?<=ss|ch|sh)es$", ""), (r"(?<=x)es$", ""),
    (r"(?<=[a-z]{2}[b-hj-npqrtvwyz])s$", ""), (r"(?<=[a-z]{2}e)s$", ""),
)  # fmt: skip
_PLURAL: Final = r"(?:[a-z]{2}en|[a-z][a-z'’]s)$"
_SINGULAR: Final = r"(?:ss|us|is|os|as|een|teken)$"
"""Ends as a plural does and is none: process, status, basis."""


def steps_done(done: int, steps: int, _: Words) -> str:
    """How many steps of a goal are done: "0 of 1 step"."""
    return _("{done} of {steps}").format(done=done, steps=_.plural("{n} step", "{n} steps", steps))


def in_words(_: Words) -> Callable[[int], str]:
    """Return what puts a number from one to twelve in words, as running text has it; any other one in figures."""
    return lambda n: _(_IN_WORDS[n - 1]) if 1 <= n <= len(_IN_WORDS) else str(n)


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
    if re.search(_SINGULAR, small) or not re.search(_PLURAL, small):
        return unit
    for pattern, ending in _RULES:
        if re.search(pattern, last):
            return f"{before}{space}{re.sub(pattern, ending, last)}"
    return ""
