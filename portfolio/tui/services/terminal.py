"""Textual driver for POSIX terminals that may disappear or stop reading at any moment.

Textual 8.2.8 writes in a thread that ends at the first OSError (`textual/drivers/_writer_thread.py`, `run`). Its queue
of thirty then fills up and the app's own thread waits in it for ever: no key, signal or timer is handled any more. Its
input thread keeps reading the end of a terminal that is gone, which costs a whole core. Both are replaced here through
public methods of the driver: output to a terminal that is gone is dropped, the app's thread waits only for a terminal
that reads slowly, and a hang-up is detected by polling.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from textual.drivers.linux_driver import LinuxDriver

from portfolio.tui.services.services import services_of

if TYPE_CHECKING:
    from textual.app import App

_BACKLOG: Final = 4_000_000
"""Bytes that may wait for a terminal that does not read; beyond that the app waits too."""
_ASK_SECONDS: Final = 0.25
"""Seconds between two checks of whether the terminal is still there."""
_LAST_SECONDS: Final = 0.3
"""Seconds that the last bytes may take once the app has to end."""
_GIVE_BACK: Final = "".join(
    f"\x1b[{code}"
    for code in ("?2004l", "?7h", "?2048l", "?1000l", "?1003l", "?1015l", "?1006l", "<u", "?1049l", "?25h", "?1004l")
)
"""What Textual writes when it stops: restores paste, wrapping, sizes, mouse, keys, screen, cursor and focus."""


class Output:
    """Writes to a terminal in its own thread until closed. Output to a terminal that is gone is dropped."""

    def __init__(self, handle: int) -> None:
        """`handle` is a file descriptor open for writing."""
        self.gone = False
        """Whether the terminal has stopped accepting output."""
        self.hurried = False
        """Whether to stop waiting for a slow terminal."""
        self._handle = handle
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._put = self._taken = 0
        self._thread = threading.Thread(target=self._run, name="leerreis-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Queue text for writing; blocks while the backlog is too large."""
        if self.gone:
            return
        data = text.encode("utf-8", "replace")
        self._put += len(data)
        self._queue.put(data)
        while self._put - self._taken > _BACKLOG and not (self.gone or self.hurried):
            self._thread.join(0.01)

    def close(self) -> None:
        """Wait until everything is written, or for `_LAST_SECONDS` when hurried."""
        self._queue.put(None)
        since = monotonic()
        while self._thread.is_alive() and not (self.hurried and monotonic() - since > _LAST_SECONDS):
            self._thread.join(0.02)

    def _run(self) -> None:
        open_ended = True
        while open_ended:
            pieces = [self._queue.get()]
            with suppress(Empty):
                while pieces[-1] is not None:
                    pieces.append(self._queue.get_nowait())
            open_ended = pieces[-1] is not None
            data = b"".join(piece for piece in pieces if piece is not None)
            self._write(data)
            self._taken += len(data)

    def _write(self, data: bytes) -> None:
        while data and not self.gone:
            try:
                data = data[os.write(self._handle, data) :]
            except BlockingIOError:  # an earlier program left the terminal non-blocking
                select.select([], [self._handle], [], 0.1)
            except OSError:
                self.gone = True


class TerminalDriver(LinuxDriver):
    """Textual's driver for a terminal that may disappear; it then sends the app SIGHUP, as the system would."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Takes the arguments that Textual passes."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        services_of(app).shutdown.terminal = self
        self._output: Output | None = None
        self._ending = False
        self._runs = False
        self._watch: threading.Thread | None = None

    def write(self, data: str) -> None:
        """Queue output for the terminal; dropped while the terminal is not ours."""
        if self._output is not None:
            self._output.write(data)

    def start_application_mode(self) -> None:
        """Take over the terminal, unless the app is about to end."""
        if self._ending:  # resumed only in order to end: a shell may own the terminal
            return
        if self._watch is None:
            self._watch = threading.Thread(target=self._ask, name="leerreis-hang-up", daemon=True)
            self._watch.start()
        self._output = Output((sys.__stderr__ or sys.stderr).fileno())
        self._runs = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Restore the terminal, once."""
        if self._runs:
            self._runs = False
            super().stop_application_mode()

    def close(self) -> None:
        """Finish writing."""
        super().close()
        if self._output is not None:
            self._output.close()
            self._output = None

    def run_input_thread(self) -> None:
        """Read keys until the terminal is gone; the watch thread reports that."""
        with suppress(OSError):
            super().run_input_thread()

    def hurry(self) -> None:
        """Stop waiting for the terminal, because the app has to end. Safe in a signal handler."""
        self._ending = True
        if self._output is not None:
            self._output.hurried = True
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # restoring the terminal from the background must not stop us

    def give_back(self) -> None:
        """Restore the terminal without waiting for it; from any thread, when nothing else does it."""
        if not self._runs:
            return
        handle = (sys.__stderr__ or sys.stderr).fileno()
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError, ValueError):
            if select.select([], [handle], [], 0)[1]:
                os.write(handle, _GIVE_BACK.encode())

    def _ask(self) -> None:
        """Poll until the terminal is gone, then send the app SIGHUP."""
        poll = select.poll()
        poll.register(self.fileno, 0)  # no events requested: hang-up and error are always reported
        while True:
            found = poll.poll(0)
            state = found[0][1] if found else 0
            if state & select.POLLNVAL:  # a system that cannot poll terminals; its signal must do
                return
            if state & (select.POLLHUP | select.POLLERR) or (self._output is not None and self._output.gone):
                break
            sleep(_ASK_SECONDS)
        self.exit_event.set()  # otherwise the input thread reads the end of the terminal for ever
        os.kill(os.getpid(), signal.SIGHUP)
