"""One line to look for words in."""

from __future__ import annotations

from portfolio.tui.widgets.text_input import WritingBox


class LineInput(WritingBox):
    """A box of one line: enter reports, and a paste of many lines becomes one."""

    DEFAULT_CSS = """
    LineInput { height: 3; scrollbar-size-horizontal: 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Empty."""
        super().__init__(id=id, one_line=True)
        self.soft_wrap = False  # of words that are longer than the box the last ones stay in sight, not half a line
