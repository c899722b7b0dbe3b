"""The part of the app that loses no key of a fast hand, whatever opens or closes meanwhile."""

from __future__ import annotations

from collections import deque
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


class KeyDone(Message):
    """Sent after a key, on the same way: when it comes back here the key has done what it does."""

    def __init__(self, to: DOMNode, round_: int) -> None:
        """`to` is what the key went to."""
        super().__init__()
        self.to, self.round = to, round_


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
        self._waits = self.set_timer(_PATIENCE, self._given)
        await super().on_event(key)
        self._follow(to, 1)

    def _is_open(self) -> bool:
        """Whether the screen on top can take keys already."""
        return bool(self.screen_stack) and getattr(self.screen, "is_open", True)

    def _follow(self, to: DOMNode, round_: int) -> None:
        if not to.post_message(KeyDone(to, round_)):
            self.call_later(self._given)

    def on_key_done(self, done: KeyDone) -> None:
        """A key did its work; the next one after what it set off."""
        if done.round < _ROUNDS:
            self._follow(done.to, done.round + 1)
        else:
            self.call_later(self._given)

    async def _given(self) -> None:
        if self._waits is not None:
            self._waits.stop()
            self._waits = None
        await self.give_keys()
