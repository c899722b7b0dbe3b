"""The kinds of records, their tables in the data file, and their types.

A type is imported when it is first asked for: a command that uses one kind does not import the others.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import Final

from portfolio.records.fields import Field
from portfolio.records.record import Record

TABLES: Final[dict[str, str]] = {
    "profile": "profile",
    "goal": "goals",
    "step": "steps",
    "measure": "measures",
    "reading": "readings",
    "reflection": "reflections",
    "feedback": "feedback",
    "request": "requests",
    "skill": "skills",
    "rating": "ratings",
    "evidence": "evidence",
    "person": "persons",
    "conversation": "conversations",
    "agreement": "agreements",
    "need": "needs",
    "milestone": "milestones",
    "export": "exports",
}
"""Kind -> table, in the order in which help lists them."""

KINDS: Final[dict[str, str]] = {table: kind for kind, table in TABLES.items()}
"""Table -> kind."""

_TYPES: Final[dict[str, str]] = {
    "profile": "persons.Profile",
    "goal": "goals.Goal",
    "step": "goals.Step",
    "measure": "goals.Measure",
    "reading": "goals.Reading",
    "reflection": "reflections.Reflection",
    "feedback": "feedback.Feedback",
    "request": "feedback.Request",
    "skill": "skills.Skill",
    "rating": "skills.Rating",
    "evidence": "evidence.Evidence",
    "person": "persons.Person",
    "conversation": "conversations.Conversation",
    "agreement": "conversations.Agreement",
    "need": "conversations.Need",
    "milestone": "milestones.Milestone",
    "export": "exports.Export",
}

PROFILE_ID: Final = "00000000-0000-7000-8000-000000000001"
"""The fixed id of the one profile: two machines that each make one make the same record."""

HEADINGS: Final[dict[str, str]] = {
    "goal": "title",
    "skill": "title",
    "evidence": "title",
    "person": "name",
    "measure": "name",
}
"""The kinds that a link can name by their exact title or name, and the field that holds it."""

FIRST_WORDS: Final[dict[str, str]] = {
    "profile": "name",
    "goal": "title",
    "step": "text",
    "measure": "name",
    "reading": "value",
    "feedback": "what",
    "request": "question",
    "skill": "title",
    "rating": "reason",
    "evidence": "title",
    "person": "name",
    "conversation": "place",
    "agreement": "text",
    "need": "text",
    "milestone": "text",
    "export": "sort",
}
"""The field that the bare TEXT of `add` fills, by kind; for a reflection it is the first prompt of its template."""


@cache
def record_type(kind: str) -> type[Record]:
    """The type of a kind. Raises KeyError for an unknown kind."""
    module, _, name = _TYPES[kind].partition(".")
    found: type[Record] = getattr(importlib.import_module(f"portfolio.records.{module}"), name)
    return found


def fields(kind: str) -> Mapping[str, Field]:
    """The fields that the user can set on a record of this kind, by JSON name."""
    return record_type(kind).fields
