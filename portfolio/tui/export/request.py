"""The request for one document, and the draft that is prepared from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from portfolio.notebook.export_request import ExportDraft, ExportRequest, first_request, folder_for, prepare
from portfolio.tui.export.progress import SHOWN_AFTER
from portfolio.tui.render.document import RenderedDocument

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.services.state import AppState
    from portfolio.tui.services.status import StatusMessage
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
        self._waited_for = self.request
        self._screen.set_timer(SHOWN_AFTER, self._say_wait)
        self._screen.run_worker(self._prepare(state), exclusive=True, group="prepare")

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

    def change(self, request: ExportRequest) -> None:
        """Replace the request and prepare its draft."""
        self.keep(request)
        if self._screen.state is not None:
            self.prepare(self._screen.state)

    async def made_again(self) -> bool:
        """Prepare the draft now; False when that failed, or when its screen is no longer on top."""
        state = self._screen.state
        return state is not None and await self._prepare(state) and self._screen.is_current

    def turn(self, identity: str) -> str:
        """Take a record in or leave it out; return why that is not possible here, as an English message id."""
        if self.draft is None:
            return ""
        request = self.draft.turned(identity, self.request)
        if request is None:
            return self.draft.reason(identity)
        self.change(request)
        return ""

    def leave_out(self, ids: Iterable[str]) -> None:
        """Leave these records out of this document."""
        self.change(self.request.without(ids))

    async def decide(self, words: str, other: str | None) -> bool:
        """Keep these words in the document, or replace them by `other`.

        Returns whether the draft is prepared and its screen still on top, so that the next question can be asked.
        """
        self.keep(self.request.decided(words, other))
        return await self.made_again()
