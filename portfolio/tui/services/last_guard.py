"""Ends the process when closing takes too long: a disk that never answers must not keep a closed app.

Words are on disk before anything is waited for; what would be waited for longer is only the answer to a question.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic


class LastGuard:
    """Counts down in a thread of its own. `arm` only puts into a queue that a signal handler may put into too."""

    def __init__(self, end: Callable[[], None]) -> None:
        """`end` is called in that thread when the time is over."""
        self._end = end
        self._asks: SimpleQueue[float | None] = SimpleQueue()
        threading.Thread(target=self._run, name="leerreis-last-guard", daemon=True).start()

    def arm(self, seconds: float) -> None:
        """End in this time at the latest; of two times the earlier one counts."""
        self._asks.put(monotonic() + seconds)

    def disarm(self) -> None:
        """It has ended well."""
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
