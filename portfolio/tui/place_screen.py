"""What can be done in every place: go elsewhere, ask for help, show it to someone, take back, close."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from portfolio.tui.frame import LeerreisScreen
from portfolio.tui.messages import UndoChosen


class PlaceScreen(LeerreisScreen[None]):
    """One of the places on the number keys."""

    def ask(self, question: str, answers: Sequence[tuple[str, str]], then: Callable[[str | None], object]) -> None:
        """Ask one thing, the safe answer first; `then` gets the chosen key, None for going back."""
        from portfolio.tui.screens.choose import ChooseScreen

        def answered(answer: str | None) -> None:
            then(answer)

        self.app.push_screen(ChooseScreen(question, answers), answered)

    def action_go(self, place: str) -> None:
        """To another place."""
        self.app.switch_mode(place)

    def action_help(self) -> None:
        """What can be done here."""
        from portfolio.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.WHERE))

    def action_palette(self) -> None:
        """Everything by its name."""
        from portfolio.tui.screens.commands import Command, CommandsScreen, commands

        def do(chosen: Command | None) -> None:
            if chosen is not None:
                self.app.call_later(chosen.do)

        self.app.push_screen(CommandsScreen(commands(self)), do)

    def action_over_shoulder(self) -> None:
        """Only what may be shared, or everything again."""
        self.run_worker(self.leerreis.look_over_shoulder(on=self.look is not None and self.look.alone))

    def action_back(self) -> None:
        """A step back; where there is none within the place, to Today."""
        self.action_go("today")

    def action_undo(self) -> None:
        """Take back the last change."""
        self.post_message(UndoChosen())

    async def action_quit(self) -> None:
        """Close."""
        await self.leerreis.action_quit()
