"""Choosing what goes along, the document itself to the last sign, and the way to hand it over.

What is left out or taken in here holds for this document only: no record changes.
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
from portfolio.tui.records import changes
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
    """What would leave, before a conversation."""

    WHERE: ClassVar[str] = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SharingScreen #told { height: auto; padding: 0 2 0 3; }
    """

    def __init__(self, conversation: str = "") -> None:
        """A portfolio of the last year for `conversation`, else for the one that comes first."""
        super().__init__()
        self.work: Final = RequestWork(self, conversation, self._show_prepared)
        self.panes: Final = DocumentPanes()
        self._mends = self._looked_on = False

    def body(self) -> ComposeResult:
        """The choices, what comes of them, what would leave, and the document."""
        for n in range(head.LINES):
            yield Bar(id=f"choices-{n}")
        yield Lines(id="told", can_focus=False)
        yield self.panes

    def show(self, look: AppState) -> None:
        """Lay out what is known and prepare the document again."""
        if self._looked_on != look.looked_on:  # the head says how much is private
            self.work.draft = None
        self._looked_on = look.looked_on
        self._lay_out()
        self.work.prepare(look)

    def _show_prepared(self) -> None:
        with suppress(NoMatches):  # the screen may be on its way out
            self._lay_out()

    def _lay_out(self) -> None:
        self.panes.fit()
        width = self.app.size.width - MARGIN
        above = head.Above.of(self.work.draft, self.look, width, reading=self.panes.read_alone)
        self.query_one("#told", Lines).show_all(above.told)
        for n in range(head.LINES):
            bar = self.query_one(f"#choices-{n}", Bar)
            bar.display = n < len(above.choices)
            bar.show(above.choices[n] if bar.display else ())
        self.call_after_refresh(self._fill)
        self.refresh_bindings()

    def _fill(self) -> None:
        ready = self.is_attached and self.look is not None and self.work.draft is not None
        landed = self.services.session.take_landed() if ready else None
        self.panes.fill(self.work.draft if ready else None, self.look, landed)

    def situation(self) -> ActionContext:
        """What the cursor is on, and whether the document is being read."""
        here = super().situation()
        return here._replace(row=self.panes.rows.key or "document", something=True, chosen=self.panes.chosen(self.look))

    def label(self, binding: Binding) -> str:
        """Enter leads to the document, to the list, or to a record that can be mended."""
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
        """Private again, for good; the document is prepared without it."""
        record = self.situation().chosen
        if record is not None:
            named = " ".join(heading(record, self.services.state.records, self.words).split())
            changes.set_shareable(self.services, (record.id,), False, named)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """From the list to the document, and back; a record that can be mended is opened."""
        if self.panes.can_mend(self.work.draft):
            self.services.navigator.open_record(self.panes.rows.key)
            return
        self.panes.reading = not self.panes.reading
        self._lay_out()

    def action_back(self) -> None:
        """To the list, and from the list to the place below."""
        if not self.panes.reading:
            self.dismiss(None)
            return
        self.panes.reading = False
        self._lay_out()

    def action_mark(self) -> None:
        """Leave it out this time, or take it in; the record itself stays as it is."""
        record, draft = self.situation().chosen, self.work.draft
        if record is None or draft is None:
            return
        if not self.situation().alone:
            say_not_now(self.services)
            return
        request = draft.turned(record.id, self.work.request)
        if request is None:
            _ = self.words
            told = _("It stays: {reason}.").format(reason=_(draft.reason(record.id)))
            self.services.status.say(told, "muted", here=True)
        else:
            self.work.change(request)

    def action_form(self) -> None:
        """The next form: a whole portfolio, one page, a plan, a list of evidence."""
        forms = tuple(SORTS)
        self.work.choose(form=forms[(forms.index(self.work.request.form) + 1) % len(forms)])

    def action_careful(self) -> None:
        """Only facts and results, or every section: what was taken in or left out by hand is no more."""
        if self.work.draft is not None:
            self.work.choose(careful=not self.work.draft.careful, sections={})

    def action_document_language(self) -> None:
        """The other language."""
        self.work.choose(language="en" if self.work.request.language == "nl" else "nl")

    def action_names(self) -> None:
        """Only roles, or the names of those who agreed."""
        self.work.choose(names="roles" if self.work.request.names == "consented" else "consented")

    def action_sections(self) -> None:
        """Sections, order and headings of this document."""
        if self.look is not None:
            self.app.push_screen(SectionsScreen(self.work))

    @flow
    async def action_period(self) -> None:
        """Choose the period."""
        if self.look is not None:
            period = await self.ask(PeriodDialog(self.look, self.work.request.period))
            if period is not None:
                self.work.choose(period=period)

    @flow
    async def action_conversation(self) -> None:
        """Choose the conversation that it is for."""
        if self.look is not None:
            now, options = self.work.request.conversation or head.NO_CONVERSATION, head.conversations(self.look)
            title = self.words("Which conversation is it for?")
            key = await self.ask(PickDialog(title, options, chosen=[now], at=now))
            if key is not None:
                self.work.choose(conversation="" if key == head.NO_CONVERSATION else key)

    @flow
    async def action_leaks(self) -> None:
        """Look at what one may not have meant to hand over, one place after the other."""
        if await look_at_leaks(self, self.work) == "sections":
            self.action_sections()

    def action_export(self) -> None:
        """Ask where to, and save."""
        draft, told = self.work.draft, ""
        if not self.situation().alone:
            say_not_now(self.services)
        elif draft is None or not self.work.is_current:
            told = self.words("The document is being made anew. Look at it, then press {export} again.")
        elif not draft.going:
            told = self.words("Nothing goes along yet, so there is nothing to hand over. {share} in a list shares.")
        else:
            start_flow(self, ask_and_save, self, self.work, self.panes.rows, draft)
        if told:
            self.services.status.say(told.format(**self.services.state.keys), "muted")
