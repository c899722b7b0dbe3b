"""The request for one document, and the draft that is prepared from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from portfolio.notebook.export_request import ExportDraft, ExportRequest, coming, first_request, folder_for, prepare

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
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
        self._begun = False

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
        self._screen.run_worker(self._prepare(state), exclusive=True, group="prepare")

    def _first(self, state: AppState) -> ExportRequest:
        """Return the request that was made earlier in this session for the conversation, or a new one."""
        conversation = self.request.conversation or coming(state.records, state.today)
        known = self._screen.services.session.requests.get(conversation)
        return known or first_request(state.records, state.today, state.words.language, conversation)

    async def _prepare(self, state: AppState) -> bool:
        """Prepare the draft; False when that failed or the request changed meanwhile."""
        request = self.request

        def made(nb: Notebook) -> ExportDraft:
            return prepare(nb.read.records, request, state.today)._replace(folder=folder_for(nb.locations.data_file))

        draft = await self._screen.services.session.ask(made)
        if draft is None or request != self.request:
            return False
        self.draft = draft
        self._prepared()
        return True

    def keep(self, request: ExportRequest) -> None:
        """Replace the request, also for who comes back to it, and prepare nothing yet."""
        self.request = self._screen.services.session.requests[request.conversation] = request

    def change(self, request: ExportRequest) -> None:
        """Replace the request and prepare its draft."""
        self.keep(request)
        if self._screen.state is not None:
            self.prepare(self._screen.state)

    def choose(self, **choices: Any) -> None:
        """Replace these fields of the request and prepare its draft."""
        self.change(self.request._replace(**choices))

    def leave_out(self, ids: Iterable[str]) -> None:
        """Leave these records out of this document."""
        self.change(self.request.without(ids))

    async def decide(self, words: str, other: str | None) -> bool:
        """Keep these words in the document, or replace them by `other`.

        Returns whether the draft is prepared and its screen still on top, so that the next question can be asked.
        """
        self.keep(self.request.decided(words, other))
        state = self._screen.state
        return state is not None and await self._prepare(state) and self._screen.is_current
