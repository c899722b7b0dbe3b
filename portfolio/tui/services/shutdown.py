"""Closes the app: on a key, on a signal of the system, or because the terminal is gone.

Drafts are written to disk first. Then the app waits a bounded time for pending requests; a second request to close ends
the wait.
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
"""Seconds to wait for drafts to be written; a disk that hangs must not keep the app open."""
SIGNALS: Final = ("SIGHUP", "SIGTERM", "SIGINT")
"""Signals by which the system, a shell or a terminal ends the app."""
SIGNAL_SECONDS: Final = 1.5
"""Seconds that closing may take after a signal; the system waits a few seconds and then kills."""
KEY_SECONDS: Final = 6.0
"""Seconds that closing may take at the user's request, who can repeat it."""
_SPARE: Final = 0.5
"""Part of that time, in seconds, reserved for restoring the terminal."""
_SLOW: Final = 0.5
"""Seconds after which the user is shown what is waited for."""
_KEYS: Final = 0.2
"""Fraction of the time that earlier keys may take to be handled."""


class Terminal(Protocol):
    """The driver of a real terminal, as far as closing needs it."""

    def hurry(self) -> None:
        """Stop waiting for the terminal. Safe in a signal handler."""

    def give_back(self) -> None:
        """Restore the terminal."""


class Shutdown:
    """Closes one app."""

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
        """`gather` queues the text of every open entry as a draft.

        `let_answers_go` discards the drafts of stored answers; `say_slow` shows what is waited for.
        """
        self._app, self._spawn, self._gather, self._say_slow = app, spawn, gather, say_slow
        self._let_answers_go = let_answers_go
        self._worker, self._writer, self._keys = worker, writer, keys
        self.guard: LastGuard | None = None
        """Ends the process when closing hangs; set by `run`, None in tests without a terminal."""
        self.terminal: Terminal | None = None
        """The driver of the terminal, when it is a real one."""
        self._ends = False
        self._until: float | None = None

    def seconds_left(self) -> float:
        """Return how many seconds the disk may still be waited for."""
        return KEY_SECONDS if self._until is None else max(0.1, self._until - monotonic() - _SPARE / 2)

    def _in(self, seconds: float) -> None:
        """Limit closing to this number of seconds."""
        until = monotonic() + seconds
        self._until = min(until, self._until or until)
        if self.guard is not None:
            self.guard.arm(seconds)

    def heed_the_system(self) -> None:
        """Close on the signals of the system.

        asyncio calls `_take_signal` from its loop. A plain signal handler runs first, because it also runs while the
        loop is blocked by an editor or by a terminal that does not read.
        """
        if self.guard is None:
            return
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, and only in the main thread
            for name in SIGNALS:
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._take_signal)
                signal.signal(number, self._take_signal_at_once)

    def _take_signal_at_once(self, _number: int, _frame: FrameType | None) -> None:
        self._hurry()

    def _hurry(self) -> None:
        self._in(SIGNAL_SECONDS)
        if self.terminal is not None:
            self.terminal.hurry()

    def _take_signal(self) -> None:
        self._hurry()  # a signal that came before the plain handler was there is only known here
        if not self._ends:
            self._ends = True
            self._keep_words()
            self._spawn(self._end(SIGNAL_SECONDS), group="quit", holds="nothing")

    def asked(self) -> None:
        """Close at the user's request; a second request does not wait."""
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
            self._keep_words()  # a save closes its text: keep the words typed on after it too
            await asyncio.wait_for(self._worker.finish(), max(0.0, until - monotonic()))
        slow.stop()
        self._app.exit(0)

    def _keep_words(self) -> None:
        self._gather()
        self._writer.hurry()

    def flush_drafts(self, within: float = FLUSHED_WITHIN) -> bool:
        """Write everything that was typed to disk as drafts now; return whether all of it is there.

        Waits only for the drafts thread, `within` seconds at most, and does not use the terminal, so it can be called
        first in a signal handler, and more than once.
        """
        self._gather()
        return self._writer.flush(within)
