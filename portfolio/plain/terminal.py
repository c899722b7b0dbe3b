"""The real lines of plain mode: a terminal with line editing where there is one, or any other pair of streams."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final, TextIO

NARROWEST: Final = 20
USUAL: Final = 80
"""Width in cells where there is no terminal."""


class StreamLines:
    """Lines of two streams. Lines are not shown where they are typed, so each prompt ends its line."""

    edits = False

    def __init__(self, stdin: TextIO, stdout: TextIO, environment: Mapping[str, str]) -> None:
        """COLUMNS of the environment decides the width where `stdout` is no terminal."""
        self._in, self._out, self._environment = stdin, stdout, environment
        self._echoed = stdin.isatty()

    def read(self, prompt: str, before: str = "") -> str:  # noqa: ARG002 - a stream has no line to edit
        """Return the next line. Raises EOFError."""
        self.write(prompt)
        self._out.flush()
        line = self._in.readline()
        if not self._echoed or not line:
            self.write("\n")
        if not line:
            raise EOFError
        return line.removesuffix("\n").removesuffix("\r")

    def write(self, text: str) -> None:
        """Write to stdout."""
        self._out.write(text)

    def half_line(self) -> str:
        """Return nothing: the terminal itself keeps a line until it is complete."""
        return ""

    def width(self) -> int:
        """Return the width of the terminal, else COLUMNS, else 80."""
        columns = self._environment.get("COLUMNS", "")
        with suppress(OSError, ValueError):
            return max(os.get_terminal_size(self._out.fileno()).columns, NARROWEST)
        return max(int(columns), NARROWEST) if columns.isdecimal() else USUAL


class EditedLines(StreamLines):
    """Lines of a terminal that are edited with readline."""

    edits = True

    def __init__(self, stdin: TextIO, stdout: TextIO, environment: Mapping[str, str], readline: Any) -> None:
        """`readline` is the module. It keeps no history: what was typed is private."""
        super().__init__(stdin, stdout, environment)
        self._readline = readline
        with suppress(AttributeError):  # libedit lacks it
            readline.set_auto_history(False)

    def read(self, prompt: str, before: str = "") -> str:
        """Return the next line, which starts as `before`. Raises EOFError."""
        self._out.flush()
        self._readline.set_startup_hook((lambda: self._readline.insert_text(before)) if before else None)
        try:
            return input(prompt)
        finally:
            self._readline.set_startup_hook(None)

    def half_line(self) -> str:
        """Return what is on the line that was interrupted."""
        line: str = self._readline.get_line_buffer()
        return line


def lines_of(stdin: TextIO, stdout: TextIO, environment: Mapping[str, str]) -> StreamLines:
    """Return the lines of these streams, with editing when they are a terminal that can do it."""
    at_terminal = stdin is sys.stdin and stdout is sys.stdout and stdin.isatty() and stdout.isatty()
    if at_terminal and environment.get("TERM") != "dumb":
        with suppress(ImportError):
            import readline

            return EditedLines(stdin, stdout, environment, readline)
    return StreamLines(stdin, stdout, environment)


class HungUp(BaseException):
    """The terminal was closed, or the process was asked to end."""


@contextmanager
def hang_up_raises() -> Iterator[None]:
    """Raise HungUp for SIGHUP and SIGTERM, so that a line that is being typed can still be kept."""

    def ended(_number: int, _frame: object) -> None:
        raise HungUp

    before: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                before[getattr(signal, name)] = signal.signal(getattr(signal, name), ended)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
