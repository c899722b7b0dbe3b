"""Base of the places with a list of records: the list, the record beside it, marking, filter and order.

From a hundred columns the record is shown beside the list; below that Enter opens it and Escape closes it. A subclass
defines what is listed and how a row looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult

from portfolio.records.record import Record
from portfolio.text import wrap
from portfolio.tui.dialogs.filter import FilterDialog
from portfolio.tui.keymap.conditions import ActionContext, can_change, has_location
from portfolio.tui.records import add
from portfolio.tui.records.drafts import draft_rows, open_draft, text_of_draft
from portfolio.tui.records.marked_list import MarkedList, words_above
from portfolio.tui.records.menu import choose_action
from portfolio.tui.records.record_list import RecordText
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.record_rows import Listed, RecordRows, RowOf
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow, start_flow
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import PAGE, READABLE, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import Row, Rows
from portfolio.tui.widgets.two_pane import TwoPane

NEW: Final = "new"
"""Key of the row of an empty place."""
_EDGES: Final = 6
"""Cells of a list that rows cannot use."""


class ListScreen(BaseScreen[None]):
    """Base of the places with lists."""

    KINDS: ClassVar[tuple[str, ...]] = ()
    """The kinds that are listed."""
    EMPTY: ClassVar[str] = ""
    """Message id of the text of an empty place, with the name of the key that creates the first record."""
    DEFAULT_CSS = """
    ListScreen.-airy #places { margin-bottom: 1; }
    ListScreen #list { width: 3fr; }
    ListScreen #text { width: 2fr; padding: 0 1; scrollbar-gutter: stable; }
    ListScreen #summary { height: auto; padding: 0 3; display: none; }
    """

    def __init__(self) -> None:
        """Start with the list, without a record."""
        super().__init__()
        self.list = MarkedList(id="list")
        self.text = RecordText(id="text")
        self.panes = TwoPane(self.list, self.text)
        self._reading = False

    @staticmethod
    def listed(state: AppState, showing: ListFilter) -> Iterable[Listed]:
        """Return the records to list, under their headings."""
        raise NotImplementedError

    @staticmethod
    def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:
        """Return the function that makes the rows of what is listed; called once per list."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Lay out the filter line, the list and the record."""
        yield Lines(id="summary", can_focus=False)
        yield self.panes

    def show(self, state: AppState) -> None:
        """Fill the list."""
        self.list.keep_to(state)
        self._lay_out()
        listed = list(self.listed(state, self.list.filter)) if state.read else []
        rows = RecordRows(rows_of(self, listed, state), state, self.row_maker(state, listed), self.list.marked)
        self.list.show_rows(rows, at=self.services.session.take_landed())
        if not state.read:
            self._show_text()
        summary = words_above(self.list, state, sum(isinstance(each, Record) for each in listed), self.KINDS)
        lines = wrap(summary, min(max(self.app.size.width - 8, 20), PAGE)) if summary else []
        self.query_one("#summary", Lines).show_all([(Span(line, "accent"),) for line in lines])

    def _lay_out(self) -> None:
        """Show list, record or both, and set the focus."""
        self.panes.lay_out(second=self._reading)
        self.set_focus(self.text if self._reading else self.list)
        if self._reading:
            self._show_text(0)  # keys may come before the layout: they are for this record
        self.call_after_refresh(self._show_text)
        self.refresh_bindings()

    def current_context(self) -> ActionContext:
        """Return the context of the keys; `deeper` when Escape leads back to the list or widens it."""
        return super().current_context()._replace(deeper=self._reading or self.list.narrowed)

    @on(Rows.Reached, "#list")
    def _reached(self) -> None:
        self._show_text()

    def _show_text(self, tries: int = 3) -> None:
        if self.state is None or not self.text.display or not has_widgets(self):
            return
        if self.text.size.width == 0 and tries:  # not laid out yet
            self.call_after_refresh(self._show_text, tries - 1)
            return
        width = self.text.room or self.app.size.width - _EDGES
        record = self.state.records.get(self.list.key)
        self.text.show_text(text_rows(self, self.state, width), record.id if record is not None else "")

    @staticmethod
    def about(key: str, state: AppState) -> str:  # noqa: ARG004 - only some lists have such rows
        """Return the text shown for a row that is not a record."""
        return ""

    def open_row(self, key: str) -> None:
        """Open a row that is not a record."""

    @on(Rows.Clicked, "#list")
    def action_open(self) -> None:
        """Open the record under the cursor; in an opened record, open what it links to or show its actions."""
        if not self._reading:
            self._open_listed(self.list.key)
        elif self.text.key and self.text.key != self.list.key:
            self.services.navigator.open_record(self.text.key)
        else:
            open_actions(self, self.text)

    def _open_listed(self, key: str) -> None:
        if key == NEW:
            self.action_new()
        elif key.startswith(DRAFT):
            open_draft(self, key)
        elif self.state is not None and self.state.records.get(key) is None:
            self.open_row(key)
        elif key:
            self._read(reading=True)

    def _read(self, *, reading: bool) -> None:
        """Open the record, or go back to the list."""
        self._reading = reading
        self._lay_out()

    @on(Rows.Clicked, "#text")
    def _clicked_within(self) -> None:
        if self._reading:
            self.action_open()
        else:
            self._read(reading=True)

    def come_home(self) -> None:
        """Go back to the list."""
        if self._reading:
            self._read(reading=False)

    def action_back(self) -> None:
        """Go back one step: from the record to the list, then remove marks, then the filter."""
        if self._reading:
            self._read(reading=False)
            return
        self.list.widen()
        self._again()

    def _again(self) -> None:
        if self.state is not None:
            self.show(self.state)
            self.refresh_bindings()

    def action_new(self) -> None:
        """Create a record of this place; ask which when there are several kinds."""
        add.new_in(self)

    def action_mark(self) -> None:
        """Mark or unmark the record under the cursor and move to the next."""
        if not self._reading and self.list.mark():
            self._again()
            self.list.action_cursor(1)

    def action_mark_all(self) -> None:
        """Mark every record of the list; when all are marked, none."""
        if not self._reading:
            self.list.mark_all()
            self._again()

    @flow
    async def action_filter(self) -> None:
        """Ask for a filter and an order."""
        showing = await self.ask(FilterDialog(self.list.filter, self.KINDS))
        if showing is not None and showing != self.list.filter:
            self.list.filter = showing
            self._again()


def open_actions(screen: BaseScreen[None], text: RecordText) -> None:
    """Show what can be done with the opened record; if it cannot be changed, open its location."""
    context = screen.current_context()
    if text.cursor_on and has_location(context) and not can_change(context):
        text.action_with_record("open_location")
    elif text.cursor_on:
        start_flow(screen, choose_action, screen)


def rows_of(screen: ListScreen, listed: Sequence[Listed], state: AppState) -> list[Listed]:
    """Return what is listed, or what an empty list says, below the drafts; a filter leaves those out."""
    drafts = draft_rows(screen.WHERE, state) if not screen.list.filter.narrows else ()
    return [*drafts, *([""] if drafts and listed else ()), *(listed or nothing_rows(screen, state))]


def text_rows(screen: ListScreen, state: AppState, width: int) -> list[Row]:
    """Return what is shown beside the list: the record or draft under the cursor, or what is said of another row."""
    key = screen.list.key
    record = state.records.get(key)
    if record is not None and width > 0:
        return record_rows(record, state, width)
    draft = [Row(left=line) for line in text_of_draft(key, state, max(width, 20))]
    about = wrap(screen.about(key, state), min(max(width, 20), READABLE))
    return draft or [Row(left=(Span(line, "muted"),)) for line in about]


def nothing_rows(screen: ListScreen, state: AppState) -> list[Row]:
    """Return the rows of an empty list: what the place says when it is empty, or that the filter leaves nothing."""
    if not state.read:
        return []
    showing = screen.list.filter
    # the list's own room is not known before it is first shown
    width = screen.app.size.width * (3 if screen.panes.wide else 5) // 5 - _EDGES
    _, makes = state.words, state.alone and not showing.narrows  # Enter creates the first one, as its key does
    sentence = _("Nothing matches this filter. Press esc to see everything.")
    if not showing.narrows:
        sentence = _(screen.EMPTY).format(**state.keys) if state.alone else _("Nothing here is shareable yet.")
    first, *rest = wrap(sentence, min(max(width, 20), READABLE))
    row = Row(NEW if makes else "", (Span(first, "muted"),))
    return [Row(), row, *(Row(left=(Span(line, "muted"),)) for line in rest)]
