"""Queue of pressed keys that are not delivered yet, so that no key is lost while screens open and close."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from time import monotonic
from typing import Any, Final, Protocol

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, get_current_worker

from portfolio.tui.services.flow_gate import FlowGate, Holds
from portfolio.tui.services.held_words import PAUSE, Held, HeldWords, Pressed

_ROUNDS: Final = 2
"""Messages sent after each key: one for the key itself, one for what it set off."""
_PATIENCE: Final = 0.25
"""Seconds to wait for a `KeyDone` before checking whether its widget still exists."""
_LONGEST: Final = 20
"""How often to wait that long while the widget exists: a busy computer answers late, and a key given early is lost."""
_QUITS_AFTER: Final = 3.0
"""Seconds after which the key that closes the app stops waiting."""
_NEW_LINES: Final = frozenset({"enter", "ctrl+j", "shift+enter", "alt+enter"})
_QUIT: Final = "ctrl+q"

_GLANCE: Final = 0.005
"""Seconds between two checks of whether keys are waiting."""


class KeyDone(Message):
    """Sent after a key along the same route; when it returns to the app, the key has been handled."""

    def __init__(self, to: DOMNode, turn: int, round_: int) -> None:
        """`to` is the widget or screen that got the key, `turn` the number of the key, `round_` counts the messages."""
        super().__init__()
        self.to, self.turn, self.round = to, turn, round_


class Listener(Protocol):
    """Object that is notified of what happens to keys."""

    def hide_key(self) -> str:
        """Return the key that hides everything; it never waits."""

    def hand_came(self) -> None:
        """Called before a key or a click is handled, with the screen as the user sees it."""

    def key_comes(self, key: str) -> None:
        """Called before a key is handled."""

    def text_closed(self, screen: object, *, saved: bool) -> None:
        """Called when a screen closed; `saved` when that stored a text."""

    def words_held(self, words: str) -> None:
        """Called with text typed where nothing takes it; empty once that is settled."""

    def offer_words(self, held: Held) -> None:
        """Called when the user pauses, to offer back the text that was typed on."""


class KeyQueue:
    """Delivers each key to the focused widget once the previous key has been handled.

    Keys arrive in bursts over a slow line, and the first may open a screen that the rest are meant for. So keys are
    delivered one by one, never to a screen that is not open yet, and never while a flow is working on something that
    changes what they act on. Pastes wait in the same queue.
    """

    time_of: Callable[[Message], float] = staticmethod(attrgetter("time"))
    """Time at which a message was made, in seconds of a monotonic clock; for a key, when it was pressed."""

    def __init__(
        self,
        app: App[int],
        deliver: Callable[[events.Event], Awaitable[None]],
        listener: Listener,
        close: Callable[[], Awaitable[None]],
    ) -> None:
        """`deliver` gives an event to the focused widget of `app`, as Textual does; `close` ends the app."""
        self._app, self._deliver, self._listener, self._close = app, deliver, listener, close
        self.gate = FlowGate()
        self.held = HeldWords()
        self._keys: deque[events.Key | events.Paste] = deque()
        """Keys that are not delivered yet, in the order in which they were pressed."""
        self._aside: deque[events.Key | events.Paste] = deque()
        """Keys pressed before the screen that hides everything; they wait until that screen is gone."""
        self._waits: Timer | None = None
        """Set while a key is being handled."""
        self._turn = 0
        """Number of keys delivered."""
        self._to: DOMNode | None = None
        """The widget or screen that got the last key."""
        self._on: object = None
        """The screen on top when the last key was delivered."""
        self._rests: Timer | None = None
        """Set while text is held: checks whether the user has paused."""
        self._looks: Timer | None = None
        """Set while keys wait at the gate."""

    async def take(self, event: events.Key | events.Paste) -> None:
        """Queue a pressed key or a paste."""
        self._keys.append(event)
        if isinstance(event, events.Key) and event.key == _QUIT:
            self._app.set_timer(_QUITS_AFTER, lambda: self._quit_at_last(event))
        await self.give()

    @property
    def _hidden(self) -> bool:
        return bool(self._app.screen_stack) and getattr(self._app.screen, "HIDES", False)

    async def give(self) -> None:
        """Deliver queued keys as far as possible now."""
        if self._aside and not self._hidden and self._waits is None:
            self._keys.extendleft(reversed(self._aside))
            self._aside.clear()
        while self._waits is None and self._keys and self._is_open():
            if self.gate.stops(self._pressed(self._keys[0])) and not self._hidden and not self._hide_first():
                self._look_later()
                return
            if self.gate.ended() and not self._hidden:
                self._let_pass(self._app.focused or self._app.screen)
                return
            key = self._keys.popleft()  # another one than above when hiding went first
            pressed = self._pressed(key)
            verdict = self.held.judge(pressed, on_text=self._on_text()) if not self._hidden else "give"
            if verdict == "first":
                self._keys.appendleft(key)
                await self._settle_words()
            elif verdict == "hold":
                self._rest_later(PAUSE)
                self._listener.words_held(self.held.text)
            else:
                await self._give(key, pressed)

    async def _give(self, key: events.Key | events.Paste, pressed: Pressed) -> None:
        to = self._app.focused or self._app.screen
        if self._on_text():
            self.held.wrote(pressed, self._app.screen)
        elif not self._hidden:
            self.held.went_elsewhere()
        self._begin_turn(to)
        self._listener.hand_came()
        if isinstance(key, events.Key):
            self._listener.key_comes(key.key)
        await self._deliver(key)
        self._follow(to, self._turn, 1)

    def _begin_turn(self, to: DOMNode) -> None:
        self._turn, self._on, self._to = self._turn + 1, self._app.screen, to
        self._wait(_LONGEST)

    def _let_pass(self, to: DOMNode) -> None:
        """Deliver no key before the final messages of an ended flow are handled, which may start another flow."""
        self._begin_turn(to)
        self._follow(to, self._turn, 1)

    def _pressed(self, key: events.Key | events.Paste) -> Pressed:
        at = self.time_of(key)
        if isinstance(key, events.Paste):
            return Pressed("paste", key.text.replace("\r\n", "\n").replace("\r", "\n"), at)
        if key.key in _NEW_LINES:
            return Pressed("enter", "\n", at)
        return Pressed(key.key, key.character or "" if key.is_printable else "", at)

    def _on_text(self) -> bool:
        """Whether the screen that gets the keys takes text."""
        return bool(self._app.screen_stack) and bool(getattr(self._app.screen, "takes_words", False))

    # The gate

    def held_by(self, flow: Worker[Any], holds: Holds) -> Worker[Any]:
        """Let this worker hold back these keys; return the worker."""
        self.gate.hold(flow, holds)
        return flow

    @contextmanager
    def asking(self, screen: Screen[Any]) -> Iterator[None]:
        """Let keys through while the running flow asks a question on `screen`."""
        flow = get_current_worker()
        screen.asked_by = flow  # type: ignore[attr-defined]  # our screens have it
        with self.gate.asking(flow):
            yield

    def _look_later(self) -> None:
        """Check again soon whether the gate is open: a cancelled flow gives no notice."""

        async def look() -> None:
            self._looks = None
            await self.give()

        if self._looks is None:
            self._looks = self._app.set_timer(_PATIENCE, look)

    def _hide_first(self) -> bool:
        """Whether the key that hides everything is queued; if so, it goes before the keys that wait."""
        hide = self._listener.hide_key()
        at = next((n for n, key in enumerate(self._keys) if isinstance(key, events.Key) and key.key == hide), None)
        for _n in range(at or 0):
            self._aside.append(self._keys.popleft())
        return at is not None

    async def _quit_at_last(self, key: events.Key) -> None:
        """Close the app even if a flow never ends."""
        if key in self._keys:
            self._keys.remove(key)
            await self._close()

    # Text typed on after its box closed

    def text_closed(self, screen: object, *, saved: bool) -> None:
        """Record that a screen with text closed; `saved` when that stored a text."""
        self._listener.text_closed(screen, saved=saved)
        self.held.closed(screen, self.time_of(Message()), saved=saved)

    def held_at_the_end(self) -> str:
        """Return the text typed on and not yet offered back, when the app closes; can be called more than once."""
        if getattr(self._app.screen_stack[-1] if self._app.screen_stack else None, "saving", False):
            self.text_closed(self._app.screen, saved=True)
        while self._keys and self.held.waits_for_more:
            if self.held.judge(self._pressed(self._keys[0]), on_text=False) != "hold":
                break
            self._keys.popleft()
        return self.held.outcome().words

    def _rest_later(self, seconds: float) -> None:
        async def over() -> None:
            await self.hand_rests()

        if self._rests is not None:
            self._rests.stop()
        self._rests = self._app.set_timer(max(seconds, _PATIENCE / 5), over)

    async def hand_rests(self) -> None:
        """Settle the held text if the user has paused and no key is waiting; else check again later."""
        waits = bool(self._keys) or self._waits is not None or self._hidden or not self._is_open()
        if self.held.pressed and (waits or self.gate.is_closed or not self.held.rests(self.time_of(Message()))):
            self._rest_later(PAUSE)
        elif self.held.pressed:
            await self._settle_words()
            await self.give()

    async def _settle_words(self) -> None:
        """Offer the held text back, or deliver the held keys as commands."""
        keys = self._held_keys
        held = self.held.settle()
        self._listener.words_held("")
        if held.meant:
            self._keys.extendleft(reversed(keys))
        elif held.words:
            self._listener.offer_words(held)

    @property
    def _held_keys(self) -> list[events.Key | events.Paste]:
        return [events.Key(p.key, "\r" if p.key == "enter" else p.text) for p in self.held.pressed]

    def _wait(self, times: int) -> None:
        """Wait for `KeyDone`; go on without it when its widget is gone or after `times` waits."""

        async def over() -> None:
            if times > 1 and self._to is not None and self._to.is_attached:
                self._wait(times - 1)
            else:
                await self.go_on()

        self._waits = self._app.set_timer(_PATIENCE, over)

    def _is_open(self) -> bool:
        """Whether the screen on top can take keys: it is open and not closing."""
        if not self._app.screen_stack:
            return False
        return getattr(self._app.screen, "is_open", True) and not getattr(self._app.screen, "over", False)

    def _follow(self, to: DOMNode, turn: int, round_: int) -> None:
        if not to.post_message(KeyDone(to, turn, round_)):
            self._app.call_later(self.go_on)

    def done(self, done: KeyDone) -> None:
        """Handle a returned `KeyDone`: send the next round, or go on with the next key."""
        if done.turn != self._turn or getattr(self._on, "over", False):
            return  # given up, or the key closed its screen: `came_back` continues then
        if done.round < _ROUNDS:
            self._follow(done.to, done.turn, done.round + 1)
        else:
            self._app.call_later(self.go_on)

    @property
    def has_keys(self) -> bool:
        """Whether a key is queued or being handled."""
        return bool(self._keys or self._aside) or self._waits is not None

    async def keys_given(self, within: float) -> None:
        """Wait until every key that came is handled, `within` seconds at most; for closing the app."""
        until = monotonic() + within
        quiet = 0
        while quiet < _ROUNDS and monotonic() < until:  # twice: a key that was just read may not be queued yet
            await asyncio.sleep(_GLANCE)
            quiet = 0 if self.has_keys else quiet + 1

    async def came_back(self) -> None:
        """Go on after a screen closed: the key that closed it is handled once its result has arrived."""
        if getattr(self._on, "over", False) and self._app.screen_stack:
            self._turn, self._on = self._turn + 1, None
            self._follow(self._app.screen, self._turn, 0)
        else:
            await self.give()

    async def go_on(self) -> None:
        """Go on with the next key: the last one is handled."""
        if self._waits is not None:
            self._waits.stop()
            self._waits = None
        await self.give()
