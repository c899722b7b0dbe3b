"""Lives by chance: goals with their states over time, levels up and down, evidence, energy, and stretches of silence.

What happened is kept beside the records, so that a test can work out what is true without asking the code it tests.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st

from portfolio.capture import states
from portfolio.journey.facts.period import Period, fitting
from portfolio.journey.sharing.shown_days import first_day
from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.goals import Goal
from portfolio.records.identity import new_id
from portfolio.records.record import Record
from portfolio.records.skills import Skill
from tests.builders import (
    a_conversation,
    a_feedback,
    a_measure,
    a_milestone,
    a_person,
    a_rating,
    a_reading,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
)

MANY = settings(max_examples=100, deadline=None, phases=(Phase.explicit, Phase.generate))
FIRST = date(2023, 1, 2)
LAST = date(2025, 12, 15)
_NEXT = {
    "idea": ("active", "dropped"),
    "active": ("paused", "paused", "achieved", "dropped"),
    "paused": ("active", "active", "achieved", "dropped"),
    "dropped": ("active",),
    "achieved": (),
}


@dataclass(frozen=True)
class History:
    """What became of one goal: each state with the day it began; `noted` when the records hold these days."""

    goal: Goal
    changes: tuple[tuple[date, str], ...]
    noted: bool


@dataclass(frozen=True)
class Lived:
    """A life, and a look at it: a period, on a day."""

    records: Records
    histories: tuple[History, ...]
    period: Period
    today: date

    @property
    def upto(self) -> date:
        """The last day that a finding may know of."""
        return min(self.today, self.period.until)

    def __repr__(self) -> str:
        """The days and what became of the goals: enough to see what went wrong."""
        goals = [(h.noted, [(f"{d}", s) for d, s in h.changes]) for h in self.histories]
        return f"{self.period} on {self.today}: {goals}"


@st.composite
def lived(draw: st.DrawFn) -> Lived:
    """A life of up to three years, seen on a day and for a period that may cut through anything."""
    chance = random.Random(draw(st.integers(0, 2**64)))
    today = FIRST + timedelta(days=chance.randint(40, (LAST - FIRST).days))
    since = FIRST + timedelta(days=chance.randint(-60, (today - FIRST).days))
    until = since + timedelta(days=chance.randint(0, 800))
    maker = _Maker(chance, today)
    histories = tuple(maker.history() for _n in range(chance.randint(0, 4)))
    records = [*(history.goal for history in histories), *maker.around([h.goal for h in histories])]
    everything, period = Records.of_all(records), Period(since, max(since, until))
    look = chance.random()
    if look < 0.25:
        period = fitting(first_day(everything, today), today)
    elif look < 0.5:
        since = today - timedelta(days=chance.randint(0, 100))
        period = Period(since, since + timedelta(days=chance.randint(0, 95)))
    return Lived(everything, histories, period, today)


class _Maker:
    def __init__(self, chance: random.Random, today: date) -> None:
        self.chance, self.today = chance, today
        self.count = 0
        months = range((today - FIRST).days // 30 + 1)
        self.silent = {month for month in months if chance.random() < 0.4}

    def day(self, since: date = FIRST) -> date:
        """A day up to today."""
        return since + timedelta(days=self.chance.randint(0, max(0, (self.today - since).days)))

    def history(self) -> History:
        """A goal that was changed on the days themselves, by the rule that the app and the command line use."""
        self.count += 1
        began = self.day()
        state = self.chance.choice(("active", "active", "idea"))
        changes = [(began, state)]
        given = {"title": f"Goal {self.count}", "date": began.isoformat(), "state": state}
        values: dict[str, Any] = states.of_new("goal", given, began)
        identity = new_id(1_700_000_000_000 + self.count, self.chance.getrandbits(74))
        day = began
        while _NEXT[state] and self.chance.random() < 0.85:
            day += timedelta(days=self.chance.randint(1, 150))
            if day > self.today:
                break
            state = self.chance.choice(_NEXT[state])
            changed, problems = states.of_edit(decode("goal", identity, values), {"state": state}, day)
            assert not problems
            values = {name: value for name, value in {**values, **changed}.items() if value is not None}
            changes.append((day, state))
        noted = self.chance.random() < 0.7
        if not noted:
            values = {n: v for n, v in values.items() if n not in ("state_on", "pauses", "achieved_on")}
        goal = decode("goal", identity, values)
        assert isinstance(goal, Goal)
        return History(goal, tuple(changes), noted)

    def around(self, goals: list[Goal]) -> Iterator[Record]:
        """Everything beside the goals."""
        chance, person = self.chance, a_person()
        yield person
        skills = [self.skill(n) for n in range(chance.randint(0, 4))]
        yield from skills
        proofs = [self.evidence(n, goals, skills) for n in range(chance.randint(0, 8))]
        yield from proofs
        for skill in skills:
            levels: tuple[Any, ...] = ("a", "b", "c") if skill.scale == "own" else (0, 1, 2, 3, 4, 5)
            for _n in range(chance.randint(0, 5)):
                evidence = chance.sample(proofs, min(len(proofs), chance.randint(0, 2)))
                rater = {"rater": person} if chance.random() < 0.25 else {}
                yield a_rating(skill, chance.choice(levels), self.day(), evidence=evidence, **rater)
        for n in range(chance.randint(0, 30)):
            yield from self.reflection(n, goals)
        for n in range(chance.randint(0, 3)):
            yield a_milestone(f"Stone {n}", self.day())
            yield a_feedback(self.day(), goals=self.some(goals))
        conversations = [a_conversation(self.day(), state="held", with_=person) for _n in range(chance.randint(0, 2))]
        yield from conversations
        for goal in goals:
            done = self.day() if chance.random() < 0.5 else None
            yield a_step(goal, on=self.day(), done_on=done)
            measure = a_measure(goal, on=self.day())
            yield measure
            if chance.random() < 0.3:
                yield a_reading(measure, 1, self.day())
            if conversations and chance.random() < 0.3:
                yield an_agreement(conversations[0], goal=goal)

    def some(self, things: list[Any]) -> list[Any]:
        """One of these or none."""
        return self.chance.sample(things, 1) if things and self.chance.random() < 0.3 else []

    def skill(self, n: int) -> Skill:
        """A skill, now and then on a scale without an order."""
        return a_skill(f"Skill {n}", self.day(), scale="own" if self.chance.random() < 0.2 else "independence")

    def evidence(self, n: int, goals: list[Goal], skills: list[Skill]) -> Record:
        """A piece of evidence, more or less whole."""
        chance = self.chance
        return an_evidence(
            f"Proof {n}",
            self.day(),
            skills=self.some(skills) or self.some(skills),
            goals=self.some(goals),
            sort=chance.choice((None, "certificate", "test")),
            context=chance.choice((None, "site", "school")),
            shows=chance.choice((None, "It works", "It works")),
            own_part=chance.choice((None, "All of it", "All of it")),
        )

    def reflection(self, n: int, goals: list[Goal]) -> Iterator[Record]:
        """A reflection, unless its month is a silent one."""
        chance, day = self.chance, self.day()
        if (day - FIRST).days // 30 not in self.silent:
            template = chance.choice(("three_minutes", "three_minutes", "week", "starr", "success", "shared_knowledge"))
            answers = {"learned": f"Lesson {n}"} if chance.random() < 0.4 else {"progress": f"Work {n}"}
            yield a_reflection(
                day,
                template,
                answers=answers if chance.random() < 0.9 else {},
                goals=self.some(goals),
                form=chance.choice((None, "doing", "doing", "training", "peer")),
                energy=chance.choice((None, 1, 2, 3, 4, 5)),
                tags=chance.sample(("pump", "customer", "van"), chance.choice((0, 0, 1, 2))),
            )
