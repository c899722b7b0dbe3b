"""Flow that turns an agreement into a learning goal, a step of a goal, or a need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.options import Option
from portfolio.journey.prompts.if_then_plans import active_goals
from portfolio.notebook.agreement_followup import INTO, become
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.wording.names import kind_name

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.shell.screen import BaseScreen


async def offer_becoming(screen: BaseScreen[None], agreement: Agreement) -> None:
    """Ask what the agreement becomes; for a step also of which goal, unless the agreement has one."""
    _, state = screen.words, screen.services.state
    goals = active_goals(state.records)
    options = [Option("goal", _("A learning goal"))]
    options += [Option("step", _("A step of a learning goal"))] if goals or agreement.goal else []
    options.append(Option("need", _("Something that I need")))
    into = await screen.ask(PickDialog(_("What does this agreement become?"), options, numbered=True))
    goal: str | None = ""
    if into == "step":
        goal = agreement.goal or goals[0].id
        if not agreement.goal and len(goals) > 1:
            titles = [Option(each.id, heading(each, state.records, _)) for each in goals]
            goal = await screen.ask(PickDialog(_("A step of which goal?"), titles, numbered=True))
    if into is not None and goal is not None:
        _become(screen, agreement, into, goal)


def _become(screen: BaseScreen[None], agreement: Agreement, into: str, goal: str) -> None:

    _, keys = screen.words, screen.services.state.keys
    message = _("It is now a {kind} too, for you alone. Press {undo} to undo that.")
    message = message.format(kind=kind_name(into, _), **keys)

    def save(nb: Notebook) -> StatusMessage:
        now = nb.read.records.find(Agreement, agreement.id)
        kind = next(each for each in INTO if each == into)
        if now is None:
            return StatusMessage(_("That agreement is not there any more."), "warning")
        return saved_message(become(nb, now, kind, goal), message, _)

    screen.services.session.save_soon(save)
