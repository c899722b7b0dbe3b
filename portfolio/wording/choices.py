"""The words for closed values: states, sorts, ways of learning and so on.

States and sorts are in lower case, for use inside a line; ways of learning and templates are names and start with a
capital. An unknown value is shown as it is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words
from portfolio.wording.levels import YES_NO, yes_no

_ALLOWED: Final = {**YES_NO, "not_asked": N_("not asked")}
_FORMS: Final = {
    "doing": N_("Doing the work"),
    "coaching": N_("On-the-job coaching"),
    "shadowing": N_("Job shadowing"),
    "instruction": N_("Job instruction"),
    "micro": N_("Microlearning (5–10 min)"),
    "peer": N_("Peer learning"),
    "consultation": N_("Peer consultation"),
    "project": N_("Project or stretch task"),
    "practice": N_("Simulation or role play"),
    "blended": N_("Blended programme"),
    "training": N_("Course or training"),
    "self_study": N_("Self-study"),
    "network": N_("Learning network"),
    "teaching": N_("Teaching or sharing"),
}
CHOICES: Final[dict[str, dict[str, str]]] = {
    "language": {"nl": N_("Dutch"), "en": N_("English")},
    "goal.state": {
        "idea": N_("idea"),
        "active": N_("under way"),
        "paused": N_("paused"),
        "achieved": N_("achieved"),
        "dropped": N_("dropped"),
    },
    "form": _FORMS,
    "forms": _FORMS,
    "step.sort": {
        "action": N_("action"),
        "experiment": N_("experiment"),
        "activity": N_("learning activity"),
    },
    "direction": {"up": N_("higher is better"), "down": N_("lower is better")},
    "period": {
        "moment": N_("one moment"),
        "day": N_("day"),
        "week": N_("week"),
        "quarter": N_("quarter"),
    },
    "channel": {"spoken": N_("spoken"), "written": N_("written")},
    "feedback.sort": {"top": N_("strength"), "tip": N_("suggestion"), "both": N_("strength and suggestion")},
    "permission": _ALLOWED,
    "may_be_named": _ALLOWED,
    "request.state": {"open": N_("open"), "answered": N_("answered"), "closed": N_("closed")},
    "group": {"professional": N_("professional"), "personal": N_("personal and social")},
    "skill.sort": {"knowledge": N_("knowledge"), "skill": N_("skill"), "attitude": N_("attitude")},
    "scale": {
        "independence": N_("independence (0–5)"),
        "cefr": N_("language level (A1–C2)"),
        "yes_no": N_("yes or no"),
        "own": N_("own levels"),
    },
    "rater": {"self": N_("self")},
    "evidence.sort": {
        "certificate": N_("certificate or diploma"),
        "work_product": N_("work I delivered"),
        "photo_or_measurement": N_("photo or measurement"),
        "customer_reaction": N_("customer reaction"),
        "feedback": N_("feedback from a colleague or manager"),
        "report": N_("report"),
        "test": N_("test or practical task"),
        "instruction": N_("work instruction that I made"),
        "figure": N_("figure or measure"),
        "story": N_("my own STARR story"),
    },
    "miller": {
        "knows": N_("knows"),
        "knows_how": N_("knows how"),
        "shows": N_("shows how"),
        "does": N_("in practice"),
    },
    "conversation.sort": {
        "development": N_("development review"),
        "performance": N_("performance review"),
        "appraisal": N_("appraisal"),
        "pdp": N_("PDP conversation"),
        "career": N_("career conversation"),
        "checkin": N_("check-in"),
        "planning": N_("planning conversation"),
    },
    "consequences": {**YES_NO, "unknown": N_("I don't know")},
    "conversation.state": {"preparing": N_("in preparation"), "held": N_("held"), "closed": N_("closed")},
    "owner": {
        "me": N_("me"),
        "manager": N_("manager"),
        "together": N_("together"),
        "other": N_("someone else"),
    },
    "agreement.state": {"open": N_("open"), "in_progress": N_("in progress"), "done": N_("done")},
    "need.sort": {
        "time": N_("time"),
        "guidance": N_("guidance"),
        "training": N_("training"),
        "tools": N_("tools"),
        "money": N_("money"),
    },
    "source": {
        "manual": N_("added by you"),
        "level": N_("level reached"),
        "goal": N_("goal achieved"),
        "certificate": N_("certificate"),
    },
    "export.sort": {
        "portfolio": N_("portfolio"),
        "page": N_("one-page version"),
        "pdp": N_("personal development plan (PDP)"),
        "evc": N_("evidence list for recognition of prior learning"),
        "hours": N_("learning hours, for a register"),
        "form": N_("your employer's form"),
        "copy": N_("full copy for yourself"),
        "sheet": N_("preparation sheet"),
        "calendar": N_("calendar"),
    },
}
"""Field, or "kind.field" where kinds differ -> its values and their message ids in English."""

# English says "dropped" of a goal and of an agreement; Dutch uses a different verb for each.
_IN_CONTEXT: Final[dict[str, Callable[[Words], str]]] = {
    "agreement.state.dropped": lambda _: _.context("agreement", "dropped"),
}


def choice_label(field: str, value: object, _: Words, kind: str = "") -> str:
    """Return the word for `value` of `field`; without a `kind`, the first kind that has the value decides.

    True and false become yes and no (for `shareable`: shareable and private); weekdays are 1 (Monday) to 7, as in ISO
    8601. Any other value is returned as text.
    """
    if isinstance(value, bool):
        return privacy_label(value, _) if field == "shareable" else yes_no(value, _)
    key = str(value)
    if field == "template":
        from portfolio.wording.prompts import template_name  # a long table, not needed at every start

        return template_name(key, _)
    if field in ("work_days", "review_day") and key in ("1", "2", "3", "4", "5", "6", "7"):
        from portfolio.wording.dates import weekday_name

        return weekday_name(int(key), _)
    special = _IN_CONTEXT.get(f"{kind}.{field}.{key}")
    if special:
        return special(_)
    label = _find(field, key, kind)
    return _(label) if label else clean_line(key)


def privacy_label(shareable: bool, _: Words) -> str:
    """Return the word shown with every record: "private" or "shareable"."""
    return _("shareable") if shareable else _("private")


def _find(field: str, key: str, kind: str) -> str | None:
    """Find the message id in the kind's own list, else in the general one, else in that of any kind."""
    for name in (f"{kind}.{field}", field):
        if name in CHOICES:
            return CHOICES[name].get(key)
    if kind:
        return None
    ending = f".{field}"
    return next((words[key] for name, words in CHOICES.items() if name.endswith(ending) and key in words), None)
