"""Which fields the form of each kind shows, and in which order: those needed at once, then those behind "more".

The reading view of a record uses the same order, so that users find fields in the same place.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.records.kinds import fields


class FormFields(NamedTuple):
    """The fields of a kind, by JSON name."""

    first: tuple[str, ...]
    """The fields to fill in at once: enough for a minute."""
    more: tuple[str, ...] = ()
    """The fields to add when there is time."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every field, in the order of the form."""
        return (*self.first, *self.more)


_COMMON: Final = ("tags", "shareable")

FORMS: Final[dict[str, FormFields]] = {
    "profile": FormFields(
        ("name", "job", "team", "strengths", "motives", "ambition"), ("organisation", "manager", "shareable")
    ),
    "goal": FormFields(
        ("title", "why", "sign", "due", "skills"),
        ("different", "forms", "helpers", "obstacle", "if_then", "first_step", "contributes_to", "start", "state",
         "state_on", "state_reason", "achieved_on", "pauses", "date", *_COMMON),
    ),
    "step": FormFields(("text", "goal", "due"), ("sort", "done_on", "state_on", "result", "date", *_COMMON)),
    "measure": FormFields(("name", "goal", "unit", "start", "target"), ("direction", "date", *_COMMON)),
    "reading": FormFields(("measure", "value", "date"), ("note", *_COMMON)),
    "reflection": FormFields(
        ("title", "goals", "skills", "people", "evidence"),
        ("form", "minutes", "energy", "headway", "context", "helped", "hindered", "if_then", "discuss", "date",
         *_COMMON),
    ),
    "feedback": FormFields(
        ("what", "from", "sort", "permission", "skills", "goals"),
        ("situation", "behaviour", "effect", "recognise", "if_then", "asked", "channel", "date", *_COMMON),
    ),
    "request": FormFields(
        ("question", "person", "skill", "asked_on"), ("remind_after", "state", "state_on", "feedback", "date", *_COMMON)
    ),
    "skill": FormFields(
        ("title", "group", "target", "target_date"), ("sort", "scale", "anchors", "code", "date", *_COMMON)
    ),
    "rating": FormFields(("skill", "level", "reason", "evidence"), ("rater", "date", *_COMMON)),
    "evidence": FormFields(
        ("title", "sort", "shows", "own_part", "skills", "goals"),
        ("location", "say_where", "miller", "context", "issuer", "valid_until", "confirmed_by", "confirmed_on", "date",
         *_COMMON),
    ),
    "person": FormFields(("name", "role", "may_be_named"), _COMMON),
    "conversation": FormFields(
        ("sort", "with", "date", "place", "consequences"),
        ("period_from", "state", "state_on", "note", "atmosphere", *_COMMON),
    ),
    "agreement": FormFields(
        ("text", "owner", "due", "support"),
        ("sign", "check_on", "conversation", "goal", "state", "state_on", "state_reason", "date", *_COMMON),
    ),
    "need": FormFields(("text", "sort", "goal"), ("amount", "asked_on", "answer", "date", *_COMMON)),
    "milestone": FormFields(("text", "date", "goals", "skills"), _COMMON),
    "export": FormFields(("recipient", "language", "sha256")),
}  # fmt: skip
"""By kind. The questions of a reflection come before its fields. An export is a log and is never edited."""


def fields_of(kind: str) -> FormFields:
    """The fields of the form of this kind; a kind without a form has all its fields, in order of declaration."""
    return FORMS.get(kind) or FormFields(tuple(fields(kind)))
