"""The headings of the portfolio and its fixed sentences, in the first person, since it is the employee's document.

Nothing here says how much was left out, and no sentence depends on what stays private.
"""

from __future__ import annotations

from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words
from portfolio.wording.fields import field_label

HEADINGS: Final[dict[str, str]] = {
    "at_a_glance": N_("At a glance"),
    "where_i_stand": N_("Where I stand"),
    "journey": N_("My learning journey"),
    "feedback": N_("How others see it"),
    "needs": N_("What I ask of you"),
    "discuss": N_("Points to discuss"),
    "agreements": N_("Agreements"),
    "looking_ahead": N_("What I want to learn next"),
    "goals": N_("My learning goals"),
    "stories": N_("Results and success stories"),
    "setbacks": N_("What I learned from setbacks"),
    "shared_knowledge": N_("Knowledge I shared"),
    "strengths": N_("Strengths and motivation"),
    "evidence": N_("Evidence"),
    "activities": N_("Certificates and learning activities"),
    "hours": N_("Hours of learning"),
}
"""Section -> the message id of its heading in English, in the order of the document."""

GLANCE_LABELS: Final[dict[str, str]] = {
    "lead": N_("In a few sentences:"),
    "learned": N_("What I learned:"),
    "proud": N_("What I am proud of:"),
    "work_on": N_("What I want to work on:"),
    "need": N_("What I need:"),
}
"""Part of "At a glance" -> the label before it, in the order of the document."""

ROLES: Final[dict[str, str]] = {
    "employee": N_("employee"),
    "manager": N_("manager"),
    "colleague": N_("colleague"),
    "learning_buddy": N_("learning buddy"),
    "mentor": N_("mentor"),
    "coach": N_("coach"),
    "workplace_supervisor": N_("workplace supervisor"),
    "go_to_person": N_("go-to person"),
    "hr_adviser": N_("HR adviser"),
    "customer": N_("customer"),
    "assessor": N_("assessor"),
}
"""Roles that people at work have in the user's learning; "colleague" is used where no role is known."""

# Labels that are questions to "you" in a form, in the first person for a document.
_OWN: Final[dict[str, str]] = {
    "goal.different": N_("What I will do differently"),
    "goal.sign": N_("How I will know"),
    "goal.forms": N_("How I will learn"),
    "feedback.if_then": N_("What I do with it"),
    "evidence.own_part": N_("My part"),
    "need.text": N_("What I need"),
}


_OF_SORT: Final[dict[str, str]] = {
    "evc.evidence": N_("Pieces of evidence"),
    "evc.where_i_stand": N_("Skills and their evidence"),
    "evc.activities": N_("Certificates"),
    "hours.activities": N_("Certificates"),
    "pdp.strengths": N_("Who I am and where I want to go"),
    "pdp.agreements": N_("Earlier agreements"),
    "pdp.goals": N_("What I am working on"),
}
"""Headings of sections that are about something else in one sort of document."""


def heading(section: str, _: Words, sort: str = "portfolio") -> str:
    """Return the heading of a section of a document of this sort; an unknown one by its key."""
    known = _OF_SORT.get(f"{sort}.{section}") or HEADINGS.get(section)
    return _(known) if known else clean_line(section)


_TITLES: Final[dict[str, tuple[str, str]]] = {
    "pdp": (N_("Personal development plan"), N_("Personal development plan of {name}")),
    "evc": (N_("Evidence list"), N_("Evidence list of {name}")),
    "hours": (N_("Learning hours"), N_("Learning hours of {name}")),
}
"""Sort of document -> its title without and with a name; other sorts are a development portfolio."""


def portfolio_title(name: str, _: Words, sort: str = "portfolio", own: str = "") -> str:
    """Return the title of a document of this sort, with the name if there is one; `own` is a title of its profile."""
    if own.strip():
        return _("{title} of {name}").format(title=own, name=name) if name.strip() else own
    bare, named = _TITLES.get(sort, (N_("Development portfolio"), N_("Development portfolio of {name}")))
    return _(named).format(name=name) if name.strip() else _(bare)


def no_certificate(_: Words) -> str:
    """Return the statement that an evidence list certifies nothing."""
    return _(
        "This list is not an official certificate. Only a recognised EVC provider (in Flanders: an EVC test centre)"
        " can issue one."
    )


def role_word(role: str, _: Words) -> str:
    """Return the word for a role; an unknown one as typed."""
    known = ROLES.get(role)
    return _(known) if known else clean_line(role)


_CLOSING: Final[dict[str, str]] = {
    "pdp": N_(
        "This plan is a selection from my own notes. It is mine; please check with me before sharing it further."
    ),
    "hours": N_(
        "This overview is a selection from my own notes. It is mine; please check with me before sharing it further."
    ),
    "evc": N_(
        "This list is a selection from my own notes. It is mine; please check with me before sharing it further."
    ),
}
_CLOSING_PORTFOLIO: Final = N_(
    "This portfolio is a selection from my own notes. It is mine; please check with me before sharing it further."
)


def closing_line(_: Words, sort: str = "portfolio") -> str:
    """Return the last line of a document of this sort: who owns it, and that sharing it further needs consent."""
    return _(_CLOSING.get(sort, _CLOSING_PORTFOLIO))


def own_label(field: str, _: Words, kind: str = "") -> str:
    """Return the label of a field in the first person: "How I will know" where a form asks "How will you know?"."""
    own = _OWN.get(f"{kind}.{field}")
    return _(own) if own else field_label(field, _, kind)
