"""The Journey place: the learning journey as pictures with a cursor; Enter opens a record.

Tab shows the next picture, p chooses the period and t shows a list; the other choices are in
`portfolio.tui.journey.view_actions`.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.tui.journey import caption, view_actions
from portfolio.tui.journey.pane import JourneyPane
from portfolio.tui.journey.picture_view import PictureView
from portfolio.tui.journey.signs_dialog import SignsDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen


class JourneyScreen(BaseScreen[None]):
    """The Journey place."""

    WHERE: ClassVar[str] = "journey"
    BINDINGS: ClassVar[list[BindingType]] = [
        *table.bindings(WHERE),
        Binding("right_square_bracket", "next", show=False),
        Binding("left_square_bracket", "previous", show=False),
        Binding("escape", "app.go('today')", show=False),  # when there is no step back within the place
        Binding("up", "app.go('today')", show=False),
    ]

    def __init__(self) -> None:
        """Start with the first picture, over a year."""
        super().__init__()
        self.pane = JourneyPane()

    def body(self) -> ComposeResult:
        """Lay out the pane."""
        yield self.pane

    def show(self, state: AppState) -> None:
        """Show the picture, with the cursor on the same record."""
        self.pane.show(state)

    def current_context(self) -> ActionContext:
        """Return the context of the keys; `deeper` when there is a step back within the place."""
        pane = self.pane
        inside = pane.view.as_list or bool(pane.view.focus) or (pane.at is None and pane.on_names)
        return super().current_context()._replace(deeper=inside)

    @on(PictureView.Reached)
    def _reached(self, event: PictureView.Reached) -> None:
        self.pane.cursor_came(event.view)

    def action_show_picture(self, name: str) -> None:
        """Show the picture with this name."""
        self.pane.show_named(name)

    def action_next(self) -> None:
        """Show the next picture; after the last one, the first."""
        self.pane.turn(1)

    def action_previous(self) -> None:
        """Show the previous picture."""
        self.pane.turn(-1)

    @on(PictureView.Clicked)
    @flow
    async def action_open(self) -> None:
        """Open the record under the cursor; if there are several, ask which one."""
        place = self.pane.at
        if place is None:
            return
        one = place.ids[0] if len(place.ids) == 1 else None
        identity = one or await self.choose(self.words("Which one?"), caption.titles(place))
        if identity:
            self.services.navigator.open_record(identity)

    def action_new(self) -> None:
        """Add a milestone on the day under the cursor, or today when that day is in the future."""
        if self.state is not None:
            day = min(self.pane.day or self.state.today, self.state.today)
            self.services.navigator.write_new(self, "milestone", given={"date": day.isoformat()})

    def action_period(self) -> None:
        """Choose the period."""
        view_actions.choose_period(self, self.pane)

    def action_zoom_in(self) -> None:
        """Show a shorter period around the day under the cursor."""
        view_actions.zoom(self, self.pane, 1)

    def action_zoom_out(self) -> None:
        """Show a longer period."""
        view_actions.zoom(self, self.pane, -1)

    def action_pan_back(self) -> None:
        """Show an earlier period, by half its length."""
        view_actions.pan(self, self.pane, -1)

    def action_pan_on(self) -> None:
        """Show a later period, by half its length."""
        view_actions.pan(self, self.pane, 1)

    def action_focus_on(self) -> None:
        """Limit the picture to one goal or skill, or to none; in the skill picture, choose the skill."""
        view_actions.choose_focus(self, self.pane)

    def action_as_text(self) -> None:
        """Switch between list and picture."""
        self.pane.see(self.pane.view._replace(as_list=not self.pane.view.as_list))

    @flow
    async def action_signs(self) -> None:
        """Show what the signs of the picture mean."""
        await self.ask(SignsDialog(self.pane.key))

    def action_play(self) -> None:
        """Play the period month by month."""
        view_actions.play(self, self.pane)

    def on_key(self, event: events.Key) -> None:
        """While the animation plays, any key stops it and does nothing else."""
        if self.pane.player.plays:
            event.stop()
            event.prevent_default()
            self.pane.player.stop()

    def action_back(self) -> None:
        """Go back one step: from the names to the marks, from list to picture, from one goal or skill to all."""
        pane = self.pane
        if pane.on_names:
            pane.see(pane.view)
        elif pane.view.as_list:
            pane.see(pane.view._replace(as_list=False))
        else:
            pane.see(pane.view._replace(focus=""))
