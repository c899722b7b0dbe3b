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
    from portfolio.tui.shell.place_screen import PlaceScreen


def choose_starter(screen: PlaceScreen, _given: Mapping[str, str]) -> None:
    """Ask which of those that are not there yet."""
    look = screen.services.state
    _ = look.words
    there = {fold(skill.title) for skill in look.records.of(Skill)}
    options = [Option(each, _(each)) for each in STARTERS if fold(_(each)) not in there]

    def picked(starter: str | None) -> None:
        if starter is not None:
            group = "professional" if starter in PROFESSIONAL else "personal"
            texts = {"title": _(starter), "group": group}
            screen.go_on(screen.new_writing("skill", "", {})._replace(texts=texts))

    screen.app.push_screen(PickDialog(_("Which skill?"), options), picked)
