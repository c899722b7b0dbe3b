"""Keys with set intervals on a simulated clock, so that tests neither wait nor depend on the speed of the machine."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.keys import _character_to_key
from textual.message import Message

from portfolio.tui.app import LeerreisApp
from tests.tui.fast_keys import Keys

TYPING: Final = 0.35
"""Seconds between two keys while typing."""
REST: Final = 2.0
"""Seconds without a key after which typing has stopped."""


class Hand:
    """Presses keys with set intervals."""

    def __init__(self, keys: Keys) -> None:
        """`keys` is the keyboard of a running app; its clock is replaced by the one of this hand."""
        self.keys, self.now = keys, 1000.0
        keys.app.services.keys.time_of = self._time_of

    @property
    def app(self) -> LeerreisApp:
        """The app that gets the keys."""
        return self.keys.app

    def _time_of(self, message: Message) -> float:
        return float(getattr(message, "pressed_at", self.now))

    def post(self, name: str, after: float = TYPING) -> events.Key:
        """Post a key `after` seconds after the last one, without waiting."""
        self.now += after
        letter = name if len(name) == 1 else {"space": " ", "enter": "\r"}.get(name)
        key = events.Key(_character_to_key(name) if len(name) == 1 else name, letter)
        key.pressed_at = self.now  # type: ignore[attr-defined]
        self.app.post_message(key)
        return key

    async def press(self, *names: str, after: float = TYPING) -> None:
        """Press keys at intervals of `after` seconds, each after the app is idle again."""
        for name in names:
            self.post(name, after)
            await self.keys.settle()

    async def burst(self, *names: str, after: float = 0.0) -> None:
        """Press keys at intervals of `after` seconds and then wait until the app is idle."""
        for name in names:
            self.post(name, after)
        await self.keys.settle()

    async def rest(self, seconds: float = REST) -> None:
        """Press nothing for this many seconds and let the app notice it."""
        self.now += seconds
        await self.app.services.keys.hand_rests()
        await self.keys.settle()
