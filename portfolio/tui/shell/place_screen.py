"""What can be done in every place: go elsewhere, ask for help, show it to someone, take back, close."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.services.messages import RedoChosen, UndoChosen
from portfolio.tui.shell.screen import LeerreisScreen


class PlaceScreen(LeerreisScreen[None]):
    """One of the places on the number keys."""

    _asked_once = False
    """Whether the last key asked for everything again while someone looks on."""

    def ask(
        self,
        question: str,
        answers: Sequence[tuple[str, str]],
        then: Callable[[str | None], object],
        *,
        at: str | None = None,
    ) -> None:
        """Ask one thing, the safe answer first, or the one `at` which things stand; `then` gets None for going back."""
        from portfolio.tui.dialogs.choose import ChooseDialog

        def answered(answer: str | None) -> None:
            then(answer)

        self.app.push_screen(ChooseDialog(question, answers, at), answered)

    def action_go(self, place: str) -> None:
        """To a place, as it is: what was opened on top of it is closed."""
        self.app.switch_mode(place)
        while len(self.app.screen_stack) > 1 and isinstance(self.app.screen, PlaceScreen):
            self.app.pop_screen()
        here = self.app.screen
        if isinstance(here, PlaceScreen) and here.is_open:
            here.come_home()

    def come_home(self) -> None:
        """Show the place as it begins: its key was pressed."""

    def action_neighbour(self, step: int) -> None:
        """To the place beside this one; after the last one the first."""
        names = [place.id for place in PLACES]
        here = names.index(self.WHERE) if self.WHERE in names else 0
        self.action_go(names[(here + step) % len(names)])

    def action_help(self) -> None:
        """What can be done here."""
        from portfolio.tui.shell.help import HelpScreen

        self.app.push_screen(HelpScreen(self.WHERE))

    def action_search(self) -> None:
        """Whatever holds some words, of every kind."""
        from portfolio.tui.search.screen import SearchScreen

        self.app.push_screen(SearchScreen())

    def action_palette(self) -> None:
        """Everything by its name."""
        from portfolio.tui.palette.commands import Command
        from portfolio.tui.palette.dialog import PaletteDialog

        def do(chosen: Command | None) -> None:
            if chosen is not None:
                self.app.call_later(chosen.do)

        self.app.push_screen(PaletteDialog(self), do)

    def action_over_shoulder(self) -> None:
        """Only what may be shared; everything again only when asked twice, since v is in many a word."""
        on = self.look is not None and self.look.alone
        if not (on or self._asked_once):
            self._asked_once = True
            told = self.words("Press {over_shoulder} once more to see everything again.")
            self.leerreis.say(told.format(**self.leerreis.look.keys), "muted")
            return
        self._asked_once = False
        self.leerreis.look_over_shoulder(on=on)

    def on_key(self, event: events.Key) -> None:
        """Say why a key that cannot do its work does nothing."""
        own = self.leerreis.start.own_keys
        meant = [a for a in table.at(self.WHERE) if event.key in own.get(a.id, a.key).split(",")]
        if "over_shoulder" not in (a.id for a in meant):
            self._asked_once = False
        situation = self.situation()
        if meant and self.look is not None and self.look.read and not any(a.available(situation) for a in meant):
            self.say_why_not(meant, situation)

    def with_one(self, situation: ActionContext) -> ActionContext:
        """The situation as if nothing was marked."""
        return situation

    def say_why_not(self, meant: Sequence[Action], situation: ActionContext) -> None:
        """Say in one line why none of these can be done."""
        _, alone = self.words, situation._replace(alone=True, undoable=True, redoable=True)
        if meant[0].id == "back":
            return  # there is nothing to go back from: nothing fails
        if not situation.alone and any(a.available(alone) for a in meant):
            self.not_now()
        elif any(a.available(self.with_one(situation)) for a in meant):
            told = _("This takes one record, and {n} are marked. Press esc to unmark them.")
            self.leerreis.say(told.format(n=len(situation.marked)), "muted")
        elif not situation.writable and any(a.available(situation._replace(writable=True)) for a in meant):
            self.leerreis.say(_("Nothing can be changed now: the file can only be read."), "muted")
        else:
            told = _("There is nothing here for “{action}”.")
            self.leerreis.say(told.format(action=_.context(*meant[0].label)), "muted")

    def not_now(self) -> None:
        """Say why nothing is written while someone looks on."""
        told = self.words("Not while someone looks on. Press {over_shoulder} twice to see everything again.")
        self.leerreis.say(told.format(**self.leerreis.look.keys), "muted")

    def action_back(self) -> None:
        """A step back; where there is none within the place, to Today."""
        self.action_go("today")

    def action_settings(self) -> None:
        """To the settings, and back."""
        self.leerreis.came_from = self.app.current_mode
        self.action_go("settings")

    def action_undo(self) -> None:
        """Take back the last change."""
        self.post_message(UndoChosen())

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.post_message(RedoChosen())

    async def action_quit(self) -> None:
        """Close."""
        await self.leerreis.action_quit()
