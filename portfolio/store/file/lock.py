"""A lock around a save, so that one process of this machine saves at a time.

The lock file lies in the state folder, never beside the data file: between machines it would have no meaning and be
synced. It is forty lines over the system's own lock, since importing the filelock package takes about as long as a
whole `add`. The system releases the lock when a process ends, however it ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from portfolio.errors import PortfolioError
from portfolio.locations import Locations, file_key
from portfolio.wording import N_

_PAUSE: Final = 0.005  # seconds; a save holds the lock for some 20 ms

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        """Take the lock. Raises OSError when another process has it."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _let_go(handle: int) -> None:
        """Release the lock."""
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(handle: int) -> None:
        """Take the lock. Raises OSError when another process has it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(handle: int) -> None:
        """Release the lock."""
        fcntl.flock(handle, fcntl.LOCK_UN)


class BusyError(PortfolioError):
    """Another process did not release the lock in time."""


def lock_of(locations: Locations) -> str:
    """The path of the lock file of the data file."""
    return os.path.join(locations.locks_folder, f"{file_key(locations.data_file)}.lock")


@contextmanager
def held(path: str, patience: float) -> Iterator[None]:
    """Hold the lock file `path`, waiting `patience` seconds at most.

    Raises BusyError when another process keeps it, OSError when the lock file cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        until = time.monotonic() + patience
        while True:
            try:
                _try(handle)
                break
            except OSError:
                if time.monotonic() >= until:
                    raise BusyError(
                        N_("Another Leerreis is writing this portfolio. Nothing is lost; try again.")
                    ) from None
                time.sleep(_PAUSE)
        try:
            yield
        finally:
            _let_go(handle)
    finally:
        os.close(handle)
