"""Questions about feedback that was received: what was meant, what the user recognises and will do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.entry import QUESTIONS

if TYPE_CHECKING:
    from portfolio.records.feedback import Feedback
    from portfolio.tui.shell.screen import BaseScreen


def work_with(screen: BaseScreen[None], feedback: Feedback) -> None:
    """Open the questions about this feedback, one per screen."""
    navigator = screen.services.navigator
    navigator.open_entry(navigator.to_change(feedback).asked(QUESTIONS))


async def offer_work(screen: BaseScreen[None], feedback: Feedback) -> None:
    """Ask whether to answer the questions now; the safe answer is later."""
    _ = screen.words
    answers = [("later", _("Later")), ("now", _("Yes, a few short questions"))]
    question = _("Saved. Decide now what you'll do with it? Five minutes is enough.")
    if await screen.choose(question, answers) == "now":
        work_with(screen, feedback)
