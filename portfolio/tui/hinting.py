"""The part of the app that answers what someone does with a hint on Today."""

from __future__ import annotations

from textual import on

from portfolio.tui import messages
from portfolio.tui.taking_back import TakingBack
from portfolio.tui.telling import told


class HintKeeping(TakingBack):
    """An app that puts hints away and takes milestones that it proposed."""

    @on(messages.HintPutAway)
    def _put_away(self, fact: messages.HintPutAway) -> None:
        from portfolio.notebook import hints

        _ = self.look.words
        said = _("Put away for good. Press {undo} to bring it back.").format(**self.look.keys)
        self.run_worker(self.act(lambda nb: told(hints.put_away(nb, fact.key), said, _)), group="acts")

    @on(messages.MilestoneTaken)
    def _milestone_taken(self, fact: messages.MilestoneTaken) -> None:
        from portfolio.notebook import hints
        from portfolio.wording.nudges import milestone_text

        _, proposed = self.look.words, fact.proposed
        text = milestone_text(proposed.source, proposed.title, _)
        said = _("The milestone is kept; you find it on your journey. Only you see it.")
        self.run_worker(self.act(lambda nb: told(hints.take(nb, proposed, text), said, _)), group="acts")
