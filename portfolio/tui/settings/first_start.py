"""The one question of the very first start: where should your portfolio live? Enter takes the safe answer."""

from __future__ import annotations

import os
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.folders import as_file, shown, told_of
from portfolio.locations import FILE_NAME
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

_OWN = "own"


class FirstStartScreen(OwnScreen[str]):
    """Dismissed with the path of the data file."""

    seeks = True  # a path is typed, and no words to keep
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", show=False),
        Binding("escape", "back", show=False),
    ]
    DEFAULT_CSS = """
    FirstStartScreen { align: center middle; background: $background; }
    FirstStartScreen Vertical { width: 72; max-width: 96%; height: auto; }
    FirstStartScreen Lines { height: auto; padding: 0; }
    FirstStartScreen Rows { height: auto; padding: 0; }
    FirstStartScreen LineInput { display: none; }
    """

    def __init__(self, data_file: str, clouds: tuple[tuple[str, str], ...]) -> None:
        """`data_file` is where it goes when nothing else is chosen."""
        super().__init__()
        self._places = {"documents": data_file}
        for n, (_name, folder) in enumerate(clouds):
            self._places[f"cloud-{n}"] = os.path.join(folder, "Leerreis", FILE_NAME)
        self._clouds = clouds
        self._in_documents = os.path.basename(os.path.dirname(data_file)) == "Leerreis"

    def compose(self) -> ComposeResult:
        """The question, the places, and a box for one of your own."""
        with Vertical():
            yield Lines(id="welcome", can_focus=False)
            yield Rows(id="choices")
            yield LineInput(id="path")
            yield Lines(id="about", can_focus=False)

    def on_mount(self) -> None:
        """Fill in the words."""
        self.on_resize()
        self.set_focus(self.query_one("#choices"))

    def on_resize(self) -> None:
        """Fit the width."""
        _, width = self.words, self._width
        welcome: list[Line] = [
            (Span(_("Welcome to Leerreis"), "accent", bold=True),),
            EMPTY,
            *(
                (Span(line),)
                for line in wrap(_("Where should your portfolio live? Press enter if this is fine."), width)
            ),
            EMPTY,
        ]
        self.query_one("#welcome", Lines).show_all(welcome)
        choices = [
            Row("documents", (Span(_("In your documents") if self._in_documents else _("In its usual folder")),)),
            *(Row(f"cloud-{n}", (Span(clean_line(name)),)) for n, (name, _folder) in enumerate(self._clouds)),
            Row(_OWN, (Span(_("Somewhere else")),)),
        ]
        rows = self.query_one("#choices", Rows)
        rows.styles.height = len(choices)
        rows.show_rows(FixedRows(choices))
        self._about()

    @property
    def _width(self) -> int:
        return min(72, self.app.size.width - 4) - 2

    @on(Rows.Reached)
    @on(LineInput.Changed)
    @on(events.DescendantFocus)
    def _about(self) -> None:
        """What the choice means, in a line or two."""
        _, key = self.words, self.query_one("#choices", Rows).key
        own = key == _OWN
        self.query_one(LineInput).display = own
        box = self.query_one(LineInput)
        own_words = told_of(box.text, _) if box.has_focus else _("Press enter to type a path of your own.")
        texts = [shown(self._places[key])] if key in self._places else [own_words]
        if key.startswith("cloud-"):
            texts.append(
                _("This folder is synced: your portfolio is on your other computers too, and at its provider.")
            )
        else:
            texts.append(_("One file on this computer. Nothing is sent anywhere; you can move it later."))
        lines: list[Line] = [EMPTY]
        for text in texts:
            lines += [(Span(line, "muted"),) for line in wrap(text, self._width)]
        self.query_one("#about", Lines).show_all(lines)

    @on(Rows.Clicked)
    @on(LineInput.WentOn)
    def action_accept(self) -> None:
        """Take it; for a place of your own first ask which."""
        key = self.query_one("#choices", Rows).key
        box = self.query_one(LineInput)
        if key in self._places:
            self.dismiss(self._places[key])
        elif not box.has_focus:
            self.set_focus(box)
        elif path := as_file(box.text):
            self.dismiss(path)

    @on(LineInput.Left)
    def action_back(self) -> None:
        """From the box to the choices."""
        self.set_focus(self.query_one("#choices"))
