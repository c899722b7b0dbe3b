"""A one-line input for search words."""

from __future__ import annotations

from portfolio.tui.widgets.text_input import WritingBox


class LineInput(WritingBox):
    """An input of one line: enter posts `WentOn`, and pasted lines are joined."""

    DEFAULT_CSS = """
    LineInput { height: 3; scrollbar-size-horizontal: 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make an empty input."""
        super().__init__(id=id, one_line=True)
        self.soft_wrap = False  # scroll a long line sideways, so that its end stays visible
