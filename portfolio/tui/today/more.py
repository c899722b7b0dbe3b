"""After the evening check: it is saved, and three more questions are there for who wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.entry import MORE

if TYPE_CHECKING:
    from portfolio.records.reflections import Reflection
    from portfolio.tui.shell.screen import BaseScreen


async def offer_more(screen: BaseScreen[None], check: Reflection) -> None:
    """Say that the check is saved, and ask whether to answer the extra questions too; Escape leaves it at that."""
    _, navigator = screen.words, screen.services.navigator
    answers = [("more", _("Three more short questions")), ("done", _("That was it for today"))]
    if await screen.choose(_("Done, saved."), answers) == "more":
        await navigator.write(navigator.to_change(check).asked(MORE))
