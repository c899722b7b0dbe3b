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
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from portfolio.tui.app import LeerreisApp
    from portfolio.tui.services.last_guard import LastGuard
    from portfolio.tui.services.terminal import TerminalDriver

SIGNALS: Final = ("SIGHUP", "SIGTERM", "SIGINT")
"""By which the system, a shell or a terminal says that the app is to end."""
TOLD_SECONDS: Final = 1.5
"""How long closing may take when the system says so; it waits a few seconds itself, then kills."""
KEY_SECONDS: Final = 6.0
"""How long it may take when a person said so, and can say it again."""
_SPARE: Final = 0.5
"""Of that time, what giving back the terminal may take."""
_SLOW: Final = 0.5
"""Seconds after which it is said what is waited for."""
_KEYS: Final = 0.2
"""The part of that time which keys that came before may take to become words."""


class Shutdown:
    """The end of one app."""

    def __init__(self, app: LeerreisApp) -> None:
        """Nothing ends yet."""
        self.guard: LastGuard | None = None
        """Ends the process when all else waits; `run` sets it, a test in memory has none."""
        self.terminal: TerminalDriver | None = None
        """The driver of the terminal, when it is a real one."""
        self._app = app
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

        asyncio calls `_told` from its loop. A handler of the system's own kind comes first: it is called also while
        the loop waits for an editor, or for a terminal that does not read.
        """
        if self.guard is None:
            return
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, and only in the main thread
            for name in SIGNALS:
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._told)
                signal.signal(number, self._told_at_once)

    def _told_at_once(self, _number: int, _frame: FrameType | None) -> None:
        self._in(TOLD_SECONDS)
        if self.terminal is not None:
            self.terminal.hurry()

    def _told(self) -> None:
        if not self._ends:
            self._ends = True
            self._keep_words()
            self._app.run_worker(self._end(TOLD_SECONDS), group="quit")

    def asked(self) -> None:
        """A person wants to close; the second time without waiting."""
        self._in(_SPARE if self._ends else KEY_SECONDS)
        if self._ends:
            self._app.exit(0)
            return
        self._ends = True
        self._keep_words()
        self._app.run_worker(self._end(KEY_SECONDS), group="quit")

    async def _end(self, seconds: float) -> None:
        slow = self._app.set_timer(_SLOW, self._say_that_it_takes_time)
        await self._app.keys_given(_KEYS * seconds)
        self._keep_words()
        until = monotonic() + max(0.1, seconds * (1 - _KEYS) - _SPARE)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._app.desk.finish(), until - monotonic())
            self._app.let_answers_go()
            self._keep_words()  # what was saved meanwhile closed its text: words that went on are kept too
            await asyncio.wait_for(self._app.desk.finish(), max(0.0, until - monotonic()))
        slow.stop()
        self._app.exit(0)

    def _keep_words(self) -> None:
        self._app.gather_words()
        self._app.drafts.hurry()

    def _say_that_it_takes_time(self) -> None:
        _ = self._app.look.words
        told = _("Waiting for the disk; what you wrote is kept. Press {quit} again to close without waiting.")
        self._app.say(told.format(**self._app.look.keys), "muted")
