"""Flow that asks how an if-then plan went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option
from portfolio.notebook import hints, plans
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.wording.plans import OUTCOMES, outcome_words

if TYPE_CHECKING:
    from portfolio.journey.prompts.if_then_plans import Plan
    from portfolio.notebook import Notebook
    from portfolio.tui.services.services import Services
    from portfolio.tui.shell.screen import BaseScreen

NOT_YET: Final = "not_yet"
"""The answer that stores nothing."""
GONE: Final = "gone"
"""The answer that dismisses the plan."""


async def ask_how_it_went(screen: BaseScreen[None], plan: Plan) -> None:
    """Ask for the outcome, with the plan above the answers."""
    _ = screen.words
    options = [Option(outcome, outcome_words(outcome, _)) for outcome in OUTCOMES]
    outcome = await screen.ask(PickDialog(" ".join(clean_line(plan.text).split()), options, numbered=True))
    if outcome is not None:
        _answer(screen.services, plan, outcome)


def _answer(services: Services, plan: Plan, outcome: str) -> None:
    """Store the outcome as a note; "not yet" stores nothing, and "gone" dismisses the plan."""
    _, keys = services.state.words, services.state.keys
    if outcome == NOT_YET:
        services.status.say(_("The plan stays, for when it comes up."), "muted")
        return
    if outcome == GONE:
        gone = _("The plan no longer shows on Today. Press {undo} to bring it back.").format(**keys)
        services.session.save_soon(lambda nb: saved_message(hints.put_away(nb, plan.key), gone, _))
        return
    words = outcome_words(outcome, _)
    message = _("Kept as a note. Press {edit} to add what happened.").format(**keys)

    def answer(nb: Notebook) -> StatusMessage:
        stored = plans.answer(nb, plan, words)
        return saved_message(stored, message, _, here=True, landed=stored.ids[0] if stored.ids else "")

    services.session.save_soon(answer)
