"""New ids: of records (UUIDv7) and of versions. The clock is the caller's, the randomness the system's.

Ids of one `Mint` rise, so records made in one breath keep their order also when the clock stands still or goes back.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

from portfolio.store.vids import id_of, new_vid


class Mint:
    """Makes ids by a clock."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """`now` gives an instant with its time zone."""
        self._now = now
        self._last = 0  # milliseconds and a 12-bit counter, as they stand in the id

    def record_id(self) -> str:
        """A new UUIDv7 (RFC 9562, section 5.7; the counter is its method 1 of section 6.2), as text."""
        self._last = max(self._milliseconds() << 12, self._last + 1)
        milliseconds, counter = divmod(self._last, 1 << 12)
        tail = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
        return id_of((milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | counter << 64 | 2 << 62 | tail)

    def vid(self) -> str:
        """A new version id. Fields that are saved together share one."""
        return new_vid(self._milliseconds(), int.from_bytes(os.urandom(5), "big"))

    def _milliseconds(self) -> int:
        """Milliseconds since 1970."""
        return max(int(self._now().timestamp() * 1000), 0)
