"""The app in a real terminal: kill -9, an unexpected error, no colour, the first start."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from portfolio import settings
from portfolio.records.reflections import Reflection
from tests.terminal import Terminal
from tests.tui.playing import opened, places, written

APP = [sys.executable, "-m", "portfolio"]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "LEERREIS_TODAY": "2025-12-15", "LANG": "en_GB.UTF-8", **more}


def a_draft_holds(words: str) -> bool:
    return any(words in path.read_text("utf-8") for path in Path(places().drafts_folder).glob("*.json"))


def test_what_is_being_typed_survives_a_kill_and_is_offered_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERREIS_FILE", str(home / "leerreis.json"))
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("Nothing yet")
        terminal.press("enter")
        terminal.wait_for("question 1 of 3")
        terminal.press("The pump was humming")
        terminal.wait_for("The pump was humming")
        terminal.wait_until(lambda: a_draft_holds("The pump was humming"))
        terminal.kill()
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("go on · The pump was humming")
        terminal.press("enter")
        terminal.wait_for("question 1 of 3")
        for count in ("question 2 of 3", "question 3 of 3"):
            terminal.press("enter")
            terminal.wait_for(count)
        terminal.press("enter")
        terminal.wait_for("Done, saved.")
        terminal.press("escape")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    (record,) = opened().read.records.of(Reflection)
    assert record.answers["progress"] == "The pump was humming"
    assert list(Path(places().drafts_folder).glob("*.json")) == []


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
def test_what_was_typed_just_now_is_kept_when_the_system_closes_the_app(name: signal.Signals, tmp_path: Path) -> None:
    written({"kind": "goal", "title": "G"})
    late = tmp_path / "late.py"
    late.write_text(
        "import sys\n"
        "from portfolio.tui.services import draft_writer\n"
        "draft_writer.COALESCED = 1000\n"
        "from portfolio.__main__ import main\n"
        "sys.argv = ['leerreis']\n"
        "main()\n",
        "utf-8",
    )
    with Terminal([sys.executable, str(late)], environment()) as terminal:
        terminal.wait_for("None planned")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        terminal.press("Half a thought")
        terminal.wait_for("Half a thought")
        assert not a_draft_holds("Half a thought")
        terminal.tell(name)
        assert terminal.wait_for_end() == 0
    assert a_draft_holds("Half a thought")


def test_a_failure_nobody_foresaw_leaves_one_sentence_and_no_private_word(tmp_path: Path) -> None:
    written({"kind": "reflection", "answers": {"text": "my secret words"}})
    broken = tmp_path / "broken.py"
    broken.write_text(
        "import sys\n"
        "from portfolio.tui.reflections.screen import ReflectionsScreen\n"
        "def fail(self, look):\n"
        "    secret = [r.answers for r in look.records.of_kind('reflection')]\n"
        "    raise RuntimeError(str(secret))\n"
        "ReflectionsScreen.show = fail\n"
        "from portfolio.__main__ import main\n"
        "sys.argv = ['leerreis']\n"
        "main()\n",
        "utf-8",
    )
    with Terminal([sys.executable, str(broken)], environment()) as terminal:
        terminal.wait_for("my secret words")
        seen = len(terminal.raw)
        terminal.press("2")
        assert terminal.wait_for_end() == 1
        said = terminal.raw[seen:].decode("utf-8", "replace")
    assert "Leerreis stopped because of a mistake of its own." in said
    assert "Traceback" not in said
    assert "RuntimeError" not in said
    assert "secret words" not in said.partition("\x1b[?1049l")[2]
    assert "\x1b[?1049l" in said, "the terminal was not given back"


def after_the_app(terminal: Terminal) -> str:
    """What the shell shows once the terminal was given back."""
    return terminal.raw.decode("utf-8", "replace").partition("\x1b[?1049l")[2]


@pytest.mark.parametrize("begun", [False, True])
def test_the_shell_says_where_everything_is_saved_and_that_drafts_are_kept(begun: bool) -> None:
    written({"kind": "goal", "title": "Measure twice"})
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("None planned")
        if begun:
            terminal.press("n")
            terminal.wait_for("What do you want to write down?")
            terminal.press("Half a thought")
            terminal.wait_for("Half a thought")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        words = " What is not finished yet is kept as a draft." if begun else ""
        assert f"Saved in {places().data_file}.{words} See you tomorrow." in after_the_app(terminal)


def test_the_shell_says_nothing_of_saving_while_words_are_not_in_the_file_or_there_is_none() -> None:
    with Terminal(APP, environment(LEERREIS_FILE=places().data_file)) as terminal:
        terminal.wait_for("Nothing yet")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "Saved in" not in after_the_app(terminal)
    written({"kind": "goal", "title": "Measure twice"})
    Path(places().data_file).chmod(0o400)  # our own copy can be written, the file cannot
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("None planned")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        terminal.press("A thought")
        terminal.wait_for("A thought")
        terminal.press("ctrl+s")
        terminal.wait_for("not yet in")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert "Saved in" not in after_the_app(terminal)


def test_without_colour_everything_is_still_told_in_words_and_signs() -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}}, {"kind": "reflection", "answers": {"text": "Ours"}})
    with Terminal(APP, environment(NO_COLOR="1")) as terminal:
        terminal.wait_for("Mine")
        terminal.press("2")
        screen = terminal.wait_for("▸2 Reflections")
        assert "▸" in screen
        terminal.press("s")
        terminal.wait_for("●")
        assert terminal.text().count("●") == 1, "the other one is private, which needs no sign"
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.fixture
def nothing_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Set up a home in which Leerreis was never used."""
    monkeypatch.delenv("LEERREIS_HOME")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "Documents").mkdir()
    return tmp_path


@pytest.mark.slow
def test_without_colour_a_terminals_own_colours_are_left_to_the_terminal() -> None:
    written({"kind": "reflection", "answers": {"text": "Hello"}})
    settings.write(places().config_file, theme="terminal")
    with Terminal(APP, environment(NO_COLOR="1", COLORTERM="truecolor"), (80, 24)) as terminal:
        terminal.wait_for("Last written")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert re.findall(rb"[;\[][34]8;[25];[0-9;]*m", terminal.raw) == [], "black words on black would be no words"


def test_the_first_start_asks_one_question_and_enter_is_enough(nothing_chosen: Path) -> None:
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("Where should your portfolio be?")
        terminal.wait_for("~/Documents/Leerreis/leerreis.json")
        terminal.press("enter")
        terminal.wait_for("▸1 Today")
        terminal.press("n")
        terminal.wait_for("What do you want to write down?")
        terminal.press("My first line", "enter")
        terminal.wait_for("Saved.")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert "My first line" in (nothing_chosen / "Documents/Leerreis/leerreis.json").read_text("utf-8")
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("My first line")


def test_the_first_start_offers_a_cloud_folder_by_its_name(nothing_chosen: Path) -> None:
    (nothing_chosen / "Nextcloud").mkdir()
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("Nextcloud")
        terminal.press("down")
        terminal.wait_for("This folder is synced")
        terminal.press("enter")
        terminal.wait_for("▸1 Today")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    settings = next((nothing_chosen / ".config").rglob("config.toml")).read_text("utf-8")
    assert str(nothing_chosen / "Nextcloud/Leerreis/leerreis.json") in settings


def test_a_place_of_ones_own_can_be_typed(nothing_chosen: Path) -> None:
    with Terminal(APP, environment()) as terminal:
        terminal.wait_for("Where should your portfolio be?")
        terminal.press("down")
        terminal.wait_for("Press enter to type a path")
        terminal.press("enter")
        terminal.wait_for("Type the path of a folder")
        terminal.press(str(nothing_chosen / "mine"), "enter")
        terminal.wait_for("▸1 Today")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    settings = next((nothing_chosen / ".config").rglob("config.toml")).read_text("utf-8")
    assert str(nothing_chosen / "mine/leerreis.json") in settings
