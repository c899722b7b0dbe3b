"""The sharing screen: choose what to include, read the whole document, and save it.

Choices made here are for this document only; no record changes.
"""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches

from portfolio.export.registry import SORTS
from portfolio.present.titles import heading
from portfolio.tui.dialogs.period import PeriodDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export import head
from portfolio.tui.export.leaks import look_at_leaks
from portfolio.tui.export.panes import DocumentPanes
from portfolio.tui.export.request import RequestWork
from portfolio.tui.export.save import ask_and_save
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.share import set_shareable
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow, start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.shell.why_not import say_not_now
from portfolio.tui.widgets.bars import MARGIN, Bar
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import Rows
from portfolio.wording.dates import context

_LABELS: Final = {"list": context("key", "list"), "mend": context("key", "open")}


class SharingScreen(BaseScreen[None]):
    """The records that can be included, with the document."""

    WHERE: ClassVar[str] = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SharingScreen #summary { height: auto; padding: 0 2 0 3; }
    """

    def __init__(self, conversation: str = "") -> None:
        """Start with a portfolio of the last year, for `conversation` or else for the next one."""
        super().__init__()
        self.work: Final = RequestWork(self, conversation, self._show_prepared)
        self.panes: Final = DocumentPanes()
        self._mends = self._looked_on = False

    def body(self) -> ComposeResult:
        """Lay out the choices, the summary, the list and the document."""
        for n in range(head.LINES):
            yield Bar(id=f"choices-{n}")
        yield Lines(id="summary", can_focus=False)
        yield self.panes

    def show(self, state: AppState) -> None:
        """Lay out the screen and prepare the document again."""
        if self._looked_on != state.looked_on:  # the summary says how much is private
            self.work.draft = None
        self._looked_on = state.looked_on
        self._lay_out()
        self.work.prepare(state)

    def _show_prepared(self) -> None:
        with suppress(NoMatches):  # the screen may be on its way out
            self._lay_out()

    def _lay_out(self) -> None:
        self.panes.fit()
        width = self.app.size.width - MARGIN
        above = head.Above.of(self.work.draft, self.state, width, reading=self.panes.read_alone)
        self.query_one("#summary", Lines).show_all(above.summary)
        for n in range(head.LINES):
            bar = self.query_one(f"#choices-{n}", Bar)
            bar.display = n < len(above.choices)
            bar.show(above.choices[n] if bar.display else ())
        self.call_after_refresh(self._fill)
        self.refresh_bindings()

    def _fill(self) -> None:
        ready = self.is_attached and self.state is not None and self.work.draft is not None
        landed = self.services.session.take_landed() if ready else None
        self.panes.fill(self.work.draft if ready else None, self.state, landed)

    def current_context(self) -> ActionContext:
        """Return the context of the keys: the row, and its record if it is shareable and the list has the focus."""
        here = super().current_context()
        return here._replace(
            row=self.panes.rows.key or "document", something=True, chosen=self.panes.chosen(self.state)
        )

    def label(self, binding: Binding) -> str:
        """Label Enter by what it opens: the document, the list, or a record to change."""
        if binding.id == "open" and self.panes.reading:
            return _LABELS["list"][1]
        mends = binding.id == "open" and self.panes.can_mend(self.work.draft)
        return _LABELS["mend"][1] if mends else super().label(binding)

    @on(Rows.Reached)
    def _reached(self) -> None:
        if self.panes.can_mend(self.work.draft) != self._mends:
            self._mends = not self._mends
            self.refresh_bindings()

    def action_share(self) -> None:
        """Make the record private again; the document is prepared without it."""
        record = self.current_context().chosen
        if record is not None:
            named = " ".join(heading(record, self.services.state.records, self.words).split())
            set_shareable(self.services, (record.id,), False, named)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Switch between list and document, or open a record that can be changed."""
        if self.panes.can_mend(self.work.draft):
            self.services.navigator.open_record(self.panes.rows.key)
            return
        self.panes.reading = not self.panes.reading
        self._lay_out()

    def action_back(self) -> None:
        """Go back to the list, and from the list to the place below."""
        if not self.panes.reading:
            self.dismiss(None)
            return
        self.panes.reading = False
        self._lay_out()

    def action_mark(self) -> None:
        """Leave the record out of this document, or include it; the record itself does not change."""
        record, draft = self.current_context().chosen, self.work.draft
        if record is None or draft is None:
            return
        if not self.current_context().alone:
            say_not_now(self.services)
            return
        request = draft.turned(record.id, self.work.request)
        if request is None:
            _ = self.words
            message = _("It stays: {reason}.").format(reason=_(draft.reason(record.id)))
            self.services.status.say(message, "muted", here=True)
        else:
            self.work.change(request)

    def action_form(self) -> None:
        """Choose the next type of document: portfolio, one page, plan or list of evidence."""
        forms = tuple(SORTS)
        self.work.choose(form=forms[(forms.index(self.work.request.form) + 1) % len(forms)])

    def action_careful(self) -> None:
        """Switch between facts and results only, and every section; manual choices of sections are reset."""
        if self.work.draft is not None:
            self.work.choose(careful=not self.work.draft.careful, sections={})

    def action_document_language(self) -> None:
        """Switch the language of the document."""
        self.work.choose(language="en" if self.work.request.language == "nl" else "nl")

    def action_names(self) -> None:
        """Switch between roles only, and the names of those who agreed."""
        self.work.choose(names="roles" if self.work.request.names == "consented" else "consented")

    def action_sections(self) -> None:
        """Open the sections, order and headings of this document."""
        if self.state is not None:
            self.app.push_screen(SectionsScreen(self.work))

    @flow
    async def action_period(self) -> None:
        """Choose the period."""
        if self.state is not None:
            period = await self.ask(PeriodDialog(self.state, self.work.request.period))
            if period is not None:
                self.work.choose(period=period)

    @flow
    async def action_conversation(self) -> None:
        """Choose the conversation of the document."""
        if self.state is not None:
            now, options = self.work.request.conversation or head.NO_CONVERSATION, head.conversations(self.state)
            title = self.words("Which conversation is it for?")
            key = await self.ask(PickDialog(title, options, chosen=[now], at=now))
            if key is not None:
                self.work.choose(conversation="" if key == head.NO_CONVERSATION else key)

    @flow
    async def action_leaks(self) -> None:
        """Check the document for words that the user may not want to share, place by place."""
        if await look_at_leaks(self, self.work) == "sections":
            self.action_sections()

    def action_export(self) -> None:
        """Ask where to save the document, and save it."""
        draft, message = self.work.draft, ""
        if not self.current_context().alone:
            say_not_now(self.services)
        elif draft is None or not self.work.is_current:
            message = self.words("The document is being made anew. Look at it, then press {export} again.")
        elif not draft.going:
            message = self.words("Nothing goes along yet, so there is nothing to hand over. {share} in a list shares.")
        else:
            start_flow(self, ask_and_save, self, self.work, self.panes.rows, draft)
        if message:
            self.services.status.say(message.format(**self.services.state.keys), "muted")
