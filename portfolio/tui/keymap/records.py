"""The keys that continue with a record, or send something about it: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import can_send_texts, can_split, has_story, is_growing
from portfolio.tui.keymap.places import RECORD_PLACES
from portfolio.wording import N_
from portfolio.wording.dates import context

RECORD_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "deepen",
        "w",
        context("key", "go deeper"),
        N_(
            "Go deeper: a note becomes a story, feedback gets your answer, a conversation gets its "
            "sheet, an agreement becomes a goal."
        ),
        RECORD_PLACES,
        is_growing,
        rank=5,
        of_record=True,
    ),
    Action(
        "short_version",
        "y",
        context("key", "short version"),
        N_("Make a short copy of the story to share; the story itself stays private."),
        RECORD_PLACES,
        has_story,
        rank=5,
        of_record=True,
    ),
    Action(
        "texts",
        "i",
        context("key", "text for mail"),
        N_("Copy or save a text to send: a question, a reminder, what was agreed."),
        RECORD_PLACES,
        can_send_texts,
        rank=7,
        of_record=True,
    ),
    Action(
        "split",
        "z",
        context("key", "split"),
        N_("Split feedback over skills, line by line."),
        RECORD_PLACES - {"journey"},
        can_split,
        rank=7,
        of_record=True,
    ),
)
"""In the order of the key bar."""
