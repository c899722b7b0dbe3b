"""The keys of the journey: part of the table of actions. Each picture has its own key in `keymap.pictures`."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import HIDDEN, Action
from portfolio.tui.keymap.conditions import can_write, something
from portfolio.wording import N_
from portfolio.wording.dates import context

_JOURNEY: Final = frozenset({"journey"})

JOURNEY_ACTIONS: Final[tuple[Action, ...]] = (
    Action("next", "tab", context("key", "picture"), N_("Show the next picture."), _JOURNEY, rank=1),
    Action(
        "previous",
        "shift+tab",
        context("key", "previous picture"),
        N_("Show the previous picture."),
        _JOURNEY,
        rank=HIDDEN,
    ),
    Action(
        "period",
        "p",
        context("key", "period"),
        N_("Choose the period: a year, a quarter, since your last conversation, or two dates of your own."),
        _JOURNEY,
        rank=2,
    ),
    Action(
        "signs",
        "T",
        context("key", "signs"),
        N_("The legend: every sign of this picture, with its word."),
        _JOURNEY,
        something,
        rank=2,
    ),
    Action(
        "as_text",
        "t",
        context("key", "as text"),
        N_("The same facts as a list, or the picture again."),
        _JOURNEY,
        rank=3,
    ),
    Action(
        "new",
        "n",
        context("key", "milestone"),
        N_("Write down a milestone on the day under the cursor."),
        _JOURNEY,
        can_write,
        rank=5,
    ),
    Action(
        "focus_on",
        "f",
        context("key", "filter"),
        N_("See one goal or skill alone; in the picture of one skill: choose which."),
        _JOURNEY,
        something,
        rank=4,
    ),
    Action("zoom_in", "plus", context("key", "zoom in"), N_("A shorter period, around the cursor."), _JOURNEY, rank=2),
    Action("zoom_out", "minus", context("key", "zoom out"), N_("A longer period."), _JOURNEY, rank=6),
    Action(
        "pan_back", "comma", context("key", "earlier"), N_("Go back in time, half of what you see."), _JOURNEY, rank=2
    ),
    Action(
        "pan_on", "full_stop", context("key", "later"), N_("Go on in time, half of what you see."), _JOURNEY, rank=6
    ),
    Action(
        "play",
        "space",
        context("key", "play"),
        N_("Play the period: what happened appears month by month. Any key stops it."),
        _JOURNEY,
        something,
        rank=3,
        display="space",
    ),
)
"""In the order of the key bar."""
