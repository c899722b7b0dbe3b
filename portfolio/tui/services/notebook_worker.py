"""Everything that asks the disk, beside the screen. The screen never waits for it.

One thread does what is asked of the notebook, in the order in which it was asked: a save that was asked first is on
disk first. Drafts have a thread of their own, in order too, so that words are kept while the notebook is busy. The
notebook's thread may wait for that of the drafts, never the other way round.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from portfolio.locations import Locations
    from portfolio.notebook import Notebook

T = TypeVar("T")


class NotebookWorker:
    """The one that holds the notebook."""

    def __init__(self, open_notebook: Callable[[Locations], Notebook], locations: Locations) -> None:
        """`open_notebook` is called at the first question, beside the screen."""
        self._open, self._locations = open_notebook, locations
        self._notebook: Notebook | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="leerreis-desk")
        self._drafts_thread = ThreadPoolExecutor(1, thread_name_prefix="leerreis-drafts")
        self._staying = threading.Lock()
        """Held while the portfolio moves, and while a draft is written: a draft belongs to where the file lies then."""

    async def ask(self, work: Callable[[Notebook], T]) -> T:
        """Do this with the notebook and wait for the answer, while the screen goes on."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    def _do(self, work: Callable[[Notebook], T]) -> T:
        if self._notebook is None:
            self._notebook = self._open(self._locations)
            self._notebook.read.remember()
        return work(self._notebook)

    async def after(self, work: Callable[[], T], locations: Locations) -> T:
        """Do this, and go on with the notebook at these locations; nothing is asked and no draft is kept in between."""

        def change() -> T:
            with self._staying:
                done = work()
                self._locations, self._notebook = locations, None
                return done

        return await asyncio.get_running_loop().run_in_executor(self._thread, change)

    async def aside(self, work: Callable[[], T]) -> T:
        """Do something else on the disk, after what was asked before."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def with_drafts(self, work: Callable[[Locations], T]) -> Future[T]:
        """Do this with the drafts, after what was asked of them before; it is in line when this returns."""

        def do() -> T:
            with self._staying:
                return work(self._locations)

        return self._drafts_thread.submit(do)

    async def drafts_written(self) -> None:
        """Wait until what was asked of the drafts before is done."""
        await asyncio.wrap_future(self.with_drafts(lambda _locations: None))

    async def finish(self) -> None:
        """Wait until everything that was asked is done."""
        for thread in (self._thread, self._drafts_thread):
            await asyncio.get_running_loop().run_in_executor(thread, lambda: None)

    def close(self, seconds: float | None = None) -> bool:
        """Finish what was asked and stop; nothing can be asked any more. False when that takes longer than this."""
        threads = (self._thread, self._drafts_thread)
        last = [thread.submit(lambda: None) for thread in threads]
        for thread in threads:
            thread.shutdown(wait=False)
        return not wait(last, seconds).not_done
