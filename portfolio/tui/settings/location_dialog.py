"""Where should the portfolio live instead? Folders that were found here, or a path that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.folders import Offered, as_file, shown, told_of
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

_OWN = "own"
_STAY = "stay"


class LocationDialog(Dialog[str]):
    """Dismissed with the path of the data file, or None when it stays where it is."""

    seeks = True  # a path is typed, and no words to keep
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", show=False),
        Binding("escape", "back", show=False),
    ]
    DEFAULT_CSS = """
    LocationDialog > Vertical { width: 72; }
    LocationDialog LineInput { display: none; }
    LocationDialog #meaning { min-height: 6; }
    """

    def __init__(self, file: str, offered: Sequence[Offered], cloud: str) -> None:
        """`file` is where it lies, in the folder of this `cloud` if any."""
        super().__init__()
        self._file, self._cloud = file, cloud
        self._offered = {str(n): each for n, each in enumerate(offered)}

    def compose(self) -> ComposeResult:
        """The question, the folders, a box for one of your own, and what it means."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield Rows(id="folders")
            yield LineInput(id="path")
            yield Lines(id="meaning", can_focus=False)

    def on_mount(self) -> None:
        """Fill in the words; the first answer leaves it where it is."""
        _ = self.words
        self.query_one("#question", Lines).show_all([(Span(_("Where should your portfolio live?")),), EMPTY])
        rows = [
            Row(_STAY, (Span(_("Leave it where it is")),)),
            *(Row(key, (Span(clean_line(o.cloud) or _("In your documents")),)) for key, o in self._offered.items()),
            Row(_OWN, (Span(_("Somewhere else")),)),
        ]
        folders = self.query_one("#folders", Rows)
        folders.styles.height = min(len(rows), 6)
        folders.show_rows(FixedRows(rows))
        self.set_focus(folders)

    @on(Rows.Reached)
    @on(LineInput.Changed)
    @on(events.DescendantFocus)
    def _tell(self) -> None:
        """What the choice means."""
        width = min(72, self.app.size.width) - 6
        box = self.query_one(LineInput)
        box.display = self.query_one(Rows).key == _OWN
        lines: list[Line] = [EMPTY]
        for text, role in self._meaning(typing=box.has_focus):
            lines += [(Span(line, role),) for line in wrap(text, width)]
        self.query_one("#meaning", Lines).show_all(lines)

    def _meaning(self, *, typing: bool) -> list[tuple[str, str]]:
        _, key = self.words, self.query_one(Rows).key
        hint = (_("enter chooses · esc back"), "muted")
        if key == _STAY:
            return [(shown(self._file), "text"), hint]
        if key == _OWN and not typing:
            return [(_("Press enter to type the path of a folder or a file."), "muted"), hint]
        path = self._path()
        told = [(shown(path) if path else told_of(self.query_one(LineInput).text, _), "text")]
        if key in self._offered and self._offered[key].cloud:
            told.append(
                (
                    _("This folder is synced: your portfolio is on your other computers too, and at its provider."),
                    "muted",
                )
            )
        told.append((_("The file goes there with everything in it, and then goes away here."), "muted"))
        if self._cloud:
            told.append((_("On your other computers you then choose the new place too."), "muted"))
        return [*told, hint]

    def _path(self) -> str:
        """The data file that is chosen; empty when none is."""
        key, typed = self.query_one(Rows).key, self.query_one(LineInput).text.strip()
        if key in self._offered:
            return self._offered[key].path
        return as_file(typed) if key == _OWN and typed else ""

    @on(Rows.Clicked)
    @on(LineInput.WentOn)
    def action_accept(self) -> None:
        """Take it; for a place of your own first ask which."""
        key, box = self.query_one(Rows).key, self.query_one(LineInput)
        if key == _STAY:
            self.dismiss(None)
        elif key == _OWN and not box.has_focus:
            self.set_focus(box)
        elif path := self._path():
            self.dismiss(path)

    @on(LineInput.Left)
    def action_back(self) -> None:
        """From the box to the folders, where the path stays; from there away."""
        if self.query_one(LineInput).has_focus:
            self.set_focus(self.query_one(Rows))
        else:
            self.dismiss(None)
