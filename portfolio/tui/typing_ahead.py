"""The part of the app that loses no key of a fast hand while a place or a screen opens."""

from __future__ import annotations

from collections import deque
from typing import Final

from textual import events
from textual.app import App
from textual.dom import DOMNode

_SO_MANY: Final = 256
"""More keys than this are never on their way at once."""


class TypingAhead(App[int]):
    """An app in which a key does what it does where someone is, not where they were when it was pressed.

    Keys come in bursts over a slow line. What still belongs to the screen or the field before, and was not taken there,
    is given again, in the order of the hand. Only what waits in a dialog at the moment that it closes goes with it.
    """

    def __init__(self) -> None:
        """No key is on its way."""
        super().__init__()
        self._aims: deque[tuple[events.Key, DOMNode]] = deque(maxlen=_SO_MANY)
        """The last keys, with what had the keys when each of them came."""

    @property
    def _aim(self) -> DOMNode:
        return self.focused or self.screen

    async def on_event(self, event: events.Event) -> None:
        """Remember where a key went."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._aims.append((event, self._aim))
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A key that nobody took: when something else has the keys by now, it is for that."""
        aim = next((aim for key, aim in reversed(self._aims) if key is event), None)
        if aim is not None and aim is not self._aim:
            event.prevent_default()
            self.post_message(events.Key(event.key, event.character))
