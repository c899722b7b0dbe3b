"""What someone types stays: through a kill, a failure, another window, their own editor, a paste and a resize."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.stories.telling import APP, drafts, environment, left, opened_app, saved, stored, typed
from tests.terminal import Terminal
from tests.tui.playing import places, written

pytestmark = pytest.mark.slow
"""Whole ways through the app: each takes seconds."""

TITLE: Final = "Explain before I repair"
WHY: Final = "Customers ring back less often"
SIGN: Final = "No second visit in March"


def in_a_goal_form(terminal: Terminal) -> None:
    """The goal form with its first two fields filled in; the cursor is in the third."""
    terminal.press("3", "n")
    terminal.wait_for("▸ Title")
    typed(terminal, TITLE)
    terminal.press("tab")
    terminal.wait_for("▸ Why")
    typed(terminal, WHY)
    terminal.press("tab")
    terminal.wait_for("▸ How will you know?")


def test_a_form_survives_a_kill_and_is_offered_again_with_every_word() -> None:
    with opened_app() as terminal:
        in_a_goal_form(terminal)
        typed(terminal, SIGN)
        terminal.wait_until(lambda: all(words in drafts() for words in (TITLE, WHY, SIGN)))
        terminal.kill()
    assert not Path(places().data_file).exists()
    with opened_app() as terminal:
        terminal.wait_for("Unfinished")
        terminal.wait_for(TITLE)
        terminal.press("enter")
        for words in (TITLE, WHY, SIGN):
            terminal.wait_for(words)
        terminal.press("ctrl+s")
        saved(terminal, "en")
        left(terminal)
    (goal,) = stored("goals")
    assert (goal["title"], goal["why"], goal["sign"]) == (TITLE, WHY, SIGN)
    assert drafts() == ""


@pytest.mark.slow
def test_a_failure_in_a_form_gives_the_terminal_back_and_says_where_the_draft_is(tmp_path: Path) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(
        "import sys\n"
        "from portfolio.tui.writing.form import FormScreen\n"
        "def fail(self):\n"
        "    raise RuntimeError(str(self.entry.texts))\n"
        "FormScreen.action_own_editor = fail\n"
        "from portfolio.__main__ import main\n"
        "sys.argv = ['leerreis']\n"
        "main()\n",
        "utf-8",
    )
    with Terminal([sys.executable, str(broken)], environment()) as terminal:
        terminal.wait_for("Last written")
        in_a_goal_form(terminal)
        terminal.wait_until(lambda: WHY in drafts())
        terminal.press("ctrl+e")
        assert terminal.wait_for_end() == 1
    painted, given_back, said = terminal.raw.decode("utf-8", "replace").rpartition("\x1b[?1049l")
    assert TITLE in painted
    assert given_back, "the terminal was not given back"
    assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l"), "the cursor was not given back"
    assert terminal.raw.rindex(b"\x1b[?1000l") > terminal.raw.rindex(b"\x1b[?1000h"), "the mouse was not given back"
    assert terminal.raw.rindex(b"\x1b[?2004l") > terminal.raw.rindex(b"\x1b[?2004h"), "paste was not given back"
    assert places().drafts_folder in said
    for words in ("Traceback", "RuntimeError", TITLE, WHY):
        assert words not in said


@pytest.mark.slow
def test_two_windows_that_change_the_same_goal_both_keep_their_words() -> None:
    (identity,) = written({"kind": "goal", "title": TITLE, "why": "At first"})
    with opened_app(size=(80, 40)) as terminal:
        terminal.press("3")
        terminal.wait_for(TITLE)
        terminal.press("e")
        terminal.wait_for("▸ Title")
        terminal.press("tab")
        terminal.wait_for("▸ Why")
        typed(terminal, ", and here")
        other = [*APP, "edit", identity, "--why", "At first, and there"]
        subprocess.run(other, env=environment(), check=True, capture_output=True)
        terminal.press("ctrl+s")
        terminal.wait_for("two versions")
        terminal.hand_rests()
        terminal.press("e")
        terminal.wait_for("Other version:")
        terminal.wait_for("At first, and here")
        terminal.wait_for("At first, and there")
        terminal.press("tab")
        terminal.wait_for("▸ Why")
        typed(terminal, ": settled")
        terminal.press("ctrl+s")
        terminal.wait_till_gone("two versions")
        terminal.wait_for("▸3 Goals")
        left(terminal)
    listed = subprocess.run(
        [*APP, "show", identity, "--json"], env=environment(), check=True, capture_output=True, text=True
    )
    assert ": settled" in listed.stdout
    assert '"conflicts"' not in listed.stdout


def test_a_text_goes_to_ones_own_editor_and_comes_back_and_nothing_stays_behind(tmp_path: Path) -> None:
    seen, editor = tmp_path / "seen", tmp_path / "editor.py"
    editor.write_text(
        "import os, sys\n"
        "page = sys.argv[1]\n"
        "modes = [oct(os.stat(p).st_mode & 0o777) for p in (os.path.dirname(page), page)]\n"
        "open(page, 'a').write('\\nand a line from the editor')\n"
        f"open({str(seen)!r}, 'w').write(' '.join([page, *modes]))\n",
        "utf-8",
    )
    with opened_app(EDITOR=f"{sys.executable} {editor}") as terminal:
        in_a_goal_form(terminal)
        terminal.press("shift+tab")
        terminal.wait_for("▸ Why")
        terminal.press("ctrl+e")
        terminal.wait_for("and a line from the editor")
        assert WHY in terminal.at_rest()
        terminal.press("ctrl+s")
        saved(terminal, "en")
        left(terminal)
    page, folder_mode, page_mode = seen.read_text("utf-8").split()
    assert (folder_mode, page_mode) == (oct(stat.S_IRWXU), oct(stat.S_IRUSR | stat.S_IWUSR))
    assert not Path(page).parent.exists()
    assert stored("goals")[0]["why"] == f"{WHY}\nand a line from the editor"


LINES: Final = tuple(f"line {n}: what I did, and why" for n in range(1, 201))


def test_two_hundred_pasted_lines_come_whole_into_an_answer() -> None:
    with opened_app() as terminal:
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        terminal.paste("\n".join(LINES))
        terminal.wait_for(LINES[-1])
        terminal.press("enter")
        saved(terminal, "en")
        left(terminal)
    assert stored("reflections")[0]["answers"]["text"].split("\n") == list(LINES)


@pytest.mark.slow
def test_two_hundred_pasted_lines_come_whole_into_a_form() -> None:
    with opened_app() as terminal:
        in_a_goal_form(terminal)
        terminal.press("shift+tab")
        terminal.wait_for("▸ Why")
        terminal.paste("\n" + "\n".join(LINES))
        terminal.wait_for(LINES[-1])
        terminal.press("ctrl+s")
        saved(terminal, "en")
        left(terminal)
    assert stored("goals")[0]["why"].split("\n") == [WHY, *LINES]


@pytest.mark.slow
def test_a_window_that_changes_its_size_while_one_types_takes_no_letter() -> None:
    words = "abcdefghijklmnopqrstuvwxyz"
    with opened_app() as terminal:
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        for n, letter in enumerate(words):
            terminal.press(letter)
            terminal.resize(*((60, 20), (200, 50))[n % 2])
        terminal.resize(60, 20)
        terminal.wait_for(words)
        terminal.press("escape")
        terminal.wait_for("Kept as a draft")
        terminal.hand_rests()
        terminal.press("3", "n")
        terminal.wait_for("▸ Title")
        for n, letter in enumerate(words):
            terminal.press(letter)
            terminal.resize(*((200, 50), (60, 20))[n % 2])
        terminal.wait_for(words)
        terminal.press("ctrl+s")
        saved(terminal, "en")
        left(terminal)
    assert stored("goals")[0]["title"] == words
    assert words in drafts()
