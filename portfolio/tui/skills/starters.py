"""A skill from the list to begin with: chosen, then shown in its form to change and to save."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from portfolio.journey.fold import fold
from portfolio.records.skills import Skill
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.starter_skills import PROFESSIONAL, STARTERS

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


async def choose_starter(screen: BaseScreen[None], _given: Mapping[str, str]) -> None:
    """Ask which of those that are not there yet."""
    look, navigator = screen.services.state, screen.services.navigator
    _ = look.words
    there = {fold(skill.title) for skill in look.records.of(Skill)}
    options = [Option(each, _(each)) for each in STARTERS if fold(_(each)) not in there]
    starter = await screen.ask(PickDialog(_("Which skill?"), options))
    if starter is not None:
        texts = {"title": _(starter), "group": "professional" if starter in PROFESSIONAL else "personal"}
        navigator.open_entry(navigator.new_entry("skill", "", {})._replace(texts=texts))
