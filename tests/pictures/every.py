"""Every picture of some records, for tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio.journey.facts.period import Period
from portfolio.pictures import PICTURES, view_of
from portfolio.pictures.frame import View
from portfolio.records.collection import Records
from portfolio.records.skills import Skill
from tests.builders import (
    TODAY,
    a_conversation,
    a_feedback,
    a_goal,
    a_measure,
    a_milestone,
    a_person,
    a_profile,
    a_rating,
    a_reading,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    having,
)

HOSTILE = "漢字 😀👨\u200d👩\u200d👧 e\u0301\n\x1b[2J\u202eRTL שלום ❤\ufe0f a_very_long_word_without_any_space_at_all"
"""Words with everything that a terminal, a page or a layout could stumble over."""


def everything(words: str) -> Records:
    """Each kind of record that a picture shows, all with these words."""
    person, skill = a_person(words, words), a_skill(words, target=4, target_date="2026-02-01")
    own = a_skill(words, scale="own", anchors={words: "", "z": ""}, target="z")
    proof = an_evidence(words, skills=[skill], sort="certificate", shows=words)
    goals = [
        a_goal(words, "2025-02-01", due="2026-03-01", skills=[skill, own]),
        a_goal(words, "2025-02-01", due="2030-01-01", state="paused", state_reason=words),
        a_goal(words, "2025-03-01", state="achieved", achieved_on="2025-06-01"),
        a_goal(words, "2025-04-01", state="dropped", state_reason=words),
        a_goal(words, TODAY, state="idea", due="2026-01-10"),
    ]
    measure = a_measure(goals[0], words, unit=words, start=0, target=9)
    conversation = a_conversation(with_=person)
    return having(
        a_profile(words),
        person,
        skill,
        own,
        proof,
        *goals,
        measure,
        *(a_reading(measure, n, f"2025-0{n}-01") for n in range(1, 5)),
        conversation,
        an_agreement(conversation, words),
        a_step(goals[0], words, done_on="2025-05-01"),
        *(a_rating(skill, n, f"2025-0{n + 2}-01", reason=words, evidence=[proof]) for n in range(1, 4)),
        a_rating(skill, 5, "2025-09-01", rater=person),
        a_rating(own, words, "2025-04-01"),
        *(a_feedback(f"2025-0{n + 1}-03", words, sort=s) for n, s in enumerate(("top", "tip", "both", None))),
        a_milestone(words, goals=[goals[0]]),
        a_reflection("2025-05-20", "starr", words, title=words, goals=[goals[0]], evidence=[proof]),
        a_reflection("2025-07-20", "success", words, form="doing", minutes=20),
        a_reflection("2025-08-20", "shared_knowledge", words, form="teaching"),
    )


def views(records: Records, period: Period, today: date) -> Iterator[View]:
    """The view of each picture; of `skill` one for each skill there is."""
    for name in PICTURES:
        if name == "skill":
            for skill in records.of(Skill):
                found = view_of(name, records, period, today, skill=skill.id)
                assert found is not None
                yield found
            continue
        more = {"quiet": True} if name == "timeline" else {}
        found = view_of(name, records, period, today, **more)
        assert found is not None
        yield found
