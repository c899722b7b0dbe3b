"""The terminal goes away under the app, or the system closes it: it ends by itself, with every word that was shown."""

from __future__ import annotations

import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final, NamedTuple

import pytest

from tests.stories.telling import APP, drafts, environment
from tests.terminal import PATIENCE, Terminal

AT_ONCE: Final = 4
"""Terminals that are open at the same time."""
GONE_WITHIN: Final = float(os.environ.get("LEERREIS_GONE_WITHIN", "10"))
"""Seconds. Three are promised, on a computer that does nothing else (`make long`); here four tests run on two cores."""
CPU_AT_MOST: Final = 2.0
"""Seconds of processor time that ending may take; spinning takes more."""
TYPED: Final = "The pump hummed all night long and nobody heard it"


class Ended(NamedTuple):
    """What became of an app whose terminal went away."""

    seconds: float
    """Until the process was gone; GONE_WITHIN or more when it had to be killed."""
    cpu: float
    """Seconds of processor time that it used from the closing on."""
    shown: str
    """The words that stood on the screen at the closing."""
    kept: str
    """Everything that the portfolio and its state folder hold afterwards."""
    busy: str
    """What its threads did when it was still there at the end; empty when it had ended."""


def cpu_of(pid: int) -> float:
    """Seconds of processor time used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ended(terminal: Terminal, close: Callable[[Terminal], None], home: Path) -> Ended:
    """Close and wait: how long it took, and what was kept."""
    shown = shown_of(terminal)
    before = cpu_of(terminal.pid)
    close(terminal)
    since, used = monotonic(), 0.0
    while monotonic() - since < GONE_WITHIN:
        pid, _status, usage = os.wait4(terminal.pid, os.WNOHANG)
        if pid:
            terminal.status, used = 0, usage.ru_utime + usage.ru_stime - before
            break
        sleep(0.02)
    seconds = monotonic() - since
    busy = "" if used else waits_for(terminal.pid)
    terminal.kill()
    everything = [path.read_text("utf-8", "replace") for path in home.rglob("*.json")]
    return Ended(seconds, used, shown, "\n".join(everything), busy)


def waits_for(pid: int) -> str:
    """What each thread of a process does in the kernel, for the report of one that stayed."""
    lines = []
    with suppress(OSError):
        for task in sorted(Path(f"/proc/{pid}/task").iterdir()):
            state = (task / "stat").read_text("utf-8").rpartition(")")[2].split()[0]
            status = [n for n in (task / "status").read_text("utf-8").splitlines() if n.startswith(("Sig", "Shd"))]
            where = (task / "wchan").read_text("utf-8")
            lines.append(f"{(task / 'comm').read_text('utf-8').strip()}: {state} {where} {' '.join(status)}")
    return "\n".join(lines)


def shown_of(terminal: Terminal) -> str:
    """How much of what was typed stands on the screen."""
    screen = " ".join(terminal.text().split())
    return next((TYPED[:n].strip() for n in range(len(TYPED), 3, -1) if TYPED[:n] in screen), "")


def hang_up(terminal: Terminal) -> None:
    """The window is closed: the other end of the terminal is gone."""
    terminal.hang_up()


def told(name: signal.Signals) -> Callable[[Terminal], None]:
    """A signal, while the terminal stays and nobody reads it any more."""
    return lambda terminal: terminal.tell(name)


def told_and_hung_up(terminal: Terminal) -> None:
    """What a computer does that shuts down."""
    terminal.tell(signal.SIGTERM)
    terminal.hang_up()


CLOSINGS: Final = (hang_up, hang_up, told_and_hung_up, told(signal.SIGTERM), told(signal.SIGINT), told(signal.SIGHUP))
DEAF: Final = ("sh", "-c", "trap '' HUP; exec \"$@\"", "sh")
"""What starts a program so that no hang-up is heard by it, as nohup does."""


def while_starting(terminal: Terminal, chance: random.Random) -> None:
    terminal.look(chance.uniform(0, 1.2))


def while_typing(terminal: Terminal, chance: random.Random) -> None:
    terminal.wait_for("Last written")
    terminal.press("n")
    terminal.wait_for("What do you want to write down?")
    for letter in TYPED[: chance.randrange(4, len(TYPED))]:
        terminal.press(letter)
        terminal.look(chance.uniform(0, 0.02))
    terminal.look(chance.uniform(0, 0.4))


def while_saving(terminal: Terminal, chance: random.Random) -> None:
    while_typing(terminal, chance)
    terminal.press("enter")
    terminal.look(chance.uniform(0, 0.4))


def in_a_dialog(terminal: Terminal, chance: random.Random) -> None:
    while_typing(terminal, chance)
    terminal.press("f4")
    terminal.look(chance.uniform(0, 0.4))


def while_exporting(terminal: Terminal, chance: random.Random) -> None:
    terminal.wait_for("Last written")
    terminal.press("7", "x")
    terminal.look(chance.uniform(0, 0.4))
    terminal.press("enter")
    terminal.look(chance.uniform(0, 0.4))


def while_keys_repeat(terminal: Terminal, chance: random.Random) -> None:
    terminal.wait_for("Last written")
    for _n in range(chance.randrange(20, 60)):
        terminal.press("2", "down", "3", "down", "6")
    terminal.look(chance.uniform(0, 0.2))


MOMENTS: Final = (while_starting, while_typing, while_saving, in_a_dialog, while_exporting, while_keys_repeat)


def one(seed: int, folder: Path) -> tuple[str, Ended]:
    """One app in one terminal, closed at a moment that the seed chooses."""
    chance = random.Random(seed)
    moment, close = MOMENTS[seed % len(MOMENTS)], chance.choice(CLOSINGS)
    home = folder / str(seed)
    home.mkdir()
    deaf = close is hang_up and moment is not while_starting and chance.random() < 0.3  # it would start up first
    command = (*DEAF, *APP) if deaf else APP
    with Terminal(command, environment(LEERREIS_HOME=str(home), LEERREIS_FILE=str(home / "leerreis.json"))) as terminal:
        moment(terminal, chance)
        return f"{seed}: {moment.__name__}, {close.__name__}", ended(terminal, close, home)


def all_end(seeds: range, folder: Path) -> None:
    """Each of these ends in time, at rest, with every word that was shown."""
    with ThreadPoolExecutor(AT_ONCE) as several:
        for what, came in several.map(lambda seed: one(seed, folder), seeds):
            assert came.seconds < GONE_WITHIN, f"{what}: it stayed\n{came.busy}"
            assert came.cpu < CPU_AT_MOST, f"{what}: {came.cpu} s of processor time"
            assert came.shown in came.kept, f"{what}: {came.shown!r} is lost"


def test_a_terminal_that_goes_away_takes_the_app_along_and_no_word(tmp_path: Path) -> None:
    all_end(range(len(MOMENTS)), tmp_path)


@pytest.mark.long
def test_a_hundred_terminals_go_away_at_any_moment(tmp_path: Path) -> None:
    all_end(range(100, 200), tmp_path)


BLOCKED: Final = """
import sys, threading
from portfolio.tui.services.notebook_worker import NotebookWorker
def wait(self, work):
    if self._notebook is not None:
        threading.Event().wait()
    return done(self, work)
done, NotebookWorker._do = NotebookWorker._do, wait
from portfolio.__main__ import main
sys.argv = ['leerreis']
main()
"""
"""The app on a disk that answers once and never again."""


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_app_although_the_disk_hangs_and_keeps_what_is_typed(
    name: signal.Signals, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked.py"
    blocked.write_text(BLOCKED, "utf-8")
    with Terminal([sys.executable, str(blocked)], environment()) as terminal:
        terminal.wait_for("Last written")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        for letter in TYPED:
            terminal.press(letter)
        terminal.wait_for(TYPED)
        came = ended(terminal, told(name), tmp_path)
    assert came.seconds < GONE_WITHIN
    assert came.shown == TYPED
    assert TYPED in came.kept


@pytest.mark.long
def test_a_key_closes_the_app_although_the_disk_hangs_and_gives_the_terminal_back(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked.py"
    blocked.write_text(BLOCKED, "utf-8")
    with Terminal([sys.executable, str(blocked)], environment()) as terminal:
        terminal.wait_for("Last written")
        terminal.press("q")
        terminal.wait_for("Waiting for the disk")
        terminal.press("q")
        assert terminal.wait_for_end() == 1
    said = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
    assert "The disk did not answer" in said


@pytest.mark.long
def test_the_words_of_a_terminal_that_nobody_reads_are_kept_and_a_signal_ends_the_app(tmp_path: Path) -> None:
    """A link that hangs: what is painted goes nowhere, what is typed arrives."""
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("Last written")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        for _n in range(30):
            for letter in TYPED:
                os.write(terminal.handle, letter.encode())
                sleep(0.001)
        since = monotonic()
        while f"{TYPED} " not in (kept := drafts() + " ") and monotonic() - since < PATIENCE:
            sleep(0.05)
        assert TYPED in kept
        came = ended(terminal, told(signal.SIGTERM), tmp_path)
    assert came.seconds < GONE_WITHIN


TMUX: Final = [tmux] if (tmux := shutil.which("tmux")) else []


@pytest.mark.long
@pytest.mark.parametrize("tmux", TMUX)
@pytest.mark.parametrize("pause", [0.0, 0.05, 0.3])
def test_a_session_of_tmux_that_is_killed_takes_the_app_along_and_no_word(
    tmux: str, pause: float, tmp_path: Path
) -> None:
    server = [tmux, "-S", str(tmp_path / "socket"), "-f", "/dev/null"]

    def told_tmux(*command: str) -> str:
        done = subprocess.run([*server, *command], env=environment(), check=True, capture_output=True, text=True)
        return done.stdout

    def screen_shows(text: str) -> None:
        since = monotonic()
        while text not in told_tmux("capture-pane", "-p"):
            assert monotonic() - since < PATIENCE
            sleep(0.05)

    told_tmux("new-session", "-d", "-x", "80", "-y", "24", f"exec {shlex.join(APP)}")
    try:
        screen_shows("Last written")
        told_tmux("send-keys", "n")
        screen_shows("What do you want to write down?")
        told_tmux("send-keys", "-l", TYPED)
        screen_shows(TYPED)
        pid = int(told_tmux("list-panes", "-F", "#{pane_pid}"))
        told_tmux("send-keys", "-l", "x")
        sleep(pause)
        told_tmux("kill-session")
        since = monotonic()
        while Path(f"/proc/{pid}").exists():
            assert monotonic() - since < GONE_WITHIN
            sleep(0.02)
        assert TYPED in drafts()
    finally:
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)
