"""How long a terminal program takes from its start until some text of its first screen has been painted."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from time import perf_counter

_ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_PATIENCE = 20.0  # seconds after which the text is not going to come


def first_frame(command: list[str], environment: dict[str, str], text: str, size: tuple[int, int] = (100, 30)) -> float:
    """Seconds from the start until `text` was read back from a terminal of this size; RuntimeError if it never was."""
    started = perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(command[0], command, {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    seen = b""
    try:
        while perf_counter() - started < _PATIENCE:
            if select.select([terminal], [], [], 0.5)[0]:
                seen += os.read(terminal, 65536)
                if text.encode() in _ESCAPES.sub(b"", seen):
                    return perf_counter() - started
        raise RuntimeError(f"{text!r} was never painted by {command}")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
