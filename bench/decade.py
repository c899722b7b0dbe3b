"""Ten years of evenings, the same words for every program: 5,000 entries, 4 MB, made from a fixed seed.

A lifetime is four of those decades.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

DECADE: Final = 5_000
LIFETIME: Final = 20_000
LAST_DAY: Final = date(2026, 10, 31)
RARE: Final = "debietmeter"
"""A word that stands in one entry of a hundred."""

_DAYS: Final = 3_651  # of a decade
_WORDS: Final = (
    "vandaag een storing gevonden aan de warmtepomp en rustig uitgelegd wat er speelde eerst gemeten daarna pas "
    "onderdelen besteld klant tevreden collega keek mee geleerd dat vragen helpt volgende keer eerder bellen als ik "
    "vastzit dan schrijf ik het op terugkijken kost weinig tijd niveau hoger café reünie idee één stap verder"
).split()


def entries(count: int = DECADE) -> Iterator[tuple[date, str, str]]:
    """Day, first sentence and the rest, oldest first."""
    chance = random.Random(20261123)
    first_day = LAST_DAY - timedelta(days=_DAYS * count // DECADE)
    for number in range(count):
        day = first_day + timedelta(days=number * _DAYS // DECADE)
        words = [chance.choice(_WORDS) for _ in range(chance.randint(70, 150))]
        if number % 100 == 7:
            words[10] = RARE
        yield day, " ".join(words[:9]).capitalize() + ".", " ".join(words[9:]) + "."


def long_answer() -> str:
    """Two thousand words, a hundred in a paragraph."""
    chance = random.Random(2000)
    return "\n".join(" ".join(chance.choice(_WORDS) for _ in range(100)) for _ in range(20))


def as_records(count: int = DECADE) -> list[dict[str, Any]]:
    """For `leerreis add --from-json`; the last one is a note with the long answer."""
    evenings = [
        {
            "kind": "reflection",
            "template": "three_minutes",
            "date": day.isoformat(),
            "answers": {"progress": first, "learned": rest},
        }
        for day, first, rest in entries(count)
    ]
    long = {"kind": "reflection", "template": "note", "date": LAST_DAY.isoformat(), "answers": {"text": long_answer()}}
    return [*evenings, long]


def journey() -> list[dict[str, Any]]:
    """For `leerreis add --from-json`: goals, skills and what hangs on them over the same ten years."""
    chance = random.Random(20261125)
    first = LAST_DAY - timedelta(days=_DAYS)

    def words(number: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(number)).capitalize()

    def day(since: int = 0) -> str:
        return (first + timedelta(days=chance.randint(since, _DAYS - 1))).isoformat()

    skills = [f"Skill {n}: {words(3)}" for n in range(12)]
    goals = [f"Goal {n}: {words(4)}" for n in range(30)]
    starts = [chance.randint(0, _DAYS - 400) for _goal in goals]
    found: list[dict[str, Any]] = [
        {"kind": "skill", "title": skill, "target": 4, "date": first.isoformat()} for skill in skills
    ]
    for goal, start in zip(goals, starts, strict=True):
        begun = (first + timedelta(days=start)).isoformat()
        state = chance.choice(["active", "achieved", "paused", "dropped"])
        reached = {"achieved_on": day(start)} if state == "achieved" else {}
        found.append({"kind": "goal", "title": goal, "state": state, "start": begun, "date": begun,
                      "skills": [chance.choice(skills)], **reached})  # fmt: skip
        found += [{"kind": "step", "goal": goal, "text": words(4), "date": begun, "done_on": day(start)}
                  for _step in range(4)]  # fmt: skip
    rated = [(chance.choice(skills), chance.randint(0, 5)) for _rating in range(120)]
    found += [{"kind": "rating", "skill": skill, "level": level, "date": day()} for skill, level in rated]
    found += [{"kind": "milestone", "text": words(5), "goals": [chance.choice(goals)], "date": day()}
              for _milestone in range(80)]  # fmt: skip
    found += [{"kind": "feedback", "what": words(20), "sort": chance.choice(["top", "tip"]), "date": day()}
              for _said in range(400)]  # fmt: skip
    found += [{"kind": "evidence", "title": words(4), "skills": [chance.choice(skills)], "date": day()}
              for _proof in range(60)]  # fmt: skip
    found += [{"kind": "reflection", "template": "starr", "title": words(5), "answers": {"s": words(60)},
               "goals": [chance.choice(goals)], "date": day(), "energy": chance.randint(1, 5), "form": "doing"}
              for _story in range(200)]  # fmt: skip
    return [*found, *({"kind": "conversation", "date": day()} for _conversation in range(10))]


def as_journal() -> str:
    """For jrnl: its plain text file."""
    evenings = (f"[{day} 17:00] {first}\n{rest}\n\n" for day, first, rest in entries())
    return f"{''.join(evenings)}[{LAST_DAY} 17:30] {long_answer()}\n\n"
