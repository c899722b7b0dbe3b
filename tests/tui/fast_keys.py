"""Keys for the app in memory, at a few milliseconds per key, for tests that press thousands of them.

`pilot.press` sleeps 40 ms or more per key, and infers from the processor load whether the app is idle. Here a key is
posted as the terminal posts it, and the app is inspected to find out whether it is idle: no key is queued, no
widget has a message, no layout or paint is due, and no worker runs.

    async with fast(an_app()) as keys:           # or fast() for an app on the portfolio of the test
        await keys.press("n")                    # keys by Textual's names, each settled before the next
        await keys.type("Words é")               # a burst: all letters before the app handles one
        keys.screen, keys.app                    # the current screen, the app
        keys.kill()                              # as kill -9: nothing more reaches the disk
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest
from textual import events
from textual import screen as textual_screen
from textual.keys import _character_to_key
from textual.message_pump import MessagePump

from portfolio.tui.app import LeerreisApp
from tests.tui.playing import FRAME, an_app, is_working

_ROWS: Final = 60
"""Number of rows after which a row counts as missing."""
_PATIENCE: Final = 30.0
"""Seconds after which an app that is not idle fails the test."""
_GLANCE: Final = 0.02
"""Seconds between checks whether the widgets that have not answered still exist."""
_TWICE: Final = 2
"""Number of successive idle rounds after which the app counts as idle: an answer can start more work."""


class _Dead:
    """Stands in for the threads of a killed process: accepts work and never does it."""

    def submit(self, *_work: object) -> Future[Any]:
        """Return a future that never completes."""
        return Future()

    def shutdown(self, **_how: object) -> None:
        """Do nothing."""


class Keys:
    """The keyboard of one running app."""

    def __init__(self, app: LeerreisApp) -> None:
        """`app` must be running."""
        self.app = app
        self.killed = False
        """Whether `kill` was called."""

    @property
    def screen(self) -> Any:
        """The screen on top."""
        return self.app.screen

    @property
    def text(self) -> str:
        """The text on the screen, as lines."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def press(self, *names: str) -> None:
        """Press keys, each after the app is idle again."""
        for name in names:
            self.post(name)
            await self.settle()

    async def down_to(self, rows: str, key: str) -> None:
        """Move down from the first row of a list until the cursor is on a row whose key contains `key`."""
        await self.press("home")
        for _turn in range(_ROWS):
            if key in self.screen.query_one(rows).key:
                return
            await self.press("down")
        raise AssertionError(f"{key} is not in {rows}:\n{self.text}")

    async def type(self, text: str) -> None:
        """Type letters in one burst."""
        for letter in text:
            self.post(letter)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste text at the cursor, as one event."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    def post(self, name: str) -> None:
        """Post a key without waiting."""
        letter = name if len(name) == 1 else {"space": " ", "enter": "\r", "tab": "\t"}.get(name)
        self.app.post_message(events.Key(_character_to_key(name) if len(name) == 1 else name, letter))

    async def settle(self) -> None:
        """Wait until the app is idle."""
        async with asyncio.timeout(_PATIENCE):
            quiet = 0
            while quiet < _TWICE:
                await self._round()
                quiet = quiet + 1 if await self._is_quiet() else 0

    async def on_disk(self) -> None:
        """Wait until every queued draft is on disk."""
        await self.app.services.worker.drafts_written()

    async def ended(self) -> None:
        """Wait until the app has closed after its quit action."""
        ending = [worker for worker in self.app.workers if worker.group == "quit"]
        async with asyncio.timeout(_PATIENCE):
            await self.app.workers.wait_for_complete(ending)

    def kill(self) -> None:
        """End the app so that the disk is as after kill -9: queued writes are dropped and nothing more is written."""
        desk: Any = self.app.services.worker
        self.killed = True
        for thread in (desk._thread, desk._drafts_thread):
            thread.shutdown(wait=True, cancel_futures=True)
        desk._thread = desk._drafts_thread = _Dead()
        self.app.workers.cancel_all()

    async def _round(self) -> None:
        """Wait until every widget has handled the messages sent to it so far."""
        all_came = asyncio.Event()
        waits: set[MessagePump] = set()

        def came(pump: MessagePump) -> None:
            waits.discard(pump)
            if not waits:
                all_came.set()

        waits.update(pump for pump in list(self._pumps()) if not _rests(pump) and pump.call_later(came, pump))
        await asyncio.sleep(0)
        while waits:
            try:
                await asyncio.wait_for(all_came.wait(), _GLANCE)
            except TimeoutError:  # a widget that has closed meanwhile does not answer
                waits -= {pump for pump in waits if pump._closing or pump._closed or not pump.is_running}
        if self.app._exception is not None:
            raise self.app._exception

    async def _is_quiet(self) -> bool:
        screen: Any = self.app.screen
        widgets: list[Any] = list(screen.walk_children(with_self=True))
        waits = any(pump.message_queue_size or pump._next_callbacks for pump in (self.app, *widgets))
        paints = (
            screen._callbacks
            or screen._dirty_widgets
            or any(widget._layout_required or widget._repaint_required for widget in widgets)
        )
        opens = not getattr(screen, "is_open", True) or getattr(screen, "over", False)
        works = is_working(self.app)
        if works or paints:
            await asyncio.sleep(FRAME)  # leave processor time to the disk thread, and let the timer of the screen run
        queue = self.app.services.keys
        hidden = getattr(screen, "HIDES", False)  # keys pressed before it opened wait until it closes
        has_keys = bool(queue._keys or queue._waits) if hidden else queue.has_keys
        return not (waits or paints or works or opens or has_keys)

    def _pumps(self) -> Iterator[MessagePump]:
        yield self.app
        yield from self.app.screen.walk_children(with_self=True)


def _rests(pump: Any) -> bool:
    """Whether a pump waits for a message and has none: then it need not be asked whether it is idle."""
    came = pump._message_queue.ready_event
    return bool(came._waiters) and not came.is_set() and not pump._next_callbacks


@asynccontextmanager
async def fast(app: LeerreisApp | None = None, size: tuple[int, int] = (80, 24), **more: Any) -> AsyncIterator[Keys]:
    """Run the app and yield its keyboard once it is idle."""
    app = app or an_app(**more)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual_screen, "UPDATE_PERIOD", FRAME)
        async with app.run_test(size=size):
            keys = Keys(app)
            await keys.settle()
            yield keys
    app.services.worker.close(0 if keys.killed else None)
