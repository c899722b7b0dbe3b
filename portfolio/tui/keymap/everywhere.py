"""The keys that are the same on every screen: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import HIDDEN, Action
from portfolio.tui.keymap.conditions import can_write, deeper, something
from portfolio.tui.keymap.places import EVERYWHERE
from portfolio.wording import N_
from portfolio.wording.dates import context

_ALSO_IN_TEXTS: Final = EVERYWHERE | frozenset({"check", "form"})

EVERYWHERE_ACTIONS: Final[tuple[Action, ...]] = (
    Action("back", "escape", context("key", "back"), N_("Go back a step."), available=deeper, rank=0),
    Action(
        "menu",
        "m",
        context("key", "menu"),
        N_("Everything that can be done here, each with its letter."),
        rank=0,
        by_app=True,
    ),
    Action(
        "over_shoulder",
        "v",
        context("key", "over the shoulder"),
        N_("Show only what is shareable, when someone is watching."),
        available=something,
        rank=7,
        by_app=True,
    ),
    Action(
        "hide",
        "f9",
        context("key", "hide"),
        N_("Hide everything at once; the same key brings it back."),
        _ALSO_IN_TEXTS,
        rank=8,
        by_app=True,
    ),
    Action(
        "quick_note",
        "ctrl+n",
        context("key", "quick note"),
        N_("Write a note wherever you are, then carry on there."),
        _ALSO_IN_TEXTS,
        can_write,
        rank=9,
        by_app=True,
    ),
    Action(
        "palette",
        "ctrl+p",
        context("key", "actions"),
        N_("Find anything you can do here by its name: actions, settings, records."),
        rank=HIDDEN,
        also="ctrl+p",
        by_app=True,
    ),
    Action(
        "settings",
        "f2",
        context("key", "settings"),
        N_("Your file, language, colours, rhythm and keys."),
        rank=8,
        also="f2",
        by_app=True,
    ),
    Action(
        "help",
        "question_mark",
        context("key", "help"),
        N_("What you can do where you are, where your file is, and what the signs mean (legend)."),
        rank=0,
        display="?",
        also="f1",
        by_app=True,
    ),
    Action(
        "quit", "q", context("key", "quit"), N_("Close Leerreis. What you are writing is kept."), rank=4, by_app=True
    ),
)
"""In the order of the key bar."""
