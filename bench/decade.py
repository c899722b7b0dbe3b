"""Ten years of evenings, the same words for every program: 5,000 entries, 4 MB, made from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

ENTRIES = 5_000
FIRST_DAY = date(2016, 11, 1)
LAST_DAY = date(2026, 10, 31)
RARE = "debietmeter"
"""A word that stands in one entry of a hundred."""

_WORDS = (
    "vandaag een storing gevonden aan de warmtepomp en rustig uitgelegd wat er speelde eerst gemeten daarna pas "
    "onderdelen besteld klant tevreden collega keek mee geleerd dat vragen helpt volgende keer eerder bellen als ik "
    "vastzit dan schrijf ik het op terugkijken kost weinig tijd niveau hoger café reünie idee één stap verder"
).split()


def entries() -> Iterator[tuple[date, str, str]]:
    """Day, first sentence and the rest, oldest first."""
    chance = random.Random(20261123)
    days = (LAST_DAY - FIRST_DAY).days
    for number in range(ENTRIES):
        day = FIRST_DAY + timedelta(days=number * days // ENTRIES)
        words = [chance.choice(_WORDS) for _ in range(chance.randint(70, 150))]
        if number % 100 == 7:
            words[10] = RARE
        yield day, " ".join(words[:9]).capitalize() + ".", " ".join(words[9:]) + "."


def as_records() -> list[dict[str, Any]]:
    """For `leerreis add --from-json`."""
    return [
        {
            "kind": "reflection",
            "template": "three_minutes",
            "date": day.isoformat(),
            "answers": {"progress": first, "learned": rest},
        }
        for day, first, rest in entries()
    ]


def as_journal() -> str:
    """For jrnl: its plain text file."""
    return "".join(f"[{day} 17:00] {first}\n{rest}\n\n" for day, first, rest in entries())
