"""Asks for what holds some words, beside the screen, while someone types them.

The newest question wins: an older one that has not begun is passed over, one that runs stops, its answer is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from portfolio.journey.search.record_pages import Pages, pages_of

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.collection import Records
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.session import Session

T = TypeVar("T")


class LatestQuery:
    """One who looks things up; of what it is asked, only the last counts."""

    def __init__(self, session: Session, worker: NotebookWorker) -> None:
        """`session` knows what may be seen."""
        self._session, self._worker = session, worker
        self._asked = 0
        self._given: tuple[Records, Pages] | None = None

    async def ask(self, work: Callable[[Pages, Callable[[], bool]], T]) -> T | None:
        """What `work` makes of the pages; None when something else was asked meanwhile, or when there is no answer.

        `work` also gets something to ask whether its answer is still wanted. Over the shoulder there are only the pages
        of what may be shared.
        """
        self._asked += 1
        mine, look = self._asked, self._session.state

        def wanted() -> bool:
            return self._asked == mine

        def in_all(notebook: Notebook) -> T | None:
            return work(notebook.read.pages(), wanted) if wanted() else None

        def in_shared() -> T | None:
            return work(self._pages_of(look.records), wanted) if wanted() else None

        answer = await (self._session.ask(in_all) if look.alone else self._worker.aside(in_shared))
        return answer if wanted() and self._session.looked_on == look.looked_on else None

    def drop(self) -> None:
        """Nobody wants an answer any more."""
        self._asked += 1

    def _pages_of(self, records: Records) -> Pages:
        if self._given is None or self._given[0] is not records:
            self._given = (records, pages_of(records))
        return self._given[1]
