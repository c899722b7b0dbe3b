"""Runs every action of the table of actions, in every place and on every kind of row, and opens their dialogs.

No action or screen is named here, so actions that are added to the table are included.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Final

from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot
from textual.screen import Screen

from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.shell.screen import BaseScreen
from tests.tui.playing import settled

LEAVES: Final = frozenset({"quit", "hide", "back", "settings"})
"""Actions that are not run, since they leave the screen; the settings are visited as a place."""
_TURNS: Final = 12
"""Number of presses of Escape after which a screen counts as impossible to leave."""


class Recorded(HeadlessDriver):
    """Driver that records the output for the terminal."""

    written: ClassVar[list[str]] = []

    @property
    def is_headless(self) -> bool:
        """False, so that the app writes its output."""
        return False

    def write(self, data: str) -> None:
        """Record the output."""
        self.written.append(data)


async def _nothing() -> None:
    """Do nothing after an action."""


class Walk:
    """One walk through the actions, which records the steps it has done."""

    def __init__(self, pilot: Pilot[int], rows: int, met: Callable[[], Awaitable[None]] = _nothing) -> None:
        """`rows` is the maximum number of rows of a list to visit; `met` is called after every action."""
        self._pilot, self._rows, self._met = pilot, rows, met
        self.done: set[tuple[str, str, str]] = set()
        """The id of the screen, the id of the action, and the kind of the record it was run on."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self._pilot.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys and wait until the app is idle."""
        for key in keys:
            await self._pilot.press(key)
        await settled(self._pilot)

    async def explore(self) -> None:
        """Run every available action on each row of the screen on top, and return to it after each."""
        home = self.screen
        assert isinstance(home, BaseScreen)
        for _row in range(self._rows):
            # In reverse order, since the actions that save and close come first.
            for action in reversed(table.at(home.WHERE)):
                await self._try(action, home)
                if self.screen is not home:
                    return
            before = home.current_context()
            await self.press("down")
            if home.current_context() == before:
                return

    async def _try(self, action: Action, home: BaseScreen[Any]) -> None:
        context = home.current_context()
        step = (home.WHERE, action.id, context.kind or context.row.partition(":")[0])
        if action.id in LEAVES or step in self.done or not action.available(context):
            return
        self.done.add(step)
        await self.press(action.key)
        if self.screen is not home:
            await self.press("down", "end")
        await self._met()
        await self.back_to(home)
        if action.id == "mark_all":  # once more unmarks: the next actions are about one row again
            await self.press(action.key)
        for _turn in range(_TURNS):  # Over the shoulder disables most actions; leaving it takes two presses
            if home.services.state.alone:
                return
            await self.press(action.key)
        raise AssertionError(f"{action.id} leaves Over the shoulder on: {self.screen}")

    async def back_to(self, home: Screen[Any]) -> None:
        """Press Escape until `home` is on top; discard changes when asked."""
        for _turn in range(_TURNS):
            if self.screen is home:
                return
            before, stack = self.screen, self._pilot.app.screen_stack
            await self.press("escape")
            if self.screen is before and home not in stack:
                return
            if isinstance(self.screen, ChooseDialog) and not isinstance(before, ChooseDialog):
                await self.press("end", "enter")
        raise AssertionError(f"no way back to {home} from {self.screen}")
