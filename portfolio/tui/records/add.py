"""What can be made new in each place, and what can be added to a record: kinds with the link that ties them to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.records.record import Record
from portfolio.tui.dialogs.options import Option
from portfolio.tui.shell.flow import start_flow
from portfolio.wording import N_, Words

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


class Addition(NamedTuple):
    """One thing that can be added."""

    id: str
    label: str
    """An English message id."""
    kind: str
    """The kind of what is added, or the name of what is asked before it is known what that will be."""
    link: str = ""
    """The field that gets the id of the record it is added to."""
    given: Mapping[str, str] = {}
    """What is filled in already."""
    template: str = ""
    closes: bool = False
    """Whether the record it is added to is answered by it."""


STARTER: Final = "starter"
"""The addition that chooses a skill from a list."""
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
            "theirs", N_("Another agreement: what the other does"), "agreement", "conversation", {"owner": "manager"}
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
        Addition("theirs", N_("An agreement: what the other does"), "agreement", "conversation", {"owner": "manager"}),
        Addition("both", N_("An agreement: what we do together"), "agreement", "conversation", {"owner": "together"}),
    ),
}
"""By kind of the record what can be added to it, the most likely first."""

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
"""By place what can be made there, the most likely first. In the other places it is a note."""


async def choose_addition(screen: BaseScreen[None], additions: Sequence[Addition], record: Record | None) -> None:
    """Ask which of these to add, when there is more than one, and begin it; without any it is a note."""
    from portfolio.tui.dialogs.pick import PickDialog

    _, chosen = screen.words, additions[0] if additions else None
    if len(additions) > 1:
        key = await screen.ask(PickDialog(_("What do you want to add?"), options(additions, _)))
        chosen = next((addition for addition in additions if addition.id == key), None)
        if chosen is None:
            return
    if chosen is None:
        screen.services.navigator.write_new(screen, "reflection", "note")
    elif chosen.closes and record is not None:
        entry = screen.services.navigator.new_entry(chosen.kind, chosen.template, tied(chosen, record))
        screen.services.navigator.open_entry(entry._replace(closes=record.id))
    else:
        screen.services.navigator.write_new(screen, chosen.kind, chosen.template, tied(chosen, record))


def new_in(screen: BaseScreen[None]) -> None:
    """Begin what is made in this place; where that is more than one thing, ask which."""
    start_flow(screen, choose_addition, screen, IN_PLACE.get(screen.WHERE, ()), None)


def options(additions: Sequence[Addition], _: Words) -> list[Option]:
    """The additions to choose from."""
    return [Option(addition.id, _(addition.label)) for addition in additions]


def tied(addition: Addition, record: Record | None) -> dict[str, str]:
    """What is filled in already when it is added to this record."""
    given = dict(addition.given)
    if record is not None and addition.link:
        beside = record.kind == addition.kind  # what is added to one of its own kind belongs where that belongs
        given[addition.link] = (getattr(record, addition.link) or "") if beside else record.id
    if record is not None and record.kind in ("feedback", "rating", "reflection", "request"):
        given |= _shared_links(record, addition.kind)
    return given


def _shared_links(record: Record, kind: str) -> dict[str, str]:
    """The goals and skills that the record is about, for what is added to it."""
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


__all__ = ["IN_PLACE", "TO_RECORD", "Addition", "options", "tied"]
