"""Plain mode in a real terminal, with line editing: nothing is drawn, and an interruption keeps half a line."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from portfolio.settings import Settings, read, write
from tests.plain.transcript import kept_texts, places
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def started(*arguments: str) -> Terminal:
    """Plain mode in a terminal of 40 columns."""
    command = [sys.executable, "-m", "portfolio", "--lang", "en", *arguments]
    return Terminal(command, {**os.environ, "TERM": "xterm-256color"}, (40, 30))


def test_it_prints_lines_only_and_ctrl_c_keeps_half_a_line() -> None:
    with started("--plain") as terminal:
        terminal.wait_for("0  stop")
        terminal.press("8", "enter")
        terminal.wait_for("write down?")
        terminal.press("a whole line", "enter", "and half")
        terminal.wait_for("> and half")
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert "See you tomorrow." in terminal.text()
        assert b"\x1b[2J" not in terminal.raw
        assert b"\x1b[?1049h" not in terminal.raw
    assert kept_texts() == ["a whole line\nand half"]


def test_being_asked_to_end_keeps_half_a_line() -> None:
    with started("--plain") as terminal:
        terminal.wait_for("0  stop")
        terminal.press("8", "enter")
        terminal.wait_for("write down?")
        terminal.press("only half")
        terminal.wait_for("> only half")
        terminal.tell(signal.SIGTERM)
        assert terminal.wait_for_end() == 1
    assert kept_texts() == ["only half"]


def test_the_setting_opens_lines_instead_of_the_app() -> None:
    write(places().config_file, plain=True)
    assert read(places().config_file) == Settings(plain=True)
    with started() as terminal:
        terminal.wait_for("0  stop")
        terminal.press("0", "enter")
        assert terminal.wait_for_end() == 0
