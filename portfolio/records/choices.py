"""The closed lists. Keys are English and are stored in the data file; `wording` has their texts."""

from __future__ import annotations

from typing import Final

FORMS: Final = (
    "doing",
    "coaching",
    "shadowing",
    "instruction",
    "micro",
    "peer",
    "consultation",
    "project",
    "practice",
    "blended",
    "training",
    "self_study",
    "network",
    "teaching",
)
"""Ways of learning at work."""

GOAL_STATES: Final = ("idea", "active", "paused", "achieved", "dropped")
STEP_SORTS: Final = ("action", "experiment", "activity")
DIRECTIONS: Final = ("up", "down")
PERIODS: Final = ("moment", "day", "week", "quarter")
CHANNELS: Final = ("spoken", "written")
FEEDBACK_SORTS: Final = ("top", "tip", "both")
PERMISSIONS: Final = ("yes", "no", "not_asked")
REQUEST_STATES: Final = ("open", "answered", "closed")
SKILL_GROUPS: Final = ("professional", "personal")
SKILL_SORTS: Final = ("knowledge", "skill", "attitude")
SCALES: Final = ("independence", "cefr", "yes_no", "own")
EVIDENCE_SORTS: Final = (
    "certificate",
    "work_product",
    "photo_or_measurement",
    "customer_reaction",
    "feedback",
    "report",
    "test",
    "instruction",
    "figure",
    "story",
)
MILLER: Final = ("knows", "knows_how", "shows", "does")
"""Levels of evidence: Miller's pyramid (Miller 1990, Academic Medicine 65(9), S63-S67)."""
CONVERSATION_SORTS: Final = ("development", "performance", "appraisal", "pdp", "career", "checkin", "planning")
CONSEQUENCES: Final = ("yes", "no", "unknown")
CONVERSATION_STATES: Final = ("preparing", "held", "closed")
OWNERS: Final = ("me", "manager", "together", "other")
AGREEMENT_STATES: Final = ("open", "in_progress", "done", "dropped")
NEED_SORTS: Final = ("time", "guidance", "training", "tools", "money")
MILESTONE_SOURCES: Final = ("manual", "level", "goal", "certificate")
LANGUAGES: Final = ("nl", "en")
