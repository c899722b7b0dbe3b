"""Terminals of all sorts: in tmux, on a plain console of sixteen colours, without colour, with a bare C locale."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from typing import Final

import pytest

from tests.stories.telling import APP, environment, stored
from tests.terminal import Terminal

pytestmark = pytest.mark.slow

SORTS: Final[dict[str, Mapping[str, str]]] = {
    "console": {"TERM": "linux", "COLORTERM": ""},
    "no colour": {"NO_COLOR": "1"},
    "C": {"LC_ALL": "C", "LANG": "C", "TERM": "xterm", "COLORTERM": ""},
    "screen in 256 colours": {"TERM": "screen-256color", "COLORTERM": ""},
}


def a_note(terminal: Terminal) -> None:
    """Start, write, leave."""
    terminal.wait_for("Last written")
    terminal.press("n")
    terminal.wait_for("What do you want to write down?")
    terminal.press("Written here")
    terminal.wait_for("Written here")
    terminal.press("enter")
    terminal.wait_for("Mon 15 Dec  Written here")
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    assert stored("reflections")[0]["answers"]["text"] == "Written here"


@pytest.mark.parametrize("sort", SORTS)
def test_a_note_is_written_in_every_sort_of_terminal(sort: str) -> None:
    with Terminal(APP, {**environment(), **SORTS[sort]}) as terminal:
        a_note(terminal)
    if "COLORTERM" in SORTS[sort]:
        assert not re.search(rb"[34]8;2;", terminal.raw), "more colours than this terminal has"
    if "NO_COLOR" in SORTS[sort]:
        for red, green, blue in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.raw):
            assert red == green == blue, "colour where none is wanted"


IN_TMUX: Final = [tmux] if (tmux := shutil.which("tmux")) else []
"""Where there is no tmux there is nothing to try in it."""


@pytest.mark.parametrize("tmux", IN_TMUX)
def test_a_note_is_written_in_tmux(tmux: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    socket = tmp_path_factory.mktemp("t") / "s"
    command = [tmux, "-u", "-S", str(socket), "-f", "/dev/null", "new-session", *APP]
    with Terminal(command, environment(TMUX="", TERM="linux")) as terminal:
        a_note(terminal)
