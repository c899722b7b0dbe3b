"""Runs everything that uses the disk on threads of its own, so that the screen never waits for it.

One thread handles the requests to the notebook in order, so an earlier save is on disk earlier. Drafts have a second
thread, in order too, so that words are kept while the notebook is busy. The notebook thread may wait for the drafts
thread, never the other way round.
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
    """Owner of the notebook and of the two threads."""

    def __init__(self, open_notebook: Callable[[Locations], Notebook], locations: Locations) -> None:
        """`open_notebook` is called at the first request, on the notebook thread."""
        self._open, self._locations = open_notebook, locations
        self._notebook: Notebook | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="leerreis-desk")
        self._drafts_thread = ThreadPoolExecutor(1, thread_name_prefix="leerreis-drafts")
        self._staying = threading.Lock()
        """Held while the portfolio moves and while a draft is written: drafts belong to the file's location."""

    async def ask(self, work: Callable[[Notebook], T]) -> T:
        """Run `work` with the notebook on its thread and return the result."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    def _do(self, work: Callable[[Notebook], T]) -> T:
        if self._notebook is None:
            self._notebook = self._open(self._locations)
            self._notebook.read.remember()
        return work(self._notebook)

    async def after(self, work: Callable[[], T], locations: Locations) -> T:
        """Run `work`, then reopen the notebook at `locations`; no request or draft comes in between."""

        def change() -> T:
            with self._staying:
                done = work()
                self._locations, self._notebook = locations, None
                return done

        return await asyncio.get_running_loop().run_in_executor(self._thread, change)

    async def aside(self, work: Callable[[], T]) -> T:
        """Run `work` on the notebook thread, without the notebook, after the earlier requests."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def with_drafts(self, work: Callable[[Locations], T]) -> Future[T]:
        """Queue `work` on the drafts thread, after the earlier work; it is queued when this returns."""

        def do() -> T:
            with self._staying:
                return work(self._locations)

        return self._drafts_thread.submit(do)

    async def drafts_written(self) -> None:
        """Wait until what was asked of the drafts before is done."""
        await asyncio.wrap_future(self.with_drafts(lambda _locations: None))

    async def finish(self) -> None:
        """Wait until all queued work is done."""
        for thread in (self._thread, self._drafts_thread):
            await asyncio.get_running_loop().run_in_executor(thread, lambda: None)

    def is_saved(self, seconds: float) -> bool:
        """Whether the file holds everything once the queued work is done; False if that takes longer than `seconds`."""
        asked = self._thread.submit(lambda: self._notebook is not None and self._notebook.is_saved())
        return not wait((asked,), seconds).not_done and asked.result()

    def close(self, seconds: float | None = None) -> bool:
        """Finish the queued work and accept no more. False when that takes longer than `seconds`."""
        threads = (self._thread, self._drafts_thread)
        last = [thread.submit(lambda: None) for thread in threads]
        for thread in threads:
            thread.shutdown(wait=False)
        return not wait(last, seconds).not_done
