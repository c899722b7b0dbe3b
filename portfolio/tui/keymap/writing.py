"""The keys while writing: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import has_answers, in_a_review, is_typing
from portfolio.wording import N_
from portfolio.wording.dates import context

_CHECK: Final = frozenset({"check"})
_FORM: Final = frozenset({"form"})
_BOTH: Final = frozenset({"form", "check"})

SAVES: Final = N_("Save what you wrote.")
ENTER: Final = {
    "save": SAVES,
    "line": N_("Begin a new line."),
    "field": N_("Go to the next field."),
    "choose": N_("Choose from a list; backspace takes the last one away."),
    "more": N_("Show the other fields."),
}
"""What enter does where it does not go to the next question: message ids in English."""

WRITING_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "next_question",
        "enter",
        context("key", "next"),
        N_("Next question; on an empty line: skip it."),
        _CHECK,
        rank=1,
    ),
    Action(
        "new_line",
        "ctrl+j",
        context("key", "new line"),
        N_("Begin a new line in your answer."),
        _CHECK,
        is_typing,
        rank=4,
    ),
    Action("save", "ctrl+s", context("key", "save"), SAVES, _BOTH, rank=1),
    Action("next_field", "tab", context("key", "next field"), N_("Go to the next field."), _FORM, rank=2),
    Action(
        "link_text",
        "ctrl+l",
        context("key", "link"),
        N_("Link it with a goal, a skill, a person or evidence."),
        _CHECK,
        is_typing,
        rank=3,
    ),
    Action(
        "lift",
        "f8",
        context("key", "line of the week"),
        N_("Use a line from this week in your answer."),
        _CHECK,
        in_a_review,
        rank=4,
    ),
    Action(
        "whole_text",
        "f3",
        context("key", "whole text"),
        N_("Read everything that you answered so far."),
        _CHECK,
        has_answers,
        rank=2,
    ),
    Action(
        "later",
        "ctrl+o",
        context("key", "later"),
        N_("Stop here; what you wrote is kept as a draft."),
        _CHECK,
        rank=3,
    ),
    Action("day", "f4", context("key", "other day"), N_("Write about another day."), _CHECK, rank=5),
    Action(
        "own_editor",
        "ctrl+e",
        context("key", "editor"),
        N_("Write this text in your own editor."),
        _BOTH,
        rank=6,
        first=True,
    ),
    Action("back", "escape", context("key", "back"), N_("Go back; what you wrote is kept."), _BOTH, rank=0),
    Action(
        "palette",
        "ctrl+p",
        context("key", "actions"),
        N_("Everything that can be done with this text, by its name."),
        _BOTH,
        rank=1,
        also="ctrl+p",
        by_app=True,
    ),
    Action(
        "settings",
        "f2",
        context("key", "settings"),
        N_("Your file, language, colours, rhythm and keys."),
        _BOTH,
        rank=8,
        also="f2",
        by_app=True,
    ),
    Action(
        "help",
        "question_mark",
        context("key", "help"),
        N_("What you can do where you are."),
        _BOTH,
        rank=3,
        also="f1",
        by_app=True,
    ),
)
"""In the order of the key bar."""
