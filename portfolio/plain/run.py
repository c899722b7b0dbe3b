"""Runs plain mode and returns its exit status. The only module of it that is imported from outside."""

from __future__ import annotations

from contextlib import suppress
from typing import TextIO

from portfolio.notebook import Notebook
from portfolio.plain import menu
from portfolio.plain.console import Console, Lines
from portfolio.plain.desk import Around, Desk
from portfolio.plain.terminal import HungUp, hang_up_raises, lines_of
from portfolio.wording import Words

__all__ = ["Around", "lines_of", "run"]


def run(lines: Lines, notebook: Notebook, words: Words, around: Around, stdout: TextIO) -> int:
    """Run until the user stops or the input ends. 0, or 1 when something could not be done; everything typed is kept.

    KeyboardInterrupt passes on, after a sentence.
    """
    desk = Desk(notebook, Console(lines, words), around)
    if not notebook.exists:
        sentence = words("There is no portfolio yet. The first text you save makes it, here:")
        desk.console.say_path(sentence, notebook.locations.data_file)
    try:
        with hang_up_raises():
            menu.show(desk)
    except HungUp:
        return 1
    except EOFError:
        with suppress(OSError):
            _say_goodbye(desk)
    except KeyboardInterrupt:
        with suppress(OSError):
            desk.console.say("")
            _say_goodbye(desk)
            stdout.flush()
        raise
    else:
        _say_goodbye(desk)
    return 1 if desk.failed else 0


def _say_goodbye(desk: Desk) -> None:
    """Print the last sentence: where everything is."""
    _ = desk.words
    if desk.around.demo or not desk.notebook.exists:
        desk.console.say(_("See you tomorrow."))
    else:
        desk.console.say_path(_("See you tomorrow. What you saved is in:"), desk.notebook.locations.data_file)
