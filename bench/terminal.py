"""A program in a terminal of its own: started, given keys, and its answers timed until their last byte was read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Final, NamedTuple, Self

DOWN: Final = "\x1b[B"
PAGE_DOWN: Final = "\x1b[6~"
SMALL: Final = (80, 24)
TWO_PANES: Final = (120, 36)

_ESCAPES: Final = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_PATIENCE: Final = 30.0  # seconds after which an answer is not going to come
QUIET: Final = 0.08
"""Seconds of silence after which an answer was whole: five frames of Textual."""
CALM: Final = 0.6
"""Seconds in which a program comes to rest, and a cursor blinks."""
READ: Final = "▸"
"""The sign of our cursor: it stands when the portfolio was read and a list is shown."""
_ONE_PIECE: Final = 0.005  # seconds between parts of one piece of output


class Answer(NamedTuple):
    """Seconds from the key until something of the answer was there, and until all of it was."""

    begun: float
    whole: float


class Terminal:
    """One program, from its start until it is ended without ceremony."""

    def __init__(self, command: list[str], environment: Mapping[str, str], size: tuple[int, int], told: str) -> None:
        """Starts `command` in a terminal of `size` and waits until `told` was painted."""
        self._command, self._started = command, perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
            os.execve(command[0], command, {**environment, **colours})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.painted = self._answer(self._started, "", 0, told).whole
        """Seconds from the start until `told` was painted."""

    def __enter__(self) -> Self:
        """The running program."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def press(self, keys: str, quiet: float = QUIET, told: str = "", blink: int = 0) -> Answer:
        """Type `keys` at once; the answer is whole when `told` is in it and `quiet` seconds of silence follow it.

        What comes in one piece of at most `blink` bytes is no answer: a cursor that blinks.
        """
        while self._read(0):  # what came by itself since the last answer
            pass
        pressed = perf_counter()
        os.write(self._terminal, keys.encode())
        return self._answer(pressed, keys, quiet, told, blink)

    def _answer(self, asked: float, what: str, quiet: float, told: str = "", blink: int = 0) -> Answer:
        seen, piece, last, begun, whole = b"", 0, 0.0, 0.0, 0.0
        waits = True
        while (left := asked + _PATIENCE - perf_counter() if waits else whole + quiet - perf_counter()) > 0:
            read = self._read(left)
            now = perf_counter()
            if not read:
                continue
            piece = len(read) + (piece if now - last < _ONE_PIECE else 0)
            last, begun = now, begun or now
            if piece > blink or not whole:
                whole = now
            if waits:
                seen += read
                waits = told.encode() not in _ESCAPES.sub(b"", seen)
        if waits:
            raise RuntimeError(f"{told or what!r} was never painted by {self._command}")
        return Answer(begun - asked, whole - asked)

    def settle(self, seconds: float = CALM) -> int:
        """Let it say what it has to say by itself; the bytes of the largest piece of that: of a cursor that blinks."""
        piece, largest, last = 0, 0, 0.0
        until = perf_counter() + seconds
        while (left := until - perf_counter()) > 0:
            read = self._read(left)
            now = perf_counter()
            piece = len(read) + (piece if now - last < _ONE_PIECE else 0)
            largest, last = max(largest, piece), now
        return largest

    def _read(self, patience: float) -> bytes:
        ready = select.select([self._terminal], [], [], patience)[0]
        return os.read(self._terminal, 1 << 16) if ready else b""

    @property
    def peak(self) -> int:
        """The most bytes that were ever resident; the kernel tells only where there is a /proc."""
        if sys.platform != "linux":
            raise RuntimeError("memory is measured on Linux only")
        status = Path(f"/proc/{self._pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def bare(kind: str, what: str) -> list[str]:
    """The command of the bare app with this widget."""
    return [sys.executable, str(Path(__file__).parent / "bare_app.py"), kind, what]
