"""Runs search queries beside the screen while the user types.

The newest query wins: an older query that has not begun is skipped, a running one is stopped, and its answer is
dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from portfolio.journey.search.conditions import conditions_in
from portfolio.journey.search.linked_names import linked_names
from portfolio.journey.search.record_pages import Pages, pages_of

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.collection import Records
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.session import Session

T = TypeVar("T")


class LatestQuery:
    """Queries of one screen, of which only the last counts."""

    def __init__(self, session: Session, worker: NotebookWorker) -> None:
        """`session` knows which records may be shown."""
        self._session, self._worker = session, worker
        self._asked = 0
        self._given: tuple[Records, Pages] | None = None

    async def ask(self, work: Callable[[Pages, Callable[[], bool]], T]) -> T | None:
        """Return the result of `work` on the pages; None when another query followed or the notebook gave no answer.

        `work` also gets a function that tells whether its answer is still wanted. In Over the shoulder it gets only the
        pages of what may be shared.
        """
        self._asked += 1
        mine, state = self._asked, self._session.state

        def wanted() -> bool:
            return self._asked == mine

        def in_all(notebook: Notebook) -> T | None:
            return work(notebook.read.pages(), wanted) if wanted() else None

        def in_shared() -> T | None:
            return work(self._pages_of(state.records), wanted) if wanted() else None

        answer = await (self._session.ask(in_all) if state.alone else self._worker.aside(in_shared))
        return answer if wanted() and self._session.looked_on == state.looked_on else None

    def drop(self) -> None:
        """Drop the running query: its answer is no longer needed."""
        self._asked += 1

    def _pages_of(self, records: Records) -> Pages:
        if self._given is None or self._given[0] is not records:
            self._given = (records, pages_of(records, linked_names(records), conditions_in(records)))
        return self._given[1]
