"""A list of rows with a cursor: of today, of all reflections, of choices. Made for a lifetime of rows.

A row is worked out when it comes into sight. Some rows only say something; the cursor steps over those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from portfolio.tui.text.spans import EMPTY, Line, Span, spread
from portfolio.tui.widgets.lines import Lines

GUTTER: Final = 2
"""Cells before every row: the sign of the cursor stands there, so that it shows without colour too."""
CURSOR: Final = "▸ "


class Row(NamedTuple):
    """One row: what it stands for, and its words at the left and at the right."""

    key: str = ""
    """What the row stands for; a row without one cannot be chosen."""
    left: Line = EMPTY
    right: Line = EMPTY
    under: str = ""
    """What the row stands for that this one belongs to, when it cannot be chosen itself: a click chooses that one."""


class RowSource(Protocol):
    """Where rows come from, each when it is asked for."""

    def __len__(self) -> int:
        """How many rows there are."""

    def key(self, index: int) -> str:
        """What row `index` stands for."""

    def row(self, index: int, width: int) -> Row:
        """Row `index`, made for `width` cells."""


class FixedRows:
    """Rows that are there already."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """`rows` from top to bottom."""
        self._rows = rows

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def key(self, index: int) -> str:
        """What row `index` stands for."""
        return self._rows[index].key

    def row(self, index: int, width: int) -> Row:  # noqa: ARG002 - these have one width
        """Row `index`."""
        return self._rows[index]


class Rows(Lines, inherit_bindings=False):
    """The rows, and which of them the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", show=False),
        Binding("down", "cursor(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(1)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]

    cursor: reactive[int] = reactive(-1, repaint=False)
    """The index of the chosen row; -1 when none can be chosen."""

    @dataclass
    class Reached(Message):
        """The cursor came to another row."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Empty until rows are shown."""
        super().__init__(id=id)
        self._source: RowSource = FixedRows(())
        self._was_at = ""
        """The row that had the cursor last."""

    @property
    def key(self) -> str:
        """What the chosen row stands for; empty when there is none."""
        return self._source.key(self.cursor) if 0 <= self.cursor < len(self._source) else ""

    @property
    def source(self) -> RowSource:
        """Where the rows come from."""
        return self._source

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is drawn."""
        return True

    @property
    def room(self) -> int:
        """How many cells a row has."""
        kept = self.styles.scrollbar_gutter == "stable"  # then its place is left out already
        beside = 1 if self.show_vertical_scrollbar and not kept else 0
        return max(self.scrollable_content_region.width - GUTTER - beside, 0)

    def show_rows(self, source: RowSource, *, at: str | None = None) -> None:
        """Show these rows with the cursor on the row that stands for `at`, else where it was or near it."""
        self._was_at = self.key or self._was_at  # it comes back there also after a moment without rows
        wanted, before = at if at is not None else self._was_at, self.cursor
        self._source = source
        self.take_place(len(source))
        place = self._place(wanted, max(before, 0))
        if place == before:
            self._tell()
        self.cursor = place
        self.refresh_changed()
        self.call_after_refresh(self._show_cursor)

    def _place(self, key: str, near: int) -> int:
        source = self._source
        if key:
            found = next((i for i in range(len(source)) if source.key(i) == key), None)
            if found is not None:
                return found
        near = min(near, len(source) - 1)
        following = self._next(near - 1, 1)
        return following if following >= 0 else self._next(near, -1)

    def _next(self, index: int, step: int) -> int:
        """The nearest row from `index` in the direction of `step` that can be chosen; -1 when there is none."""
        index += step
        while 0 <= index < len(self._source):
            if self._source.key(index):
                return index
            index += step
        return -1

    def watch_cursor(self, before: int, now: int) -> None:
        """Tell the screen; then paint the two rows, in one frame with what the screen shows beside them."""
        if self.is_attached:
            self._tell()
            self.screen.call_later(self._paint_cursor, before, now)

    def _tell(self) -> None:
        """Straight to the screen: what a screen shows beside its rows follows the cursor at once."""
        if self.is_attached:
            self.screen.post_message(self.Reached(self, self.key))

    def _paint_cursor(self, before: int, now: int) -> None:
        """The row that it left and the row that it came to, which stays in sight."""
        top = self.scroll_offset.y
        for index in (before, now):
            if index >= 0:
                self.refresh(Region(0, index - top, self.size.width, 1))
        if self.is_attached:
            self._show_cursor()

    def _show_cursor(self) -> None:
        index = 0 if self.cursor <= self._next(-1, 1) else self.cursor
        self.scroll_to_region(Region(0, index, 1, 1), animate=False, force=True)

    def go_to(self, key: str) -> None:
        """The cursor to the row that stands for this, if there is one."""
        found = next((i for i in range(len(self._source)) if self._source.key(i) == key), self.cursor)
        self.cursor = found

    def action_cursor(self, step: int) -> None:
        """To the next row that can be chosen; beyond the last one what is left comes into sight."""
        found = self._next(self.cursor, step)
        if found >= 0:
            self.cursor = found
        else:
            self.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A screen further."""
        target = self.cursor + step * max(self.size.height - 1, 1)
        target = min(max(target, 0), len(self._source) - 1)
        found = self._next(target - step, step)
        self.cursor = found if found >= 0 else self._next(target, -step)

    def action_edge(self, step: int) -> None:
        """To the first row, or with a negative step to the last."""
        self.cursor = self._next(-1, 1) if step > 0 else self._next(len(self._source), -1)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        index = self._chosen_by(event.y + self.scroll_offset.y)
        if index >= 0:
            self.cursor = index
            self.post_message(self.Clicked(self, self.key))

    def _chosen_by(self, index: int) -> int:
        """The row that a click on row `index` chooses: itself, or the one above it that it belongs to; else -1."""
        if not 0 <= index < len(self._source):
            return -1
        above = self._next(index + 1, -1)
        if above in (-1, index):
            return above
        return above if self._source.row(index, self.room).under == self._source.key(above) else -1

    def line_at(self, index: int) -> tuple[Line, str]:
        """Row `index` with the sign of the cursor before it, and the ground it stands on."""
        if not 0 <= index < len(self._source):
            return EMPTY, "ground"
        room = self.room
        row = self._source.row(index, room)
        chosen = index == self.cursor and self.shows_cursor
        line = (Span(CURSOR if chosen else " " * GUTTER, "accent"), *spread(row.left, row.right, room))
        return line, "chosen" if chosen else "ground"
