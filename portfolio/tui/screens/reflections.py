"""Reflections: everything that was written when looking back, to read, change, share and find again."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui import actions
from portfolio.tui.list_screen import ListScreen
from portfolio.tui.views.reflections import listed, row_maker
from portfolio.wording import N_


class ReflectionsScreen(ListScreen):
    """The second place."""

    WHERE: ClassVar[str] = "reflections"
    KINDS: ClassVar[tuple[str, ...]] = ("reflection",)
    EMPTY: ClassVar[str] = N_(
        "Nothing here yet. Press {new} for a note or other questions, or {go_today} and enter for the evening check."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)

    def action_new(self) -> None:
        """Look back, by the time there is."""
        self.action_look_back()
