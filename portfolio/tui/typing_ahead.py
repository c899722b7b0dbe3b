"""The part of the app that loses no key of a fast hand, whatever opens or closes meanwhile."""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic
from typing import Final

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.timer import Timer

_ROUNDS: Final = 2
"""A key, then what it set off: as often what is sent after it comes back before the next key is given."""
_PATIENCE: Final = 0.25
"""Seconds to wait for it: what had the keys can be gone before it answers."""
_LONGEST: Final = 20
"""So many times that long when it is still there: a busy computer answers late, and a key given too soon is lost."""

_GLANCE: Final = 0.005
"""Seconds between two glances at the keys that wait."""


class KeyDone(Message):
    """Sent after a key, on the same way: when it comes back here the key has done what it does."""

    def __init__(self, to: DOMNode, turn: int, round_: int) -> None:
        """`to` is what the key went to, `turn` the number of the key."""
        super().__init__()
        self.to, self.turn, self.round = to, turn, round_


class TypingAhead(App[int]):
    """An app in which a key does what it does where someone is, not where they were when it was pressed.

    Keys come in bursts over a slow line, and the first of them may open a screen that the others are meant for. So they
    are given one by one: the next when the one before has done its work, and never to a screen that is not open yet.
    """

    def __init__(self) -> None:
        """No key is on its way."""
        super().__init__()
        self._keys: deque[events.Key] = deque()
        """Keys that were not given yet, in the order of the hand."""
        self._waits: Timer | None = None
        """There while a key is on its way."""
        self._turn = 0
        """How many were given."""
        self._to: DOMNode | None = None
        """What the last one was given to."""
        self._on: object = None
        """The screen that was on top when the last one was given."""

    async def on_event(self, event: events.Event) -> None:
        """Keys stand in line; anything else goes on at once."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keys.append(event)
            await self.give_keys()
        else:
            await super().on_event(event)

    async def give_keys(self) -> None:
        """Give the next key, when what it is for is there."""
        if self._waits is not None or not self._keys or not self._is_open():
            return
        key, to = self._keys.popleft(), self.focused or self.screen
        self._turn, self._on, self._to = self._turn + 1, self.screen, to
        self._wait(_LONGEST)
        await super().on_event(key)
        self._follow(to, self._turn, 1)

    def _wait(self, times: int) -> None:
        """Wait for the answer, and go on without it when what should give it is gone, or after so many times."""

        async def over() -> None:
            if times > 1 and self._to is not None and self._to.is_attached:
                self._wait(times - 1)
            else:
                await self.go_on_with_keys()

        self._waits = self.set_timer(_PATIENCE, over)

    def _is_open(self) -> bool:
        """Whether the screen on top can take keys: it stands already, and it is not closing."""
        if not self.screen_stack:
            return False
        return getattr(self.screen, "is_open", True) and not getattr(self.screen, "over", False)

    def _follow(self, to: DOMNode, turn: int, round_: int) -> None:
        if not to.post_message(KeyDone(to, turn, round_)):
            self.call_later(self.go_on_with_keys)

    def on_key_done(self, done: KeyDone) -> None:
        """A key did its work; the next one after what it set off."""
        if done.turn != self._turn:
            return
        if done.round < _ROUNDS:
            self._follow(done.to, done.turn, done.round + 1)
        else:
            self.call_later(self.go_on_with_keys)

    @property
    def has_keys(self) -> bool:
        """Whether a key waits, or is still at work."""
        return bool(self._keys) or self._waits is not None

    async def keys_given(self, within: float) -> None:
        """Wait until every key that came has done its work, `within` seconds at most: the app closes after it."""
        until = monotonic() + within
        quiet = 0
        while quiet < _ROUNDS and monotonic() < until:  # twice quiet: what was just read may not stand in line yet
            await asyncio.sleep(_GLANCE)
            quiet = 0 if self.has_keys else quiet + 1

    async def came_back(self) -> None:
        """A screen is on top again: the key that closed the one above did its work, and nothing of it comes back."""
        if getattr(self._on, "over", False):
            await self.go_on_with_keys()
        else:
            await self.give_keys()

    async def go_on_with_keys(self) -> None:
        """The last key did its work."""
        if self._waits is not None:
            self._waits.stop()
            self._waits = None
        await self.give_keys()
