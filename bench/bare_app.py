"""The yardstick for the app: Textual with a Header, an OptionList and a Footer, and nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, OptionList


class BareApp(App[None]):
    """Thirty lines to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield OptionList(*(f"bare option {n}" for n in range(30)))
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
