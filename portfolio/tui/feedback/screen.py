"""The Feedback place: feedback from others, and requests for it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui.feedback.rows import listed, row_maker
from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.wording import N_


class FeedbackScreen(ListScreen):
    """The Feedback place."""

    WHERE: ClassVar[str] = "feedback"
    KINDS: ClassVar[tuple[str, ...]] = ("feedback", "request")
    EMPTY: ClassVar[str] = N_("No feedback yet. Press {new} to write down what someone said, or to ask someone.")
    DEFAULT_CSS = """
    FeedbackScreen #list { width: 3fr; }
    FeedbackScreen #text { width: 2fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)
