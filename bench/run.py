"""Speed as ratios: other programs and ours do the same work in turn, in one run, on this machine.

Absolute times say little about a machine that others use too; the ratio of two medians measured side by side does.
Prints a table: the work, ours, theirs, the ratio, the most it may be. Exit status 1 when a ratio is above its bound.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import decade
from first_frame import first_frame

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".bench"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "11"))


def jrnl_command() -> Path:
    """jrnl in an environment of its own, installed when it is not there."""
    command = TOOLS / "jrnl" / ("Scripts" if os.name == "nt" else "bin") / "jrnl"
    if not command.exists():
        print("Installing jrnl for the comparison (once) ...", file=sys.stderr)
        venv.create(TOOLS / "jrnl", with_pip=True, clear=True)
        pip = [str(command.parent / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "jrnl"]
        subprocess.run(pip, check=True, capture_output=True)
    return command


def set_up(folder: Path) -> tuple[dict[str, str], Path]:
    """A decade in both programs; the environment and jrnl's settings file."""
    environment = {**os.environ, "HOME": str(folder), "LEERREIS_HOME": str(folder / "leerreis"), "LANG": "en_GB.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    records = folder / "records.json"
    records.write_text(json.dumps(decade.as_records()), encoding="utf-8")
    subprocess.run([ours(), "add", "--from-json", str(records)], env=environment, check=True, capture_output=True)
    (folder / "journal.txt").write_text(decade.as_journal(), encoding="utf-8")
    settings = folder / "jrnl.yaml"
    settings.write_text(
        "colors: {body: none, date: none, tags: none, title: none}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\n"
        "encrypt: false\nhighlight: true\nindent_character: '|'\njournals:\n  default:\n    journal: "
        f"{folder / 'journal.txt'}\nlinewrap: 79\ntagsymbols: '#@'\ntemplate: false\n"
        "timeformat: '%Y-%m-%d %H:%M'\nversion: v4.6\n"
    )
    return environment, settings


def ours() -> str:
    """The installed command."""
    return str(Path(sys.executable).parent / "leerreis")


def timed(command: list[str], environment: dict[str, str]) -> float:
    """Seconds of one whole process; its output is read by nobody."""
    started = perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - started


def side_by_side(mine: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """The medians of both, measured in turn after one round that does not count."""
    mine(), theirs()
    rounds = [(mine(), theirs()) for _ in range(ROUNDS)]
    return statistics.median(a for a, _ in rounds), statistics.median(b for _, b in rounds)


class Row(NamedTuple):
    """One line of the table."""

    work: str
    ours: Callable[[], float]
    theirs: Callable[[], float]
    bound: float
    """The most that ours may be of theirs."""


def rows(environment: dict[str, str], settings: Path) -> list[Row]:
    """The work, as each program's users would ask for it: jrnl prints whole entries, ours a line each."""
    jrnl = [str(jrnl_command()), "--config-file", str(settings)]
    words = "Eerst gemeten, toen pas besteld. De klant zag het ook."

    def process(*command: str) -> Callable[[], float]:
        return lambda: timed(list(command), environment)

    def pair(work: str, mine: list[str], theirs: list[str], bound: float) -> Row:
        return Row(work, process(ours(), *mine), process(*jrnl, *theirs), bound)

    bare = [sys.executable, str(ROOT / "bench" / "bare_app.py")]
    return [
        pair("add", ["add", "three_minutes", words], [f"today: {words}"], 0.2),
        pair("search, 1 in 100", ["search", decade.RARE], ["-contains", decade.RARE], 0.2),
        pair("search, a common word", ["search", "storing"], ["-contains", "storing"], 0.2),
        pair("list, the last year", ["list", "--since", "2025-11-01"], ["-from", "2025-11-01"], 0.15),
        pair("list, all ten years", ["list"], ["-from", "2016-11-01"], 0.15),
        Row(
            "first frame of the app",
            lambda: first_frame([ours(), "--lang", "en"], environment, "Today"),
            lambda: first_frame(bare, environment, "bare option 3"),
            1.3,
        ),
    ]


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        environment, settings = set_up(Path(name))
        print(f"{'work, on a decade':<26}{'ours':>10}{'theirs':>10}{'ratio':>8}{'at most':>9}", flush=True)
        above = 0
        for row in rows(environment, settings):
            mine, theirs = side_by_side(row.ours, row.theirs)
            ratio = mine / theirs
            above += ratio > row.bound
            verdict = "  above" if ratio > row.bound else ""
            times = f"{mine * 1000:>7.0f} ms{theirs * 1000:>7.0f} ms"
            print(f"{row.work:<26}{times}{ratio:>8.3f}{row.bound:>9.2f}{verdict}", flush=True)
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
