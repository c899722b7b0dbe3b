"""Texts to send to someone else: asking for feedback, asking again, and asking whether it may be shared.

Short, with two clear questions, since that is what gets answered. They leave only when a person pastes them somewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.wording import Words


def request_text(person: str, skill: str, situation: str, _: Words) -> str:
    """A text that asks for feedback; what is empty is left out."""
    parts = []
    if skill:
        parts.append(_("I am working on {skill}.").format(skill=skill))
    if situation:
        parts.append(_("You saw me at {situation}.").format(situation=situation))
    parts.append(_("What did I do that worked?"))
    parts.append(_("And what is one thing I could try differently? Two sentences is plenty."))
    return greeted(person, " ".join(parts), _)


def reminder_text(person: str, question: str, _: Words) -> str:
    """A text that asks once more, with the question below it."""
    again = _("A while ago I asked you this. Could you still answer it? One sentence is fine too.")
    return f"{greeted(person, again, _)}\n\n{question}"


def permission_text(person: str, said: str, _: Words) -> str:
    """A text that asks whether feedback may go along, with only the role of who gave it; the words stand below it."""
    asked = _("May I use what you said in my portfolio, with only your role?")
    return f"{greeted(person, asked, _)}\n\n{said}"


def greeted(person: str, text: str, _: Words) -> str:
    """The text after a greeting, when it is known for whom it is."""
    greeting = _("Hi {person},").format(person=person)
    return f"{greeting}\n\n{text}" if person else text


def confirmation_text(person: str, day: str, agreements: Sequence[str], _: Words) -> str:
    """A short neutral text that confirms what was agreed, a line each; for the other side to correct or accept."""
    thanks = _("Thank you for our conversation on {day}. This is how I understood our agreements:").format(day=day)
    lines = "\n".join(f"- {agreement}" for agreement in agreements)
    asked = _("Is this right? Then I will use it like this.")
    return f"{greeted(person, thanks, _)}\n\n{lines}\n\n{asked}"
