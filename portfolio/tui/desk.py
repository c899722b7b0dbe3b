"""Everything that asks the disk, one thing at a time and beside the screen. The screen never waits for it.

One thread does it all, in the order in which it was asked: a save that was asked first is on disk first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from portfolio.notebook import Notebook

T = TypeVar("T")


class Desk:
    """The one that holds the notebook."""

    def __init__(self, open_notebook: Callable[[], Notebook]) -> None:
        """`open_notebook` is called at the first question, beside the screen."""
        self._open = open_notebook
        self._notebook: Notebook | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="leerreis-desk")

    async def ask(self, work: Callable[[Notebook], T]) -> T:
        """Do this with the notebook and wait for the answer, while the screen goes on."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    def _do(self, work: Callable[[Notebook], T]) -> T:
        if self._notebook is None:
            self._notebook = self._open()
            self._notebook.remember()
        return work(self._notebook)

    async def reopen(self, open_notebook: Callable[[], Notebook]) -> None:
        """From now on the notebook that this opens: another file was chosen."""

        def change() -> None:
            self._open, self._notebook = open_notebook, None

        await asyncio.get_running_loop().run_in_executor(self._thread, change)

    async def after(self, work: Callable[[], T], open_notebook: Callable[[T], Notebook]) -> T:
        """Do this, and go on with the notebook that is opened from what came of it; nothing is asked in between."""

        def change() -> T:
            done = work()
            self._open, self._notebook = lambda: open_notebook(done), None
            return done

        return await asyncio.get_running_loop().run_in_executor(self._thread, change)

    async def aside(self, work: Callable[[], T]) -> T:
        """Do something else on the disk, after what was asked before."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def finish(self) -> None:
        """Wait until everything that was asked is done."""
        await asyncio.get_running_loop().run_in_executor(self._thread, lambda: None)

    def close(self) -> None:
        """Finish what was asked and stop; nothing can be asked any more."""
        self._thread.shutdown(wait=True)
