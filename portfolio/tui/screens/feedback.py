"""Feedback: what others said, and what was asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui import actions
from portfolio.tui.list_screen import ListScreen
from portfolio.tui.look import Look
from portfolio.tui.showing import Showing
from portfolio.tui.views import feedback as view
from portfolio.tui.views.listing import Listed, RowOf


class FeedbackScreen(ListScreen):
    """The fourth place."""

    WHERE: ClassVar[str] = "feedback"
    KINDS: ClassVar[tuple[str, ...]] = ("feedback", "request")
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]

    def listed(self, look: Look, showing: Showing) -> Iterable[Listed]:
        """What there is to list."""
        return view.listed(look, showing)

    def row_of(self, look: Look) -> RowOf:  # noqa: ARG002 - another list needs it
        """How a row looks."""
        return view.row_of

    def nothing(self, look: Look) -> str:
        """Which key makes the first one."""
        told = look.words("No feedback yet. Press {new} to write down what someone said, or to ask someone.")
        return told.format(**look.keys)
