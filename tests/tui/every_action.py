"""Walks the app by its table of actions: every place, every row of another kind, every action, every dialog it opens.

Nothing here names an action or a screen: what is added to the table is walked the same day.
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
"""What leaves the screen: to the end, to nothing, a step back, or to a place that is walked by itself."""
_TURNS: Final = 12
"""Escapes after which there is no way back."""


class Recorded(HeadlessDriver):
    """A driver that takes what a terminal would get."""

    written: ClassVar[list[str]] = []

    @property
    def is_headless(self) -> bool:
        """So that the app writes."""
        return False

    def write(self, data: str) -> None:
        """Keep it."""
        self.written.append(data)


async def _nothing() -> None:
    """Nothing is done to what is met."""


class Walk:
    """One walk: where it was, and what was done there."""

    def __init__(self, pilot: Pilot[int], rows: int, met: Callable[[], Awaitable[None]] = _nothing) -> None:
        """It tries at most so many rows of a list; `met` is done after every action."""
        self._pilot, self._rows, self._met = pilot, rows, met
        self.done: set[tuple[str, str, str]] = set()
        """Place, action, and the kind of the record that it was done to."""

    @property
    def screen(self) -> Screen[Any]:
        """What is on top."""
        return self._pilot.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys and wait."""
        for key in keys:
            await self._pilot.press(key)
        await settled(self._pilot)

    async def explore(self) -> None:
        """Everything that can be done from the screen on top; of what that leads to the rows."""
        home = self.screen
        assert isinstance(home, BaseScreen)
        for _row in range(self._rows):
            # Backwards, since what saves and leaves stands first; what is gone then is come to again.
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
        while not home.services.state.alone:  # while someone looks on little else can be done; it takes the key twice
            await self.press(action.key)

    async def back_to(self, home: Screen[Any]) -> None:
        """Escape from whatever stands on top; where a change is asked about, it is thrown away."""
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
