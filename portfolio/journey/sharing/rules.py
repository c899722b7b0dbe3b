"""The rules of sharing: for each kind the fields that can be shared.

Everything is an allow-list, so a field, kind or template that is added later stays private. The mark on a record, the
period and conflicts are general rules; `share` applies both.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final, NamedTuple

NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The instants of writing in a copy that is shared."""


class Allowed(NamedTuple):
    """The fields of one kind that can be shared, by JSON name."""

    fields: tuple[str, ...] = ()
    """Values shared as they are: texts, days, choices, levels, numbers."""
    links: tuple[str, ...] = ()
    """Links, kept only to records that are shared too."""
    people: tuple[str, ...] = ()
    """Links to a person, shared only as a role or a permitted name."""
    dated: bool = False
    """Whether the day of the record is shared; otherwise a neutral day replaces it."""
    answered: bool = False
    """Whether it is shared that the answer promises or refuses, and when; never its words."""


ALLOWED: Final[dict[str, Allowed]] = {
    "profile": Allowed(("name", "job", "team", "organisation", "strengths", "motives", "ambition"), (), ("manager",)),
    "goal": Allowed(
        (
            "title",
            "why",
            "different",
            "sign",
            "contributes_to",
            "state",
            "state_on",
            "pauses",
            "start",
            "due",
            "achieved_on",
            "forms",
            "if_then",
            "first_step",
        ),
        ("skills",),
    ),
    "step": Allowed(("text", "done_on", "result"), ("goal",)),
    "measure": Allowed(("name", "unit", "direction", "start", "target"), ("goal",)),
    "reading": Allowed(("value",), ("measure",), dated=True),
    "reflection": Allowed(
        ("template", "title", "form", "if_then", "answers"), ("goals", "skills", "evidence"), dated=True
    ),
    "feedback": Allowed(("what", "sort", "situation", "if_then"), ("goals", "skills"), ("from",), dated=True),
    "skill": Allowed(("title", "group", "target", "target_date")),
    "rating": Allowed(("level",), ("skill", "evidence"), ("rater",), dated=True),
    "evidence": Allowed(
        ("title", "sort", "miller", "shows", "own_part", "context", "issuer", "valid_until", "confirmed_on"),
        ("goals", "skills"),
        ("confirmed_by",),
        dated=True,
    ),
    "conversation": Allowed(("sort",), (), ("with",), dated=True),
    "agreement": Allowed(("text", "owner", "due", "support", "sign", "state"), ("conversation",)),
    "need": Allowed(("text", "sort"), answered=True),
    "milestone": Allowed(("text",), dated=True),
}
"""Kinds that are not listed are never shared: requests and the export log. People are shared as a role or name."""

PROFILE_ALWAYS: Final = ("name", "job", "team")
"""The fields that say whose document it is, shared even when the profile itself is private."""

ANSWERS: Final[dict[str, tuple[str, ...]]] = {
    "three_minutes": ("progress", "learned", "next"),
    "log": ("what", "learned"),
    "what_so_what": ("what", "sowhat", "nowwhat"),
    "start_stop_continue": ("start", "stop", "continue"),
    "four_l": ("liked", "learned", "lacked", "longed"),
    "abcd": ("a", "c", "d"),
    "after_action": ("planned", "actual", "why", "keep"),
    "starr": ("s", "t", "a", "r1"),
    "kolb": ("ce", "ro", "ac", "ae"),
    "gibbs": ("description", "evaluation", "analysis", "conclusion", "action"),
    "korthagen": ("f1", "f3", "f4", "f5"),
    "week": ("highlight", "lesson", "focus"),
    "note": ("text",),
    "success": ("text",),
    "shared_knowledge": ("text",),
    "mistake": ("lesson",),
}
"""Answers that can be shared, by template. A check-in and a quarterly balance are never shared."""

DECISIVE: Final = frozenset({"shareable", "permission", "may_be_named", "template", "date"})
"""Fields that decide about sharing: a record where one of them is damaged is not shared."""

OPEN_AGREEMENT: Final = ("open", "in_progress")
"""An agreement in one of these states is shared whatever its day is."""
ENDED_GOAL: Final = ("achieved", "dropped")
