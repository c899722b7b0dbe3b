"""One process of this machine at a time, around a save.

The lock lies in the state folder, never beside the data file: between machines it would mean nothing and be synced.
It is our own forty lines over the system's lock because importing the filelock package costs about as much time as
a whole `add` may take. The system lets go of the lock when a process dies, whatever it dies of.
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
        """Take the lock or raise OSError."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _let_go(handle: int) -> None:
        """Give the lock back."""
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(handle: int) -> None:
        """Take the lock or raise OSError."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(handle: int) -> None:
        """Give the lock back."""
        fcntl.flock(handle, fcntl.LOCK_UN)


class BusyError(PortfolioError):
    """Another process did not let go in time."""


def lock_of(locations: Locations) -> str:
    """The lock file that goes with the data file."""
    return os.path.join(locations.locks_folder, f"{file_key(locations.data_file)}.lock")


@contextmanager
def held(path: str, patience: float) -> Iterator[None]:
    """Hold the lock file `path`, waiting `patience` seconds at most.

    Raises BusyError when another process keeps it, OSError when there can be no lock file.
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
