"""A program in the foreground: the signals of the terminal are its own, and those of the system reach it too."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator

import pytest

from portfolio.foreground import run

SYSTEM = ("SIGTERM", "SIGHUP")
SENDS = "import os, signal, time; os.kill(os.getppid(), signal.{name}); time.sleep({then}); "


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


@pytest.fixture(autouse=True)
def heard() -> Iterator[list[int]]:
    """Signals that came to us in spite of it, so that none can end the tests."""
    came: list[int] = []
    names = ("SIGINT", "SIGQUIT", *SYSTEM)
    before = [signal.signal(getattr(signal, n), lambda number, _frame: came.append(number)) for n in names]
    yield came
    for name, handler in zip(names, before, strict=True):
        signal.signal(getattr(signal, name), handler)


def test_its_status_comes_back() -> None:
    assert run(python("raise SystemExit(3)"), os.environ) == 3
    assert run(python("import os; os.kill(os.getpid(), 9)"), os.environ) == -9
    with pytest.raises(FileNotFoundError):
        run(["/nowhere/at/all"], os.environ)


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT"])
def test_what_the_terminal_sends_to_both_passes_us_by(name: str, heard: list[int]) -> None:
    assert run(python(SENDS.format(name=name, then=0.05) + "raise SystemExit(7)"), os.environ) == 7
    assert heard == []


@pytest.mark.parametrize(("name", "woken"), [("SIGINT", []), ("SIGQUIT", []), ("SIGTERM", [signal.SIGTERM])])
def test_an_event_loop_is_woken_only_by_what_is_for_us(name: str, woken: list[int]) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.setblocking(False)
        before = signal.set_wakeup_fd(theirs.fileno())
        try:
            run(python(SENDS.format(name=name, then=0.05)), os.environ)
            os.kill(os.getpid(), signal.SIGQUIT)  # afterwards signals wake it as before
        finally:
            signal.set_wakeup_fd(before)
        assert list(ours.recv(100)) == [*woken, signal.SIGQUIT]


@pytest.mark.parametrize("name", SYSTEM)
def test_when_the_system_ends_us_the_program_is_told_and_not_waited_for_long(name: str, heard: list[int]) -> None:
    assert run(python(SENDS.format(name=name, then=60)), os.environ) == -getattr(signal, name)
    assert heard == [getattr(signal, name)]


def test_a_program_that_does_not_end_is_left(monkeypatch: pytest.MonkeyPatch, heard: list[int]) -> None:
    monkeypatch.setattr("portfolio.foreground._LAST_SECONDS", 0.2)
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    assert run(python(deaf + SENDS.format(name="SIGTERM", then=1)), os.environ) == -signal.SIGTERM


def test_the_handlers_are_those_of_before() -> None:
    before = [signal.getsignal(getattr(signal, n)) for n in ("SIGINT", "SIGQUIT", *SYSTEM)]
    run(python(""), os.environ)
    assert [signal.getsignal(getattr(signal, n)) for n in ("SIGINT", "SIGQUIT", *SYSTEM)] == before


def test_the_program_has_the_systems_own_handlers() -> None:
    """What is ignored stays so in another program; it must not hear less than if a shell had started it."""
    script = "import signal; raise SystemExit(signal.getsignal(signal.SIGQUIT) is not signal.SIG_DFL)"
    assert run(python(script), os.environ) == 0


def test_outside_the_main_thread_it_runs_without_handlers() -> None:
    came: list[int] = []
    thread = threading.Thread(target=lambda: came.append(run(python("raise SystemExit(4)"), os.environ)))
    thread.start()
    thread.join(30)
    assert came == [4]
