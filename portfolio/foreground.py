"""Run another program in the foreground of our terminal and wait for it, with its keys and signals as in a shell.

As system(3) does, we ignore what the terminal sends to both programs: an interrupt is meant for the other one. When the
system ends us, we pass the signal on and wait only a moment for the other program. A signal also wakes the event loop
through a file, before any handler runs, and the loop would close the app for it; so it gets only what was passed on.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, TypeAlias

_OF_THE_TERMINAL: Final = ("SIGINT", "SIGQUIT")
_OF_THE_SYSTEM: Final = ("SIGTERM", "SIGHUP")
_LAST_SECONDS: Final = 0.7
"""Seconds that a program gets to end after a signal."""
_AS_FOUND: Final = b"\x1b[?1049l\x1b[?2004l\x1b[?1000l\x1b[?25h\x1b[0m"
"""Restores the screen, paste mode, mouse and cursor that a killed program could not restore."""

WITHIN: Final = "LEERREIS_WITHIN"
"""Environment variable that tells the example that closing it leads back to the user's own portfolio."""

Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None


class _Terminated(BaseException):
    """The system asked this process to end."""


def run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a program until it ends; its exit status, negative for a signal. Raises OSError when it cannot be started."""
    received: list[int] = []
    before: dict[int, Handler] = {}
    waits: list[bool] = []

    def pass_on(number: int, frame: FrameType | None) -> None:
        received.append(number)
        earlier = before.get(number)
        if callable(earlier):
            earlier(number, frame)
        if waits:
            waits.clear()
            raise _Terminated

    handlers: dict[str, Handler] = {
        **dict.fromkeys(_OF_THE_TERMINAL, _ignore),
        **dict.fromkeys(_OF_THE_SYSTEM, pass_on),
    }
    handlers["SIGTSTP"] = signal.SIG_DFL  # both stop, unless the system sees that no shell would resume them
    with _terminal_kept(), _loop_asleep(received), _handled(handlers, before):
        process = subprocess.Popen(command, env=dict(environment))
        try:
            waits.append(True)
            status = None if received else process.wait()
            waits.clear()
        except _Terminated:
            status = None
        if status is None:
            status = _ended(process, received[0])
    return status


def _ended(process: subprocess.Popen[bytes], number: int) -> int:
    """Send the program the signal that we got, and wait a moment for it."""
    with suppress(OSError):
        process.send_signal(number)
    try:
        process.wait(_LAST_SECONDS)
    except subprocess.TimeoutExpired:
        return -number
    return process.returncode or -number


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Ignore a signal. A function and not SIG_IGN, which the other program would inherit."""


@contextmanager
def _loop_asleep(received: Sequence[int]) -> Iterator[None]:
    """Keep signals from waking the event loop; afterwards it gets those in `received`. Only in the main thread."""
    wakes = -1
    try:
        with suppress(ValueError):
            wakes = signal.set_wakeup_fd(-1)
        yield
    finally:
        if wakes != -1:
            signal.set_wakeup_fd(wakes)
            with suppress(OSError):
                os.write(wakes, bytes(received))


@contextmanager
def _handled(handlers: Mapping[str, Handler], before: dict[int, Handler]) -> Iterator[None]:
    """Install these handlers;

    `before` gets the earlier ones by number. Outside the main thread nothing is installed.
    """
    try:
        with suppress(ValueError):
            for name, handler in handlers.items():
                if hasattr(signal, name):
                    number = getattr(signal, name)
                    before[number] = signal.getsignal(number)
                    signal.signal(number, handler)
        yield
    finally:
        with suppress(ValueError):
            for number, earlier in before.items():
                signal.signal(number, signal.SIG_DFL if earlier is None else earlier)


@contextmanager
def _terminal_kept() -> Iterator[None]:
    """Restore the settings of the terminal afterwards, whatever the other program did."""
    if os.name == "nt" or sys.__stdin__ is None:
        yield
        return
    import termios

    handle, before = sys.__stdin__.fileno(), None
    with suppress(OSError, ValueError, termios.error):
        before = termios.tcgetattr(handle)
    try:
        yield
    finally:
        with suppress(OSError, termios.error):
            if before is not None and termios.tcgetattr(handle) != before:
                termios.tcsetattr(handle, termios.TCSADRAIN, before)
                os.write(handle, _AS_FOUND)
