"""Reflections: everything that was written when looking back, to read, change, share and find again."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.reflections.rows import listed, row_maker
from portfolio.wording import N_


class ReflectionsScreen(ListScreen):
    """The second place."""

    WHERE: ClassVar[str] = "reflections"
    KINDS: ClassVar[tuple[str, ...]] = ("reflection",)
    EMPTY: ClassVar[str] = N_(
        "Nothing here yet. Press {new} for a note or other questions, or {go_today} and enter for the evening check."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)

    def action_new(self) -> None:
        """Look back, by the time there is."""
        self.services.navigator.start("look_back", self)
