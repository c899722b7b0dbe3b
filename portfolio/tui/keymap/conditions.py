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
    enter: str = ""
    """What enter does in the part of a text that has the focus, as a key of `keymap.writing.ENTER`."""

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


def always(_context: ActionContext) -> bool:
    """Always available."""
    return True


def on_a_row(context: ActionContext) -> bool:
    """Return whether the cursor is on a row."""
    return bool(context.row)


def on_a_record(context: ActionContext) -> bool:
    """Return whether the cursor is on a record, changeable or not."""
    return context.chosen is not None


def can_write(context: ActionContext) -> bool:
    """Return whether the portfolio is writable and private records are shown."""
    return context.alone and context.writable


def can_change(context: ActionContext) -> bool:
    """Return whether the cursor is on a record that can be changed; the export log cannot."""
    return can_write(context) and context.chosen is not None and context.kind != "export"


def can_mark(context: ActionContext) -> bool:
    """Return whether the cursor is on a record that can be marked."""
    return can_change(context) or (can_write(context) and bool(context.marked and context.row))


def has_versions(context: ActionContext) -> bool:
    """Return whether the record has a field with two versions."""
    return can_change(context) and context.chosen is not None and bool(context.chosen.conflicts)


def can_share(context: ActionContext) -> bool:
    """Return whether there is a record to share, or several marked ones."""
    return can_change(context) or (can_write(context) and bool(context.marked))


def can_add(context: ActionContext) -> bool:
    """Return whether something can be added to the record."""
    return can_change(context) and context.kind in ADDED_TO


def has_state(context: ActionContext) -> bool:
    """Return whether the record has a state to change."""
    return can_change(context) and context.kind in STATED


def can_link(context: ActionContext) -> bool:
    """Return whether the record, or every marked record, can be linked with others."""
    if context.marked:
        return can_write(context) and LINKED.issuperset(context.marked)
    return can_change(context) and context.kind in LINKED


def can_tag(context: ActionContext) -> bool:
    """Return whether there is a record to tag, or several marked ones."""
    return can_share(context)


def is_growing(context: ActionContext) -> bool:
    """Return whether "go deeper" applies: a note or story to continue, feedback, a conversation or an agreement."""
    chosen = context.chosen
    if isinstance(chosen, Agreement):
        return can_change(context) and chosen.state in ("open", "in_progress")
    if isinstance(chosen, Conversation):
        return can_change(context) and chosen.state == "preparing"
    return can_change(context) and (
        isinstance(chosen, Feedback) or (isinstance(chosen, Reflection) and can_grow(chosen))
    )


def can_send_texts(context: ActionContext) -> bool:
    """Return whether there is a text to send about the record.

    That is an open request, feedback of which the giver was not asked yet whether it can be shared, or a conversation,
    in which something can be agreed before it is called held.
    """
    chosen = context.chosen
    if isinstance(chosen, Conversation):
        return can_change(context)
    if isinstance(chosen, Request):
        return can_change(context) and chosen.state == "open"
    asked = isinstance(chosen, Feedback) and chosen.permission == "not_asked" and bool(chosen.from_)
    return can_change(context) and asked


def can_split(context: ActionContext) -> bool:
    """Return whether the record is feedback of several lines."""
    chosen = context.chosen
    return can_change(context) and isinstance(chosen, Feedback) and len(lines_of(chosen.what)) > 1


def has_story(context: ActionContext) -> bool:
    """Return whether the record is a story with text for a short version."""
    chosen = context.chosen
    return (
        can_change(context) and isinstance(chosen, Reflection) and chosen.template == STORY and bool(short_text(chosen))
    )


def in_a_review(context: ActionContext) -> bool:
    """Return whether a weekly review is being written."""
    return context.row == "week" and context.typing


def is_typing(context: ActionContext) -> bool:
    """Return whether a question is being answered in text."""
    return context.typing


def has_answers(context: ActionContext) -> bool:
    """Return whether the text being written has any answer."""
    return context.answered


def has_location(context: ActionContext) -> bool:
    """Return whether the record has a location to open, or is an exported document."""
    return context.alone and (context.kind == "export" or bool(getattr(context.chosen, "location", None)))


def can_edit(context: ActionContext) -> bool:
    """Return whether there is something to change: one record, or a draft to continue."""
    return can_change(context) or (can_write(context) and context.row.startswith("draft:"))


def can_drop(context: ActionContext) -> bool:
    """Return whether there is something to delete: a record, a draft, or a hint to dismiss."""
    if not can_write(context):
        return False
    return bool(context.chosen or context.marked) or context.row.startswith(("draft:", "hint:"))


def can_undo(context: ActionContext) -> bool:
    """Return whether there is a change to undo."""
    return can_write(context) and context.undoable


def can_redo(context: ActionContext) -> bool:
    """Return whether there is an undone change to redo."""
    return can_write(context) and context.redoable


def something(context: ActionContext) -> bool:
    """Return whether there is a portfolio."""
    return context.something


def deeper(context: ActionContext) -> bool:
    """Return whether Back has a step to go back within the place."""
    return context.deeper
