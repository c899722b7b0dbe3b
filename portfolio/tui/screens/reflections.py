"""Reflections: everything that was written when looking back, to read, change, share and find again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui import actions
from portfolio.tui.list_screen import ListScreen
from portfolio.tui.look import Look
from portfolio.tui.showing import Showing
from portfolio.tui.views import reflections as view
from portfolio.tui.views.listing import Listed, RowOf


class ReflectionsScreen(ListScreen):
    """The second place."""

    WHERE: ClassVar[str] = "reflections"
    KINDS: ClassVar[tuple[str, ...]] = ("reflection",)
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]

    def listed(self, look: Look, showing: Showing) -> Iterable[Listed]:
        """What there is to list."""
        return view.listed(look, showing)

    def row_of(self, look: Look) -> RowOf:  # noqa: ARG002 - another list needs it
        """How a row looks."""
        return view.row_of

    def nothing(self, look: Look) -> str:
        """Which key makes the first one."""
        told = look.words(
            "Nothing here yet. Press {new} for a note or other questions, or {go_today} and enter for the evening "
            "check."
        )
        return told.format(**look.keys)

    def action_new(self) -> None:
        """A note, or the questions of a template: the shortest first."""
        from portfolio.tui.screens.pick import PickScreen
        from portfolio.tui.views.templates import template_options

        def picked(template: str | None) -> None:
            if template is not None:
                self.begin(template)

        options = template_options(self.words)
        self.app.push_screen(PickScreen(self.words("What do you want to write?"), options, at="note"), picked)
