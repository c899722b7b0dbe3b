"""Screen that shows how ready the user is for a conversation; Enter opens the record to work on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.journey.facts.conversations import since_last_conversation
from portfolio.journey.views.readiness import readiness
from portfolio.pictures.canvas import Picture
from portfolio.pictures.canvas import Row as PictureRow
from portfolio.pictures.readiness import draw
from portfolio.tui.keymap import table
from portfolio.tui.records.record_list import RecordList
from portfolio.tui.services.prepared import prepared
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

_BESIDE = 8
"""Columns at both sides, including the cursor."""


class ReadyScreen(BaseScreen[None]):
    """Screen on top of the Conversation place, for the user alone."""

    WHERE: ClassVar[str] = "ready"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    ReadyScreen #head { height: auto; padding: 0 2 0 3; }
    """

    def __init__(self) -> None:
        """Start with an empty list."""
        super().__init__()
        self.list = RecordList(id="lines")

    def body(self) -> ComposeResult:
        """Lay out the title with its sentence, and the rows below."""
        yield Lines(id="head", can_focus=False)
        yield self.list

    def show(self, state: AppState) -> None:
        """Show the readiness; close in Over the shoulder."""
        if not state.alone:
            self.dismiss(None)
            return
        view = readiness(state.records, since_last_conversation(state.records, state.today), state.today)
        width = max(min(self.app.size.width - _BESIDE, 120), 40)
        picture = draw(view, width=width, _=state.words, signs=self.services.preferences.signs, now=prepared(state))
        self.query_one("#head", Lines).show_all([*map(_line, (*picture.title, *picture.finding)), ()])
        self.list.show_rows(FixedRows(list(_rows(picture))), at=self.services.session.take_landed())
        self.set_focus(self.list)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Open the record of the row."""
        self.services.navigator.open_record(self.list.key)


def _rows(picture: Picture) -> Iterator[Row]:
    """Yield the rows of the body and the legend; an indented row belongs to the record above it."""
    starts, key = {place.row: place.ids[0] for place in picture.places}, ""
    for n, row in enumerate(picture.body):
        first = starts.get(n)
        goes_on = bool(key) and bool(row) and row[0].text.startswith("    ")
        key = first or (key if goes_on else "")
        yield Row(first or "", _line(row), under="" if first else key)
    yield Row()
    yield from (Row(left=_line(row)) for row in picture.legend)


def _line(row: PictureRow) -> Line:
    return tuple(Span(span.text, span.role) for span in row)
