"""Palette dialog: a search box, with the matching commands and records below it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from portfolio.journey.fold import fold
from portfolio.journey.search.search import Query
from portfolio.present.titles import heading
from portfolio.text import wrap_at_most
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.pick import SCROLLBAR
from portfolio.tui.keymap.movement import movement
from portfolio.tui.palette.command import Command
from portfolio.tui.palette.commands import commands, matching, opening, setting_commands, theme_commands
from portfolio.tui.palette.place_rows import record_commands
from portfolio.tui.palette.rows import command_rows, record_name
from portfolio.tui.services.latest import LatestQuery
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.rows import GUTTER, FixedRows, Rows

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen

LETTERS: Final = 2
"""Number of letters from which records are searched too."""
RECORDS: Final = 8
"""Number of records shown; the search screen shows the rest."""
_BESIDE: Final = 76
"""Columns of the terminal from which what a command does is shown beside its name."""
_AROUND: Final = 4
"""Columns that stay free around the frame, where that leaves room for what commands do."""
_HINT_ROWS: Final = 2
"""Rows for what a command does in a narrow terminal, so that the list keeps its height."""


class PaletteDialog(Dialog[Callable[[], Awaitable[object] | object]]):
    """Search box above the commands; dismissed with the function of the chosen command, or None."""

    seeks = True
    WIDTH = 96
    BINDINGS: ClassVar[list[BindingType]] = movement(
        move_up="move(-1)",
        move_down="move(1)",
        page_up="page(-1)",
        page_down="page(1)",
        half_up="page(-1, 2)",
        half_down="page(1, 2)",
    )
    DEFAULT_CSS = """
    PaletteDialog > Vertical { height: 22; max-height: 90%; }
    PaletteDialog.-low > Vertical { max-height: 100%; }
    """

    def __init__(self, below: BaseScreen[None]) -> None:
        """`below` is the screen that the command runs on."""
        super().__init__()
        self._below = below
        self._commands = commands(below)
        self._sought = (*record_commands(below), *setting_commands(below)) if below.is_place else ()
        self._shown: Sequence[Command] = ()
        self._records: Sequence[Command] = ()

    def body(self) -> ComposeResult:
        """Lay out the box and the list."""
        yield LineInput(id="word")
        yield Rows(id="commands")

    def fill_body(self) -> None:
        """Show all commands, until a word is typed."""
        self._finder = LatestQuery(self.services.session, self.services.worker)
        _ = self.words
        self.query_one(LineInput).placeholder = _("What do you want to do, or to open?")
        self._fill(at="0")
        if self._below.is_place:
            self.run_worker(self._add_themes(), group="themes", holds="nothing")

    async def _add_themes(self) -> None:
        self._commands += await theme_commands(self._below)
        self._fill()

    def on_unmount(self) -> None:
        """Drop the running search."""
        self._finder.drop()

    @on(LineInput.Changed)
    def _typed(self) -> None:
        words = self.query_one(LineInput).text
        self._finder.drop()
        self._records = ()
        self._fill(at="0")
        if len(words.strip()) >= LETTERS and self._below.is_place:
            self.run_worker(self._look_for(Query(words)), holds="commands")

    async def _look_for(self, query: Query) -> None:
        state = self.services.state

        def called_so(record: Record) -> bool:
            return query.rank(fold(heading(record, state.records, state.words))) is not None

        found = await self._finder.ask(
            lambda pages, wanted: pages.newest(query, RECORDS, wanted=wanted, fits=called_so)
        )
        if found is not None and found.records:
            named = ((record, *record_name(record, state)) for record in found.records)
            self._records = [Command(name, opening(self._below, r.id), right=right) for r, name, right in named]
            self._fill()

    def _fill(self, at: str | None = None) -> None:
        words = self.query_one(LineInput).text
        found = matching([*self._commands, *(self._sought if words.strip() else ())], words)
        self._shown = [*found, *self._records]
        rows = command_rows(found, self._records, self.words, 0 if self._narrow else self.room - GUTTER - SCROLLBAR - 1)
        self.query_one(Rows).show_rows(FixedRows(rows), at=at)

    @property
    def _narrow(self) -> bool:
        """Whether there is no room for what a command does beside its name."""
        return self.app.size.width < _BESIDE

    @property
    def room(self) -> int:
        """Cells available for a line of text."""
        width = self.app.size.width
        return min(self.WIDTH, width if self._narrow else max(width - _AROUND, _BESIDE)) - self.EDGE

    def lay_out(self) -> None:
        """Fit the frame to the terminal, and show the texts."""
        self.query_one(Vertical).styles.width = self.room + self.EDGE
        super().lay_out()
        self._fill()

    def hint_lines(self) -> Sequence[Line]:
        """Return the keys, below what the command under the cursor does where that has no room beside its name."""
        if not self._narrow or not self.is_mounted:
            return super().hint_lines()
        key = self.query_one(Rows).key
        about = wrap_at_most(self._shown[int(key)].about if key else "", self.room, _HINT_ROWS)
        lines = [(Span(line, "muted"),) for line in (*about, *[""] * (_HINT_ROWS - len(about)))]
        return [*lines, *super().hint_lines()]

    @on(Rows.Reached)
    def _reached(self) -> None:
        self.show_hint()

    def action_move(self, step: int) -> None:
        """Move through the list while the box keeps the focus."""
        self.query_one(Rows).action_cursor(step)

    def action_page(self, step: int, parts: int = 1) -> None:
        """Move through the list by a page, or by one of `parts` equal parts of it."""
        self.query_one(Rows).action_page(step, parts)

    def action_choose(self) -> None:
        """Dismiss with the command under the cursor; it runs on the screen below."""
        key = self.query_one(Rows).key
        self.dismiss(self._shown[int(key)].do if key else None)
