"""The command line against jrnl: the work as the users of each would ask for it.

jrnl prints whole entries, ours a line each.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import decade
from portfolios import OURS, TOOLS, portfolio
from table import Row, in_turn, median_row

_WORDS = "Eerst gemeten, toen pas besteld. De klant zag het ook."


def rows(folder: Path) -> Iterator[Row]:
    """Each command on ten years."""
    environment = portfolio(decade.DECADE, folder).environment
    jrnl = [str(_jrnl_command()), "--config-file", str(_jrnl_settings(folder))]

    def process(*command: str) -> Callable[[], float]:
        return lambda: _timed(list(command), environment)

    def row(work: str, mine: list[str], theirs: list[str], bound: float) -> Row:
        return median_row(work, in_turn(process(OURS, *mine), process(*jrnl, *theirs)), bound)

    yield row("add", ["add", "three_minutes", _WORDS], [f"today: {_WORDS}"], 0.2)
    yield row("search, 1 in 100", ["search", decade.RARE], ["-contains", decade.RARE], 0.2)
    yield row("search, a common word", ["search", "storing"], ["-contains", "storing"], 0.2)
    yield row("list, the last year", ["list", "--since", "2025-11-01"], ["-from", "2025-11-01"], 0.15)
    yield row("list, all ten years", ["list"], ["-from", "2016-11-01"], 0.15)


def _timed(command: list[str], environment: dict[str, str]) -> float:
    """Seconds of one whole process; its output is read by nobody."""
    started = perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - started


def _jrnl_command() -> Path:
    """jrnl in an environment of its own, installed when it is not there."""
    command = TOOLS / "jrnl" / ("Scripts" if os.name == "nt" else "bin") / "jrnl"
    if not command.exists():
        print("Installing jrnl for the comparison (once) ...", file=sys.stderr)
        venv.create(TOOLS / "jrnl", with_pip=True, clear=True)
        pip = [str(command.parent / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "jrnl"]
        subprocess.run(pip, check=True, capture_output=True)
    return command


def _jrnl_settings(folder: Path) -> Path:
    """The same ten years for jrnl, and the settings that lead to them."""
    journal, settings = folder / "journal.txt", folder / "jrnl.yaml"
    journal.write_text(decade.as_journal(), encoding="utf-8")
    settings.write_text(
        "colors: {body: none, date: none, tags: none, title: none}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\n"
        f"encrypt: false\nhighlight: true\nindent_character: '|'\njournals:\n  default:\n    journal: {journal}\n"
        "linewrap: 79\ntagsymbols: '#@'\ntemplate: false\ntimeformat: '%Y-%m-%d %H:%M'\nversion: v4.6\n"
    )
    return settings
