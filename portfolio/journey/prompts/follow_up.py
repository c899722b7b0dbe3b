"""One follow-up question after a longer reflection, chosen by what is missing in it. It is asked once.

The four aspects turn Kember's levels of reflection (Kember et al. 2008, Assessment & Evaluation in Higher Education
33(4)) into questions, never into a mark: a cause, one's own part, another view, a next step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from portfolio.journey.fold import fold

ASPECTS: Final = ("cause", "part", "others", "next")
"""The aspects in the order in which they are looked for."""


class _Signs(NamedTuple):
    """The answer that shows an aspect when it is filled in, by template; and words that show it anywhere."""

    answers: Mapping[str, str]
    words: tuple[str, ...]


_SIGNS: Final[dict[str, _Signs]] = {
    "cause": _Signs(
        {"after_action": "why", "gibbs": "analysis", "korthagen": "f3"},
        ("omdat", "doordat", "waardoor", "daardoor", "want", "oorzaak", "kwam door", "because", "due to", "cause",
         "reason", "which is why"),
    ),
    "part": _Signs({"starr": "a", "korthagen": "f2_did"}, ("ik", "mij", "mijn", "me", "i", "my", "we", "wij")),
    "others": _Signs(
        {"korthagen": "f2_other"},
        ("collega", "klant", "leidinggevende", "hij", "zij", "ze", "hem", "haar", "hun", "iemand", "anderen",
         "colleague", "colleagues", "customer", "manager", "he", "she", "they", "him", "her", "them", "someone",
         "others", "team"),
    ),
    "next": _Signs(
        {"what_so_what": "nowwhat", "abcd": "d", "after_action": "keep", "starr": "tr", "kolb": "ae",
         "gibbs": "action", "korthagen": "f5"},
        ("volgende keer", "voortaan", "next time", "from now on"),
    ),
}  # fmt: skip
DEEP: Final = frozenset({"what_so_what", "abcd", "after_action", "starr", "kolb", "gibbs", "korthagen"})
"""The templates that can get a follow-up question; short ones do not."""


def missing(template: str, answers: Mapping[str, str]) -> str:
    """Return the first aspect missing from these answers; empty when none is missing or nothing was answered."""
    given = {key: words for key, words in answers.items() if words.strip()}
    if template not in DEEP or not given:
        return ""
    padded = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in fold(' '.join(given.values()))).split())} "
    return next((aspect for aspect in ASPECTS if not _shown(_SIGNS[aspect], template, given, padded)), "")


def answer_for(aspect: str, template: str) -> str:
    """Return the answer of the template where a reply about this aspect belongs; empty when it has none."""
    return _SIGNS[aspect].answers.get(template, "") if aspect in ("cause", "next") else ""


def _shown(signs: _Signs, template: str, given: Mapping[str, str], padded: str) -> bool:
    return signs.answers.get(template) in given or any(f" {word} " in padded for word in signs.words)
