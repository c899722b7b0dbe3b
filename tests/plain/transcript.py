"""Plays lines into plain mode and gives the whole output, with what was typed where it was typed."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Sequence
from typing import NamedTuple, TextIO, cast

from portfolio.__main__ import open_plain
from portfolio.cli.context import Streams
from portfolio.cli.main import run
from portfolio.locations import Locations, find
from portfolio.notebook import drafts
from portfolio.notebook.demo import TODAY


class Played(NamedTuple):
    """The outcome of a session."""

    status: int
    out: str
    err: str


class Typed(io.TextIOBase):
    """Lines that are shown as they are read; then the end of the input, or an interruption."""

    def __init__(self, lines: Sequence[str], out: io.StringIO, ending: type[BaseException] | None) -> None:
        """`ending` is raised after the last line; without one the input ends there."""
        self._lines, self._out, self._ending = iter(lines), out, ending

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]  # of text, not of bytes
        """Return the next line."""
        line = next((f"{line}\n" for line in self._lines), "")
        self._out.write(line.rstrip("\n"))
        if not line and self._ending is not None:
            raise self._ending
        return line


def play(
    *lines: str,
    lang: str = "en",
    columns: int = 80,
    ending: type[BaseException] | None = None,
    command: Sequence[str] = ("--plain",),
) -> Played:
    """Type these lines; the folder of the test is called HOME in the output."""
    out, err = io.StringIO(), io.StringIO()
    environment = {**os.environ, "COLUMNS": str(columns)}
    arguments = ["--lang", lang, "--today", TODAY.isoformat(), *command]
    try:
        status = run(
            arguments, environment, Streams(cast("TextIO", Typed(lines, out, ending)), out, err), plain=open_plain
        )
    except KeyboardInterrupt:
        status = 130
    return Played(status, _without_places(out.getvalue()), _without_places(err.getvalue()))


def _without_places(text: str) -> str:
    """The text with the same names for the folders of every run."""
    text = text.replace(os.environ["LEERREIS_HOME"], "HOME").replace(os.path.expanduser("~"), "HOME")
    return re.sub(r"\S*leerreis-demo-[^/\s]+", "EXAMPLE", text)


def places() -> Locations:
    """The locations of the portfolio of the test."""
    return find(os.environ)


def kept_texts() -> list[str]:
    """Every text in every draft."""
    return [text for kept in drafts.load_all(places()) for text in kept.entry.texts.values()]
