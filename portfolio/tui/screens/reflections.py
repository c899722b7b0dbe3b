"""Reflections: everything that was written when looking back, newest first, to read, change and share.

Two panes from a hundred columns; below that enter opens the text and escape closes it.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from portfolio.records.reflections import Reflection
from portfolio.tui import actions
from portfolio.tui.actions import Situation
from portfolio.tui.layout import EMPTY, Span, wrap
from portfolio.tui.look import Look
from portfolio.tui.recording import RecordingScreen
from portfolio.tui.views.reading import reading
from portfolio.tui.views.reflections import ReflectionRows
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

WIDE = 100
"""From so many columns on the text stands beside the list."""


class ReflectionsScreen(RecordingScreen):
    """The second place."""

    WHERE: ClassVar[str] = "reflections"
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]
    DEFAULT_CSS = """
    ReflectionsScreen Horizontal { height: 1fr; }
    ReflectionsScreen #list { width: 1fr; }
    ReflectionsScreen #text { width: 1fr; padding: 0 3; scrollbar-gutter: stable; }
    ReflectionsScreen .beside { border-left: solid $line; padding: 0 2 !important; }
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._reading = False

    def body(self) -> ComposeResult:
        """The list and the text."""
        with Horizontal():
            yield Rows(id="list")
            yield Lines(id="text")

    def show(self, look: Look) -> None:
        """Fill the list; open what someone came here for."""
        wanted, self.leerreis.opened = self.leerreis.opened, ""
        self._reading = self._reading or bool(wanted)
        self._lay_out()
        rows = self.query_one("#list", Rows)
        found = look.records.of(Reflection)[::-1]
        source = ReflectionRows(found, look) if found else FixedRows(self._nothing(look, rows.room))
        rows.show_rows(source, at=wanted or self.take_landed())

    def _nothing(self, look: Look, width: int) -> list[Row]:
        _ = look.words
        if not look.read:
            return []
        told = _("Nothing here yet. Press n for a note, or 1 and enter for the evening check.")
        return [Row(), *(Row(left=(Span(line, "muted"),)) for line in wrap(told, max(width, 20)))]

    def _lay_out(self) -> None:
        """List, text or both; who has the keys."""
        text, alone = self.query_one("#text"), self._reading and not self.wide
        self.query_one("#list").display = not alone
        text.display = self.wide or alone
        text.set_class(self.wide, "beside")
        self.set_focus(text if self._reading else self.query_one("#list"))
        self.call_after_refresh(self._show_text)
        self.refresh_bindings()

    @property
    def wide(self) -> bool:
        """Whether the text stands beside the list."""
        return self.app.size.width >= WIDE

    def situation(self) -> Situation:
        """What the cursor is on."""
        situation = self.chosen_in(super().situation(), self.query_one("#list", Rows).key)
        row = "" if self._reading else situation.row
        return situation._replace(row=row, deeper=self._reading)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self._show_text()
        self.cursor_came()

    def _show_text(self) -> None:
        pane = self.query_one("#text", Lines)
        record = self.situation().chosen
        if self.look is None or not pane.display:
            return
        width = pane.scrollable_content_region.width
        lines = reading(record, self.look, width) if isinstance(record, Reflection) and width > 0 else [EMPTY]
        pane.show(lines)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Read what the cursor is on; beside the list the keys then scroll its text."""
        self._reading = True
        self._lay_out()

    def action_back(self) -> None:
        """From the text to the list."""
        self._reading = False
        self._lay_out()
