"""Actions on a hint on Today: dismiss it, or keep the milestone that it proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.tui.services.status import saved_message

if TYPE_CHECKING:
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.tui.services.services import Services


def put_away(services: Services, key: str) -> None:
    """Dismiss this hint for good."""
    from portfolio.notebook import hints

    _, keys = services.state.words, services.state.keys
    message = _("This hint will not come back. Press {undo} if you want it after all.").format(**keys)
    services.session.save_soon(lambda nb: saved_message(hints.put_away(nb, key), message, _))


def take_milestone(services: Services, proposed: Proposal) -> None:
    """Keep the proposed milestone."""
    from portfolio.notebook import hints
    from portfolio.wording.nudges import milestone_text

    _ = services.state.words
    text = milestone_text(proposed.source, proposed.title, _)
    message = _("The milestone is kept; you find it on your journey. Only you see it.")
    services.session.save_soon(lambda nb: saved_message(hints.take(nb, proposed, text), message, _))
