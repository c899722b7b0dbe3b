"""Choosing what goes along, the document itself to the last sign, and the way to hand it over.

What is left out or taken in here holds for this document only: no record changes.
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
from portfolio.tui.export.request_screen import WishingScreen
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
"""From so many columns on the document stands beside the list."""
_LABELS: Final = {"list": context("key", "list"), "mend": context("key", "open")}


class SharingScreen(WishingScreen):
    """What would leave, before a conversation."""

    WHERE: ClassVar[str] = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SharingScreen Horizontal { height: 1fr; border-top: solid $line; }
    SharingScreen #told { height: auto; padding: 0 2 0 3; }
    SharingScreen #items { width: 1fr; }
    SharingScreen #document { width: 1fr; padding: 0 2; scrollbar-gutter: stable; }
    SharingScreen .beside { border-left: solid $line; }
    SharingScreen .alone { padding: 0 3 !important; }
    """

    def __init__(self, conversation: str = "") -> None:
        """A portfolio of the last year for `conversation`, else for the one that comes first."""
        super().__init__(conversation)
        self._reading = self._mends = self._looked_on = False

    def body(self) -> ComposeResult:
        """The choices, what comes of them, what would leave, and the document."""
        for n in range(head.LINES):
            yield Bar(id=f"choices-{n}")
        yield Lines(id="told", can_focus=False)
        with Horizontal():
            yield Rows(id="items")
            yield Lines(id="document")

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one("#items", Rows)

    @property
    def wide(self) -> bool:
        """Whether the document stands beside the list."""
        return self.app.size.width >= WIDE

    def show(self, look: AppState) -> None:
        """Lay out what there is, and make the document anew."""
        if self._looked_on != look.looked_on:  # the head says how much is private
            self.leaving = None
        self._looked_on = look.looked_on
        self._lay_out()
        self.prepare(look)

    def show_leaving(self) -> None:
        """Show what came of the wish, unless the screen is on its way out by then."""
        with suppress(NoMatches):
            self._lay_out()

    def _lay_out(self) -> None:
        """List, document or both; who has the keys."""
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
        look, leaving, width = self.look, self.leaving, self.app.size.width - MARGIN
        lines: list[list[Part]] = []
        self.query_one("#told", Lines).show_all([])
        if look is not None and leaving is not None:
            told = head.told(leaving, look, width - 2, reading=read_alone)
            self.query_one("#told", Lines).show_all(told)
            if not read_alone:
                lines = head.choices(leaving, look, look.keys, width)
        for n in range(head.LINES):
            bar = self.query_one(f"#choices-{n}", Bar)
            bar.display = n < len(lines)
            bar.show(lines[n] if n < len(lines) else ())

    def _fill(self) -> None:
        leaving, look = self.leaving, self.look
        if leaving is None or look is None or not self.is_attached:
            self.rows.show_rows(FixedRows(()))
            self.query_one("#document", Lines).show([EMPTY])
            return
        found = listed(leaving, look, self.rows.room)
        source: RowSource = RecordRows(found, look, row_of(leaving), frozenset())
        if not (leaving.usual or leaving.held):
            source = FixedRows(nothing_rows(look, self.rows.room))
        self.rows.show_rows(source, at=self.services.session.take_landed())
        place = self.query_one("#document", Lines)
        width = place.scrollable_content_region.width
        lines: list[Line] = document_lines(leaving.preview.text, width) if place.display and width > 0 else [EMPTY]
        place.show(lines, top=False)

    def situation(self) -> ActionContext:
        """What the cursor is on, and whether the document is being read."""
        situation = super().situation()._replace(row=self.rows.key or "document", something=True)
        chosen = None if self._reading or self.look is None else self.look.records.get(self.rows.key)
        return situation._replace(chosen=chosen if chosen is not None and chosen.shareable else None)

    def label(self, binding: Binding) -> str:
        """Enter leads to the document, to the list, or to a record that can be mended."""
        if binding.id != "open":
            return super().label(binding)
        if self._reading:
            return _LABELS["list"][1]
        return _LABELS["mend"][1] if self._to_mend() else super().label(binding)

    def _to_mend(self) -> bool:
        """Whether the cursor is on a record that stays for a reason that can be taken away in it."""
        return not self._reading and self.leaving is not None and self.leaving.mended_in(self.rows.key)

    @on(Rows.Reached)
    def _reached(self) -> None:
        if self._to_mend() != self._mends:
            self._mends = not self._mends
            self.refresh_bindings()

    def action_share(self) -> None:
        """Private again, for good; the document is made anew without it."""
        record = self.situation().chosen
        if record is not None:
            named = " ".join(heading(record, self.services.state.records, self.words).split())
            changes.set_shareable(self.services, (record.id,), False, named)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """From the list to the document, and back; a record that can be mended is opened."""
        if self._to_mend():
            self.services.navigator.open_record(self.rows.key)
            return
        self._reading = not self._reading
        self._lay_out()

    def action_back(self) -> None:
        """To the list, and from the list to the place below."""
        if not self._reading:
            self.dismiss(None)
            return
        self._reading = False
        self._lay_out()

    def action_export(self) -> None:
        """Ask where to, and save."""
        if not self.situation().alone:
            say_not_now(self.services)
        elif self.leaving is None or self.leaving.wish != self._wish:
            told = self.words("The document is being made anew. Look at it, then press {export} again.")
            self.services.status.say(told.format(**self.services.state.keys), "muted")
        elif not self.leaving.going:
            told = self.words("Nothing goes along yet, so there is nothing to hand over. {share} in a list shares.")
            self.services.status.say(told.format(**self.services.state.keys), "muted")
        else:
            start_flow(self, self._save, self.leaving)

    async def _save(self, leaving: ExportDraft) -> None:
        """Ask about names that are left and about what changed, then where to."""

        names = await ask_about_names(self, leaving)
        if names == "look":
            self.action_leaks()
        if names != "as_is":
            return
        changed = await ask_about_changed(self, leaving)
        if changed == "look":
            self.rows.go_to(next(iter(leaving.preview.changed)))
        elif changed == "stays":
            self.leave_out(leaving.preview.changed)
        elif changed == "as_is":
            await self.ask(SaveDialog(leaving))
