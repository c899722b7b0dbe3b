"""The Reflections place: all reflections, to read, change, share and search."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.reflections.rows import listed, row_maker
from portfolio.wording import N_


class ReflectionsScreen(ListScreen):
    """The Reflections place."""

    WHERE: ClassVar[str] = "reflections"
    KINDS: ClassVar[tuple[str, ...]] = ("reflection",)
    EMPTY: ClassVar[str] = N_(
        "Nothing here yet. Press {new} for a note or other questions, or {go_today} and enter for the 3-minute check."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)

    def action_new(self) -> None:
        """Start a reflection by the time available."""
        self.services.navigator.start("look_back", self)
