"""Asking a disk that may never answer: a hung mount keeps whoever reads from it for ever, and no signal ends that.

The question is asked in a thread of its own, which is left behind when the time is over. As long as it hangs nobody
asks about the same path again, so that one disk costs its second once.
"""

from __future__ import annotations

from _thread import LockType, allocate_lock, start_new_thread  # documented; `threading` costs a command its import
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

SECONDS: Final = 1.0
"""How long a question may take."""
_hanging: Final[dict[str, LockType]] = {}
"""The questions that got no answer in time, by path; each lock is held until the answer comes after all."""


class NoAnswer(OSError):
    """The disk did not answer in time."""


def hangs(path: str) -> bool:
    """Whether a question about this path is still waiting for its answer."""
    waits = _hanging.get(path)
    if waits is not None and not waits.locked():
        _hanging.pop(path, None)
    return path in _hanging


def ask(path: str, work: Callable[[], T]) -> T:
    """What `work` gives, or raises. NoAnswer when that takes too long, or an earlier question still hangs."""
    if hangs(path):
        raise NoAnswer
    given: list[T] = []
    raised: list[BaseException] = []
    waits = allocate_lock()
    waits.acquire()

    def run() -> None:
        try:
            given.append(work())
        except BaseException as failure:
            raised.append(failure)
        finally:
            waits.release()

    start_new_thread(run, ())
    waits.acquire(timeout=SECONDS)
    if raised:
        raise raised[0]
    if not given:
        _hanging[path] = waits
        raise NoAnswer
    return given[0]
