"""Records for tests, with what a test does not care about filled in."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import Any

from portfolio.records.collection import Records
from portfolio.records.identity import new_id
from portfolio.records.kinds import PROFILE_ID, record_type
from portfolio.records.record import Record

_COUNT = itertools.count(1)
MADE = datetime(2025, 6, 1, 12, tzinfo=UTC)


def made(kind: str, **values: Any) -> Record:
    """A record of a kind, dated 1 June 2025 unless said; private unless said."""
    n = next(_COUNT)
    identity = PROFILE_ID if kind == "profile" else new_id(1_748_779_200_000 + n, n)
    return record_type(kind)(**{"id": identity, "date": date(2025, 6, 1), "created": MADE, "modified": MADE, **values})


def portfolio_of() -> Records:
    """A small portfolio in which every section has something to say."""
    manager = made("person", name="Erik", role="serviceleider")
    skill = made("skill", title="Storingzoeken", target=4, shareable=True, date=date(2025, 1, 13))
    goal = made(
        "goal",
        title="Storingen zelf oplossen",
        why="Nu bel ik bij bijna elke storing.",
        sign="Vijf storingen zonder bellen.",
        start=date(2025, 1, 13),
        due=date(2026, 3, 1),
        skills=(skill.id,),
        shareable=True,
    )
    idea = made("goal", title="Bonnen sneller", state="idea", first_step="Een week elke bon afmaken.", shareable=True)
    proof = made(
        "evidence",
        title="Certificaat F-gassen",
        sort="certificate",
        date=date(2025, 4, 22),
        shows="Ik mag aan koudecircuits werken.",
        own_part="Alleen gedaan.",
        issuer="exameninstituut",
        valid_until=date(2032, 4, 22),
        confirmed_by=manager.id,
        skills=(skill.id,),
        shareable=True,
    )
    measure = made("measure", goal=goal.id, name="Zonder bellen", unit="storingen", start=0, target=5, shareable=True)
    days = (date(2025, 1, 13), date(2025, 6, 27), date(2025, 12, 10))
    ratings = [
        made("rating", skill=skill.id, level=level, date=day, rater=who, shareable=True)
        for level, day, who in zip((1, 2, 3), days, (None, "self", manager.id), strict=True)
    ]
    return Records.of_all(
        [
            made(
                "profile", name="Samir Bouali", job="servicemonteur", team="Service", strengths="Meten.", shareable=True
            ),
            manager,
            skill,
            goal,
            idea,
            proof,
            measure,
            *ratings,
            made("reading", measure=measure.id, value=3, date=date(2025, 10, 17), shareable=True),
            made(
                "step", goal=goal.id, text="Meelopen", done_on=date(2025, 4, 29), result="Eerst meten.", shareable=True
            ),
            made("step", goal=goal.id, text="Een vijfde storing", shareable=True),
            made(
                "reflection",
                template="log",
                answers={"what": "Meegelopen.", "learned": "Debiet."},
                goals=(goal.id,),
                shareable=True,
            ),
            made(
                "reflection",
                template="starr",
                title="Geen warm water",
                answers={"s": "Een gezin.", "r1": "Warm."},
                evidence=(proof.id,),
                shareable=True,
            ),
            made(
                "reflection",
                template="mistake",
                answers={"text": "Verkeerd besteld.", "lesson": "Eerst een foto."},
                shareable=True,
            ),
            made(
                "reflection",
                template="shared_knowledge",
                answers={"text": "Uitleg aan twee leerlingen."},
                shareable=True,
            ),
            made(
                "reflection",
                template="note",
                title="Propaan",
                answers={"text": "Wie rijdt er?"},
                discuss=True,
                shareable=True,
            ),
            made("reflection", template="note", answers={"text": "Een losse notitie."}, form="network", shareable=True),
            made(
                "feedback",
                what="Goede volgorde.",
                from_=manager.id,
                sort="top",
                permission="yes",
                if_then="Vasthouden.",
                shareable=True,
            ),
            made("need", text="Cursus propaan", sort="training", shareable=True),
            made("agreement", text="Een betere meetset", owner="manager", due=date(2026, 2, 1), shareable=True),
            made("milestone", text="Eerste piketdienst alleen", date=date(2025, 9, 4), shareable=True),
            made("conversation", sort="development", date=date(2025, 12, 10), with_=manager.id, shareable=True),
        ]
    )
