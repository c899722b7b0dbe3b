"""One answer: read line by line, and given to a function after each line so that no interruption loses a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from portfolio.plain.console import Console
from portfolio.plain.terminal import HungUp

BACK: Final = "<"
"""The line that goes one question back."""
CLEAR: Final = "-"
"""The line that empties what is there."""
BLANK: Final = "."
"""The line that makes an empty line in a long answer."""

Keep = Callable[[str], None]
"""Takes the answer so far."""


class WentBack(Exception):
    """The user went back instead of answering."""


def long_answer(console: Console, before: str, keep: Keep, *, one_line: bool = False) -> None:
    """Read lines until an empty one; they are added to what is there. An empty first line leaves it as it is.

    With `one_line` a line with words ends it too. Raises WentBack, and EOFError at the end of the input; `keep` has
    every line by then.
    """
    lines = before.split("\n") if before else []
    first = True
    while True:
        line = _line(console, partial(_keep_half, keep, tuple(lines)))
        if not line.strip():
            return
        if first and line.strip() == BACK:
            raise WentBack
        if first and lines and line.strip() == CLEAR:
            lines = []
            keep("")
            console.say(console.words("It is empty now. Type the new text; enter leaves it empty."))
            continue
        first = False
        if line.strip() == BLANK:
            lines += [""] if lines else []  # kept together with the next line
            continue
        lines += line.split("\n")  # a paste can be several lines
        keep("\n".join(lines))
        if one_line:
            return


def short_answer(console: Console, before: str, keep: Keep) -> None:
    """Read one line; an empty line leaves what is there, unless that was put ready to edit and is now gone.

    Raises WentBack, and EOFError at the end of the input.
    """
    ready = before if console.lines.edits and "\n" not in before else ""
    line = " ".join(_line(console, keep, ready).split("\n"))
    if line.strip() == BACK:
        raise WentBack
    if line.strip() == CLEAR or (ready and not line.strip()):
        keep("")
    elif line.strip():
        keep(line)


def _keep_half(keep: Keep, lines: Sequence[str], half: str) -> None:
    """Keep the lines with a line that was not finished."""
    keep("\n".join((*lines, half)))


def _line(console: Console, keep: Keep, before: str = "") -> str:
    """Read a line; what is on it when the user interrupts or the terminal closes is kept."""
    try:
        return console.read(before)
    except (KeyboardInterrupt, HungUp):
        half = console.lines.half_line()
        if half.strip() and half != before:
            keep(half)
        raise
