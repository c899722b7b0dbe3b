"""The keys of the bin and of the backups: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import on_a_row
from portfolio.wording import N_
from portfolio.wording.dates import context

_BIN: Final = frozenset({"bin"})

BIN: Final = "bin"
BACKUPS: Final = "copies"
NAMES: Final = {BIN: N_("Bin"), BACKUPS: N_("Backups")}
"""The screens from which the user restores deleted or earlier data, by id."""
ABOUT: Final = {
    BIN: N_("what you deleted, for thirty days"),
    BACKUPS: N_("go back to how it was"),
}

EARLIER: Final[tuple[Action, ...]] = (
    Action(
        "open",
        "enter",
        context("key", "bring back"),
        N_("Put it back where it was, with what was deleted together with it."),
        _BIN,
        on_a_row,
        rank=1,
    ),
    Action(
        "delete",
        "d",
        context("key", "delete for good"),
        N_("Take its words out of every file, for good; a question comes first."),
        _BIN,
        on_a_row,
        rank=2,
    ),
    Action(
        "open",
        "enter",
        context("key", "go back"),
        N_("Restore what this backup says. It asks first, and you can undo it."),
        frozenset({"copies"}),
        on_a_row,
        rank=1,
    ),
)
"""In the order of the key bar."""
