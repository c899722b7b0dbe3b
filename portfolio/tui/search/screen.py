"""The search screen: a box, and below it the matching records of every kind, newest first.

Records with a word only inside a longer word come last.

From a hundred columns the record under the cursor is shown beside the list.
"""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.journey.search.search import Query
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.record_list import RecordList
from portfolio.tui.render.record import reading
from portfolio.tui.search.rows import MEANT, MORE, Hits, hit_rows, how_many, no_hits_rows
from portfolio.tui.services.latest import LatestQuery
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import EMPTY, PAGE
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import TwoPane
from portfolio.wording.dates import context

AT_ONCE: Final = 50
"""Number of records shown at first, and added on request."""
_TO_LIST: Final = context("key", "to the list")


class SearchScreen(BaseScreen[None]):
    """The search box and its results."""

    WHERE: ClassVar[str] = "search"
    seeks = True
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE, "search")]
    DEFAULT_CSS = f"""
    SearchScreen.-airy #places {{ margin-bottom: 1; }}
    SearchScreen LineInput {{
        margin: 0 2; max-width: {PAGE}; border-subtitle-color: $muted; border-subtitle-background: $background;
    }}
    SearchScreen #found {{ width: 3fr; max-width: {PAGE + 4}; }}
    SearchScreen #text {{ width: 2fr; border-left: solid $line; padding: 0 2; scrollbar-gutter: stable; }}
    """

    def __init__(self) -> None:
        """Start without a query."""
        super().__init__()
        self.list = RecordList(id="found")
        self.text = Lines(id="text", can_focus=False)
        self.panes = TwoPane(self.list, self.text)
        self._query = Query("")
        self._hits = Hits(self._query)
        self._looked_in: AppState | None = None
        self._most = AT_ONCE

    def body(self) -> ComposeResult:
        """Lay out the box, the list and the record."""
        yield LineInput(id="words")
        yield self.panes

    def on_mount(self) -> None:
        """Focus the box."""
        self._finder = LatestQuery(self.services.session, self.services.worker)
        box = self.query_one(LineInput)
        box.placeholder = self.words("What are you looking for?")
        self.set_focus(box)

    def on_unmount(self) -> None:
        """Drop the running search."""
        self._finder.drop()

    def show(self, state: AppState) -> None:
        """Fill the list; search again when the state has changed."""
        if state is not self._looked_in:
            if self._looked_in is not None and self._looked_in.alone != state.alone:
                self._hits = Hits(self._query)  # the old results must not be shown now
            self._looked_in = state
            self._look_for()
        self._fill()
        self.call_after_refresh(self._fill)

    @on(LineInput.Changed)
    def _typed(self) -> None:
        query = Query(self.query_one(LineInput).text)
        if query.asks != self._query.asks:
            self._query, self._most = query, AT_ONCE
            self._look_for()

    def _look_for(self) -> None:
        self.run_worker(self._answer(self._query, self._most), holds="commands")

    async def _answer(self, query: Query, most: int) -> None:
        found = await self._finder.ask(lambda pages, wanted: pages.newest(query, most, wanted=wanted))
        if found is None:
            return
        before, self._hits = self._hits, Hits(query, found)
        self._fill(_where(before, self._hits))
        if found.more:
            total = await self._finder.ask(lambda pages, wanted: pages.count(query, wanted=wanted))
            if total is not None:
                self._hits = self._hits._replace(total=total)
                self._fill()
        elif query and not found.records:
            near = await self._finder.ask(lambda pages, wanted: pages.nearest(query, wanted=wanted))
            if near:
                self._hits = self._hits._replace(near=near)
                self._fill(f"{MEANT}{near[0]}")

    def _fill(self, at: str | None = None) -> None:
        if self.state is None or not has_widgets(self):
            return
        rows, hits = self.list, self._hits
        if self.panes.lay_out(empty=not hits.found.records):
            self.call_after_refresh(self._fill)
        room = rows.room
        made = hit_rows(hits, self.state, room) or no_hits_rows(hits, self.state, room)
        rows.show_rows(FixedRows(made), at=at)
        self.query_one(LineInput).border_subtitle = how_many(hits, self.words) if hits.found.records else ""
        self._show_text()
        self.refresh_bindings()

    @property
    def _in_box(self) -> bool:
        """Whether the box has the focus."""
        return self.query_one(LineInput).has_focus

    def current_context(self) -> ActionContext:
        """Return the context of the keys; a record is chosen only while the list has the focus."""
        return super().current_context()._replace(row=self.list.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the search key in the box, where it types."""
        if action == "search" and (not self.is_mounted or self._in_box):
            return False
        return super().check_action(action, parameters)

    def label(self, binding: Binding) -> str:
        """Label Enter in the box by the list it leads to."""
        return _TO_LIST[1] if binding.id == "open" and self._in_box else super().label(binding)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self._show_text()

    def _show_text(self) -> None:
        pane = self.text
        if self.state is None or not pane.display:
            return
        record = self.state.records.get(self.list.key)
        width = pane.scrollable_content_region.width
        pane.show(reading(record, self.state, width) if record is not None and width > 0 else [EMPTY])

    @on(LineInput.Left)
    def _left(self, fact: LineInput.Left) -> None:
        if fact.step > 0:
            self._to_list()

    @on(LineInput.WentOn)
    def _to_list(self) -> None:
        if self._hits.found.records or self._hits.near:
            self.set_focus(self.list)
            self.refresh_bindings()

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Open the record under the cursor; on another row, show more, or search for other words instead."""
        key = self.list.key
        if key == MORE:
            self._most += AT_ONCE
            self._look_for()
        elif key.startswith(MEANT):
            self.query_one(LineInput).text = key.removeprefix(MEANT)
            self.action_search()
        elif key:
            self.services.navigator.open_record(key)

    def action_search(self) -> None:
        """Focus the box, keeping its text."""
        self.set_focus(self.query_one(LineInput))
        self.refresh_bindings()

    def action_back(self) -> None:
        """Go back to the previous place; the key of search goes from the list to the box."""
        self.dismiss()


def _where(before: Hits, now: Hits) -> str | None:
    """Return the key for the cursor: the first result of a new query, or the first of the older ones."""
    records, shown = now.found.records, len(before.found.records)
    if not records:
        return None
    if before.query.asks != now.query.asks:
        return records[0].id
    return records[shown].id if shown and len(records) > shown and before.found.more else None
