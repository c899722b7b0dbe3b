"""The app's side of a terminal on POSIX, where the terminal may go away, or stop reading, at any moment.

Textual 8.2.8 writes in a thread that ends at the first OSError (`textual/drivers/_writer_thread.py`, `run`). Its queue
of thirty then fills, and the app's own thread waits in it for ever: no key, no signal and no timer is heard any more.
Its input thread reads the end of a terminal that is gone over and over, at the cost of a whole core. Both are replaced
here through public methods of the driver: what is written to a terminal that is gone is dropped, the app's thread
waits only for a terminal that reads slowly, and a hang-up is noticed by asking the system for it.
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
"""Bytes that may wait for a terminal that does not read; then the app waits too."""
_ASK_SECONDS: Final = 0.25
"""Between two questions whether the terminal is still there."""
_LAST_SECONDS: Final = 0.3
"""How long the last bytes may take when the app is told to end."""
_GIVE_BACK: Final = "".join(
    f"\x1b[{code}"
    for code in ("?2004l", "?7h", "?2048l", "?1000l", "?1003l", "?1015l", "?1006l", "<u", "?1049l", "?25h", "?1004l")
)
"""What Textual writes when it stops: paste, wrapping, sizes, mouse, keys, screen, cursor and focus as they were."""


class Output:
    """Writes to a terminal in a thread of its own, until that is closed. A terminal that is gone takes everything."""

    def __init__(self, handle: int) -> None:
        """`handle` is open for writing."""
        self.gone = False
        """Whether the terminal took its last byte."""
        self.hurried = False
        """Whether nobody waits for the terminal any more."""
        self._handle = handle
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._put = self._taken = 0
        self._thread = threading.Thread(target=self._run, name="leerreis-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Write soon, in this order."""
        if self.gone:
            return
        data = text.encode("utf-8", "replace")
        self._put += len(data)
        self._queue.put(data)
        while self._put - self._taken > _BACKLOG and not (self.gone or self.hurried):
            self._thread.join(0.01)

    def close(self) -> None:
        """Wait until everything is written, as long as there is use in waiting."""
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
            except BlockingIOError:  # a program before us left the terminal so that it never waits
                select.select([], [self._handle], [], 0.1)
            except OSError:
                self.gone = True


class TerminalDriver(LinuxDriver):
    """Textual's driver, for a terminal that may go away. Tells the app of it as the system would: by SIGHUP."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """As Textual calls it."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        services_of(app).shutdown.terminal = self
        self._output: Output | None = None
        self._ending = False
        self._runs = False
        self._watch: threading.Thread | None = None

    def write(self, data: str) -> None:
        """Write to the terminal soon; nothing while it is not ours."""
        if self._output is not None:
            self._output.write(data)

    def start_application_mode(self) -> None:
        """Take the terminal, unless we are about to end."""
        if self._ending:  # continued only in order to end: a shell may have the terminal by now
            return
        if self._watch is None:
            self._watch = threading.Thread(target=self._ask, name="leerreis-hang-up", daemon=True)
            self._watch.start()
        self._output = Output((sys.__stderr__ or sys.stderr).fileno())
        self._runs = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
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
        """Take keys until the terminal is gone; the watch tells the app of that."""
        with suppress(OSError):
            super().run_input_thread()

    def hurry(self) -> None:
        """Wait for the terminal no longer: the app is told to end. Safe in a signal handler."""
        self._ending = True
        if self._output is not None:
            self._output.hurried = True
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # giving a terminal back from the background must not stop us

    def give_back(self) -> None:
        """Leave the terminal as it was found, without waiting for it. For any thread, when nothing else does it."""
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
        """Ask the system every moment whether the terminal is still there; tell the app when it is not."""
        poll = select.poll()
        poll.register(self.fileno, 0)  # no events asked: hang-up and error are told anyway
        while True:
            found = poll.poll(0)
            state = found[0][1] if found else 0
            if state & select.POLLNVAL:  # a system that cannot say so of terminals; its signal must do
                return
            if state & (select.POLLHUP | select.POLLERR) or (self._output is not None and self._output.gone):
                break
            sleep(_ASK_SECONDS)
        self.exit_event.set()  # the input thread would read the end of the terminal for ever
        os.kill(os.getpid(), signal.SIGHUP)
