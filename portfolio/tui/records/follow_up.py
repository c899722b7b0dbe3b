"""One key makes of what was agreed a learning goal, a step of one, or a need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.journey.prompts.if_then_plans import active_goals
from portfolio.present.titles import heading
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.messages import AgreementBecomes

if TYPE_CHECKING:
    from portfolio.records.conversations import Agreement
    from portfolio.tui.begin_entry import BeginningScreen


def offer_becoming(screen: BeginningScreen, agreement: Agreement) -> None:
    """Ask what it becomes; a step asks of which goal, unless the agreement says so."""
    _, look = screen.words, screen.leerreis.look
    goals = active_goals(look.records)
    options = [Option("goal", _("A learning goal"))]
    options += [Option("step", _("A step of a learning goal"))] if goals or agreement.goal else []
    options.append(Option("need", _("Something that I need")))

    def picked(into: str | None) -> None:
        if into == "step" and not agreement.goal and len(goals) > 1:
            titles = [Option(goal.id, heading(goal, look.records, _)) for goal in goals]
            screen.app.push_screen(PickDialog(_("A step of which goal?"), titles, numbered=True), of_goal)
        elif into == "step":
            of_goal(agreement.goal or goals[0].id)
        elif into is not None:
            screen.post_message(AgreementBecomes(agreement.id, into))

    def of_goal(goal: str | None) -> None:
        if goal is not None:
            screen.post_message(AgreementBecomes(agreement.id, "step", goal))

    screen.app.push_screen(PickDialog(_("What does this agreement become?"), options, numbered=True), picked)
