"""Search: one box, and below it what holds the words that are typed, newest first, of every kind.

Two panes from a hundred columns; the record that the cursor is on then stands beside the list.
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
from portfolio.tui.search.rows import MORE, Hits, hit_rows, how_many, told_rows
from portfolio.tui.services.latest import LatestQuery
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import EMPTY
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import TwoPane
from portfolio.wording.dates import context

AT_ONCE: Final = 50
"""How many are shown; whoever wants older ones asks for as many again."""
_TO_LIST: Final = context("key", "to the list")


class SearchScreen(BaseScreen[None]):
    """The box and what was found."""

    WHERE: ClassVar[str] = "search"
    seeks = True
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE, "search")]
    DEFAULT_CSS = """
    SearchScreen LineInput { margin: 0 2; border-subtitle-color: $muted; border-subtitle-background: $background; }
    SearchScreen #found { width: 3fr; }
    SearchScreen #text { width: 2fr; border-left: solid $line; padding: 0 2; scrollbar-gutter: stable; }
    """

    def __init__(self) -> None:
        """No word yet."""
        super().__init__()
        self.list = RecordList(id="found")
        self.text = Lines(id="text", can_focus=False)
        self.panes = TwoPane(self.list, self.text)
        self._query = Query("")
        self._hits = Hits(self._query)
        self._looked_in: AppState | None = None
        self._most = AT_ONCE

    def body(self) -> ComposeResult:
        """The box, the list and the record."""
        yield LineInput(id="words")
        yield self.panes

    def on_mount(self) -> None:
        """The box has the keys."""
        self._finder = LatestQuery(self.services.session, self.services.worker)
        box = self.query_one(LineInput)
        box.placeholder = self.words("What are you looking for?")
        self.set_focus(box)

    def on_unmount(self) -> None:
        """Nobody waits for an answer any more."""
        self._finder.drop()

    def show(self, look: AppState) -> None:
        """Fill the list; look again when there is something else to see."""
        if look is not self._looked_in:
            if self._looked_in is not None and self._looked_in.alone != look.alone:
                self._hits = Hits(self._query)  # what was found is not to be seen now
            self._looked_in = look
            self._look_for()
        self._fill()
        self.call_after_refresh(self._fill)

    @on(LineInput.Changed)
    def _typed(self) -> None:
        query = Query(self.query_one(LineInput).text)
        if query.words != self._query.words:
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

    def _fill(self, at: str | None = None) -> None:
        if self.look is None or not self.is_attached:
            return
        rows, hits = self.list, self._hits
        if self.panes.lay_out(empty=not hits.found.records):
            self.call_after_refresh(self._fill)
        room = rows.room
        made = hit_rows(hits, self.look, room) or told_rows(hits, self.look, room)
        rows.show_rows(FixedRows(made), at=at)
        self.query_one(LineInput).border_subtitle = how_many(hits, self.words) if hits.found.records else ""
        self._show_text()
        self.refresh_bindings()

    @property
    def _in_box(self) -> bool:
        """Whether the box has the keys, not the list."""
        return self.query_one(LineInput).has_focus

    def situation(self) -> ActionContext:
        """What the cursor is on; while one types in the box it is on no record."""
        return super().situation()._replace(row=self.list.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the box its key writes, and leads nowhere else."""
        if action == "search" and (not self.is_mounted or self._in_box):
            return False
        return super().check_action(action, parameters)

    def label(self, binding: Binding) -> str:
        """From the box enter goes to the list."""
        return _TO_LIST[1] if binding.id == "open" and self._in_box else super().label(binding)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self._show_text()

    def _show_text(self) -> None:
        pane = self.text
        if self.look is None or not pane.display:
            return
        record = self.look.records.get(self.list.key)
        width = pane.scrollable_content_region.width
        pane.show(reading(record, self.look, width) if record is not None and width > 0 else [EMPTY])

    @on(LineInput.Left)
    def _left(self, fact: LineInput.Left) -> None:
        if fact.step > 0:
            self._to_list()

    @on(LineInput.WentOn)
    def _to_list(self) -> None:
        if self._hits.found.records:
            self.set_focus(self.list)
            self.refresh_bindings()

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Open what the cursor is on; on the last row ask for older ones."""
        key = self.list.key
        if key == MORE:
            self._most += AT_ONCE
            self._look_for()
        elif key:
            self.services.navigator.open_record(key)

    def action_search(self) -> None:
        """To the box, with what was typed."""
        self.set_focus(self.query_one(LineInput))
        self.refresh_bindings()

    def action_back(self) -> None:
        """From the list to the box, from the box to where one came from."""
        if self._in_box:
            self.dismiss()
        else:
            self.action_search()


def _where(before: Hits, now: Hits) -> str | None:
    """Where the cursor comes: on the first for other words, on the first older one when those were asked for."""
    records, shown = now.found.records, len(before.found.records)
    if not records:
        return None
    if before.query.words != now.query.words:
        return records[0].id
    return records[shown].id if shown and len(records) > shown and before.found.more else None
