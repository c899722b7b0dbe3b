"""Ends the process when closing takes too long, so that a disk that never answers cannot keep the app alive.

Drafts are on disk before anything is waited for, so at most the answer to a request is lost.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic


class LastGuard:
    """Countdown in a thread of its own. `arm` only uses a queue that is safe in a signal handler."""

    def __init__(self, end: Callable[[], None]) -> None:
        """`end` is called in that thread when time is up."""
        self._end = end
        self._asks: SimpleQueue[float | None] = SimpleQueue()
        threading.Thread(target=self._run, name="leerreis-last-guard", daemon=True).start()

    def arm(self, seconds: float) -> None:
        """End within `seconds`; of several calls the earliest deadline counts."""
        self._asks.put(monotonic() + seconds)

    def disarm(self) -> None:
        """End the countdown: closing succeeded."""
        self._asks.put(None)

    def _run(self) -> None:
        deadline: float | None = None
        while deadline is None or deadline > monotonic():
            try:
                asked = self._asks.get(timeout=None if deadline is None else max(0.0, deadline - monotonic()))
            except Empty:
                break
            deadline = None if asked is None else min(asked, deadline or asked)
        self._end()
