"""What would leave, the document itself to the last sign, and the way to hand it over."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from portfolio.pictures.headings import heading
from portfolio.tui import actions
from portfolio.tui.layout import EMPTY, Line
from portfolio.tui.leaving import Leaving, prepare
from portfolio.tui.list_screen import WIDE
from portfolio.tui.look import Look
from portfolio.tui.messages import ShareChosen
from portfolio.tui.place_screen import PlaceScreen
from portfolio.tui.situations import Situation
from portfolio.tui.views.leaving import document_lines, item_rows
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.wording import Language


class SharingScreen(PlaceScreen):
    """Choosing what goes along, before a conversation."""

    WHERE: ClassVar[str] = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]
    DEFAULT_CSS = """
    SharingScreen Horizontal { height: 1fr; }
    SharingScreen #items { width: 1fr; }
    SharingScreen #document { width: 84; padding: 0 2; scrollbar-gutter: stable; }
    SharingScreen .beside { border-left: solid $line; }
    SharingScreen .alone { width: 1fr !important; padding: 0 3 !important; }
    """

    def __init__(self) -> None:
        """A portfolio in the language of the screen, until something else is chosen."""
        super().__init__()
        self._form, self._language = "portfolio", ""
        self._leaving: Leaving | None = None
        self._reading = False

    def body(self) -> ComposeResult:
        """What would leave, and the document."""
        with Horizontal():
            yield Rows(id="items")
            yield Lines(id="document")

    def show(self, look: Look) -> None:
        """Lay out what there is, and make the document anew."""
        self._lay_out()
        self._fill()
        if look.read:
            self.run_worker(self._prepare(look), exclusive=True, group="prepare")

    @property
    def language(self) -> Language:
        """The language of the document."""
        return "nl" if (self._language or self.words.language) == "nl" else "en"

    async def _prepare(self, look: Look) -> None:
        form, language = self._form, self.language
        self._leaving = await self.leerreis.ask(lambda nb: prepare(nb, form, language, look.today))
        self._fill()
        self.refresh_bindings()

    def _fill(self) -> None:
        rows = self.query_one("#items", Rows)
        leaving = self._leaving
        if leaving is None or self.look is None:
            rows.show_rows(FixedRows(()))
            return
        rows.show_rows(FixedRows(item_rows(leaving, self.leerreis.look, rows.room)))
        place = self.query_one("#document", Lines)
        width = place.scrollable_content_region.width
        lines: list[Line] = document_lines(leaving.preview.text, width) if place.display and width > 0 else [EMPTY]
        place.show(lines, top=False)

    def _lay_out(self) -> None:
        wide = self.app.size.width >= WIDE + 20
        document = self.query_one("#document")
        self.query_one("#items").display = wide or not self._reading
        document.display = wide or self._reading
        document.set_class(wide, "beside")
        document.set_class(not wide, "alone")
        self.set_focus(document if self._reading else self.query_one("#items"))
        self.call_after_refresh(self._fill)
        self.refresh_bindings()

    def situation(self) -> Situation:
        """What the cursor is on, and whether the document is being read."""
        chosen = None if self._reading or self.look is None else self.look.records.get(self.query_one(Rows).key)
        chosen = chosen if chosen is not None and chosen.shareable else None
        return super().situation()._replace(chosen=chosen, row="document", something=True, deeper=True)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self.refresh_bindings()

    def action_share(self) -> None:
        """Private again; the document is made anew without it."""
        record = self.situation().chosen
        if record is not None:
            named = " ".join(heading(record, self.leerreis.look.records, self.words).split())
            self.post_message(ShareChosen((record.id,), False, named))

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """From the list to the document, and back."""
        self._reading = not self._reading
        self._lay_out()

    def action_back(self) -> None:
        """To the list, and from the list to the place below."""
        if not self._reading:
            self.dismiss(None)
            return
        self._reading = False
        self._lay_out()

    def action_form(self) -> None:
        """The other form: a whole portfolio, or one page."""
        self._form = "page" if self._form == "portfolio" else "portfolio"
        self._again()

    def action_document_language(self) -> None:
        """The other language."""
        self._language = "en" if self.language == "nl" else "nl"
        self._again()

    def _again(self) -> None:
        if self.look is not None:
            self.show(self.look)

    def action_export(self) -> None:
        """Ask where to, and save."""
        from portfolio.tui.screens.export import ExportScreen

        if self._leaving is not None:
            self.app.push_screen(ExportScreen(self._leaving))
