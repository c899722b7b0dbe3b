"""Choosing what a picture of the journey shows: the period, nearer or further, one goal or skill alone; playing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.present.titles import heading
from portfolio.records.goals import Goal
from portfolio.records.skills import Skill
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.period import PeriodDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.journey.pane import JourneyPane
from portfolio.tui.journey.view import drawn_skill, frames
from portfolio.tui.journey.zoom import panned, zoomed
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.shell.flow import start_flow
from portfolio.wording.names import capital, kind_name

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import BaseScreen

_EVERYTHING: Final = ""


def choose_period(screen: BaseScreen[Any], pane: JourneyPane) -> None:
    """Ask which period the pictures show."""

    async def ask(look: AppState) -> None:
        chosen = await screen.ask(PeriodDialog(look, pane.view.chosen))
        if chosen is not None:
            pane.see(pane.view._replace(chosen=chosen))

    if screen.look is not None:
        start_flow(screen, ask, screen.look)


def zoom(screen: BaseScreen[Any], pane: JourneyPane, step: int) -> None:
    """A shorter period (1) around the day under the cursor, or a longer one (-1)."""
    _, around = screen.words, pane.day if step > 0 else None
    end = _("A month is the shortest period.") if step > 0 else _("This is everything there is.")
    if screen.look is not None:
        _change_period(screen, pane, zoomed(pane.view.chosen, screen.look, around, step), end)


def pan(screen: BaseScreen[Any], pane: JourneyPane, step: int) -> None:
    """Earlier (-1) or later (1), half of what is seen."""
    _ = screen.words
    end = _("Nothing is later than this.") if step > 0 else _("Nothing is older than this.")
    if screen.look is not None:
        _change_period(screen, pane, panned(pane.view.chosen, screen.look, step), end)


def _change_period(screen: BaseScreen[Any], pane: JourneyPane, chosen: ChosenPeriod | None, end: str) -> None:
    """Another period; where there is none, `end` is said."""
    if chosen is not None:
        pane.see(pane.view._replace(chosen=chosen))
    else:
        screen.services.status.message = StatusMessage(end, "muted", until_key=True)


def choose_focus(screen: BaseScreen[Any], pane: JourneyPane) -> None:
    """Ask which goal or skill to see alone, or everything; in the picture of one skill, which one."""
    look, alone = screen.look, pane.view.picture == "skill"
    if look is None:
        return
    _ = look.words
    options = [Option(_EVERYTHING, _("Everything"))] if not alone else []
    for kind in (Skill,) if alone else (Goal, Skill):
        word = "" if alone else capital(kind_name(kind.kind, _))
        options += [Option(r.id, heading(r, look.records, _), word) for r in look.records.of_kind(kind.kind)]
    if len(options) <= (0 if alone else 1):
        screen.services.status.say(_("There is no goal and no skill yet to see alone."), "muted")
        return
    start_flow(screen, _ask_focus, screen, pane, options, drawn_skill(pane.view, look) if alone else pane.view.focus)


async def _ask_focus(screen: BaseScreen[Any], pane: JourneyPane, options: list[Option], at: str) -> None:
    _, alone = screen.words, pane.view.picture == "skill"
    title = _("The course of which skill?") if alone else _("What do you want to see?")
    identity = await screen.ask(PickDialog(title, options, chosen=[at] if at else [], at=at))
    if identity is not None:
        pane.see(pane.view._replace(skill=identity) if alone else pane.view._replace(focus=identity))


def play(screen: BaseScreen[Any], pane: JourneyPane) -> None:
    """Play the period: the lanes fill up month by month; a key stops it."""
    look = screen.look
    if look is None:
        return
    if screen.app.animation_level == "none":
        told = look.words("Animations are off in the settings; this is the whole period.")
        screen.services.status.say(told, "muted")
        return
    pane.see(pane.view._replace(picture="lanes", as_list=False))
    found = frames(pane.view, look, screen.services.preferences.signs, pane.room())
    if found:
        pane.player.play(found)
