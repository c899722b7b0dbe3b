"""The yardstick for the app: Textual with a Header, one widget and a Footer, and nothing else.

`bare_app.py list 5000` has an OptionList of so many rows, `bare_app.py text FILE` a TextArea with what is in the file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Footer, Header, OptionList, TextArea


class BareApp(App[None]):
    """One widget that has the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Quit")]

    def __init__(self, middle: Widget) -> None:
        """`middle` stands between the header and the footer."""
        super().__init__()
        self._middle = middle

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield self._middle
        yield Footer()

    def on_mount(self) -> None:
        """Give it the keys."""
        self._middle.focus()


def middle(kind: str, what: str) -> Widget:
    """The widget that was asked for on the command line."""
    if kind == "text":
        return TextArea(Path(what).read_text(encoding="utf-8"))
    return OptionList(*(f"bare option {n}" for n in range(int(what))))


if __name__ == "__main__":
    BareApp(middle(*sys.argv[1:])).run()
