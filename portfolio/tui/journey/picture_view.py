"""Widget with a drawn picture and a cursor on its marks. The head stays visible while the rest scrolls.

Above the first row the cursor is on no mark; there left and right ask for another picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from portfolio.pictures.canvas import Place
from portfolio.tui.journey import cursor_moves
from portfolio.tui.journey.cursor_moves import NOWHERE, Cursor
from portfolio.tui.journey.view import Drawn
from portfolio.tui.keymap.movement import movement
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.lines import Lines, as_strip
from portfolio.tui.widgets.rows import CURSOR, GUTTER

_LEAST_BELOW_HEAD = 4
"""Rows that must be left below the head; with fewer, the head scrolls too."""
_REVERSED = Style(reverse=True, bold=True)


class PictureView(Lines, inherit_bindings=False):
    """Rows of a picture, its places, and the cursor."""

    DEFAULT_CSS = """
    PictureView { padding: 0 2 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = movement(
        move_left="along(-1)",
        move_right="along(1)",
        move_up="across(-1)",
        move_down="across(1)",
        move_first="to_end(-1)",
        move_last="to_end(1)",
        page_up="page(-1)",
        page_down="page(1)",
        half_up="page(-1, 2)",
        half_down="page(1, 2)",
    )

    cursor: reactive[Cursor] = reactive(Cursor(), repaint=False)
    """The place under the cursor; NOWHERE above the first row and in a picture without places."""

    @dataclass
    class Reached(Message):
        """The cursor reached another place."""

        view: PictureView

    @dataclass
    class Turned(Message):
        """Above the marks, the next (1) or previous (-1) picture was asked for."""

        step: int

    @dataclass
    class Clicked(Message):
        """The place under the cursor was clicked."""

        view: PictureView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Start empty, until a picture is shown."""
        super().__init__(id=id)
        self._fixed = 0
        self._places: Sequence[Place] = ()
        self._headings: Sequence[int] = ()
        self._rows = 0
        """The rows that the picture was drawn for."""

    @property
    def place(self) -> Place | None:
        """The place under the cursor."""
        return self._places[self.cursor.at] if 0 <= self.cursor.at < len(self._places) else None

    @property
    def walkable(self) -> bool:
        """Whether the picture has marks."""
        return bool(self._places)

    def show_picture(self, picture: Drawn, index: int, rows: int) -> None:
        """Show a picture with the cursor on the place `index`; of another one the heading above the cursor is shown.

        `rows` is the height for which it was drawn, which this widget gets only when the screen is laid out.

        No `Reached` is sent, since the caller knows the cursor: it can show the lines below the picture in the same
        frame.
        """
        other, self._rows = len(picture.lines) != len(self.lines), rows
        self._fixed = picture.fixed if picture.fixed + _LEAST_BELOW_HEAD <= rows else 0
        self._places, self._headings = picture.places, picture.headings
        self.set_reactive(PictureView.cursor, cursor_moves.put(picture.places, index))
        self.show(picture.lines, top=False)
        self.call_after_refresh(self._show_heading if other else self._show_cursor)

    def watch_cursor(self, before: Cursor, now: Cursor) -> None:
        """Notify the screen, then paint both rows in the same frame as the screen's lines below the picture."""
        if self.is_attached:
            self._tell()
            self.screen.call_later(self._paint_cursor, before, now)

    def _tell(self) -> None:
        """Notify the screen directly, so that its lines below the picture follow the cursor at once."""
        if self.is_attached:
            self.screen.post_message(self.Reached(self))

    def _paint_cursor(self, before: Cursor, now: Cursor) -> None:
        """Paint the old and the new row of the cursor, and scroll the new one into view."""
        for cursor in (before, now):
            if 0 <= cursor.at < len(self._places):
                self.refresh(Region(0, self._seen_at(self._places[cursor.at].row), self.size.width, 1))
        if self.is_attached:
            self._show_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._show_cursor()

    def _seen_at(self, row: int) -> int:
        """Return the line of the widget that shows a row of the picture."""
        return row if row < self._fixed else row - self.scroll_offset.y

    def _row_at(self, y: int) -> int:
        """Return the row of the picture that is shown on a line of the widget."""
        return y if y < self._fixed else y + self.scroll_offset.y

    def _show_cursor(self) -> None:
        place = self.place
        if place is None or place.row <= self._places[0].row:
            target = 0
        elif place.row >= self._places[-1].row and len(self.lines) - place.row < self.size.height - self._fixed:
            target = len(self.lines) - self.size.height  # shows the rows below the last mark too
        else:
            first, last = place.row + 1 - self.size.height, place.row - self._fixed
            target = min(max(self.scroll_offset.y, first), last)
        self.scroll_to(0, max(target, 0), animate=False)

    def _show_heading(self) -> None:
        """Scroll the heading above the cursor to the top, unless the cursor would then be out of view."""
        place = self.place
        row = max((row for row in self._headings if place is not None and row <= place.row), default=-1)
        if place is not None and row >= 0 and place.row - row < self.size.height - self._fixed:
            self.scroll_to(0, max(row - self._fixed, 0), animate=False)
        self._show_cursor()

    def action_along(self, step: int) -> None:
        """Move along the row; above the marks, ask for another picture."""
        if self.place is None:
            self.post_message(self.Turned(step))
        else:
            self.cursor = cursor_moves.along(self._places, self.cursor, step)

    def action_across(self, step: int) -> None:
        """Move to another row with a mark; from the first row up to the names, from the last one scroll."""
        if self.place is None:
            self._enter(step)
            return
        moved = cursor_moves.across(self._places, self.cursor, step)
        if moved != self.cursor:
            self.cursor = moved
        elif step < 0:
            self.cursor = Cursor()
        else:
            self.scroll_relative(y=step, animate=False)

    def _enter(self, step: int) -> None:
        """Move from above the picture to its first mark; without marks, scroll."""
        if self._places and step > 0:
            self.cursor = cursor_moves.put(self._places, 0)
        elif not self._places:
            self.scroll_relative(y=step, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the up key to the screen when the cursor is above the marks and nothing can scroll."""
        leaves = action == "across" and parameters == (-1,) and self.place is None and not self.scroll_offset.y
        return False if leaves else super().check_action(action, parameters)

    def action_to_end(self, step: int) -> None:
        """Move to the first or last mark of the row."""
        if self.place is None:
            self._enter(step)
        else:
            self.cursor = cursor_moves.to_end(self._places, self.cursor, step)

    def action_page(self, step: int, parts: int = 1) -> None:
        """Move by the visible rows, less one, or by one of `parts` equal parts of them."""
        rows = max((self._rows - self._fixed - 1) // parts, 1)
        if self.place is None:
            self._enter(step * rows)
        else:
            self.cursor = cursor_moves.page(self._places, self.cursor, step * rows)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the place nearest to the click in its row; a click on the current place opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = cursor_moves.clicked(self._places, self._row_at(offset.y), offset.x - GUTTER)
        if index == NOWHERE:
            return
        if index == self.cursor.at:
            self.post_message(self.Clicked(self))
        else:
            self.cursor = cursor_moves.put(self._places, index)

    def render_line(self, y: int) -> Strip:
        """Return the strip of line `y`."""
        row, width, place = self._row_at(y), self.scrollable_content_region.width, self.place
        line = self.lines[row] if 0 <= row < len(self.lines) else EMPTY
        here = place is not None and place.row == row
        whole = place is not None and here and place.column == 0 and place.width > width // 2
        sign = Span(CURSOR if here else " " * GUTTER, "accent")
        strip = as_strip((sign, *line), width, self.paint, "chosen" if whole else "ground")
        if place is None or not here or whole:
            return strip
        return _reversed(strip, GUTTER + place.column, place.width, width)


def _reversed(strip: Strip, first: int, length: int, width: int) -> Strip:
    """Return the strip with some cells in reverse, which is visible without colour."""
    if first >= width:  # the mark is outside a narrow terminal
        return strip
    before, mark, after = strip.divide([first, min(first + length, width), width])
    return Strip.join([before, Strip([Segment(s.text, (s.style or Style()) + _REVERSED) for s in mark]), after])
