"""Asking how it went with an if-then plan: did it come up, and did it work?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.messages import PlanAnswered
from portfolio.wording.plans import OUTCOMES, outcome_words

if TYPE_CHECKING:
    from portfolio.journey.prompts.if_then_plans import Plan
    from portfolio.tui.begin_entry import BeginningScreen

NOT_YET: Final = "not_yet"
"""The answer that keeps nothing."""
GONE: Final = "gone"
"""The answer that puts the plan away."""


def ask_how_it_went(screen: BeginningScreen, plan: Plan) -> None:
    """Ask, with the plan above the answers."""
    _ = screen.words
    options = [Option(outcome, outcome_words(outcome, _)) for outcome in OUTCOMES]

    def picked(outcome: str | None) -> None:
        if outcome is not None:
            screen.post_message(PlanAnswered(plan, outcome))

    title = " ".join(clean_line(plan.text).split())
    screen.app.push_screen(PickDialog(title, options, numbered=True), picked)
