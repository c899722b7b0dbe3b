"""A hand with a rhythm: keys at moments of a clock of the test, so that no test has to wait and none can be late."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.keys import _character_to_key
from textual.message import Message

from portfolio.tui.app import LeerreisApp
from tests.tui.fast_keys import Keys

TYPING: Final = 0.35
"""Seconds between two keys of a person who types."""
REST: Final = 2.0
"""Seconds after which a hand has stopped."""


class Hand:
    """Presses keys in a rhythm."""

    def __init__(self, keys: Keys) -> None:
        """On the keyboard of a running app, whose clock is this hand's from now on."""
        self.keys, self.now = keys, 1000.0
        keys.app.services.keys.time_of = self._time_of

    @property
    def app(self) -> LeerreisApp:
        """The app."""
        return self.keys.app

    def _time_of(self, message: Message) -> float:
        return float(getattr(message, "pressed_at", self.now))

    def post(self, name: str, after: float = TYPING) -> events.Key:
        """Press a key so many seconds after the last, and wait for nothing."""
        self.now += after
        letter = name if len(name) == 1 else {"space": " ", "enter": "\r"}.get(name)
        key = events.Key(_character_to_key(name) if len(name) == 1 else name, letter)
        key.pressed_at = self.now  # type: ignore[attr-defined]
        self.app.post_message(key)
        return key

    async def press(self, *names: str, after: float = TYPING) -> None:
        """Press keys in this rhythm, each settled before the next."""
        for name in names:
            self.post(name, after)
            await self.keys.settle()

    async def burst(self, *names: str, after: float = 0.0) -> None:
        """Press keys in this rhythm, and let the app catch up only then."""
        for name in names:
            self.post(name, after)
        await self.keys.settle()

    async def rest(self, seconds: float = REST) -> None:
        """Press nothing for so long."""
        self.now += seconds
        await self.app.services.keys.hand_rests()
        await self.keys.settle()
