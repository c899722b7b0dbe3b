"""A list of rows with a cursor, used for every list and menu; fast for tens of thousands of rows.

A row is made when it becomes visible. Rows without a key are only text; the cursor skips them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final, NamedTuple, Protocol

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from portfolio.tui.keymap.movement import movement
from portfolio.tui.text.spans import EMPTY, Line, Span, spread
from portfolio.tui.widgets.bars import StatusLine
from portfolio.tui.widgets.lines import Lines

GUTTER: Final = 2
"""The cells before every row, for the cursor symbol, so that the cursor is visible without colour."""
CURSOR: Final = "▸ "
LEFT: Final = "› "
"""The sign before the row where the cursor was left for another pane."""


class Row(NamedTuple):
    """One row: its key, and its text at the left and at the right."""

    key: str = ""
    """Identifies the row, usually the id of a record; a row with an empty key cannot be chosen."""
    left: Line = EMPTY
    right: Line = EMPTY
    under: str = ""
    """For a row without a key: the key of the row it belongs to, which a click on it chooses."""


class RowSource(Protocol):
    """A source of rows, each made on demand."""

    def __len__(self) -> int:
        """The number of rows."""

    def key(self, index: int) -> str:
        """Return the key of row `index`."""

    def row(self, index: int, width: int) -> Row:
        """Return row `index`, made for `width` cells."""


class FixedRows:
    """Rows that were made already."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take the rows from top to bottom."""
        self._rows = rows

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def key(self, index: int) -> str:
        """Return the key of row `index`."""
        return self._rows[index].key

    def row(self, index: int, width: int) -> Row:  # noqa: ARG002 - these were made for one width
        """Return row `index`."""
        return self._rows[index]


def next_row(source: RowSource, index: int, step: int) -> int:
    """Return the next row from `index` in the direction of `step` that can be chosen; -1 when there is none."""
    index += step
    while 0 <= index < len(source):
        if source.key(index):
            return index
        index += step
    return -1


def _lines_from(first: int, source: RowSource, cursor: int, width: int, most: int) -> int:
    """Return the number of lines from line `first` to the end of the row at `cursor`, between 1 and `most`."""
    return max(min(cursor - first + _lines_of(source, cursor, width, most), most), 1)


def _lines_of(source: RowSource, index: int, width: int, most: int) -> int:
    """Return the number of lines of row `index` with the rows that belong to it, `most` at most."""
    key, height = source.key(index) if 0 <= index < len(source) else "", 1
    while key and height < most and index + height < len(source):
        after = index + height
        if source.key(after) or source.row(after, width).under != key:
            break
        height += 1
    return height


def _left(rows: Rows) -> bool:
    """Whether another pane has the keys; while a box beside the list is typed in, they move its cursor too."""
    focused = rows.screen.focused if rows.is_attached else None
    return focused is not rows and isinstance(focused, Lines)


def _height_without_message(rows: Lines) -> int:
    """Return the rows that are visible when no message is shown.

    A page then does not depend on whether the message that a key takes away has left the screen already.
    """
    message = next(iter(rows.screen.query(StatusLine)), None)
    return rows.size.height + (message.size.height if message is not None else 0)


def _open(rows: Rows) -> None:
    """Scroll to the row with the cursor so that the list does not begin within a row above it."""
    source, index, height = rows.source, max(rows.cursor, 0), rows.size.height
    end = index + _lines_of(source, index, rows.room, max(height, 1))
    top = min(max(rows.scroll_offset.y, end - height), index)
    while top < index and not source.key(top) and source.row(top, rows.room).under:
        top += 1
    rows.scroll_to(0, top if index > next_row(source, -1, 1) else 0, animate=False, force=True)


class Rows(Lines, inherit_bindings=False):
    """The rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = movement(
        move_up="cursor(-1)",
        move_down="cursor(1)",
        page_up="page(-1)",
        page_down="page(1)",
        half_up="page(-1, 2)",
        half_down="page(1, 2)",
        move_first="edge(1)",
        move_last="edge(-1)",
    )

    cursor: reactive[int] = reactive(-1, repaint=False)
    """The index of the chosen row; -1 when none can be chosen."""

    @dataclass
    class Reached(Message):
        """Posted when the cursor reaches another row."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list that posted it."""
            return self.rows

    @dataclass
    class Clicked(Message):
        """Posted when a row is clicked."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list that posted it."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make an empty list."""
        super().__init__(id=id)
        self._source: RowSource = FixedRows(())
        self._last_key = ""
        """The key of the row that last had the cursor."""

    @property
    def key(self) -> str:
        """The key of the chosen row; empty when there is none."""
        return self._source.key(self.cursor) if 0 <= self.cursor < len(self._source) else ""

    @property
    def source(self) -> RowSource:
        """The source of the rows."""
        return self._source

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is drawn."""
        return True

    @property
    def room(self) -> int:
        """The width of a row in cells."""
        kept = self.styles.scrollbar_gutter == "stable"  # the region already excludes its place
        beside = 1 if self.show_vertical_scrollbar and not kept else 0
        return max(self.scrollable_content_region.width - GUTTER - beside, 0)

    def show_rows(self, source: RowSource, *, at: str | None = None) -> None:
        """Show these rows with the cursor on the row with key `at`, else where it was or near it."""
        self._last_key = self.key or self._last_key  # so that the cursor returns there after a moment without rows
        wanted, before = at if at is not None else self._last_key, self.cursor
        self._source = source
        self.take_place(len(source))
        place = self._place(wanted, max(before, 0))
        if place == before:
            self._post_reached()
        self.cursor = place
        self.refresh_changed()
        self.call_after_refresh(self._show_cursor if at is None else partial(_open, self))

    def _place(self, key: str, near: int) -> int:
        source = self._source
        if key:
            found = next((i for i in range(len(source)) if source.key(i) == key), None)
            if found is not None:
                return found
        near = min(near, len(source) - 1)
        following = next_row(self._source, near - 1, 1)
        return following if following >= 0 else next_row(self._source, near, -1)

    def watch_cursor(self, before: int, now: int) -> None:
        """Post the move, then repaint two rows: in one frame with what the screen shows beside them."""
        if self.is_attached:
            self._post_reached()
            self.screen.call_later(self._paint_cursor, before, now)

    def _post_reached(self) -> None:
        """Post to the screen directly, so that what it shows beside the rows follows the cursor at once."""
        if self.is_attached:
            self.screen.post_message(self.Reached(self, self.key))

    def _paint_cursor(self, before: int, now: int) -> None:
        """Repaint the row that the cursor left and the row it reached, and scroll to that one."""
        top = self.scroll_offset.y
        for index in (before, now):
            if index >= 0:
                self.refresh(Region(0, index - top, self.size.width, 1))
        if self.is_attached:
            self._show_cursor()

    def _show_cursor(self) -> None:
        index = 0 if self.cursor <= next_row(self._source, -1, 1) else self.cursor
        height = _lines_from(index, self._source, self.cursor, self.room, self.size.height)
        self.scroll_to_region(Region(0, index, 1, height), animate=False, force=True)

    def go_to(self, key: str) -> None:
        """Move the cursor to the row with this key, if there is one."""
        found = next((i for i in range(len(self._source)) if self._source.key(i) == key), self.cursor)
        self.cursor = found

    def action_cursor(self, step: int) -> None:
        """Go to the next row that can be chosen; beyond the last one, scroll the remaining text into view."""
        found = next_row(self._source, self.cursor, step)
        if found >= 0:
            self.cursor = found
        else:
            self.scroll_relative(y=step, animate=False)

    def action_page(self, step: int, parts: int = 1) -> None:
        """Move the cursor one page, or one of `parts` equal parts of it."""
        target = self.cursor + step * max((_height_without_message(self) - 1) // parts, 1)
        target = min(max(target, 0), len(self._source) - 1)
        found = next_row(self._source, target - step, step)
        self.cursor = found if found >= 0 else next_row(self._source, target, -step)

    def action_edge(self, step: int) -> None:
        """Go to the first row, or with a negative step to the last."""
        self.cursor = next_row(self._source, -1, 1) if step > 0 else next_row(self._source, len(self._source), -1)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        index = self._chosen_by(event.y + self.scroll_offset.y)
        if index >= 0:
            self.cursor = index
            self.post_message(self.Clicked(self, self.key))

    def _chosen_by(self, index: int) -> int:
        """Return the row that a click on row `index` chooses: itself or the row it belongs to; else -1."""
        if not 0 <= index < len(self._source):
            return -1
        above = next_row(self._source, index + 1, -1)
        if above in (-1, index):
            return above
        return above if self._source.row(index, self.room).under == self._source.key(above) else -1

    def line_at(self, index: int) -> tuple[Line, str]:
        """Return row `index` with the cursor symbol before it, and its background role."""
        if not 0 <= index < len(self._source):
            return EMPTY, "ground"
        room = self.room
        row = self._source.row(index, room)
        if index != self.cursor or not self.shows_cursor:
            return (Span(" " * GUTTER, "accent"), *spread(row.left, row.right, room)), "ground"
        left = _left(self)
        sign = Span(LEFT, "muted") if left else Span(CURSOR, "accent")
        return (sign, *spread(row.left, row.right, room)), "ground" if left else "chosen"
