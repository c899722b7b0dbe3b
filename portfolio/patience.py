"""Call a disk that may never answer: reading from a hung mount blocks for ever, and no signal ends that.

The call runs in a thread of its own, which is abandoned when the time is over. As long as it hangs, the same path is
not called again, so that one disk costs its second only once.
"""

from __future__ import annotations

from _thread import LockType, allocate_lock, start_new_thread  # documented; `threading` takes long to import
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

SECONDS: Final = 1.0
"""The longest that a call can take."""
_hanging: Final[dict[str, LockType]] = {}
"""The calls without an answer in time, by path; each lock is held until the call returns."""


class NoAnswer(OSError):
    """The disk did not answer in time."""


def hangs(path: str) -> bool:
    """Whether an earlier call for this path still hangs."""
    waits = _hanging.get(path)
    if waits is not None and not waits.locked():
        _hanging.pop(path, None)
    return path in _hanging


def ask(path: str, work: Callable[[], T]) -> T:
    """The result of `work`.

    Raises what it raises, and NoAnswer when it takes too long or an earlier call still hangs.
    """
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
