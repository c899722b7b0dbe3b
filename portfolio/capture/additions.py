"""The records that can be created in each place, and those that can be added to a record, with their link to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from portfolio.capture.options import Option
from portfolio.records.record import Record
from portfolio.wording import N_, Words


class Addition(NamedTuple):
    """One choice of what to add."""

    id: str
    label: str
    """An English message id."""
    kind: str
    """The kind of the new record, or `STARTER` or `CLIMATE`, which ask before they create one."""
    link: str = ""
    """The field of the new record that gets the id of the record it is added to; empty for none."""
    given: Mapping[str, str] = {}
    """The initial texts, by field."""
    template: str = ""
    closes: bool = False
    """Whether the new record answers the request that it is added to, and so closes it."""


STARTER: Final = "starter"
"""The addition that asks for skills from a list."""
CLIMATE: Final = "climate"
"""The addition that asks about the climate for learning."""
_NOTE: Final = N_("A note about it")

TO_RECORD: Final[dict[str, tuple[Addition, ...]]] = {
    "goal": (
        Addition("step", N_("A step"), "step", "goal"),
        Addition("note", _NOTE, "reflection", "goals", template="note"),
        Addition("feedback", N_("Feedback about it"), "feedback", "goals"),
        Addition("evidence", N_("Evidence"), "evidence", "goals"),
        Addition("measure", N_("A personal measure, to follow a number"), "measure", "goal"),
        Addition("need", N_("What I need for it"), "need", "goal"),
        Addition("agreement", N_("An agreement about it"), "agreement", "goal"),
        Addition("milestone", N_("A milestone"), "milestone", "goals"),
    ),
    "step": (Addition("step", N_("Another step for this goal"), "step", "goal"),),
    "agreement": (
        Addition("mine", N_("Another agreement: what I do"), "agreement", "conversation", {"owner": "me"}),
        Addition(
            "theirs",
            N_("Another agreement: what the other person does"),
            "agreement",
            "conversation",
            {"owner": "manager"},
        ),
        Addition(
            "both", N_("Another agreement: what we do together"), "agreement", "conversation", {"owner": "together"}
        ),
    ),
    "rating": (Addition("rating", N_("Another rating of this skill"), "rating", "skill"),),
    "reading": (Addition("reading", N_("Another reading"), "reading", "measure"),),
    "measure": (Addition("reading", N_("A reading: what it says now"), "reading", "measure"),),
    "skill": (
        Addition("rating", N_("A rating: which level, and what shows it"), "rating", "skill"),
        Addition("evidence", N_("Evidence"), "evidence", "skills"),
        Addition("note", _NOTE, "reflection", "skills", template="note"),
        Addition("feedback", N_("Feedback about it"), "feedback", "skills"),
        Addition("request", N_("Ask someone for feedback"), "request", "skill"),
    ),
    "feedback": (Addition("note", _NOTE, "reflection", template="note"),),
    "request": (Addition("feedback", N_("The feedback that came"), "feedback", given={"asked": "yes"}, closes=True),),
    "person": (
        Addition("feedback", N_("Feedback from this person"), "feedback", "from"),
        Addition("request", N_("Ask this person for feedback"), "request", "person"),
    ),
    "conversation": (
        Addition("mine", N_("An agreement: what I do"), "agreement", "conversation", {"owner": "me"}),
        Addition(
            "theirs", N_("An agreement: what the other person does"), "agreement", "conversation", {"owner": "manager"}
        ),
        Addition("both", N_("An agreement: what we do together"), "agreement", "conversation", {"owner": "together"}),
    ),
}
"""What can be added to a record, by its kind, the most likely first."""

IN_PLACE: Final[dict[str, tuple[Addition, ...]]] = {
    "goals": (Addition("goal", N_("A learning goal"), "goal"),),
    "feedback": (
        Addition("feedback", N_("Feedback that I received"), "feedback"),
        Addition("request", N_("Ask someone for feedback"), "request"),
    ),
    "skills": (
        Addition("skill", N_("A skill"), "skill"),
        Addition(STARTER, N_("A skill from a list, to begin with"), STARTER),
        Addition("rating", N_("A rating: which level, and what shows it"), "rating"),
        Addition("evidence", N_("Evidence"), "evidence"),
    ),
    "journey": (Addition("milestone", N_("A milestone"), "milestone"),),
    "conversation": (
        Addition("conversation", N_("A conversation, planned or held"), "conversation"),
        Addition("agreement", N_("An agreement"), "agreement"),
        Addition("need", N_("What I need to learn"), "need"),
        Addition("person", N_("A person"), "person"),
        Addition(CLIMATE, N_("Learning-climate check: ten short statements"), CLIMATE),
    ),
}
"""What can be created in a place, by its id, the most likely first; in other places a note."""


def options(additions: Sequence[Addition], _: Words) -> list[Option]:
    """Return the additions as options of a dialog."""
    return [Option(addition.id, _(addition.label)) for addition in additions]


def tied(addition: Addition, record: Record | None) -> dict[str, str]:
    """Return the initial texts, by field, of what is added to this record."""
    given = dict(addition.given)
    if record is not None and addition.link:
        beside = record.kind == addition.kind  # "another step" belongs to the goal of the step
        given[addition.link] = (getattr(record, addition.link) or "") if beside else record.id
    if record is not None and record.kind in ("feedback", "rating", "reflection", "request"):
        given |= _shared_links(record, addition.kind)
    return given


def _shared_links(record: Record, kind: str) -> dict[str, str]:
    """Return the goals and skills of the record that a new record of this kind takes over."""
    given = {}
    if kind in ("evidence", "reflection", "feedback"):
        for name in ("goals", "skills"):
            held = getattr(record, name, ())
            if held:
                given[name] = "\n".join(held)
        skill = getattr(record, "skill", None)
        if skill:
            given["skills"] = skill
    if record.kind == "request" and kind == "feedback":
        given["from"] = getattr(record, "person", "")
    return {name: text for name, text in given.items() if text}
