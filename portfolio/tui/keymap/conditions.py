"""The conditions of the table of actions: what can be done, depending on where the cursor is.

Each condition is a function of an `ActionContext`, so that it can be tested without a screen.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.journey.prompts.feedback_split import lines_of
from portfolio.journey.prompts.stories import STORY, can_grow, short_text
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback, Request
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection


class ActionContext(NamedTuple):
    """The part of the app's state that decides which actions are available."""

    chosen: Record | None = None
    """The record that actions apply to: under the cursor, or the only marked one."""
    under_cursor: Record | None = None
    """The record under the cursor, also when other records are marked."""
    row: str = ""
    """The key of the row under the cursor."""
    alone: bool = True
    writable: bool = True
    something: bool = False
    """Whether there is a portfolio yet."""
    undoable: bool = False
    """Whether there is a change to undo."""
    redoable: bool = False
    """Whether there is an undone change to redo."""
    deeper: bool = False
    """Whether Back has a step to go back within this place."""
    marked: tuple[str, ...] = ()
    """The kinds of the marked records; when not empty, actions apply to the marked records."""
    typing: bool = False
    """Whether text is being typed, rather than a scale answered or a week read."""
    answered: bool = False
    """Whether the text being written has any answer."""

    @property
    def kind(self) -> str:
        """The kind of the chosen record; empty without one."""
        return self.chosen.kind if self.chosen is not None else ""


STATED: Final = frozenset({"goal", "step", "agreement", "request", "conversation"})
"""The kinds with a state that a key changes."""
LINKED: Final = frozenset({"reflection", "feedback", "evidence", "milestone", "goal", "rating"})
"""The kinds that a key links with others."""
ADDED_TO: Final = frozenset(
    {"goal", "step", "measure", "reading", "skill", "rating", "feedback", "request", "person", "conversation",
     "agreement"}
)  # fmt: skip
"""The kinds to which something can be added."""


def always(_situation: ActionContext) -> bool:
    """Always available."""
    return True


def on_a_row(situation: ActionContext) -> bool:
    """Return whether the cursor is on a row."""
    return bool(situation.row)


def on_a_record(situation: ActionContext) -> bool:
    """Return whether the cursor is on a record, changeable or not."""
    return situation.chosen is not None


def can_write(situation: ActionContext) -> bool:
    """Return whether the portfolio is writable and private records are shown."""
    return situation.alone and situation.writable


def can_change(situation: ActionContext) -> bool:
    """Return whether the cursor is on a record that can be changed; the export log cannot."""
    return can_write(situation) and situation.chosen is not None and situation.kind != "export"


def can_mark(situation: ActionContext) -> bool:
    """Return whether the cursor is on a record that can be marked."""
    return can_change(situation) or (can_write(situation) and bool(situation.marked and situation.row))


def has_versions(situation: ActionContext) -> bool:
    """Return whether the record has a field with two versions."""
    return can_change(situation) and situation.chosen is not None and bool(situation.chosen.conflicts)


def can_share(situation: ActionContext) -> bool:
    """Return whether there is a record to share, or several marked ones."""
    return can_change(situation) or (can_write(situation) and bool(situation.marked))


def can_add(situation: ActionContext) -> bool:
    """Return whether something can be added to the record."""
    return can_change(situation) and situation.kind in ADDED_TO


def has_state(situation: ActionContext) -> bool:
    """Return whether the record has a state to change."""
    return can_change(situation) and situation.kind in STATED


def can_link(situation: ActionContext) -> bool:
    """Return whether the record, or every marked record, can be linked with others."""
    if situation.marked:
        return can_write(situation) and LINKED.issuperset(situation.marked)
    return can_change(situation) and situation.kind in LINKED


def can_tag(situation: ActionContext) -> bool:
    """Return whether there is a record to tag, or several marked ones."""
    return can_share(situation)


def is_growing(situation: ActionContext) -> bool:
    """Return whether "go deeper" applies: a note or story to continue, feedback, a conversation or an agreement."""
    chosen = situation.chosen
    if isinstance(chosen, Agreement):
        return can_change(situation) and chosen.state in ("open", "in_progress")
    if isinstance(chosen, Conversation):
        return can_change(situation) and chosen.state == "preparing"
    return can_change(situation) and (
        isinstance(chosen, Feedback) or (isinstance(chosen, Reflection) and can_grow(chosen))
    )


def can_send_texts(situation: ActionContext) -> bool:
    """Return whether there is a text to send about the record.

    That is an open request, feedback of which the giver was not asked yet whether it can be shared, or a conversation
    that was held.
    """
    chosen = situation.chosen
    if isinstance(chosen, Conversation):
        return can_change(situation) and chosen.state != "preparing"
    if isinstance(chosen, Request):
        return can_change(situation) and chosen.state == "open"
    asked = isinstance(chosen, Feedback) and chosen.permission == "not_asked" and bool(chosen.from_)
    return can_change(situation) and asked


def can_split(situation: ActionContext) -> bool:
    """Return whether the record is feedback of several lines."""
    chosen = situation.chosen
    return can_change(situation) and isinstance(chosen, Feedback) and len(lines_of(chosen.what)) > 1


def has_story(situation: ActionContext) -> bool:
    """Return whether the record is a story with text for a short version."""
    chosen = situation.chosen
    return (
        can_change(situation)
        and isinstance(chosen, Reflection)
        and chosen.template == STORY
        and bool(short_text(chosen))
    )


def in_a_review(situation: ActionContext) -> bool:
    """Return whether a weekly review is being written."""
    return situation.row == "week" and situation.typing


def is_typing(situation: ActionContext) -> bool:
    """Return whether a question is being answered in text."""
    return situation.typing


def has_answers(situation: ActionContext) -> bool:
    """Return whether the text being written has any answer."""
    return situation.answered


def on_its_way(situation: ActionContext) -> bool:
    """Return whether a later question than the first is shown, so that escape goes back one question."""
    return situation.deeper


def has_location(situation: ActionContext) -> bool:
    """Return whether the record has a location to open, or is an exported document."""
    return situation.alone and (situation.kind == "export" or bool(getattr(situation.chosen, "location", None)))


def can_drop(situation: ActionContext) -> bool:
    """Return whether there is something to delete: a record, a draft, or a hint to dismiss."""
    if not can_write(situation):
        return False
    return bool(situation.chosen or situation.marked) or situation.row.startswith(("draft:", "hint:"))


def can_undo(situation: ActionContext) -> bool:
    """Return whether there is a change to undo."""
    return can_write(situation) and situation.undoable


def can_redo(situation: ActionContext) -> bool:
    """Return whether there is an undone change to redo."""
    return can_write(situation) and situation.redoable


def something(situation: ActionContext) -> bool:
    """Return whether there is a portfolio."""
    return situation.something


def deeper(situation: ActionContext) -> bool:
    """Return whether Back has a step to go back within the place."""
    return situation.deeper
