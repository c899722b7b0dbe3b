"""Actions that change the view of the journey: period, zoom, focus on one goal or skill, and playing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from portfolio.capture.options import Option
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.present.titles import heading
from portfolio.records.goals import Goal
from portfolio.records.skills import Skill
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
    """Ask for the period of the pictures."""

    async def ask(state: AppState) -> None:
        chosen = await screen.ask(PeriodDialog(state, pane.view.chosen))
        if chosen is not None:
            pane.see(pane.view._replace(chosen=chosen))

    if screen.state is not None:
        start_flow(screen, ask, screen.state)


def zoom(screen: BaseScreen[Any], pane: JourneyPane, step: int) -> None:
    """Show a shorter period (1) around the day under the cursor, or a longer one (-1)."""
    _, around = screen.words, pane.day if step > 0 else None
    end = _("A month is the shortest period.") if step > 0 else _("This is everything.")
    if screen.state is not None:
        _change_period(screen, pane, zoomed(pane.view.chosen, screen.state, around, step), end)


def pan(screen: BaseScreen[Any], pane: JourneyPane, step: int) -> None:
    """Show an earlier (-1) or later (1) period, by half its length."""
    _ = screen.words
    end = _("Nothing is later than this.") if step > 0 else _("Nothing is older than this.")
    if screen.state is not None:
        _change_period(screen, pane, panned(pane.view.chosen, screen.state, step), end)


def _change_period(screen: BaseScreen[Any], pane: JourneyPane, chosen: ChosenPeriod | None, end: str) -> None:
    """Show another period; None shows the message `end`."""
    if chosen is not None:
        pane.see(pane.view._replace(chosen=chosen))
    else:
        screen.services.status.message = StatusMessage(end, "muted", until_key=True)


def choose_focus(screen: BaseScreen[Any], pane: JourneyPane) -> None:
    """Ask for a goal or skill to limit the picture to, or none; in the skill picture, ask for the skill."""
    state, alone = screen.state, pane.view.picture == "skill"
    if state is None:
        return
    _ = state.words
    options = [Option(_EVERYTHING, _("Everything"))] if not alone else []
    for kind in (Skill,) if alone else (Goal, Skill):
        word = "" if alone else capital(kind_name(kind.kind, _))
        options += [Option(r.id, heading(r, state.records, _), word) for r in state.records.of_kind(kind.kind)]
    if len(options) <= (0 if alone else 1):
        screen.services.status.say(_("There is no goal and no skill yet to see alone."), "muted")
        return
    start_flow(screen, _ask_focus, screen, pane, options, drawn_skill(pane.view, state) if alone else pane.view.focus)


async def _ask_focus(screen: BaseScreen[Any], pane: JourneyPane, options: list[Option], at: str) -> None:
    _, alone = screen.words, pane.view.picture == "skill"
    title = _("Which skill do you want to see?") if alone else _("What do you want to see?")
    identity = await screen.ask(PickDialog(title, options, chosen=[at] if at else [], at=at))
    if identity is not None:
        pane.see(pane.view._replace(skill=identity) if alone else pane.view._replace(focus=identity))


def play(screen: BaseScreen[Any], pane: JourneyPane) -> None:
    """Play the period month by month."""
    state = screen.state
    if state is None:
        return
    if screen.app.animation_level == "none":
        message = state.words("Animations are off in the settings; this is the whole period.")
        screen.services.status.say(message, "muted")
        return
    pane.see(pane.view._replace(picture="lanes", as_list=False))
    found = frames(pane.view, state, screen.services.preferences.signs, pane.room())
    if found:
        pane.player.play(found)
