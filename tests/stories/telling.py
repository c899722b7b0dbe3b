"""What a story needs: the app on a given day, two pairs of hands, and what lies on disk afterwards."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from portfolio.wording import Language, Words
from tests.terminal import Terminal
from tests.tui.playing import places

APP: Final = (sys.executable, "-m", "portfolio")
_LOCALES: Final[Mapping[Language, str]] = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
_SO_MANY: Final = 30
"""No list in a story has more rows than this."""


def environment(day: str = "2025-12-15", language: Language = "en", **more: str) -> dict[str, str]:
    """The surroundings of a person who has a portfolio, on this day, in this language."""
    told = {"LEERREIS_TODAY": day, "LANG": _LOCALES[language], "LEERREIS_FILE": places().data_file}
    return {**os.environ, **told, **more}


@contextmanager
def opened_app(
    day: str = "2025-12-15", language: Language = "en", size: tuple[int, int] = (80, 24), **more: str
) -> Iterator[Terminal]:
    """The app on its first screen; closed with q by who opened it, or killed."""
    with Terminal(APP, environment(day, language, **more), size) as terminal:
        terminal.wait_for(f"▸1 {Words(language)('Today')}" if size[0] < 100 else f"1 {Words(language)('Today')}")
        terminal.wait_for(Words(language)("Last written"))
        yield terminal


def saved(terminal: Terminal, language: Language) -> str:
    """The screen once it says that it saved."""
    terminal.wait_for(Words(language)("Saved. Only you see this; press {share} to make it shareable.")[:20])
    terminal.hand_rests()
    return terminal.at_rest()


def typed(terminal: Terminal, text: str) -> None:
    """Type a line, and see it."""
    terminal.press(text)
    terminal.wait_for(text)


def left(terminal: Terminal) -> None:
    """Close the app from a place. A letter right after a save would be held as a word that goes on."""
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0


def stored(kind: str) -> list[dict[str, Any]]:
    """The records of a table in the data file, read as the plain JSON that it is, the oldest first."""
    tables = json.loads(Path(places().data_file).read_text("utf-8"))
    return [tables[kind][key] for key in sorted(tables.get(kind, {}), key=int)]


def drafts() -> str:
    """Every draft there is."""
    return "\n".join(path.read_text("utf-8") for path in Path(places().drafts_folder).glob("*.json"))


class Hands(Protocol):
    """How someone does things: with keys, or with the mouse. Both read what is on the screen first."""

    language: Language
    words: Words

    def take(self, terminal: Terminal) -> None:
        """Sit down at a terminal."""

    def go(self, place: str) -> None:
        """Go to a place: "3 Goals"."""

    def do(self, key: str, label: str) -> None:
        """Something of the line of keys, by its key and its message id."""

    def choose(self, text: str) -> None:
        """Take what is called so in a list or a dialog."""

    def point(self, text: str) -> None:
        """Put the cursor on what is called so in a list."""

    def step_back(self) -> None:
        """Back in the list, where that is not where one is after pointing."""

    def field(self, label: str) -> None:
        """To a field of a form, by its label on the screen."""

    def open_field(self, label: str) -> None:
        """To a field in which one chooses, and open what there is to choose from."""


_IN_THE_FIELD: Final = 40
"""Cells from the sign before a label to a place in the field beside it."""


class Keys:
    """Only keys: letters and digits, arrows, enter."""

    def __init__(self, language: Language) -> None:
        """In this language."""
        self.language: Language = language
        self.words = Words(language)

    def take(self, terminal: Terminal) -> None:
        """Sit down at a terminal."""
        self._terminal = terminal

    def go(self, place: str) -> None:
        """The number of the place."""
        key, label = place.split(" ", 1)
        self._terminal.press(key)
        self._terminal.wait_for(f"▸{key} {self.words(label)}")

    def do(self, key: str, label: str) -> None:
        """The key."""
        self._terminal.wait_for(self.words.context("key", label))
        self._terminal.press("ctrl+q" if key == "q" else key)  # right after a save a letter is held as a word

    def choose(self, text: str) -> None:
        """Down to it, then enter."""
        self._move_to(text, "down")
        self._terminal.press("enter")

    def point(self, text: str) -> None:
        """Down to it, or up."""
        self._terminal.wait_for(text)
        lines = self._terminal.at_rest().split("\n")
        above = any(text in line for line in lines[: next(n for n, line in enumerate(lines) if "▸ " in line)])
        self._move_to(text, "up" if above else "down")

    def step_back(self) -> None:
        """Nothing: the cursor is in the list."""

    def field(self, label: str) -> None:
        """Tab to it."""
        self._move_to(label, "tab")

    def open_field(self, label: str) -> None:
        """Tab to it, then enter."""
        self.field(label)
        self._terminal.press("enter")

    def _move_to(self, text: str, key: str) -> None:
        self._terminal.wait_for(text)
        for _turn in range(_SO_MANY):
            at = self._cursors()
            if any(text in line for line in at):
                return
            self._terminal.press(key)
            self._terminal.wait_until(lambda before=at: self._cursors() != before)  # type: ignore[misc]
        raise AssertionError(f"no way to {text!r}; the screen was\n{self._terminal.text()}")

    def _cursors(self) -> list[str]:
        """What stands behind every sign of a cursor."""
        return [line[line.index("▸ ") :] for line in self._terminal.at_rest().split("\n") if "▸ " in line]


class Mouse:
    """The mouse for everything but the words themselves."""

    def __init__(self, language: Language) -> None:
        """In this language."""
        self.language: Language = language
        self.words = Words(language)

    def take(self, terminal: Terminal) -> None:
        """Sit down at a terminal."""
        self._terminal = terminal

    def go(self, place: str) -> None:
        """Click on its name."""
        key, label = place.split(" ", 1)
        self._terminal.click(f"{key} {self.words(label)}")
        self._terminal.wait_for(f"▸{key} {self.words(label)}")

    def do(self, key: str, label: str) -> None:
        """Click on it in the line of keys; the border of a box may name the same key."""
        words = f"{key} {self.words.context('key', label)}"
        self._terminal.wait_for(words)
        apart = f"{words}   "
        self._terminal.click(apart if apart in self._terminal.at_rest() else words)

    def choose(self, text: str) -> None:
        """Click on it."""
        self._terminal.click(text)

    def point(self, text: str) -> None:
        """Click on it, which opens it too."""
        self._terminal.click(text)
        self._terminal.wait_for(self._back)

    def step_back(self) -> None:
        """From the opened record to the list."""
        self.do("esc", "back")
        self._terminal.wait_till_gone(self._back)

    @property
    def _back(self) -> str:
        return f"esc {self.words.context('key', 'back')}"

    def field(self, label: str) -> None:
        """Click on its label."""
        self._terminal.click(label)
        self._terminal.wait_for(f"▸ {label}")

    def open_field(self, label: str) -> None:
        """Click beside its label."""
        self.field(label)
        self._terminal.click(f"▸ {label}", beside=_IN_THE_FIELD)
