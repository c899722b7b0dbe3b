"""Working with feedback: what was meant, what one recognises, what one does with it. Right after it, or later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.entry import QUESTIONS
from portfolio.tui.dialogs.pick import ChooseDialog

if TYPE_CHECKING:
    from portfolio.records.feedback import Feedback
    from portfolio.tui.shell.place_screen import PlaceScreen


def work_with(screen: PlaceScreen, feedback: Feedback) -> None:
    """Ask one question at a time about feedback that is there."""
    screen.go_on(screen.to_change(feedback).asked(QUESTIONS))


def offer_work(screen: PlaceScreen, feedback: Feedback) -> None:
    """Ask whether this is the moment: it takes five minutes, and later is as good."""
    _ = screen.words
    answers = [("later", _("Later")), ("now", _("Yes, a few short questions"))]

    def answered(answer: str | None) -> None:
        if answer == "now":
            work_with(screen, feedback)

    question = _("Saved. Do you want to look at what you do with it now? Five minutes is enough.")
    screen.app.push_screen(ChooseDialog(question, answers), answered)
