"""What may leave: per kind the fields, and when a record of that kind may go.

Everything is a list of what may; what is not on it stays, also a field, a kind or a template that is added later. The
flag on a record, the period and conflicts are the general rule; `share` applies both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Allowed:
    """The fields of one kind that may leave, by JSON name."""

    fields: tuple[str, ...] = ()
    """Values as they are: words, days, closed values, levels, numbers."""
    links: tuple[str, ...] = ()
    """Links, each only where it leads to a record that leaves."""
    people: tuple[str, ...] = ()
    """Links to a person, of whom only a role or a permitted name leaves."""
    dated: bool = False
    """Whether the day it is about may leave; otherwise a neutral day stands there."""


ALLOWED: Final[dict[str, Allowed]] = {
    "profile": Allowed(("name", "job", "team", "strengths", "motives", "ambition")),
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
        ("title", "sort", "miller", "shows", "own_part", "issuer", "valid_until", "confirmed_on"),
        ("goals", "skills"),
        ("confirmed_by",),
        dated=True,
    ),
    "conversation": Allowed(("sort",), (), ("with",), dated=True),
    "agreement": Allowed(("text", "owner", "due", "support", "sign", "state")),
    "need": Allowed(("text", "sort")),
    "milestone": Allowed(("text",), dated=True),
}
"""Kinds that are not here never leave: requests and the log of exports. Persons leave as a role or a permitted name."""

PROFILE_ALWAYS: Final = ("name", "job", "team")
"""Whose document it is, also when the profile itself is private."""

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
"""Answers that may leave, by template. A check-in and a quarterly balance are the writer's own and never leave."""

DECISIVE: Final = frozenset({"shareable", "permission", "may_be_named", "template", "date"})
"""Fields that decide on leaving: a record in which one of them is damaged stays."""

OPEN_AGREEMENT: Final = ("open", "in_progress")
"""An agreement that still stands leaves whatever its day is."""
ENDED_GOAL: Final = ("achieved", "dropped")
