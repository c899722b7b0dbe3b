"""The Goals place: learning goals with their steps and measures."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui.goals.rows import listed, row_maker
from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.wording import N_


class GoalsScreen(ListScreen):
    """The Goals place."""

    WHERE: ClassVar[str] = "goals"
    KINDS: ClassVar[tuple[str, ...]] = ("goal",)
    EMPTY: ClassVar[str] = N_("No learning goals yet. Press {new} to make one: a short name is enough.")
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)
