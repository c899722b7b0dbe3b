"""Whole portfolios by chance: records of every kind, linked at random; each text has a token to find it by."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st

from portfolio.journey.sharing.choice import Choice
from portfolio.records.collection import Records
from portfolio.records.fields import Field
from portfolio.records.identity import new_id
from portfolio.records.kinds import PROFILE_ID, TABLES, fields, record_type
from portfolio.records.pauses import Pause
from portfolio.records.record import Record, attribute_name
from portfolio.records.templates import TEMPLATES

TODAY = date(2025, 12, 15)
WHOLE = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.generate))
"""For tests on whole portfolios: making a failing one smaller would take minutes and say little more."""
TOKEN = re.compile(r"zq\d+z", re.IGNORECASE)
_LEVELS = (0, 1, 2, 3, 4, 5, "A2", "B1", "yes", "no", "zelf bedacht")
_HOSTILE = ("# ", "- ", "> ", "```\n", "| a | b |\n|---|---|\n", "<!-- ", "[x](y) ", "1. ", "    ", "\x1b[2J")
_MAY_BE_DAMAGED = ("shareable", "permission", "may_be_named", "template", "date", "title", "role", "state")


@dataclass(slots=True)
class Tokens:
    """Which token stands in which field of which record."""

    home: dict[str, tuple[str, str]] = field(default_factory=dict)

    def new(self, identity: str, name: str) -> str:
        """A word that stands nowhere else."""
        token = f"zq{len(self.home) + 1}z"
        self.home[token] = (identity, name)
        return token

    def of(self, text: str) -> set[tuple[str, str]]:
        """The records and fields of which a text holds words."""
        return {self.home[token.lower()] for token in TOKEN.findall(text)}


@dataclass(frozen=True, slots=True, repr=False)
class Drawn:
    """A portfolio with its tokens and a choice of what to share."""

    records: tuple[Record, ...]
    tokens: Tokens
    choice: Choice

    def __repr__(self) -> str:
        """Short: the records do not show their words either."""
        return f"{self.choice} of {self.records}"

    def all(self) -> Records:
        """Every record."""
        return Records.of_all(self.records)

    def only(self, identities: set[str]) -> Records:
        """Just these, as if the others had never been written."""
        return Records.of_all(record for record in self.records if record.id in identities)


@st.composite
def portfolios(draw: st.DrawFn) -> Drawn:
    """A portfolio of up to some thirty records, most of them shareable, and a choice."""
    chance = draw(st.randoms(use_true_random=False))
    kinds = ["profile", *chance.choices([k for k in TABLES if k != "profile"], k=chance.randint(1, 30))]
    ids = [
        PROFILE_ID if k == "profile" else new_id(1_760_000_000_000 + n, chance.getrandbits(74))
        for n, k in enumerate(kinds)
    ]
    tokens = Tokens()
    maker = _Maker(chance, tokens, {kind: [i for i, k in zip(ids, kinds, strict=True) if k == kind] for kind in TABLES})
    records = tuple(maker.record(kind, identity) for kind, identity in zip(kinds, ids, strict=True))
    return Drawn(records, tokens, _choice(chance, ids))


def _choice(chance: random.Random, ids: list[str]) -> Choice:
    until = TODAY - timedelta(days=chance.choice((0, 0, 0, 90)))
    return Choice(
        since=chance.choice((None, until - timedelta(days=chance.randint(0, 700)))),
        until=chance.choice((None, until)),
        with_ids=tuple(chance.sample(ids, chance.choice((0, 0, min(3, len(ids)))))),
        without_ids=tuple(chance.sample(ids, chance.choice((0, 0, min(2, len(ids)))))),
        conversation=chance.choice((None, *ids[-3:])),
        names=chance.choice(("roles", "consented", "consented")),
        locations=chance.random() < 0.2,
    )


class _Maker:
    def __init__(self, chance: random.Random, tokens: Tokens, ids: dict[str, list[str]]) -> None:
        self.chance = chance
        self.tokens = tokens
        self.ids = ids

    def record(self, kind: str, identity: str) -> Record:
        values: dict[str, Any] = {}
        for name, spec in fields(kind).items():
            if spec.required or self.chance.random() < 0.7:
                values[attribute_name(name)] = self.value(identity, name, spec)
        values["shareable"] = self.chance.random() < 0.7
        values["date"] = self.day()
        if kind == "reflection":
            values["template"] = self.chance.choice(tuple(TEMPLATES))
            values["answers"] = self.answers(identity, values["template"])
        if kind == "feedback":
            values["permission"] = self.chance.choice(("yes", "yes", "no", "not_asked"))
        if self.chance.random() < 0.1:
            values["conflicts"] = {"title": (self.tokens.new(identity, "conflicts"),)}
        if self.chance.random() < 0.1:
            values["damaged"] = (self.chance.choice(_MAY_BE_DAMAGED),)
        written = datetime(2025, 12, 1, self.chance.randint(0, 23), tzinfo=UTC)
        return record_type(kind)(id=identity, created=written, modified=written, **values)

    def answers(self, identity: str, template: str) -> dict[str, str]:
        keys = [*TEMPLATES[template], "later_key", "text"]
        return {k: self.text(identity, f"answers.{k}") for k in keys if self.chance.random() < 0.7}

    def text(self, identity: str, name: str) -> str:
        before = self.chance.choice(_HOSTILE) if self.chance.random() < 0.15 else ""
        return f"{before}{self.tokens.new(identity, name)} woord"

    def day(self) -> date:
        return TODAY + timedelta(days=self.chance.randint(-800, 60))

    def pause(self) -> Pause:
        since, until = sorted((self.day(), self.day()))
        return Pause(since if self.chance.random() < 0.9 else None, until)

    def value(self, identity: str, name: str, spec: Field) -> Any:
        chance = self.chance
        make: dict[str, Callable[[], Any]] = {
            "text": lambda: self.text(identity, name),
            "texts": lambda: (self.tokens.new(identity, name),),
            "keyed": lambda: {self.tokens.new(identity, name): self.text(identity, name)},
            "day": self.day,
            "whole": lambda: chance.randint(1, 5),
            "number": lambda: chance.randint(1, 5),
            "wholes": lambda: (chance.randint(1, 5),),
            "flag": lambda: chance.random() < 0.5,
            "choice": lambda: chance.choice(spec.choices),
            "choices": lambda: (chance.choice(spec.choices),),
            "pauses": lambda: tuple(self.pause() for _n in range(chance.randint(0, 2))),
            "level": lambda: chance.choice(_LEVELS),
            "link": lambda: self.link(spec),
            "links": lambda: tuple(self.link(spec) for _n in range(chance.randint(0, 3))),
        }
        return make[spec.sort]()

    def link(self, spec: Field) -> str:
        known = [i for kind in (spec.to or TABLES) for i in self.ids[kind]]
        gone = new_id(1, self.chance.getrandbits(74))
        if "person" in spec.to and self.chance.random() < 0.2:
            return "self"
        return self.chance.choice(known) if known and self.chance.random() < 0.9 else gone
