"""The labels of fields, shown above a box in a form or before a value in a list.

A label is a noun or a short question that suggests no answer; longer questions are hints (`field_hints`). A field with
another meaning in one kind has its own label there, under "kind.field".
"""

from __future__ import annotations

from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

LABELS: Final[dict[str, str]] = {
    # every record
    "id": N_("ID"),
    "kind": N_("Kind"),
    "date": N_("Date"),
    "created": N_("Written on"),
    "modified": N_("Changed on"),
    "shareable": N_("Private or shareable"),
    "tags": N_("Tags"),
    # shared by several kinds
    "answer": N_("Answer"),
    "asked_on": N_("Asked on"),
    "check_on": N_("Review date"),
    "context": N_("Circumstances"),
    "conversation": N_("Conversation"),
    "due": N_("Due"),
    "evidence": N_("Evidence"),
    "feedback": N_("Feedback"),
    "goal": N_("Learning goal"),
    "goals": N_("Learning goals"),
    "if_then": N_("If …, then …"),
    "language": N_("Language"),
    "name": N_("Name"),
    "note": N_("Note"),
    "result": N_("Result"),
    "sign": N_("How will you know?"),
    "skill": N_("Skill"),
    "skills": N_("Skills"),
    "sort": N_("Kind"),
    "state": N_("Status"),
    "state_on": N_("Status since"),
    "state_reason": N_("Reason for this status"),
    "text": N_("Text"),
    "title": N_("Title"),
    # profile
    "job": N_("Job title"),
    "team": N_("Team"),
    "organisation": N_("Organisation"),
    "manager": N_("Manager"),
    "strengths": N_("Strengths"),
    "motives": N_("Motivation"),
    "ambition": N_("Ambition"),
    "work_days": N_("Working days"),
    "review_day": N_("Day for the weekly review"),
    "dismissed": N_("Hidden hints"),
    # goal
    "why": N_("Why"),
    "different": N_("What will you do differently?"),
    "contributes_to": N_("Contributes to"),
    "goal.start": N_("Start date"),
    "goal.due": N_("Review date"),
    "pauses": N_("Pauses"),
    "achieved_on": N_("Achieved on"),
    "forms": N_("Ways of learning"),
    "helpers": N_("Who helps"),
    "obstacle": N_("What could get in the way"),
    "first_step": N_("Smallest first step"),
    # step
    "step.text": N_("Step"),
    "done_on": N_("Done on"),
    # measure, reading
    "unit": N_("Unit"),
    "direction": N_("Direction"),
    "start": N_("Starting value"),
    "measure.target": N_("Target value"),
    "measure": N_("Personal measure"),
    "value": N_("Value"),
    # reflection
    "template": N_("Kind of note"),
    "period": N_("Period"),
    "answers": N_("Answers"),
    "form": N_("Way of learning"),
    "minutes": N_("Minutes"),
    "energy": N_("Energy (1–5)"),
    "headway": N_("Progress (1–5)"),
    "helped": N_("What helped"),
    "hindered": N_("What got in the way"),
    "discuss": N_("Point to discuss"),
    "people": N_("People"),
    # feedback, request
    "what": N_("What was said"),
    "from": N_("From whom"),
    "asked": N_("Did you ask for it?"),
    "channel": N_("Spoken or written"),
    "feedback.sort": N_("Strength or suggestion"),
    "situation": N_("Situation"),
    "behaviour": N_("Behaviour"),
    "effect": N_("Effect"),
    "recognise": N_("What do you recognise?"),
    "feedback.if_then": N_("What will you do with it?"),
    "permission": N_("Did they agree that you share this?"),
    "person": N_("Person"),
    "question": N_("Question"),
    "remind_after": N_("Remind after (days)"),
    # skill, rating
    "group": N_("Group"),
    "scale": N_("Scale"),
    "anchors": N_("What each level means"),
    "skill.now": N_("Where are you now?"),
    "skill.shows_now": N_("What shows it?"),
    "target": N_("Target level"),
    "target_date": N_("Target date"),
    "code": N_("Code"),
    "level": N_("Level"),
    "rater": N_("Rated by"),
    "reason": N_("What shows it?"),
    # evidence
    "miller": N_("From knowing to doing"),
    "shows": N_("What it shows"),
    "own_part": N_("Your part"),
    "location": N_("Where to find it"),
    "say_where": N_("Say where in documents"),
    "confirmed_by": N_("Confirmed by"),
    "confirmed_on": N_("Confirmed on"),
    "issuer": N_("Issued by"),
    "valid_until": N_("Valid until"),
    # person
    "role": N_("Role"),
    "may_be_named": N_("Can be named"),
    # conversation, agreement
    "with": N_("With whom"),
    "consequences": N_("Consequences for pay or contract"),
    "place": N_("Place"),
    "period_from": N_("Looking back from"),
    "sheet": N_("Preparation sheet"),
    "chosen": N_("Chosen to share"),
    "left_out": N_("Left out for this conversation"),
    "atmosphere": N_("Atmosphere (1–5)"),
    "agreement.text": N_("Agreement"),
    "owner": N_("Who does it"),
    "support": N_("Promised time, help or money"),
    "agreement.sign": N_("How will we know it is done?"),
    # need, milestone
    "need.text": N_("What do you need?"),
    "amount": N_("How much"),
    "milestone.text": N_("Milestone"),
    "source": N_("How it came about"),
    # export
    "made": N_("Made on"),
    "recipient": N_("For whom"),
    "items": N_("What was in it"),
    "sha256": N_("Fingerprint (SHA-256)"),
}
"""Field, or "kind.field" where a kind has its own -> the message id of its label in English."""


def field_label(field: str, _: Words, kind: str = "") -> str:
    """Return the label of `field`, the kind's own if it has one; an unknown field is shown by its key."""
    label = LABELS.get(f"{kind}.{field}") or LABELS.get(field)
    return _(label) if label else clean_line(field)
