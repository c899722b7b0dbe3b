"""A place with a list of records: the list, the record beside it or on enter, marking several, filter and order.

Two panes from a hundred columns; below that enter opens the record and escape closes it. A place says what is listed
and how a row looks; all the rest is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult

from portfolio.records.record import Record
from portfolio.text import wrap
from portfolio.tui.dialogs.filter import FilterDialog
from portfolio.tui.keymap.conditions import ActionContext, can_change, has_location
from portfolio.tui.records import add
from portfolio.tui.records.actions import choose_action
from portfolio.tui.records.marked_list import MarkedList, words_above
from portfolio.tui.records.record_list import RecordText
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.record_rows import Listed, RecordRows, RowOf
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow, start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import READABLE, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows
from portfolio.tui.widgets.two_pane import TwoPane

NEW: Final = "new"
"""The row of a place where nothing is yet."""
_EDGES: Final = 6
"""Cells of a list that no row has."""


class ListScreen(BaseScreen[None]):
    """The shared frame of the places with lists."""

    KINDS: ClassVar[tuple[str, ...]] = ()
    """The kinds that are listed."""
    EMPTY: ClassVar[str] = ""
    """What an empty place says: which key makes the first. An English message id with the names of keys."""
    DEFAULT_CSS = """
    ListScreen #list { width: 1fr; }
    ListScreen #text { width: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    ListScreen #told { height: auto; padding: 0 3; display: none; }
    """

    def __init__(self) -> None:
        """The list has the keys."""
        super().__init__()
        self.list = MarkedList(id="list")
        self.text = RecordText(id="text")
        self.panes = TwoPane(self.list, self.text)
        self._reading = False

    @staticmethod
    def listed(look: AppState, showing: ListFilter) -> Iterable[Listed]:
        """The records to list, under their headings: from the view of the place."""
        raise NotImplementedError

    @staticmethod
    def row_maker(look: AppState) -> RowOf:
        """How a record is shown in the list; made once for each look."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """What is left out, the list and the record."""
        yield Lines(id="told", can_focus=False)
        yield self.panes

    def show(self, look: AppState) -> None:
        """Fill the list."""
        self.list.keep_to(look)
        self._lay_out()
        listed = list(self.listed(look, self.list.filter)) if look.read else []
        source = RecordRows(listed, look, self.row_maker(look), self.list.marked) if listed else None
        # Not the room of the list: on its first showing that is not known yet.
        width = self.app.size.width // (2 if self.panes.wide else 1) - _EDGES
        nothing = FixedRows(nothing_rows(look, self.list.filter, self.EMPTY, width))
        self.list.show_rows(source or nothing, at=self.services.session.take_landed())
        if not look.read:
            self._show_text()
        told = words_above(self.list, look, sum(isinstance(each, Record) for each in listed), self.KINDS)
        lines = wrap(told, max(self.app.size.width - 8, 20)) if told else []
        self.query_one("#told", Lines).show_all([(Span(line, "accent"),) for line in lines])

    def _lay_out(self) -> None:
        """List, record or both; who has the keys."""
        self.panes.lay_out(second=self._reading)
        self.set_focus(self.text if self._reading else self.list)
        if self._reading:
            self._show_text(0)  # keys can come before it has its place: they are for this record
        self.call_after_refresh(self._show_text)
        self.refresh_bindings()

    def situation(self) -> ActionContext:
        """What the cursor is on, and whether escape leads to the list or to more of it."""
        return super().situation()._replace(deeper=self._reading or self.list.narrowed)

    @on(Rows.Reached, "#list")
    def _reached(self) -> None:
        self._show_text()

    def _show_text(self, tries: int = 3) -> None:
        if self.look is None or not self.text.display or not self.is_attached:
            return
        if self.text.size.width == 0 and tries:  # a tick of the screen came between: it has no place yet
            self.call_after_refresh(self._show_text, tries - 1)
            return
        record = self.look.records.get(self.list.key)
        width = self.text.room or self.app.size.width - _EDGES
        if record is not None and width > 0:
            rows = record_rows(record, self.look, width)
        else:
            told = self.about(self.list.key, self.look)
            rows = [Row(left=(Span(line, "muted"),)) for line in wrap(told, min(max(width, 20), READABLE))]
        self.text.show_text(rows, record.id if record is not None else "")

    @staticmethod
    def about(key: str, look: AppState) -> str:  # noqa: ARG004 - only some lists have such rows
        """What there is to say beside a row that stands for no record."""
        return ""

    def open_row(self, key: str) -> None:
        """Open a row that stands for no record."""

    @on(Rows.Clicked, "#list")
    def action_open(self) -> None:
        """Read what the cursor is on; in the record, open what is below it, or tell what can be done with it."""
        if not self._reading:
            self._open_listed(self.list.key)
        elif self.text.key and self.text.key != self.list.key:
            self.services.navigator.open_record(self.text.key)
        else:
            open_actions(self, self.text)

    def _open_listed(self, key: str) -> None:
        if key == NEW:
            self.action_new()
        elif self.look is not None and self.look.records.get(key) is None:
            self.open_row(key)
        elif key:
            self._read(reading=True)

    def _read(self, *, reading: bool) -> None:
        """Read the record, or go back to the list."""
        self._reading = reading
        self._lay_out()

    @on(Rows.Clicked, "#text")
    def _clicked_within(self) -> None:
        if self._reading:
            self.action_open()
        else:
            self._read(reading=True)

    def come_home(self) -> None:
        """The list, whatever was being read."""
        if self._reading:
            self._read(reading=False)

    def action_back(self) -> None:
        """From the record to the list, from marked to unmarked, from a filter to everything."""
        if self._reading:
            self._read(reading=False)
            return
        self.list.widen()
        self._again()

    def _again(self) -> None:
        if self.look is not None:
            self.show(self.look)
            self.refresh_bindings()

    def action_new(self) -> None:
        """What is made in this place; where that is more than one thing, ask which."""
        add.new_in(self)

    def action_mark(self) -> None:
        """Mark the record that the cursor is on, or unmark it, and go on to the next."""
        if not self._reading and self.list.mark():
            self._again()
            self.list.action_cursor(1)

    @flow
    async def action_filter(self) -> None:
        """Ask what to see, and in which order."""
        showing = await self.ask(FilterDialog(self.list.filter, self.KINDS))
        if showing is not None and showing != self.list.filter:
            self.list.filter = showing
            self._again()


def open_actions(screen: BaseScreen[None], text: RecordText) -> None:
    """On the record that is read: tell what can be done with it; where nothing can, open what it points to."""
    situation = screen.situation()
    if text.cursor_on and can_change(situation):
        start_flow(screen, choose_action, screen)
    elif text.cursor_on and has_location(situation):
        text.action_with_record("open_location")


def nothing_rows(look: AppState, showing: ListFilter, empty: str, width: int) -> list[Row]:
    """What a list without records says: `empty`, or that its filter leaves nothing."""
    if not look.read:
        return []
    _, makes = look.words, look.alone and not showing.narrows  # enter makes the first one, as its key does
    told = _("Nothing fits what you asked to see. Press esc to see everything.")
    if not showing.narrows:
        told = _(empty).format(**look.keys) if look.alone else _("Nothing here may be shared yet.")
    first, *rest = wrap(told, min(max(width, 20), READABLE))
    row = Row(NEW if makes else "", (Span(first, "muted"),))
    return [Row(), row, *(Row(left=(Span(line, "muted"),)) for line in rest)]
