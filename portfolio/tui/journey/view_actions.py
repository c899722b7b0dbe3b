"""Choosing what a picture of the journey shows: the period, nearer or further, one goal or skill alone, a list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.present.titles import heading
from portfolio.records.goals import Goal
from portfolio.records.skills import Skill
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.period import PeriodDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.journey.view import JourneyView, drawn_skill
from portfolio.tui.journey.zoom import panned, zoomed
from portfolio.tui.records.actions import RecordingScreen
from portfolio.tui.services.status import StatusMessage
from portfolio.wording.names import capital, kind_name

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState

_EVERYTHING: Final = ""


class SightScreen(RecordingScreen):
    """A screen on which someone looks at something, and chooses what."""

    sight: JourneyView = JourneyView()
    """What is looked at."""

    def see(self, sight: JourneyView) -> None:
        """Look at this from now on."""
        raise NotImplementedError

    def day_looked_at(self) -> date | None:
        """The day under the cursor; None where it is on none."""
        raise NotImplementedError

    def action_period(self) -> None:
        """Choose the period."""
        if self.look is not None:
            self.app.push_screen(PeriodDialog(self.look, self.sight.chosen), self._choose_period)

    def _choose_period(self, chosen: ChosenPeriod | None) -> None:
        if chosen is not None:
            self.see(self.sight._replace(chosen=chosen))

    def action_zoom_in(self) -> None:
        """A shorter period around the day under the cursor."""
        self._zoom(1, self.words("A month is the shortest period."))

    def action_zoom_out(self) -> None:
        """A longer period."""
        self._zoom(-1, self.words("This is everything there is."))

    def _zoom(self, step: int, end: str) -> None:
        around = self.day_looked_at() if step > 0 else None
        self._change_period(lambda look: zoomed(self.sight.chosen, look, around, step), end)

    def action_pan_back(self) -> None:
        """Earlier, half of what is seen."""
        self._change_period(lambda look: panned(self.sight.chosen, look, -1), self.words("Nothing is older than this."))

    def action_pan_on(self) -> None:
        """Later, half of what is seen."""
        self._change_period(lambda look: panned(self.sight.chosen, look, 1), self.words("Nothing is later than this."))

    def _change_period(self, work: Callable[[AppState], ChosenPeriod | None], end: str) -> None:
        """Another period; where there is none that is said."""
        chosen = work(self.look) if self.look is not None else None
        if chosen is not None:
            self.see(self.sight._replace(chosen=chosen))
        elif self.look is not None:
            self.services.status.message = StatusMessage(end, "muted", until_key=True)

    def action_focus_on(self) -> None:
        """Choose one goal or skill to see alone, or everything; in the picture of one skill, which one."""
        look = self.look
        if look is None:
            return
        _, alone = look.words, self.sight.picture == "skill"
        options = [Option(_EVERYTHING, _("Everything"))] if not alone else []
        for kind in (Skill,) if alone else (Goal, Skill):
            word = "" if alone else capital(kind_name(kind.kind, _))
            options += [Option(r.id, heading(r, look.records, _), word) for r in look.records.of_kind(kind.kind)]
        if len(options) <= (0 if alone else 1):
            self.services.status.say(_("There is no goal and no skill yet to see alone."), "muted")
            return
        title = _("The course of which skill?") if alone else _("What do you want to see?")
        at = drawn_skill(self.sight, look) if alone else self.sight.focus
        self.app.push_screen(PickDialog(title, options, chosen=[at] if at else [], at=at), self._choose_focus)

    def _choose_focus(self, identity: str | None) -> None:
        if identity is None:
            return
        alone = self.sight.picture == "skill"
        self.see(self.sight._replace(skill=identity) if alone else self.sight._replace(focus=identity))

    def action_as_text(self) -> None:
        """The same facts as a list, or the picture again."""
        self.see(self.sight._replace(as_list=not self.sight.as_list))
