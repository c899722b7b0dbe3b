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
from typing import Final, NamedTuple

DOWN: Final = "\x1b[B"
PAGE_DOWN: Final = "\x1b[6~"
SMALL: Final = (80, 24)
TWO_PANES: Final = (120, 36)

_ESCAPES: Final = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_PATIENCE: Final = 30.0  # seconds after which an answer is not going to come
QUIET: Final = 0.08
"""Seconds of silence after which an answer was whole: five frames of Textual."""
CALM: Final = 0.4
"""Seconds of silence after which nothing more comes by itself, except that a cursor blinks twice a second."""


class Answer(NamedTuple):
    """Seconds from the key until something of the answer was there, and until all of it was."""

    begun: float
    whole: float


class Terminal:
    """One program, from its start until it is ended without ceremony."""

    def __init__(
        self, command: list[str], environment: Mapping[str, str], size: tuple[int, int] = SMALL, told: str = ""
    ) -> None:
        """Starts `command` in a terminal of `size`; with `told` it waits until that was painted."""
        self._command, self._started = command, perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
            os.execve(command[0], command, {**environment, **colours})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.painted = self._until(told) if told else 0.0
        """Seconds from the start until `told` was painted."""

    def __enter__(self) -> Terminal:
        """The running program."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _until(self, told: str) -> float:
        seen = b""
        while (left := self._started + _PATIENCE - perf_counter()) > 0:
            seen += self._read(left)
            if told.encode() in _ESCAPES.sub(b"", seen):
                return perf_counter() - self._started
        raise RuntimeError(f"{told!r} was never painted by {self._command}")

    def _read(self, patience: float) -> bytes:
        ready = select.select([self._terminal], [], [], patience)[0]
        return os.read(self._terminal, 1 << 16) if ready else b""

    def press(self, keys: str, quiet: float = QUIET) -> Answer:
        """Type `keys` at once; the answer is whole when `quiet` seconds of silence follow it."""
        pressed = perf_counter()
        os.write(self._terminal, keys.encode())
        if not self._read(_PATIENCE):
            raise RuntimeError(f"{self._command} did not answer to {keys!r}")
        begun = whole = perf_counter()
        while self._read(quiet):
            whole = perf_counter()
        return Answer(begun - pressed, whole - pressed)

    def settle(self, quiet: float = CALM) -> Terminal:
        """Wait until it has nothing more to say by itself."""
        while self._read(quiet):
            pass
        return self

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
