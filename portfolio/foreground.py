"""Another program in the foreground of our terminal, while we wait: its keys and its signals, as a shell has it.

As system(3) does, the waiting program lets pass what the terminal sends to both: an interrupt is meant for the other
one. When the system ends us, the other program is told so too, and waited for no longer than a moment.
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
"""How long a program may take to end that was told to."""
_AS_FOUND: Final = b"\x1b[?1049l\x1b[?2004l\x1b[?1000l\x1b[?25h\x1b[0m"
"""The screen, paste, mouse and cursor of who is killed, given back in its place."""


Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None


class _Told(BaseException):
    """The system ends us."""


def run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run it until it ends: its status, negative for a signal. Raises OSError when it cannot be started."""
    told: list[int] = []
    before: dict[int, Handler] = {}
    waits: list[bool] = []

    def pass_on(number: int, frame: FrameType | None) -> None:
        told.append(number)
        earlier = before.get(number)
        if callable(earlier):
            earlier(number, frame)
        if waits:
            waits.clear()
            raise _Told

    handlers: dict[str, Handler] = {
        **dict.fromkeys(_OF_THE_TERMINAL, _let_pass),
        **dict.fromkeys(_OF_THE_SYSTEM, pass_on),
    }
    handlers["SIGTSTP"] = signal.SIG_DFL  # both stop, unless the system sees that no shell would bring them back
    with _terminal_kept(), _handled(handlers, before):
        process = subprocess.Popen(command, env=dict(environment))
        try:
            waits.append(True)
            status = None if told else process.wait()
            waits.clear()
        except _Told:
            status = None
        if status is None:
            status = _ended(process, told[0])
    return status


def _ended(process: subprocess.Popen[bytes], number: int) -> int:
    """Tell it to end as we were told, and wait for a moment."""
    with suppress(OSError):
        process.send_signal(number)
    try:
        process.wait(_LAST_SECONDS)
    except subprocess.TimeoutExpired:
        return -number
    return process.returncode or -number


def _let_pass(_number: int, _frame: FrameType | None) -> None:
    """A function, not SIG_IGN: that would be handed on to the other program."""


@contextmanager
def _handled(handlers: Mapping[str, Handler], before: dict[int, Handler]) -> Iterator[None]:
    """These handlers in place; `before` gets the earlier ones by number. Outside the main thread there are none."""
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
    """The settings of the terminal are afterwards as they were before, whatever the other program did."""
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
