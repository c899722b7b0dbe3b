"""Ctrl+z: to the shell and back, with the screen whole and every key where it belongs."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from pathlib import Path
from time import monotonic
from typing import Final

import pytest

from tests.stories.telling import APP, drafts, environment, left, opened_app, stored, typed
from tests.stories.test_the_editor import EDITOR
from tests.terminal import PATIENCE, Terminal

pytestmark = pytest.mark.slow

PROMPT: Final = "shell>"


def in_a_shell(**more: str) -> Terminal:
    """An interactive shell, in which the app is a job."""
    surroundings = {**environment(PS1=f"{PROMPT} ", HISTFILE="/dev/null"), **more}
    return Terminal(["bash", "--norc", "--noprofile", "-i"], surroundings)


@pytest.mark.parametrize("wrapped", [False, True])
def test_ctrl_z_leads_to_the_shell_and_fg_back_to_the_whole_screen(wrapped: bool) -> None:
    line = shlex.join(APP)
    with in_a_shell() as terminal:
        terminal.wait_for(PROMPT)
        terminal.press(f"sh -c '{line}; exit'\r" if wrapped else f"{line}\r")
        terminal.wait_for("Last written")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        typed(terminal, "half a thought")
        before = terminal.at_rest()
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        assert "half a thought" in drafts()
        terminal.press("echo qqq $((40 + 2))\r")
        terminal.wait_for("qqq 42")
        terminal.press("fg\r")
        terminal.wait_for("half a thought")
        terminal.wait_until(lambda: terminal.at_rest() == before)
        terminal.press("enter")
        terminal.wait_for("Saved.")
        terminal.press("\x11")
        terminal.wait_for(PROMPT)
    assert [note["answers"]["text"] for note in stored("reflections")] == ["half a thought"]


def test_ctrl_z_in_the_editor_leads_to_the_shell_and_fg_back_to_the_editor(tmp_path: Path) -> None:
    editor = tmp_path / "own_editor.py"
    editor.write_text(EDITOR, "utf-8")
    with in_a_shell(EDITOR=f"{sys.executable} {editor}") as terminal:
        terminal.wait_for(PROMPT)
        terminal.press(f"{shlex.join(APP)}\r")
        terminal.wait_for("Last written")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        terminal.press("ctrl+e")
        terminal.wait_for("EDITOR IS OPEN")
        terminal.press("stop\r")
        terminal.wait_for("Stopped")
        terminal.press("echo qqq $((40 + 2))\r")
        terminal.wait_for("qqq 42")
        terminal.press("fg\r")
        terminal.wait_for("GOT stop")
        terminal.press("end\r")
        terminal.wait_for("saved in the editor")
        terminal.press("\x11")
        terminal.wait_for(PROMPT)


def test_a_job_that_is_stopped_ends_when_it_is_told_to() -> None:
    with in_a_shell() as terminal:
        terminal.wait_for(PROMPT)
        terminal.press(f"{shlex.join(APP)}\r")
        terminal.wait_for("Last written")
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        since = monotonic()
        terminal.press("kill %1; wait; echo gone $((40 + 2))\r")
        terminal.wait_for("gone 42")
        assert monotonic() - since < PATIENCE / 3


def test_a_terminal_that_closes_takes_a_stopped_job_along() -> None:
    with in_a_shell() as terminal:
        terminal.wait_for(PROMPT)
        terminal.press(f"{shlex.join(APP)} & echo pid $! ; fg\r")
        terminal.wait_for("Last written")
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        pid = int(terminal.raw.split(b"pid ")[-1].split()[0])
        terminal.tell(signal.SIGHUP)
        terminal.hang_up()
        since = monotonic()
        while _is_there(pid):
            assert monotonic() - since < PATIENCE / 3


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_without_a_shell_the_app_stays_open_and_says_so() -> None:
    with opened_app() as terminal:
        terminal.press("\x1a")
        terminal.wait_for("There is no shell here")
        left(terminal)


def test_in_a_text_ctrl_z_is_no_undo_and_another_key_is() -> None:
    with opened_app() as terminal:
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        typed(terminal, "one")
        terminal.press("\x1a")
        terminal.wait_for("There is no shell here")
        assert "one" in terminal.at_rest()
        terminal.press("\x1f")
        terminal.wait_till_gone("one")
