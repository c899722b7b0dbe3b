"""The sharing screen: choose what to include, read the whole document, and save it.

Choices made here are for this document only; no record changes.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.css.query import NoMatches

from portfolio.present.titles import heading
from portfolio.tui.export import head
from portfolio.tui.export.confirm import ask_about_changed, ask_about_names
from portfolio.tui.export.request_screen import RequestScreen
from portfolio.tui.export.rows import listed, nothing_rows, row_of
from portfolio.tui.export.save_dialog import SaveDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records import changes
from portfolio.tui.render.document import document_lines
from portfolio.tui.render.record_rows import RecordRows
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.why_not import say_not_now
from portfolio.tui.text.spans import EMPTY, Line
from portfolio.tui.widgets.bars import MARGIN, Bar, Part
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows, RowSource

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
from portfolio.wording.dates import context

WIDE: Final = 120
"""Columns from which the document is shown beside the list."""
_LABELS: Final = {"list": context("key", "list"), "mend": context("key", "open")}


class SharingScreen(RequestScreen):
    """The records that can be included, with the document."""

    WHERE: ClassVar[str] = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SharingScreen Horizontal { height: 1fr; border-top: solid $line; }
    SharingScreen #summary { height: auto; padding: 0 2 0 3; }
    SharingScreen #items { width: 1fr; }
    SharingScreen #document { width: 1fr; padding: 0 2; scrollbar-gutter: stable; }
    SharingScreen .beside { border-left: solid $line; }
    SharingScreen .alone { padding: 0 3 !important; }
    """

    def __init__(self, conversation: str = "") -> None:
        """Start with a portfolio of the last year, for `conversation` or else for the next one."""
        super().__init__(conversation)
        self._reading = self._mends = self._looked_on = False

    def body(self) -> ComposeResult:
        """Lay out the choices, the summary, the list and the document."""
        for n in range(head.LINES):
            yield Bar(id=f"choices-{n}")
        yield Lines(id="summary", can_focus=False)
        with Horizontal():
            yield Rows(id="items")
            yield Lines(id="document")

    @property
    def rows(self) -> Rows:
        """The list of records."""
        return self.query_one("#items", Rows)

    @property
    def wide(self) -> bool:
        """Whether the document is shown beside the list."""
        return self.app.size.width >= WIDE

    def show(self, state: AppState) -> None:
        """Lay out the screen and prepare the document again."""
        if self._looked_on != state.looked_on:  # the summary says how much is private
            self.draft = None
        self._looked_on = state.looked_on
        self._lay_out()
        self.prepare(state)

    def show_draft(self) -> None:
        """Show the prepared document, unless the screen is being taken down."""
        with suppress(NoMatches):
            self._lay_out()

    def _lay_out(self) -> None:
        """Show list, document or both, and set the focus."""
        document, read_alone = self.query_one("#document"), self._reading and not self.wide
        self.rows.display = not read_alone
        document.display = self.wide or self._reading
        document.set_class(self.wide, "beside")
        document.set_class(not self.wide, "alone")
        self.set_focus(document if self._reading else self.rows)
        self._show_head(read_alone)
        self.call_after_refresh(self._fill)
        self.refresh_bindings()

    def _show_head(self, read_alone: bool) -> None:
        state, draft, width = self.state, self.draft, self.app.size.width - MARGIN
        lines: list[list[Part]] = []
        self.query_one("#summary", Lines).show_all([])
        if state is not None and draft is not None:
            summary = head.summary_lines(draft, state, width - 2, reading=read_alone)
            self.query_one("#summary", Lines).show_all(summary)
            if not read_alone:
                lines = head.choices(draft, state, state.keys, width)
        for n in range(head.LINES):
            bar = self.query_one(f"#choices-{n}", Bar)
            bar.display = n < len(lines)
            bar.show(lines[n] if n < len(lines) else ())

    def _fill(self) -> None:
        draft, state = self.draft, self.state
        if draft is None or state is None or not self.is_attached:
            self.rows.show_rows(FixedRows(()))
            self.query_one("#document", Lines).show([EMPTY])
            return
        found = listed(draft, state, self.rows.room)
        source: RowSource = RecordRows(found, state, row_of(draft), frozenset())
        if not (draft.usual or draft.held):
            source = FixedRows(nothing_rows(state, self.rows.room))
        self.rows.show_rows(source, at=self.services.session.take_landed())
        place = self.query_one("#document", Lines)
        width = place.scrollable_content_region.width
        lines: list[Line] = document_lines(draft.preview.text, width) if place.display and width > 0 else [EMPTY]
        place.show(lines, top=False)

    def current_context(self) -> ActionContext:
        """Return the context of the keys: the row, and its record if it is shareable and the list has the focus."""
        base = super().current_context()._replace(row=self.rows.key or "document", something=True)
        chosen = None if self._reading or self.state is None else self.state.records.get(self.rows.key)
        return base._replace(chosen=chosen if chosen is not None and chosen.shareable else None)

    def label(self, binding: Binding) -> str:
        """Label Enter by what it opens: the document, the list, or a record to change."""
        if binding.id != "open":
            return super().label(binding)
        if self._reading:
            return _LABELS["list"][1]
        return _LABELS["mend"][1] if self._to_mend() else super().label(binding)

    def _to_mend(self) -> bool:
        """Whether the record under the cursor is left out for a reason that can be changed in the record."""
        return not self._reading and self.draft is not None and self.draft.mended(self.rows.key)

    @on(Rows.Reached)
    def _reached(self) -> None:
        if self._to_mend() != self._mends:
            self._mends = not self._mends
            self.refresh_bindings()

    def action_share(self) -> None:
        """Make the record private again; the document is prepared without it."""
        record = self.current_context().chosen
        if record is not None:
            named = " ".join(heading(record, self.services.state.records, self.words).split())
            changes.set_shareable(self.services, (record.id,), False, named)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Switch between list and document, or open a record that can be changed."""
        if self._to_mend():
            self.services.navigator.open_record(self.rows.key)
            return
        self._reading = not self._reading
        self._lay_out()

    def action_back(self) -> None:
        """Go back to the list, and from the list to the place below."""
        if not self._reading:
            self.dismiss(None)
            return
        self._reading = False
        self._lay_out()

    def action_export(self) -> None:
        """Ask where to save the document, and save it."""
        if not self.current_context().alone:
            say_not_now(self.services)
        elif self.draft is None or self.draft.request != self._request:
            message = self.words("The document is being made anew. Look at it, then press {export} again.")
            self.services.status.say(message.format(**self.services.state.keys), "muted")
        elif not self.draft.going:
            message = self.words("Nothing goes along yet, so there is nothing to hand over. {share} in a list shares.")
            self.services.status.say(message.format(**self.services.state.keys), "muted")
        else:
            start_flow(self, self._save, self.draft)

    async def _save(self, draft: ExportDraft) -> None:
        """Ask about remaining names and changed records, then about the path."""

        names = await ask_about_names(self, draft)
        if names == "look":
            self.action_leaks()
        if names != "as_is":
            return
        changed = await ask_about_changed(self, draft)
        if changed == "look":
            self.rows.go_to(next(iter(draft.preview.changed)))
        elif changed == "stays":
            self.leave_out(draft.preview.changed)
        elif changed == "as_is":
            await self.ask(SaveDialog(draft))
