"""Skills: where each began, where it is and where it is to go, with who says so and the evidence beside the claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui import actions
from portfolio.tui.list_screen import ListScreen
from portfolio.tui.look import Look
from portfolio.tui.showing import Showing
from portfolio.tui.views import skills as view
from portfolio.tui.views.listing import Listed, RowOf


class SkillsScreen(ListScreen):
    """The fifth place."""

    WHERE: ClassVar[str] = "skills"
    KINDS: ClassVar[tuple[str, ...]] = ("skill", "evidence")
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]

    def listed(self, look: Look, showing: Showing) -> Iterable[Listed]:
        """What there is to list."""
        return view.listed(look, showing)

    def row_of(self, look: Look) -> RowOf:
        """How a row looks."""
        return view.SkillRow(look)

    def nothing(self, look: Look) -> str:
        """Which key makes the first one."""
        told = look.words("No skills yet. Press {new} for a skill; press {add} on a skill to say which level you have.")
        return told.format(**look.keys)
