"""Lines of spans drawn with Textual's Line API: the only way in which the app shows the user's text.

Only visible lines are made into strips, so a text of a hundred kilobytes or a list of thousands of rows costs what one
screen costs. Markup is never interpreted, so the user's text is shown literally.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from portfolio.tui.keymap.movement import movement
from portfolio.tui.text.spans import EMPTY, Line, fit, width_of
from portfolio.tui.theme.theme import Paint, paint_of


def as_strip(line: Line, width: int, paint: Paint, ground: str = "ground") -> Strip:
    """Return a line as a strip of exactly `width` cells, with a colour for every cell."""
    # Measure no more of a very long line than can be visible.
    taken = width_of(line) if sum([len(span.text) for span in line]) <= width else width + 1
    if taken > width or (taken == width and not width_of(line[-1:])):  # zero width joins the padding
        line = fit(line, width)
        taken = width_of(line)
    segments = paint.segments(line, ground)
    if taken < width:
        segments.append(Segment(" " * (width - taken), paint.style("text", ground)))
    return Strip(segments, max(taken, width)).adjust_cell_length(width, paint.style("text", ground))


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A text of lines, scrolled with the arrow keys when it is higher than its area."""

    DEFAULT_CSS = """
    Lines {
        height: 1fr; background: $background; padding: 0 1; scrollbar-size-vertical: 1;
        overflow-x: hidden; overflow-y: auto;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = movement(
        move_up="scroll_up",
        move_down="scroll_down",
        page_up="page_up",
        page_down="page_down",
        half_up="half_page(-1)",
        half_down="half_page(1)",
        move_first="scroll_home",
        move_last="scroll_end",
    )

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
        can_focus: bool = True,
    ) -> None:
        """Make an empty text; `can_focus` is False where another widget handles the keys."""
        super().__init__(id=id, classes=classes)
        self.can_focus = can_focus
        self._lines: Sequence[Line] = ()
        self._taken = 0
        self._drawn: dict[int, tuple[Line, str]] = {}
        """The line and background last drawn on each line of the area."""
        self._drawn_with: Paint | None = None

    @property
    def lines(self) -> Sequence[Line]:
        """The lines that are shown."""
        return self._lines

    def show(self, lines: Sequence[Line], *, top: bool = True) -> None:
        """Show these lines; with `top` scroll back to the first one."""
        self._lines = lines
        self.take_place(len(lines))
        if top and self.scroll_offset.y:
            self.scroll_to(0, 0, animate=False, immediate=True)
        self.refresh_changed()

    def take_place(self, height: int) -> None:
        """Reserve `height` lines, without a new layout where possible.

        A text that fits takes exactly the area, so switching between short texts changes no size. Between two texts
        that scroll only the scroll range is set: a layout would paint the scroll bar one frame after the lines.
        """
        self._taken = height
        size = Size(0, max(height, self.size.height))
        scrolls = self.show_vertical_scrollbar and height > self.container_size.height
        if scrolls and not self.styles.auto_dimensions:
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        else:
            self.virtual_size = size

    def action_half_page(self, step: int) -> None:
        """Scroll by half of what is visible."""
        self.scroll_relative(y=step * max(self.size.height // 2, 1), animate=False)

    def on_resize(self) -> None:
        """Fit the same lines to the new size."""
        self.take_place(self._taken)

    def show_all(self, lines: Sequence[Line]) -> None:
        """Show these lines and take exactly their height."""
        self.styles.height = len(lines) + self.gutter.height
        self.display = bool(lines)
        self.show(lines)

    @property
    def paint(self) -> Paint:
        """The styles of the active theme."""
        return paint_of(self.app)

    def ground(self, index: int) -> str:  # noqa: ARG002 - a list of rows highlights one of them
        """Return the background role of line `index`."""
        return "ground"

    def line_at(self, index: int) -> tuple[Line, str]:
        """Return line `index` and its background role; an empty line beyond the end."""
        return (self._lines[index], self.ground(index)) if 0 <= index < len(self._lines) else (EMPTY, "ground")

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the visible area."""
        line, ground = self._drawn[y] = self.line_at(y + self.scroll_offset.y)
        self._drawn_with = self.paint
        return as_strip(line, self.scrollable_content_region.width, self.paint, ground)

    def refresh_changed(self) -> None:
        """Repaint only the visible lines that changed; between two texts most of a pane is often the same."""
        if self._drawn_with is not self.paint:
            self.refresh()
            return
        width, height, top = *self.size, self.scroll_offset.y
        changed = [y for y in range(height) if self._drawn.get(y) != self.line_at(top + y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))
