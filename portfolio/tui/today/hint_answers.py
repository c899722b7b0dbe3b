"""The part of the app that answers what someone does with a hint on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from portfolio.tui.recovery.undo import TakingBack
from portfolio.tui.services import messages
from portfolio.tui.services.saved_message import saved_message

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.widgets.bars import StatusMessage


class HintKeeping(TakingBack):
    """An app that puts hints away and takes milestones that it proposed."""

    @on(messages.HintPutAway)
    def _put_away(self, fact: messages.HintPutAway) -> None:
        from portfolio.notebook import hints

        _ = self.look.words
        said = _("Put away for good. Press {undo} to bring it back.").format(**self.look.keys)
        self.run_worker(self.act(lambda nb: saved_message(hints.put_away(nb, fact.key), said, _)), group="acts")

    @on(messages.MilestoneTaken)
    def _milestone_taken(self, fact: messages.MilestoneTaken) -> None:
        from portfolio.notebook import hints
        from portfolio.wording.nudges import milestone_text

        _, proposed = self.look.words, fact.proposed
        text = milestone_text(proposed.source, proposed.title, _)
        said = _("The milestone is kept; you find it on your journey. Only you see it.")
        self.run_worker(self.act(lambda nb: saved_message(hints.take(nb, proposed, text), said, _)), group="acts")

    @on(messages.PlanAnswered)
    def _plan_answered(self, fact: messages.PlanAnswered) -> None:
        from portfolio.notebook import hints, plans
        from portfolio.tui.today.plan import GONE, NOT_YET
        from portfolio.wording.plans import outcome_words

        _, plan = self.look.words, fact.plan
        if fact.answer == NOT_YET:
            self.say(_("The plan stays, for when it comes up."), "muted")
        elif fact.answer == GONE:
            said = _("The plan is put away. Press {undo} to bring it back.").format(**self.look.keys)
            self.run_worker(self.act(lambda nb: saved_message(hints.put_away(nb, plan.key), said, _)), group="acts")
        else:
            words = outcome_words(fact.answer, _)
            said = _("Kept as a note. Press {edit} to add what happened.").format(**self.look.keys)

            def answer(nb: Notebook) -> StatusMessage:
                stored = plans.answer(nb, plan, words)
                return saved_message(stored, said, _, here=True, landed=stored.ids[0] if stored.ids else "")

            self.run_worker(self.act(answer), group="acts")
