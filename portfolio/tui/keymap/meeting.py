"""The keys of the own sheet and during a conversation: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import can_write, on_a_row
from portfolio.wording import N_
from portfolio.wording.dates import context

_HERE: Final = frozenset({"table"})
_SHEET: Final = frozenset({"sheet"})

AT_THE_TABLE: Final[tuple[Action, ...]] = (
    Action(
        "talked_about",
        "space",
        context("key", "done"),
        N_("This point is done; go to the next one. Press it again to bring it back."),
        _HERE,
        rank=1,
        display="space",
    ),
    Action(
        "agreed",
        "a",
        context("key", "agreed"),
        N_("Write down what you just agreed: who does it, what, and by when."),
        _HERE,
        can_write,
        rank=1,
    ),
    Action("table_note", "n", context("key", "note"), N_("Write down what you want to remember."), _HERE, can_write,
           rank=1),
    Action("open", "enter", context("key", "write"), N_("Write this answer, or change it."), _SHEET, on_a_row, rank=1),
    Action("point_before", "left", context("key", "before"), N_("The previous point."), _HERE, rank=3, display="←"),
    Action("next_point", "right", context("key", "next"), N_("The next point."), _HERE, rank=2, display="→"),
)  # fmt: skip
"""In the order of the key bar."""
