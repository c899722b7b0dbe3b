"""Texts for other people: asking for feedback, reminding, and asking permission to share it.

Short, with two clear questions, since such texts get answers. The app never sends them; the user pastes them into mail
or chat.
"""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.wording import Words


def request_text(person: str, skill: str, situation: str, _: Words) -> str:
    """Return a text that asks for feedback; empty parts are left out."""
    parts = []
    if skill:
        parts.append(_("I am working on {skill}.").format(skill=skill))
    if situation:
        parts.append(_("You saw me in this situation: {situation}.").format(situation=situation))
    parts.append(_("What did I do that worked?"))
    parts.append(_("And what is one thing I could try differently? Two sentences is plenty."))
    return greeted(person, " ".join(parts), _)


def reminder_text(person: str, question: str, _: Words) -> str:
    """Return a text that asks again, with the question below it."""
    again = _("A while ago I asked you this. Could you still answer it? One sentence is fine.")
    return f"{greeted(person, again, _)}\n\n{question}"


def permission_text(person: str, text: str, _: Words) -> str:
    """Return a text that asks whether feedback can be shared under the giver's role, with the feedback below it."""
    asked = _("May I use what you said in my portfolio, with only your role?")
    return f"{greeted(person, asked, _)}\n\n{text}"


def greeted(person: str, text: str, _: Words) -> str:
    """Return the text after a greeting by first name, if there is a name to greet."""
    greeting = _("Hi {person},").format(person=first_name(person))
    return f"{greeting}\n\n{text}" if person else text


def first_name(name: str) -> str:
    """Return the first name; the whole name where it begins with an initial or a title ("J. Bakker")."""
    first, _space, _rest = name.partition(" ")
    return first if len(first) > 1 and not first.endswith(".") else name


def confirmation_text(
    person: str, day: str, agreements: Sequence[str], _: Words, writer: str = "", *, ahead: bool = False
) -> str:
    """Return a short neutral mail that lists what was agreed, for the other side to correct or accept.

    `writer` is the name below it; without a `person` a colleague is greeted. `ahead` means that the conversation is
    still to come.
    """
    thanks = _("Thank you for our conversation on {day}. This is how I understood our agreements:").format(day=day)
    if ahead:
        thanks = _("On {day} we meet. This is how I understood what we agreed already:").format(day=day)
    lines = "\n".join(f"- {agreement}" for agreement in agreements)
    asked = _("Does this match what you noted? If so, I'll work from it.")
    greeting = _("Dear colleague,")
    opening = greeted(person, thanks, _) if person else f"{greeting}\n\n{thanks}"
    return "\n\n".join(filter(None, (opening, lines, asked, writer)))
