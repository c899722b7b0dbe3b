"""The keys that were pressed and not given yet, so that a fast hand loses none, whatever opens or closes meanwhile."""

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
"""A key, then what it set off: as often what is sent after it comes back before the next key is given."""
_PATIENCE: Final = 0.25
"""Seconds to wait for it: what had the keys can be gone before it answers."""
_LONGEST: Final = 20
"""So many times that long when it is still there: a busy computer answers late, and a key given too soon is lost."""
_QUITS_AFTER: Final = 3.0
"""Seconds after which the key that closes the app waits for nothing any more."""
_NEW_LINES: Final = frozenset({"enter", "ctrl+j", "shift+enter", "alt+enter"})
_QUIT: Final = "ctrl+q"

_GLANCE: Final = 0.005
"""Seconds between two glances at the keys that wait."""


class KeyDone(Message):
    """Sent after a key, on the same way: when it comes back here the key has done what it does."""

    def __init__(self, to: DOMNode, turn: int, round_: int) -> None:
        """`to` is what the key went to, `turn` the number of the key."""
        super().__init__()
        self.to, self.turn, self.round = to, turn, round_


class Listener(Protocol):
    """Who is told what happens to keys."""

    def hide_key(self) -> str:
        """The key that hides everything; it never waits."""

    def hand_came(self) -> None:
        """A key or a click is about to do what it does, on what is on the screen."""

    def key_comes(self, key: str) -> None:
        """A key is about to do what it does."""

    def text_closed(self, screen: object, *, saved: bool) -> None:
        """A screen closed; `saved` when that stored a text."""

    def words_held(self, words: str) -> None:
        """Words are typed where nothing takes them; empty: there is an answer for them."""

    def offer_words(self, held: Held) -> None:
        """The hand rests: offer back what was typed on."""


class KeyQueue:
    """Gives each key to what has the focus, when the key before it has done its work.

    Keys come in bursts over a slow line, and the first of them may open a screen that the others are meant for. So they
    are given one by one: the next when the one before has done its work, never to a screen that is not open yet, and
    never while something is worked out that changes what they would be done with. What is pasted waits in line too.
    """

    time_of: Callable[[Message], float] = staticmethod(attrgetter("time"))
    """When a message was made, in seconds of a clock that never goes back; for a key that is when it was pressed."""

    def __init__(
        self,
        app: App[int],
        deliver: Callable[[events.Event], Awaitable[None]],
        listener: Listener,
        close: Callable[[], Awaitable[None]],
    ) -> None:
        """`deliver` gives a key to what has the focus in `app`, as Textual does; `close` ends the app."""
        self._app, self._deliver, self._listener, self._close = app, deliver, listener, close
        self.gate = FlowGate()
        self.held = HeldWords()
        self._keys: deque[events.Key | events.Paste] = deque()
        """Keys that were not given yet, in the order of the hand."""
        self._aside: deque[events.Key | events.Paste] = deque()
        """Keys that wait until the screen that hides everything is gone: they were pressed before it came."""
        self._waits: Timer | None = None
        """There while a key is on its way."""
        self._turn = 0
        """How many were given."""
        self._to: DOMNode | None = None
        """What the last one was given to."""
        self._on: object = None
        """The screen that was on top when the last one was given."""
        self._rests: Timer | None = None
        """There while words are held: it looks whether the hand has paused."""
        self._looks: Timer | None = None
        """There while keys wait at the gate."""

    async def take(self, event: events.Key | events.Paste) -> None:
        """A key was pressed, or text was pasted."""
        self._keys.append(event)
        if isinstance(event, events.Key) and event.key == _QUIT:
            self._app.set_timer(_QUITS_AFTER, lambda: self._quit_at_last(event))
        await self.give()

    @property
    def _hidden(self) -> bool:
        return bool(self._app.screen_stack) and getattr(self._app.screen, "HIDES", False)

    async def give(self) -> None:
        """Give the next key, when what it is for is there."""
        if self._aside and not self._hidden and self._waits is None:
            self._keys.extendleft(reversed(self._aside))
            self._aside.clear()
        while self._waits is None and self._keys and self._is_open():
            pressed = self._pressed(self._keys[0])
            if self.gate.stops(pressed) and not self._hidden and not self._hide_first():
                self._look_later()
                return
            if self.gate.ended() and not self._hidden:
                self._let_pass(self._app.focused or self._app.screen)
                return
            key = self._keys.popleft()
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
        """Give no key before what a flow reported at its end came to the app, which may begin another flow with it."""
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
        """Whether words are written where the keys go now."""
        return bool(self._app.screen_stack) and bool(getattr(self._app.screen, "takes_words", False))

    # The gate

    def held_by(self, flow: Worker[Any], holds: Holds) -> Worker[Any]:
        """Let this worker hold these keys."""
        self.gate.hold(flow, holds)
        return flow

    @contextmanager
    def asking(self, screen: Screen[Any]) -> Iterator[None]:
        """While the flow that runs asks something on `screen` the keys are for the question."""
        flow = get_current_worker()
        screen.asked_by = flow  # type: ignore[attr-defined]  # a screen of ours
        with self.gate.asking(flow):
            yield

    def _look_later(self) -> None:
        """Look again soon whether the gate is open: a flow that is cancelled does not say so."""

        async def look() -> None:
            self._looks = None
            await self.give()

        if self._looks is None:
            self._looks = self._app.set_timer(_PATIENCE, look)

    def _hide_first(self) -> bool:
        """Whether the key that hides everything is in line: then it goes before those that wait."""
        hide = self._listener.hide_key()
        at = next((n for n, key in enumerate(self._keys) if isinstance(key, events.Key) and key.key == hide), None)
        for _n in range(at or 0):
            self._aside.append(self._keys.popleft())
        return at is not None

    async def _quit_at_last(self, key: events.Key) -> None:
        """Close, though something never ends: whoever asks for that has waited long enough."""
        if key in self._keys:
            self._keys.remove(key)
            await self._close()

    # Words that go on

    def text_closed(self, screen: object, *, saved: bool) -> None:
        """A screen in which words are written closed; `saved` when that stored a text."""
        self._listener.text_closed(screen, saved=saved)
        self.held.closed(screen, self.time_of(Message()), saved=saved)

    def held_at_the_end(self) -> str:
        """What was typed on and not offered yet, when the app closes; it can be asked more than once."""
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
        """Settle what is held when the hand has paused and no key is waiting; else look again later."""
        waits = bool(self._keys) or self._waits is not None or self._hidden or not self._is_open()
        if self.held.pressed and (waits or self.gate.is_closed or not self.held.rests(self.time_of(Message()))):
            self._rest_later(PAUSE)
        elif self.held.pressed:
            await self._settle_words()
            await self.give()

    async def _settle_words(self) -> None:
        """Offer the words back, or give the keys that are no words as what they are."""
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
        """Wait for the answer, and go on without it when what should give it is gone, or after so many times."""

        async def over() -> None:
            if times > 1 and self._to is not None and self._to.is_attached:
                self._wait(times - 1)
            else:
                await self.go_on()

        self._waits = self._app.set_timer(_PATIENCE, over)

    def _is_open(self) -> bool:
        """Whether the screen on top can take keys: it stands already, and it is not closing."""
        if not self._app.screen_stack:
            return False
        return getattr(self._app.screen, "is_open", True) and not getattr(self._app.screen, "over", False)

    def _follow(self, to: DOMNode, turn: int, round_: int) -> None:
        if not to.post_message(KeyDone(to, turn, round_)):
            self._app.call_later(self.go_on)

    def done(self, done: KeyDone) -> None:
        """A key did its work; the next one after what it set off."""
        if done.turn != self._turn or getattr(self._on, "over", False):
            return  # given up, or it closed its screen: `came_back` says when that is done
        if done.round < _ROUNDS:
            self._follow(done.to, done.turn, done.round + 1)
        else:
            self._app.call_later(self.go_on)

    @property
    def has_keys(self) -> bool:
        """Whether a key waits, or is still at work."""
        return bool(self._keys or self._aside) or self._waits is not None

    async def keys_given(self, within: float) -> None:
        """Wait until every key that came has done its work, `within` seconds at most: the app closes after it."""
        until = monotonic() + within
        quiet = 0
        while quiet < _ROUNDS and monotonic() < until:  # twice quiet: what was just read may not stand in line yet
            await asyncio.sleep(_GLANCE)
            quiet = 0 if self.has_keys else quiet + 1

    async def came_back(self) -> None:
        """A screen is on top again: the key that closed the one above did its work, once what it answered came here."""
        if getattr(self._on, "over", False) and self._app.screen_stack:
            self._turn, self._on = self._turn + 1, None
            self._follow(self._app.screen, self._turn, 0)
        else:
            await self.give()

    async def go_on(self) -> None:
        """The last key did its work."""
        if self._waits is not None:
            self._waits.stop()
            self._waits = None
        await self.give()
