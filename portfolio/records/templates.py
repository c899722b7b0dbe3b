"""Reflection templates: the keys of their questions, in order. `wording` has the texts.

Every answer can be left empty.
"""

from __future__ import annotations

from typing import Final

QUARTER: Final = "quarter"
"""The template of a quarterly balance."""

TEMPLATES: Final[dict[str, tuple[str, ...]]] = {
    "three_minutes": ("progress", "learned", "next", "feedback"),
    "log": ("what", "learned"),
    "what_so_what": ("what", "sowhat", "nowwhat"),
    "start_stop_continue": ("start", "stop", "continue"),
    "four_l": ("liked", "learned", "lacked", "longed"),
    "abcd": ("a", "b", "c", "d"),
    "after_action": ("planned", "actual", "why", "keep"),
    "starr": ("s", "t", "a", "r1", "r2", "tr"),
    "kolb": ("ce", "ro", "ac", "ae"),
    "gibbs": ("description", "feelings", "evaluation", "analysis", "conclusion", "action"),
    "korthagen": ("f1", "f2_wanted", "f2_did", "f2_thought", "f2_felt", "f2_other", "f3", "f4", "f5"),
    "week": ("highlight", "lesson", "pattern", "ask", "focus"),
    "quarter": ("goals", "skills", "proud", "help", "ahead"),
    "checkin": ("stand", "pleased", "stuck", "need", "agree"),
    "note": ("text",),
    "success": ("text",),
    "shared_knowledge": ("text",),
    "mistake": ("text", "lesson"),
}
"""Answer keys by template. Kolb 1984; Gibbs 1988; Korthagen's ALACT 1985; what/so what/now what: Borton 1970."""

DEFAULT_TEMPLATE: Final = "note"
EVENING: Final = "three_minutes"
"""The template of the daily check."""
