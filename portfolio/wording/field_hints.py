"""The question beside a field that helps the user to write: one calm line.

Most fields need none. The questions for a goal follow SMART as a check afterwards (Doran 1981); those for feedback
follow situation, behaviour, impact (Center for Creative Leadership); those for evidence follow the Dutch VRAAK list of
assessors of prior learning (variation, relevance, authenticity, currency, quantity).
"""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

_ALWAYS: Final = N_("This is in every document that you hand over.")
_WHEN_SHARED: Final = N_("This is in a document only when you make your profile shareable.")
HINTS: Final[dict[str, str]] = {
    "goal.title": N_("I am learning to … (short name)"),
    "goal.why": N_("Why do you want this? For whom or what does it matter?"),
    "goal.different": N_("What will you do differently? What would a colleague see?"),
    "goal.sign": N_("How will you know it worked?"),
    "goal.skills": N_("Which skill do you want to grow in?"),
    "goal.forms": N_("How will you learn? (1–3 ways)"),
    "goal.helpers": N_("Who helps, and who can hold you to it?"),
    "goal.due": N_("When will you look back at it?"),
    "goal.obstacle": N_("What could stop you?"),
    "goal.if_then": N_("If that happens, then …"),
    "goal.pauses": N_("First day and the day you went on: 2025-03-01/2025-04-01"),
    "goal.first_step": N_("What is your smallest first step this week?"),
    "feedback.what": N_("What was said? As literally as you can."),
    "feedback.from": N_("From whom? A role is fine too."),
    "feedback.sort": N_("A strength, a suggestion, or both?"),
    "feedback.situation": N_("In which situation?"),
    "feedback.behaviour": N_("Which behaviour was meant?"),
    "feedback.effect": N_("What was the effect, on whom?"),
    "feedback.recognise": N_("What do you recognise? What surprises you?"),
    "feedback.if_then": N_('What will you do with it? "If …, then …" or "Nothing, because …"'),
    "feedback.permission": N_("Only feedback with a yes can be shared."),
    "skill.now": N_("Your level today. You can skip this and add it later."),
    "skill.shows_now": N_("Evidence you have, or a name for it. You can skip this."),
    "skill.target": N_("Level 5 is not the goal for most skills."),
    "rating.reason": N_("One thing you did, or that someone saw."),
    "evidence.context": N_("Where was it, and what was special about it?"),
    "evidence.shows": N_("What does it show about the skill?"),
    "evidence.own_part": N_("Is it yours? What was your part?"),
    "evidence.location": N_("A path, a link, or words such as: folder 3, tab B."),
    "evidence.say_where": N_("Documents for others then name the place, never a path."),
    "need.amount": N_("Hours or money. It stays with you."),
    "person.name": N_("For a customer, write the situation instead of the name."),
    "conversation.sort": N_("What kind of conversation is it?"),
    "profile.name": _ALWAYS,
    "profile.job": _ALWAYS,
    "profile.team": _ALWAYS,
    "profile.organisation": _WHEN_SHARED,
    "profile.manager": _WHEN_SHARED,
    "profile.strengths": _WHEN_SHARED,
    "profile.motives": _WHEN_SHARED,
    "profile.ambition": _WHEN_SHARED,
    "conversation.consequences": N_(
        "Does it affect pay or contract? If it does, or if you don't know, the document has facts and results only."
    ),
    "agreement.text": N_("What do we agree?"),
    "agreement.owner": N_("Who does it?"),
    "agreement.due": N_("When is it due?"),
    "agreement.support": N_("What time, help or money was promised?"),
    "agreement.check_on": N_("When do we look at it again?"),
}
""""kind.field" -> the message id of its question in English."""


def field_hint(field: str, _: Words, kind: str) -> str:
    """Return the question for `field` of `kind`; empty where the label is enough."""
    return _(HINTS.get(f"{kind}.{field}", ""))
