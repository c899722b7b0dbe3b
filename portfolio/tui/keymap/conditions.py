"""Where someone stands, and what can be done there: the conditions of the table of actions."""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.journey.prompts.feedback_split import lines_of
from portfolio.journey.prompts.stories import STORY, can_grow, short_text
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback, Request
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection


class ActionContext(NamedTuple):
    """Where someone stands, as far as it decides what can be done."""

    chosen: Record | None = None
    """The record that the cursor is on."""
    row: str = ""
    """What the row stands for that the cursor is on."""
    alone: bool = True
    writable: bool = True
    something: bool = False
    """Whether there is a portfolio yet."""
    undoable: bool = False
    """Whether there is an act to take back."""
    redoable: bool = False
    """Whether there is one to do again."""
    deeper: bool = False
    """Whether there is a step back within this place."""
    marked: tuple[str, ...] = ()
    """The kinds of the records that are marked, when there are several: what is marked is what is meant."""
    typing: bool = False
    """Whether words are being typed, not a scale answered or a week read."""
    answered: bool = False
    """Whether the text that is being written says something already."""

    @property
    def kind(self) -> str:
        """The kind of the chosen record."""
        return self.chosen.kind if self.chosen is not None else ""


STATED: Final = frozenset({"goal", "step", "agreement", "request", "conversation"})
"""The kinds of which a key changes how they stand."""
LINKED: Final = frozenset({"reflection", "feedback", "evidence", "milestone", "goal", "rating"})
"""The kinds that a key links with others."""
ADDED_TO: Final = frozenset(
    {"goal", "step", "measure", "reading", "skill", "rating", "feedback", "request", "person", "conversation",
     "agreement"}
)  # fmt: skip
"""The kinds that something can be added to."""


def always(_situation: ActionContext) -> bool:
    """Whatever it is."""
    return True


def on_a_row(situation: ActionContext) -> bool:
    """The cursor is on something."""
    return bool(situation.row)


def on_a_record(situation: ActionContext) -> bool:
    """The cursor is on a record, whether it can be changed or not."""
    return situation.chosen is not None


def can_write(situation: ActionContext) -> bool:
    """The portfolio can be written, and nobody looks on."""
    return situation.alone and situation.writable


def can_change(situation: ActionContext) -> bool:
    """The cursor is on a record that can be changed. What was handed over is a log, which nobody changes."""
    return can_write(situation) and situation.chosen is not None and situation.kind != "export"


def can_mark(situation: ActionContext) -> bool:
    """The cursor is on a record that can be marked."""
    return can_change(situation) or (can_write(situation) and bool(situation.marked and situation.row))


def has_versions(situation: ActionContext) -> bool:
    """The record has a text that was changed on two computers."""
    return can_change(situation) and situation.chosen is not None and bool(situation.chosen.conflicts)


def can_share(situation: ActionContext) -> bool:
    """There is a record to share, or several marked ones."""
    return can_change(situation) or (can_write(situation) and bool(situation.marked))


def can_add(situation: ActionContext) -> bool:
    """Something can be added to the record."""
    return can_change(situation) and situation.kind in ADDED_TO


def has_state(situation: ActionContext) -> bool:
    """The record has a state to change."""
    return can_change(situation) and situation.kind in STATED


def can_link(situation: ActionContext) -> bool:
    """The record can be linked with others, or all marked ones can."""
    if situation.marked:
        return can_write(situation) and LINKED.issuperset(situation.marked)
    return can_change(situation) and situation.kind in LINKED


def can_tag(situation: ActionContext) -> bool:
    """There is a record to tag, or several marked ones."""
    return can_share(situation)


def is_growing(situation: ActionContext) -> bool:
    """It is a note that can become a story, a story, feedback, a conversation to prepare, or an agreement to keep."""
    chosen = situation.chosen
    if isinstance(chosen, Agreement):
        return can_change(situation) and chosen.state in ("open", "in_progress")
    if isinstance(chosen, Conversation):
        return can_change(situation) and chosen.state == "preparing"
    return can_change(situation) and (
        isinstance(chosen, Feedback) or (isinstance(chosen, Reflection) and can_grow(chosen))
    )


def can_send_texts(situation: ActionContext) -> bool:
    """There is a text to send about it: an open request, feedback that was not asked to be shared, a held talk."""
    chosen = situation.chosen
    if isinstance(chosen, Conversation):
        return can_change(situation) and chosen.state != "preparing"
    if isinstance(chosen, Request):
        return can_change(situation) and chosen.state == "open"
    asked = isinstance(chosen, Feedback) and chosen.permission == "not_asked" and bool(chosen.from_)
    return can_change(situation) and asked


def can_split(situation: ActionContext) -> bool:
    """It is feedback of several lines."""
    chosen = situation.chosen
    return can_change(situation) and isinstance(chosen, Feedback) and len(lines_of(chosen.what)) > 1


def has_story(situation: ActionContext) -> bool:
    """It is a story that says something already."""
    chosen = situation.chosen
    return (
        can_change(situation)
        and isinstance(chosen, Reflection)
        and chosen.template == STORY
        and bool(short_text(chosen))
    )


def in_a_review(situation: ActionContext) -> bool:
    """A weekly review is being written."""
    return situation.row == "week" and situation.typing


def is_typing(situation: ActionContext) -> bool:
    """A question is being answered in words."""
    return situation.typing


def has_answers(situation: ActionContext) -> bool:
    """What is being written says something already."""
    return situation.answered


def on_its_way(situation: ActionContext) -> bool:
    """Someone is past the first question: escape goes back one, and does not leave."""
    return situation.deeper


def has_location(situation: ActionContext) -> bool:
    """The record points to something, or is a document that was handed over."""
    return situation.alone and (situation.kind == "export" or bool(getattr(situation.chosen, "location", None)))


def can_drop(situation: ActionContext) -> bool:
    """There is something to throw away: a record, a draft, or a hint to put away."""
    if not can_write(situation):
        return False
    return bool(situation.chosen or situation.marked) or situation.row.startswith(("draft:", "hint:"))


def can_undo(situation: ActionContext) -> bool:
    """There is something to take back."""
    return can_write(situation) and situation.undoable


def can_redo(situation: ActionContext) -> bool:
    """There is something to do again."""
    return can_write(situation) and situation.redoable


def something(situation: ActionContext) -> bool:
    """There is a portfolio."""
    return situation.something


def deeper(situation: ActionContext) -> bool:
    """There is a step back within the place."""
    return situation.deeper
