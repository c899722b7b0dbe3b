"""The words of templates: their names, labels and questions.

Answers are never translated; an old reflection can show its questions in either language, through their keys.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words
from portfolio.wording.templates import TEMPLATES, Prompt, Template

__all__ = [
    "EXTRA_QUESTIONS",
    "OPTIONAL_QUESTIONS",
    "TEMPLATES",
    "Prompt",
    "Template",
    "extra_question",
    "optional_question",
    "prompt_hint",
    "prompt_label",
    "prompt_question",
    "template_name",
    "template_use",
]

EXTRA_QUESTIONS: Final[tuple[str, ...]] = (
    N_("What surprised you today?"),
    N_("Who helped you, and how?"),
    N_("What would you do exactly the same tomorrow?"),
    N_("Where did you get stuck?"),
    N_("What did you explain to someone?"),
    N_("What did you do for the first time?"),
    N_("Which question do you wish you had asked?"),
    N_("Which choice did you make, and why?"),
)
"""Questions that take turns beside the three-minute check, for variety."""

OPTIONAL_QUESTIONS: Final[dict[str, str]] = {
    "energy": N_("How much energy did today give you? (1 = none, 5 = a lot)"),
    "headway": N_("How much progress did you make today? (1 = none, 5 = a lot)"),
    "week.energy": N_("How much energy did this week give you? (1 = none, 5 = a lot)"),
    "week.headway": N_("How much progress did you make this week? (1 = none, 5 = a lot)"),
    "form": N_("How did you learn?"),
    "minutes": N_("Roughly how long?"),
}
"""Questions for fields beside the answers; each can be skipped."""


def template_name(template: str, _: Words) -> str:
    """Return the name of a template: "3-minute check", "Drieminutencheck"; an unknown one by its key."""
    known = TEMPLATES.get(template)
    return _(known.name) if known else clean_line(template)


def template_use(template: str, _: Words) -> str:
    """Return what a template is good for, in a few words; empty for an unknown one."""
    known = TEMPLATES.get(template)
    return _(known.use) if known else ""


def prompt_label(template: str, key: str, _: Words) -> str:
    """Return the short heading above an answer: "Situation", "Situatie"; an unknown prompt by its key."""
    prompt = _prompt(template, key)
    return _(prompt.label) if prompt else clean_line(key)


def prompt_question(template: str, key: str, _: Words) -> str:
    """Return the question of a prompt; an unknown prompt by its key."""
    prompt = _prompt(template, key)
    return _(prompt.question) if prompt else clean_line(key)


def prompt_hint(template: str, key: str, _: Words) -> str:
    """Return the line of help below a difficult question; empty for most."""
    prompt = _prompt(template, key)
    return _(prompt.hint) if prompt else ""


def extra_question(day: date, _: Words) -> str:
    """Return the extra question of `day`; each day has the next one."""
    return _(EXTRA_QUESTIONS[day.toordinal() % len(EXTRA_QUESTIONS)])


def optional_question(field: str, _: Words, period: str = "day") -> str:
    """Return the question for energy, headway (both 1–5), form or minutes, about a day or a week; else empty."""
    known = OPTIONAL_QUESTIONS.get(f"{period}.{field}") or OPTIONAL_QUESTIONS.get(field, "")
    return _(known)


def _prompt(template: str, key: str) -> Prompt | None:
    known = TEMPLATES.get(template)
    return next((prompt for prompt in known.prompts if prompt.key == key), None) if known else None
