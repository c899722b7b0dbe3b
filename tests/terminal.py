"""A real pseudo-terminal with a screen in memory: starts a program, presses keys, reads what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import threading
from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from types import TracebackType
from typing import Final, Self

import pyte

PATIENCE: Final = 30.0
"""Seconds after which what is waited for is not going to come; a slow machine may need many of them."""
HAND_RESTS: Final = 1.5
"""Seconds."""
KEYS: Final = {
    "enter": b"\r",
    "escape": b"\x1b",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "tab": b"\t",
    "backspace": b"\x7f",
    "shift+tab": b"\x1b[Z",
    "shift+home": b"\x1b[1;2H",
    "end": b"\x1b[F",
    "f2": b"\x1bOQ",
    "f9": b"\x1b[20~",
    "ctrl+e": b"\x05",
    "ctrl+q": b"\x11",
    "ctrl+l": b"\x0c",
    "ctrl+s": b"\x13",
}


_OF_A_SIZE: Final = ("LINES", "COLUMNS")
"""What a program believes before it asks the terminal: the size of the terminal of whoever runs the tests."""
_ONE_BY_ONE: Final = threading.Lock()


class Terminal:
    """One program in one terminal. Use it in a `with`, so that nothing is left running."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        """Start `command`; `size` is columns and rows."""
        self.raw = b""
        """Every byte that the program wrote."""
        self.status: int | None = None
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        with _ONE_BY_ONE:
            self.pid, self._terminal = pty.fork()
            if self.pid:
                os.set_inheritable(self._terminal, False)  # held by a later program too, it would never hang up
        if self.pid == 0:
            # The size must be there before the program asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            around = {name: value for name, value in environment.items() if name not in _OF_A_SIZE}
            os.execvpe(command[0], list(command), {"TERM": "xterm-256color", "COLORTERM": "truecolor", **around})

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, whatever state it is in."""
        self.kill()
        if self._terminal >= 0:
            os.close(self._terminal)

    @property
    def handle(self) -> int:
        """Our end of it, to write to without reading."""
        return self._terminal

    def text(self) -> str:
        """The screen as it stands, a line each."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Press keys: a name of KEYS, or text that is typed."""
        for key in keys:
            self._send(KEYS.get(key, key.encode()))

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal does that brackets what is pasted and sends its lines with carriage returns."""
        self._send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~")

    def paste_over(self, text: str) -> None:
        """Paste in the place of all that is in a box."""
        self.at_rest()
        self.press("end", "shift+home")
        self.at_rest()
        self.paste(text)

    def click(self, text: str, beside: int = 0) -> None:
        """Click with the mouse on the first place where `text` stands, once it does, or `beside` cells to its right."""
        self.wait_for(text)
        lines = self.at_rest().split("\n")
        row = next(n for n, line in enumerate(lines) if text in line)
        at = f"{lines[row].index(text) + beside + 1};{row + 1}"
        self._send(f"\x1b[<0;{at}M\x1b[<0;{at}m".encode())

    def look(self, seconds: float) -> None:
        """Take in what comes in this time, and nothing afterwards."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0 and self._read(left):
            pass

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        os.close(self._terminal)
        self._terminal = -1

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program hears of it as it would in a window."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, text: str) -> str:
        """Read until `text` stands on the screen; AssertionError with the screen when it does not come."""
        end = monotonic() + PATIENCE
        while text not in self.text():
            assert monotonic() < end and self._read(), f"{text!r} never came; the screen was\n{self.text()}"
        return self.text()

    def at_rest(self) -> str:
        """Read until nothing more comes for a moment: the screen when everything is painted."""
        while select.select([self._terminal], [], [], 0.1)[0] and self._read():
            pass
        return self.text()

    def hand_rests(self) -> None:
        """Read for as long as a hand rests after a text; a letter that comes sooner is held as a word that goes on."""
        end = monotonic() + HAND_RESTS
        while (left := end - monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0] and not self._read():
                break

    def wait_till_gone(self, text: str) -> str:
        """Read until `text` stands on the screen no more."""
        self.wait_until(lambda: text not in self.text())
        return self.text()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Read until something outside the screen has become true; AssertionError when it does not."""
        end = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < end and self._read(0.05), f"it never became true; the screen was\n{self.text()}"

    def wait_for_end(self) -> int:
        """Read until the program has ended; its exit status."""
        end = monotonic() + PATIENCE
        while self._read():
            assert monotonic() < end, f"it did not end; the screen was\n{self.text()}"
        return self._reap()

    def tell(self, name: signal.Signals) -> None:
        """Send a signal that a program can heed."""
        os.kill(self.pid, name)

    def kill(self) -> None:
        """kill -9, as a dying machine would."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()

    def _reap(self) -> int:
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status

    def _send(self, keys: bytes) -> None:
        """Write to the program, and take in what it says meanwhile: otherwise both could wait for each other."""
        end = monotonic() + PATIENCE
        while keys:
            assert monotonic() < end, f"it takes no keys; the screen was\n{self.text()}"
            _readable, writable, _failed = select.select([], [self._terminal], [], 0.05)
            if writable:
                keys = keys[os.write(self._terminal, keys[:512]) :]
            self._read(0)

    def _read(self, seconds: float = 1.0) -> bool:
        """Take in what comes in so many seconds; False when the program has closed the terminal."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return True
        try:
            got = os.read(self._terminal, 65536)
        except OSError:  # how Linux says that the other side is closed
            return False
        self.raw += got
        self._stream.feed(got)
        return bool(got)
