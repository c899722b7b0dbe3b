"""A drawn picture on the Line API: its head stays in sight while the rest scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from portfolio.tui.layout import EMPTY, Line
from portfolio.tui.widgets.lines import Lines, as_strip


class PictureView(Lines):
    """Rows of a picture. The first `fixed` of them stay."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Empty until a picture is shown."""
        super().__init__(id=id)
        self._fixed = 0

    def show_picture(self, rows: Sequence[Line], fixed: int) -> None:
        """Show these rows, from the first one."""
        self._fixed = fixed if fixed < self.size.height - 3 else 0
        self.show(rows)

    def render_line(self, y: int) -> Strip:
        """Row `y` of what is in sight."""
        index = y if y < self._fixed else y + self.scroll_offset.y
        line = self.lines[index] if 0 <= index < len(self.lines) else EMPTY
        return as_strip(line, self.scrollable_content_region.width, self.paint)
