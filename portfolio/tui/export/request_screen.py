"""Base of the sharing screen: holds the request for a document and prepares the document again after each change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from portfolio.export.registry import SORTS
from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT
from portfolio.notebook.export_request import ExportDraft, ExportRequest, coming, folder_for, prepare, proposed_period
from portfolio.tui.dialogs.period import PeriodDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export import head, leaks
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.shell.why_not import say_not_now

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


class RequestScreen(BaseScreen[None]):
    """Screen with an export request for a document, and the document prepared from it."""

    def __init__(self, conversation: str = "") -> None:
        """Start with a portfolio of the last year, for `conversation` or else for the next one."""
        super().__init__()
        self._request = ExportRequest(conversation=conversation)
        self._begun = False
        self.draft: ExportDraft | None = None
        """The prepared document; None until it is ready."""

    def show_draft(self) -> None:
        """Show the prepared document."""
        raise NotImplementedError

    def prepare(self, state: AppState) -> None:
        """Prepare the document in a worker."""
        if not state.read:
            return
        if not self._begun:
            self._begun = True
            conversation = self._request.conversation or coming(state.records, state.today)
            known = self.services.session.requests.get(conversation)
            period = proposed_period(state.records, state.today, conversation)
            new = ExportRequest(language=state.words.language, conversation=conversation, period=period)
            self._request = known or new
        self.run_worker(self._prepare(state), exclusive=True, group="prepare")

    async def _prepare(self, state: AppState) -> bool:
        """Prepare the document for the current request; False when that failed or the request has changed."""
        request = self._request

        def made(nb: Notebook) -> ExportDraft:
            return prepare(nb.read.records, request, state.today)._replace(folder=folder_for(nb.locations.data_file))

        draft = await self.services.session.ask(made)
        if draft is None or request != self._request:
            return False
        self.draft = draft
        self.show_draft()
        return True

    @flow
    async def action_leaks(self) -> None:
        """Check the document for words that the user may not want to share, place by place."""
        goes_on = True
        while goes_on:
            goes_on = await self._look_at_a_leak()

    async def _look_at_a_leak(self) -> bool:
        """Ask about one place; return whether to continue with the next."""

        _, draft = self.words, self.draft
        if not self.current_context().alone:
            say_not_now(self.services)
            return False
        if draft is None or not draft.to_look_at:
            self.services.status.say(_("Nothing in it calls for a second look."), "good")
            return False
        decision = await leaks.look_at_leaks(self, draft.to_look_at, draft.request.language)
        if decision is None:
            return False
        leak, answer = decision
        if answer != leaks.OPEN:
            return await self._decide(leak.words, None if answer == leaks.KEEP else answer)
        if leak.id == OF_THE_DOCUMENT:
            self.action_sections()
        else:
            self.services.navigator.open_record(leak.id)
        return False

    async def _decide(self, words: str, other: str | None) -> bool:
        """Keep these words or replace them; return whether the document is ready and still on the screen."""
        request = self._request
        if other is None:
            request = request._replace(kept=request.kept | {words})
        else:
            request = request._replace(changes=(*request.changes, (words, other)), kept=request.kept | {other})
        self._request = self.services.session.requests[request.conversation] = request
        return self.state is not None and await self._prepare(self.state) and self.is_current

    def _set_request(self, request: ExportRequest) -> None:
        """Store the request, which is kept for the next visit, and prepare the document again."""
        self._request = self.services.session.requests[request.conversation] = request
        if self.state is not None:
            self.prepare(self.state)

    def action_mark(self) -> None:
        """Leave the record out of this document, or include it; the record itself does not change."""
        record, draft = self.current_context().chosen, self.draft
        if record is None or draft is None:
            return
        if not self.current_context().alone:
            say_not_now(self.services)
            return
        request = draft.turned(record.id, self._request)
        if request is None:
            _ = self.words
            message = _("It stays: {reason}.").format(reason=_(draft.reason(record.id)))
            self.services.status.say(message, "muted", here=True)
        else:
            self._set_request(request)

    def leave_out(self, identities: Iterable[str]) -> None:
        """Leave these records out of this document."""
        gone = frozenset(identities)
        self._set_request(
            self._request._replace(left_out=self._request.left_out | gone, taken_in=self._request.taken_in - gone)
        )

    def action_form(self) -> None:
        """Choose the next type of document: portfolio, one page, plan or list of evidence."""
        forms = tuple(SORTS)
        self._set_request(self._request._replace(form=forms[(forms.index(self._request.form) + 1) % len(forms)]))

    def action_careful(self) -> None:
        """Switch between facts and results only, and every section; manual choices of sections are reset."""
        if self.draft is not None:
            self._set_request(self._request._replace(careful=not self.draft.careful, sections={}))

    def action_sections(self) -> None:
        """Open the sections, order and headings of this document."""
        if self.state is not None:
            self.app.push_screen(SectionsScreen(self._request, self._set_request))

    def action_document_language(self) -> None:
        """Switch the language of the document."""
        self._set_request(self._request._replace(language="en" if self._request.language == "nl" else "nl"))

    def action_names(self) -> None:
        """Switch between roles only, and the names of those who agreed."""
        self._set_request(self._request._replace(names="roles" if self._request.names == "consented" else "consented"))

    @flow
    async def action_period(self) -> None:
        """Choose the period."""

        if self.state is None:
            return
        period = await self.ask(PeriodDialog(self.state, self._request.period))
        if period is not None:
            self._set_request(self._request._replace(period=period))

    @flow
    async def action_conversation(self) -> None:
        """Choose the conversation of the document."""

        if self.state is None:
            return
        now, options = self._request.conversation or head.NO_CONVERSATION, head.conversations(self.state)
        title = self.words("Which conversation is it for?")
        key = await self.ask(PickDialog(title, options, chosen=[now], at=now))
        if key is not None:
            self._set_request(self._request._replace(conversation="" if key == head.NO_CONVERSATION else key))
