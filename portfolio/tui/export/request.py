"""The request for one document, and the draft that is prepared from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from portfolio.notebook.export_request import (
    NO_PLACE,
    NOT_CAREFUL,
    ExportDraft,
    ExportRequest,
    first_request,
    folder_for,
    prepare,
)
from portfolio.notebook.left_out import keep_left_out, left_out_of
from portfolio.present.titles import heading
from portfolio.tui.export.progress import SHOWN_AFTER
from portfolio.tui.render.document import RenderedDocument
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.wording.careful import what_care_means

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.record import Record
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import BaseScreen


class RequestWork:
    """Holds a request, remembers it for the session, and prepares a new draft when it changes."""

    def __init__(self, screen: BaseScreen[None], conversation: str, prepared: Callable[[], None]) -> None:
        """Begin with a portfolio of the last year for `conversation`, else for the next one.

        `screen` runs the preparation; `prepared` is called after each.
        """
        self._screen, self._prepared = screen, prepared
        self.request = ExportRequest(conversation=conversation)
        self.draft: ExportDraft | None = None
        """The draft that was prepared last; None before the first."""
        self.document: RenderedDocument | None = None
        """The text of that draft, to read on the screen."""
        self._begun = False
        self._stored: tuple[str, frozenset[str]] = ("", frozenset())
        """The conversation of the document, and what it said last that is left out for it."""
        self._waited_for: ExportRequest | None = None
        """The request whose draft is being prepared; None when it is there."""
        self._waiting: StatusMessage | None = None
        """What is said while that takes long."""

    @property
    def is_current(self) -> bool:
        """Whether the draft was prepared from the request as it is now."""
        return self.draft is not None and self.draft.request == self.request

    def prepare(self, state: AppState) -> None:
        """Prepare the draft in a worker of the screen."""
        if not state.read:
            return
        if not self._begun:
            self._begun = True
            self.request = self._first(state)
            self._stored = self._out(state)
        self._waited_for = self.request
        self._screen.set_timer(SHOWN_AFTER, self._say_wait)
        self._screen.run_worker(self._prepare(state), exclusive=True, group="prepare")

    def _out(self, state: AppState) -> tuple[str, frozenset[str]]:
        """Return the conversation of the document, and what it says that is left out for it."""
        return self.request.conversation, left_out_of(state.records, self.request.conversation)

    def _follow(self, state: AppState) -> None:
        """Leave out what the conversation says, once that changed: by undo, or on another computer.

        For another conversation what was left out before stays out too.
        """
        stored, before = self._out(state), self._stored
        if stored != before:
            self._stored = stored
            also = self.request.left_out if stored[0] != before[0] else frozenset[str]()
            self.keep(self.request._replace(left_out=stored[1] | also))

    def _say_wait(self) -> None:
        """Say that the draft is being prepared, when that takes long; another message stays."""
        status = self._screen.services.status
        if self._waited_for is not None and self._screen.is_current and not status.message.text:
            status.say(self._screen.words("The document is being prepared …"), "muted")
            self._waiting = status.message

    def _first(self, state: AppState) -> ExportRequest:
        """Return the request that was made earlier in this session for the conversation, or a new one."""
        request = first_request(state.records, state.today, state.words.language, self.request.conversation)
        return self._screen.services.session.requests.get(request.conversation, request)

    async def _prepare(self, state: AppState) -> bool:
        """Prepare the draft; False when that failed or the request changed meanwhile."""
        self._follow(state)
        request = self.request

        def made(nb: Notebook) -> tuple[ExportDraft, RenderedDocument]:
            draft = prepare(nb.read.records, request, state.today)
            return draft._replace(folder=folder_for(nb.locations.data_file)), RenderedDocument(draft.preview.text)

        answer = await self._screen.services.session.ask(made)
        if request == self.request:
            self._stop_waiting()
        if answer is None or request != self.request:
            return False
        self.draft, self.document = answer
        self._prepared()
        return True

    def _stop_waiting(self) -> None:
        self._waited_for = None
        if self._waiting is not None:
            self._screen.services.status.clear(self._waiting)
            self._waiting = None

    def keep(self, request: ExportRequest) -> None:
        """Replace the request, also for who comes back to it, and prepare nothing yet."""
        self.request = self._screen.services.session.requests[request.conversation] = request

    def _store(self, message: str) -> None:
        """Store with the conversation what is left out for it, and say so."""
        request, _ = self.request, self._screen.words

        def save(nb: Notebook) -> StatusMessage:
            stored = keep_left_out(nb, request.conversation, request.left_out)
            if stored is None:
                return StatusMessage(message, "muted", here=True)
            return saved_message(stored, message, _, here=True)

        self._screen.services.session.save_soon(save)

    def change(self, request: ExportRequest) -> None:
        """Replace the request and prepare its draft."""
        self.keep(request)
        if self._screen.state is not None:
            self.prepare(self._screen.state)

    async def made_again(self) -> bool:
        """Prepare the draft now; False when that failed, or when its screen is no longer on top."""
        state = self._screen.state
        return state is not None and await self._prepare(state) and self._screen.is_current

    def turn(self, record: Record) -> None:
        """Take a record in or leave it out, for this conversation only; say that, or why it is not possible here."""
        if self.draft is None:
            return
        _, services = self._screen.words, self._screen.services
        why, request = self.draft.reason(record.id), self.draft.turned(record.id, self.request)
        if request is None or why in (NOT_CAREFUL, NO_PLACE):
            reason = _("Left out: {reason}.").format(reason=_(why))
            more = what_care_means(_, **services.state.keys) if why == NOT_CAREFUL else ""
            services.status.say(f"{reason} {more}".strip(), "muted", here=True)
            return
        self.change(request)
        self._store(self._turned(record, out=record.id in request.left_out))

    def _turned(self, record: Record, *, out: bool) -> str:
        """Return what a turn means: for this conversation, and not for later ones."""
        _, state = self._screen.words, self._screen.services.state
        title = " ".join(heading(record, state.records, _).split())
        if not out:
            return _("Included: {title}.").format(title=title)
        only = _("Left out for this conversation only: {title}. It stays shareable; {share} makes it private for good.")
        once = _("Left out of this document only: {title}. It stays shareable; {share} makes it private for good.")
        return (only if self.request.conversation else once).format(title=title, **state.keys)

    def leave_out(self, ids: Iterable[str]) -> None:
        """Leave these records out of this document, and for its conversation."""
        self.change(self.request.without(ids))
        self._store("")

    async def decide(self, words: str, other: str | None) -> bool:
        """Keep these words in the document, or replace them by `other`.

        Returns whether the draft is prepared and its screen still on top, so that the next question can be asked.
        """
        self.keep(self.request.decided(words, other))
        return await self.made_again()
