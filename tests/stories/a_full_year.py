"""A portfolio of five hundred records, as a busy year at a help desk leaves it; the same every time.

Every word of a private record is one that stands nowhere else, so that it can be looked for in what leaves.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any, Final

from portfolio.wording import Language

FIRST: Final = date(2025, 1, 6)
MANY: Final = 500
_WORDS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": (
        "klant rustig laten uitpraten",
        "eerst samengevat en daarna pas gezocht",
        "het ticket helder beschreven",
        "samen met een collega gekeken",
        "een vraag die vaker komt",
        "de oplossing opgeschreven voor het team",
        "gebeld in plaats van gemaild",
        "doorgevraagd naar wat er echt speelde",
    ),
    "en": (
        "let the customer finish",
        "summed up first and searched after that",
        "described the ticket clearly",
        "looked at it with a colleague",
        "a question that comes up more often",
        "wrote the solution down for the team",
        "phoned instead of mailing",
        "asked on about what was really the matter",
    ),
}
_SKILLS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("Klantgesprekken", "Schriftelijk uitleggen", "Storingen herkennen", "Grenzen aangeven", "Kennis delen"),
    "en": ("Customer calls", "Explaining in writing", "Recognising faults", "Setting limits", "Sharing knowledge"),
}
_GOALS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("Lastige gesprekken rustig voeren", "Kennisartikelen schrijven", "Tweedelijns werk leren"),
    "en": ("Staying calm in hard calls", "Writing knowledge articles", "Learning second-line work"),
}


def a_full_year(language: Language) -> list[dict[str, Any]]:
    """For `leerreis add --from-json`."""
    chance, hidden = random.Random(500), iter(range(10_000))
    skills, goals, phrases = _SKILLS[language], _GOALS[language], _WORDS[language]

    def words(many: int) -> str:
        return f"{', '.join(chance.choice(phrases) for _ in range(many)).capitalize()}."

    def private() -> str:
        return f"zq{next(hidden)}z {chance.choice(phrases)}"

    def day() -> str:
        return (FIRST + timedelta(days=chance.randint(0, 330))).isoformat()

    found: list[dict[str, Any]] = [
        {"kind": "profile", "name": "Amina Yilmaz", "job": "helpdesk", "team": "Support", "language": language},
        {"kind": "person", "name": "Sanne", "role": "manager", "may_be_named": "yes"},
        {"kind": "person", "name": "zqNOBODYz", "role": "colleague"},
    ]
    found += [
        {"kind": "skill", "title": skill, "target": 4, "date": FIRST.isoformat(), "shareable": n < 4}
        for n, skill in enumerate(skills)
    ]
    for n, goal in enumerate(goals):
        found.append({"kind": "goal", "title": goal, "why": words(2), "sign": words(1), "state": "active",
                      "start": FIRST.isoformat(), "date": FIRST.isoformat(), "due": "2026-03-01",
                      "skills": [skills[n]], "shareable": True})  # fmt: skip
        found += [{"kind": "step", "goal": goal, "text": words(1), "date": FIRST.isoformat(), "done_on": day(),
                   "shareable": step % 2 == 0} for step in range(6)]  # fmt: skip
    for n, skill in enumerate(skills):
        found += [{"kind": "rating", "skill": skill, "level": min(1 + turn + n % 2, 5), "reason": private(),
                   "date": (FIRST + timedelta(days=turn * 100)).isoformat(), "shareable": True}
                  for turn in range(3)]  # fmt: skip
    found += [{"kind": "evidence", "title": words(1), "sort": "work_product", "shows": words(1), "own_part": words(1),
               "skills": [chance.choice(skills)], "goals": [chance.choice(goals)], "date": day(),
               "shareable": True} for _proof in range(12)]  # fmt: skip
    found += [{"kind": "feedback", "what": words(2), "sort": chance.choice(["top", "tip"]), "from": "Sanne",
               "permission": "yes", "skills": [chance.choice(skills)], "date": day(),
               "shareable": True} for _said in range(8)]  # fmt: skip
    found += [{"kind": "feedback", "what": private(), "from": "zqNOBODYz", "date": day()} for _said in range(20)]
    found += [{"kind": "reflection", "template": "starr", "title": words(1), "date": day(), "shareable": True,
               "answers": {"s": words(2), "t": words(1), "a": words(3), "r1": words(2), "r2": private()},
               "goals": [chance.choice(goals)]} for _story in range(4)]  # fmt: skip
    found += [{"kind": "need", "text": words(1), "sort": "time", "shareable": True},
              {"kind": "milestone", "text": words(1), "date": day(), "shareable": True},
              {"kind": "conversation", "sort": "performance", "with": "Sanne", "date": FIRST.isoformat(),
               "state": "held", "consequences": "no", "shareable": True}]  # fmt: skip
    while len(found) < MANY:
        found.append({"kind": "reflection", "template": "three_minutes", "date": day(), "energy": chance.randint(1, 5),
                      "answers": {"progress": private(), "learned": private(), "feedback": private()},
                      "skills": [chance.choice(skills)]})  # fmt: skip
    return found
