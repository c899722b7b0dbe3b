"""Feedback: what others said, and what was asked of them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui import actions
from portfolio.tui.list_screen import ListScreen
from portfolio.tui.views.feedback import listed, row_maker
from portfolio.wording import N_


class FeedbackScreen(ListScreen):
    """The fourth place."""

    WHERE: ClassVar[str] = "feedback"
    KINDS: ClassVar[tuple[str, ...]] = ("feedback", "request")
    EMPTY: ClassVar[str] = N_("No feedback yet. Press {new} to write down what someone said, or to ask someone.")
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)
