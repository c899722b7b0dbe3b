"""The records of a document and the document itself: in two panes from 120 columns, else one of them at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.tui.export.rows import listed, nothing_rows, row_of
from portfolio.tui.render.document import document_lines
from portfolio.tui.render.record_rows import RecordRows
from portfolio.tui.text.spans import EMPTY, Line
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows, RowSource
from portfolio.tui.widgets.two_pane import TwoPane

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.records.record import Record
    from portfolio.tui.services.state import AppState

WIDE: Final = 120
"""Columns from which both are shown."""


class DocumentPanes(TwoPane):
    """The list of records, with what goes along marked, and the document."""

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

    @property
    def read_alone(self) -> bool:
        """Whether only the document is shown."""
        return self.reading and not self.wide

    def fit(self) -> None:
        """Show list, document or both, and give one of them the keys."""
        self.lay_out(second=self.reading)
        self.document.set_class(not self.wide, "alone")
        self.screen.set_focus(self.document if self.reading else self.rows)

    def fill(self, draft: ExportDraft | None, state: AppState | None, landed: str | None) -> None:
        """Show this draft, with the cursor on the record `landed`; nothing before there is a draft."""
        if draft is None or state is None:
            self.rows.show_rows(FixedRows(()))
            self.document.show([EMPTY])
            return
        source: RowSource = RecordRows(listed(draft, state, self.rows.room), state, row_of(draft), frozenset())
        if not (draft.usual or draft.held):
            source = FixedRows(nothing_rows(state, self.rows.room))
        self.rows.show_rows(source, at=landed)
        width = self.document.scrollable_content_region.width
        shown = self.document.display and width > 0
        lines: list[Line] = document_lines(draft.preview.text, width) if shown else [EMPTY]
        self.document.show(lines, top=False)

    def chosen(self, state: AppState | None) -> Record | None:
        """The shareable record under the cursor, unless the document is being read."""
        found = None if self.reading or state is None else state.records.get(self.rows.key)
        return found if found is not None and found.shareable else None

    def can_mend(self, draft: ExportDraft | None) -> bool:
        """Whether the cursor is on a record that is held back for a reason that can be removed in the record."""
        return not self.reading and draft is not None and draft.mended(self.rows.key)
