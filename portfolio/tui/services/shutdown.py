"""How the app ends: on a key, because the system says so, or because its terminal is gone.

What is being typed is on disk first. Then the app waits for what was asked of the disk, for a bounded time; a second
wish to close ends the waiting.
"""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from portfolio.tui.services.draft_writer import DraftWriter
    from portfolio.tui.services.key_queue import KeyQueue
    from portfolio.tui.services.last_guard import LastGuard
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.session import Spawn

FLUSHED_WITHIN: Final = 2.0
"""Seconds that closing waits for the disk of the drafts; a disk that hangs does not keep the app open."""
SIGNALS: Final = ("SIGHUP", "SIGTERM", "SIGINT")
"""By which the system, a shell or a terminal says that the app is to end."""
SIGNAL_SECONDS: Final = 1.5
"""How long closing may take when the system says so; it waits a few seconds itself, then kills."""
KEY_SECONDS: Final = 6.0
"""How long it may take when a person said so, and can say it again."""
_SPARE: Final = 0.5
"""Of that time, what giving back the terminal may take."""
_SLOW: Final = 0.5
"""Seconds after which it is said what is waited for."""
_KEYS: Final = 0.2
"""The part of that time which keys that came before may take to become words."""


class Terminal(Protocol):
    """The driver of a real terminal, as far as the end needs it."""

    def hurry(self) -> None:
        """Wait for the terminal no longer. Safe in a signal handler."""

    def give_back(self) -> None:
        """Leave the terminal as it was."""


class Shutdown:
    """The end of one app."""

    def __init__(
        self,
        app: App[int],
        spawn: Spawn,
        gather: Callable[[], None],
        let_answers_go: Callable[[], None],
        say_slow: Callable[[], None],
        worker: NotebookWorker,
        writer: DraftWriter,
        keys: KeyQueue,
    ) -> None:
        """`gather` puts what is in the box of every open entry in line for the disk; `let_answers_go` lets
        the drafts of answers go that are stored; `say_slow` says what is waited for."""
        self._app, self._spawn, self._gather, self._say_slow = app, spawn, gather, say_slow
        self._let_answers_go = let_answers_go
        self._worker, self._writer, self._keys = worker, writer, keys
        self.guard: LastGuard | None = None
        """Ends the process when all else waits; `run` sets it, a test in memory has none."""
        self.terminal: Terminal | None = None
        """The driver of the terminal, when it is a real one."""
        self._ends = False
        self._until: float | None = None

    def seconds_left(self) -> float:
        """How long the disk may still be waited for."""
        return KEY_SECONDS if self._until is None else max(0.1, self._until - monotonic() - _SPARE / 2)

    def _in(self, seconds: float) -> None:
        """End within this time."""
        until = monotonic() + seconds
        self._until = min(until, self._until or until)
        if self.guard is not None:
            self.guard.arm(seconds)

    def heed_the_system(self) -> None:
        """Close when the system says so.

        asyncio calls `_take_signal` from its loop. A handler of the system's own kind comes first: it is called also
        while the loop waits for an editor, or for a terminal that does not read.
        """
        if self.guard is None:
            return
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, and only in the main thread
            for name in SIGNALS:
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._take_signal)
                signal.signal(number, self._take_signal_at_once)

    def _take_signal_at_once(self, _number: int, _frame: FrameType | None) -> None:
        self._in(SIGNAL_SECONDS)
        if self.terminal is not None:
            self.terminal.hurry()

    def _take_signal(self) -> None:
        if not self._ends:
            self._ends = True
            self._keep_words()
            self._spawn(self._end(SIGNAL_SECONDS), group="quit", holds="nothing")

    def asked(self) -> None:
        """A person wants to close; the second time without waiting."""
        self._in(_SPARE if self._ends else KEY_SECONDS)
        if self._ends:
            self._app.exit(0)
            return
        self._ends = True
        self._keep_words()
        self._spawn(self._end(KEY_SECONDS), group="quit", holds="nothing")

    async def _end(self, seconds: float) -> None:
        slow = self._app.set_timer(_SLOW, self._say_slow)
        await self._keys.keys_given(_KEYS * seconds)
        self._keep_words()
        until = monotonic() + max(0.1, seconds * (1 - _KEYS) - _SPARE)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._worker.finish(), until - monotonic())
            self._let_answers_go()
            self._keep_words()  # what was saved meanwhile closed its text: words that went on are kept too
            await asyncio.wait_for(self._worker.finish(), max(0.0, until - monotonic()))
        slow.stop()
        self._app.exit(0)

    def _keep_words(self) -> None:
        self._gather()
        self._writer.hurry()

    def flush_drafts(self, within: float = FLUSHED_WITHIN) -> bool:
        """Put everything that was typed on disk as drafts, now. Whether all of it is there.

        Waits for the drafts thread alone, `within` seconds at most, and touches no terminal: it can be called from the
        handler of a signal before anything else, and more than once.
        """
        self._gather()
        return self._writer.flush(within)
