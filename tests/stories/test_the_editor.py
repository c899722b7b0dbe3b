"""One's own editor in a real terminal: its keys and signals are its own, and what it saved is never lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from tests.stories.telling import APP, drafts, environment, left, opened_app, typed
from tests.terminal import PATIENCE, Terminal
from tests.tui.playing import places, written

pytestmark = pytest.mark.slow

EDITOR = """
import os, pathlib, signal, sys, time
page = pathlib.Path(sys.argv[1])
page.write_text(page.read_text() + "\\nsaved in the editor\\n")
signal.signal(signal.SIGINT, lambda *_: print("INTERRUPTED", flush=True))
print("EDITOR IS OPEN", flush=True)
for line in sys.stdin:
    if "die" in line:
        os.kill(os.getpid(), getattr(signal, line.split()[1]))
    if "stop" in line:
        os.killpg(0, signal.SIGTSTP)
    if "end" in line:
        break
    print("GOT", line, flush=True)
"""


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that saves a line, says so, and then does what it is told."""
    path = tmp_path / "own_editor.py"
    path.write_text(EDITOR, "utf-8")
    return f"{sys.executable} {path}"


def in_the_editor(terminal: Terminal) -> None:
    """From the first screen to the editor, with a word typed before."""
    terminal.press("n")
    terminal.wait_for("What do you want to write down?")
    typed(terminal, "typed before")
    terminal.press("ctrl+e")
    terminal.wait_for("EDITOR IS OPEN")


def pages() -> list[Path]:
    return sorted(Path(places().pages_folder).rglob("*.md"))


def test_ctrl_c_and_ctrl_backslash_belong_to_the_editor(editor: str) -> None:
    with opened_app(EDITOR=editor) as terminal:
        in_the_editor(terminal)
        terminal.press("\x03")
        terminal.wait_for("INTERRUPTED")
        terminal.press("end\r")
        terminal.wait_for("saved in the editor")
        terminal.wait_for("What do you want to write down?")
        assert "typed before" in terminal.at_rest()
        terminal.wait_until(lambda: "saved in the editor" in drafts())
        assert pages() == []
        typed(terminal, "the app is still open")
        terminal.press("escape")
        terminal.wait_for("Kept as a draft")
        left(terminal)


@pytest.mark.parametrize("how", ["\x1c", "die SIGTERM\r", "die SIGHUP\r", "die SIGKILL\r"])
def test_an_editor_that_is_killed_gives_back_the_app_and_what_it_saved(editor: str, how: str) -> None:
    with opened_app(EDITOR=editor) as terminal:
        in_the_editor(terminal)
        terminal.press(how)
        terminal.wait_for("stopped with an error")
        terminal.wait_for("saved in the editor")
        terminal.wait_until(lambda: "saved in the editor" in drafts())
        assert pages() == []
        terminal.press("escape")
        terminal.wait_for("Kept as a draft")
        left(terminal)


def test_an_editor_that_stops_itself_where_no_shell_is_leaves_no_frozen_app(editor: str) -> None:
    """As vim does on ctrl+z: it tells the whole group, and the system lets nobody stop who would never go on."""
    with opened_app(EDITOR=editor) as terminal:
        in_the_editor(terminal)
        terminal.press("stop\r")
        terminal.wait_for("GOT stop")
        terminal.press("end\r")
        terminal.wait_for("What do you want to write down?")
        terminal.wait_for("saved in the editor")
        terminal.press("escape")
        terminal.wait_for("Kept as a draft")
        left(terminal)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
def test_the_system_ends_the_app_while_the_editor_is_open_and_no_word_is_lost(
    editor: str, name: signal.Signals
) -> None:
    with opened_app(EDITOR=editor) as terminal:
        in_the_editor(terminal)
        since = monotonic()
        terminal.tell(name)
        terminal.wait_for_end()
        assert monotonic() - since < PATIENCE / 3
    kept = drafts() + "".join(page.read_text("utf-8") for page in pages())
    assert "typed before" in kept
    assert "saved in the editor" in kept


def test_the_terminal_closes_while_the_editor_is_open_and_no_word_is_lost(editor: str) -> None:
    with opened_app(EDITOR=editor) as terminal:
        in_the_editor(terminal)
        since = monotonic()
        terminal.hang_up()
        while os.waitpid(terminal.pid, os.WNOHANG) == (0, 0):
            assert monotonic() - since < PATIENCE / 3
        terminal.status = 0
    kept = drafts() + "".join(page.read_text("utf-8") for page in pages())
    assert "typed before" in kept
    assert "saved in the editor" in kept


def test_ctrl_c_in_the_editor_of_the_command_line_is_the_editors(editor: str) -> None:
    (identity,) = written({"kind": "goal", "title": "Measure"})
    with Terminal([*APP, "edit", identity], environment(EDITOR=editor)) as terminal:
        terminal.wait_for("EDITOR IS OPEN")
        terminal.press("\x03")
        terminal.wait_for("INTERRUPTED")
        terminal.press("end\r")
        assert terminal.wait_for_end() == 0
    shown = subprocess.run([*APP, "show", identity], env=environment(), check=True, capture_output=True, text=True)
    assert "saved in the editor" in shown.stdout
    assert pages() == []


@pytest.mark.parametrize("how", ["\x1c", "die SIGHUP\r"])
def test_a_killed_editor_of_the_command_line_leaves_a_page_that_is_named(editor: str, how: str) -> None:
    (identity,) = written({"kind": "goal", "title": "Measure"})
    with Terminal([*APP, "edit", identity], environment(EDITOR=editor), (200, 24)) as terminal:
        terminal.wait_for("EDITOR IS OPEN")
        terminal.press(how)
        terminal.wait_for("What you wrote is in")
        assert terminal.wait_for_end() == 1
        (page,) = pages()
        assert str(page) in terminal.text().replace("\n", "")
    assert "saved in the editor" in page.read_text("utf-8")


def test_a_page_of_an_app_that_was_killed_is_offered_at_the_next_edit(editor: str) -> None:
    written({"kind": "goal", "title": "Measure", "why": "because"})

    def in_why(terminal: Terminal) -> None:
        terminal.press("3")
        terminal.wait_for("Measure")
        terminal.press("e")
        terminal.wait_for("▸ Title")
        terminal.press("tab")
        terminal.wait_for("▸ Why")
        terminal.press("ctrl+e")

    with opened_app(EDITOR=editor) as terminal:
        in_why(terminal)
        terminal.wait_for("EDITOR IS OPEN")
        terminal.kill()
    assert len(pages()) == 1
    with opened_app(EDITOR="true") as terminal:
        in_why(terminal)
        terminal.wait_for("Your editor left other words")
        terminal.press("enter")
        terminal.wait_for("saved in the editor")
