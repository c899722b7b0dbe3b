"""Make ids of records and versions, from the clock of the notebook and the system's random bits."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import Final

from portfolio.records.identity import new_id
from portfolio.store.versions.version_ids import new_vid

_COUNTER: Final = 12
"""Bits of an id that count records within a millisecond (RFC 9562, section 6.2, method 1)."""


class IdMaker:
    """Makes rising ids, so that records of one change keep their order, also while the clock does not advance."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """`now` gives an instant with its time zone."""
        self._now = now
        self._last = 0

    def record_id(self) -> str:
        """A new record id: the millisecond, a counter within it, and 62 random bits."""
        self._last = max(self._milliseconds() << _COUNTER, self._last + 1)
        milliseconds, count = divmod(self._last, 1 << _COUNTER)
        return new_id(milliseconds, count << 62 | int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1)

    def version_id(self) -> str:
        """A new version id; fields that are saved together share one."""
        return new_vid(self._milliseconds(), int.from_bytes(os.urandom(5), "big"))

    def _milliseconds(self) -> int:
        return max(int(self._now().timestamp() * 1000), 0)
