"""The records of a document and the document itself: in two panes from 120 columns, else one of them at a time.

The list has a second face: everything that can be shared, by place, to choose what becomes shareable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.tui.export.choose_rows import DONE, WRITE, choosing_row, choosing_rows
from portfolio.tui.export.rows import MORE, READ, SAVE, listed, row_of
from portfolio.tui.render.document import RenderedDocument
from portfolio.tui.render.record_rows import RecordRows
from portfolio.tui.text.spans import EMPTY, PAGE, Line
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import TwoPane

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.records.record import Record
    from portfolio.tui.services.state import AppState

WIDE: Final = 120
"""Columns from which both are shown."""
_BOTH_WHILE_READING: Final = 160
"""Columns from which the list stays beside the document while that is read; below, its pictures would not fit."""
_LIST: Final = 60
"""The most columns of the list while the document is read beside it."""
_SHEET: Final = PAGE + 6
"""Columns of the document beside a list on a wide terminal: a page of it, its margins, its rule and the scroll bar."""


class DocumentPanes(TwoPane):
    """The list of records, with marks for those in the document, and the document itself."""

    DEFAULT_CSS = """
    DocumentPanes { border-top: solid $line; }
    DocumentPanes #items { width: 1fr; }
    DocumentPanes #document { width: 1fr; padding: 0 2; scrollbar-gutter: stable; }
    DocumentPanes .alone { padding: 0 3 !important; }
    """

    def __init__(self) -> None:
        """The list has the keys."""
        self.rows: Final = Rows(id="items")
        self.document: Final = Lines(id="document")
        super().__init__(self.rows, self.document, wide=WIDE)
        self.reading = False
        """Whether the document has the keys."""
        self.choosing = False
        """Whether the list has everything that can be shared, rather than what is in the document."""
        self._chose = False
        """Whether the list had that when it was filled last."""

    @property
    def wide(self) -> bool:
        """Whether there is room for both panes."""
        return super().wide and not (self.reading and self.app.size.width < _BOTH_WHILE_READING)

    @property
    def read_alone(self) -> bool:
        """Whether only the document is shown."""
        return self.reading and not self.wide

    def fit(self) -> None:
        """Show list, document or both, and give one of them the keys."""
        self.lay_out(second=self.reading)
        self.document.set_class(not self.wide, "alone")
        roomy = self.wide and self.app.size.width >= _BOTH_WHILE_READING
        self.rows.styles.max_width = _LIST if roomy and self.reading else None
        self.document.styles.max_width = _SHEET if roomy and not self.reading else None
        self.screen.set_focus(self.document if self.reading else self.rows)

    def fill(
        self, draft: ExportDraft | None, document: RenderedDocument | None, state: AppState | None, landed: str | None
    ) -> None:
        """Show this draft, with the cursor on the record `landed`; nothing before there is a draft."""
        if draft is None or document is None or state is None:
            self.rows.show_rows(FixedRows(()))
            self.document.show([EMPTY])
            return
        width = self.rows.room
        if self.choosing:
            source = RecordRows(choosing_rows(state, width), state, choosing_row(draft), frozenset())
        else:
            source = RecordRows(listed(draft, state, width), state, row_of(draft), frozenset())
        if self.choosing and not self._chose:  # from the top: what was under the cursor is elsewhere in this list
            landed = landed or next((key for key in map(source.key, range(len(source))) if key), None)
        self._chose = self.choosing
        self.rows.show_rows(source, at=landed)
        width = self.document.scrollable_content_region.width
        shown = self.document.display and width > 0
        lines: list[Line] = document.lines(min(width, PAGE), whole=self.read_alone) if shown else [EMPTY]
        self.document.show(lines, top=False)

    @property
    def at_the_end(self) -> bool:
        """Whether the document is being read and its last line is on the screen."""
        page = self.document
        shown = page.scrollable_content_region.height
        return self.reading and len(page.lines) > 1 and page.scroll_offset.y + shown >= len(page.lines)

    def chosen(self, state: AppState | None) -> Record | None:
        """The record under the cursor that is in the document or could be, unless the document is being read."""
        found = None if self.reading or state is None else state.records.get(self.rows.key)
        return found if found is not None and (found.shareable or self.choosing) else None

    def opens(self, draft: ExportDraft | None) -> bool:
        """Whether Enter opens something, rather than take a record in or leave it out."""
        return self.rows.key in (MORE, DONE, WRITE, READ, SAVE) or self.can_mend(draft)

    def can_mend(self, draft: ExportDraft | None) -> bool:
        """Whether the cursor is on a record that is held back for a reason that can be removed in the record."""
        if self.reading or self.choosing or draft is None:
            return False
        return draft.mended(self.rows.key)
