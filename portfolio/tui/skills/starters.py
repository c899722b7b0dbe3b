"""Flow that adds a skill from the starter list: choose one, then edit it in a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from portfolio.capture.options import Option
from portfolio.journey.fold import fold
from portfolio.records.skills import Skill
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.starter_skills import PROFESSIONAL, STARTERS

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


async def choose_starter(screen: BaseScreen[None], _given: Mapping[str, str]) -> None:
    """Ask for a starter skill that the user does not have yet, and open it in a form."""
    state, navigator = screen.services.state, screen.services.navigator
    _ = state.words
    there = {fold(skill.title) for skill in state.records.of(Skill)}
    options = [Option(each, _(each)) for each in STARTERS if fold(_(each)) not in there]
    starter = await screen.ask(PickDialog(_("Which skill?"), options))
    if starter is not None:
        texts = {"title": _(starter), "group": "professional" if starter in PROFESSIONAL else "personal"}
        navigator.open_entry(navigator.new_entry("skill", "", {})._replace(texts=texts))
