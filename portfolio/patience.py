"""Asking a disk that may never answer: a hung mount keeps whoever reads from it for ever, and no signal ends that.

The question is asked in a thread of its own, which is left behind when the time is over. As long as it hangs nobody
asks about the same path again, so that one disk costs its second once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

SECONDS: Final = 1.0
"""How long a question may take."""
_hanging: Final[dict[str, threading.Thread]] = {}


class NoAnswer(OSError):
    """The disk did not answer in time."""


def hangs(path: str) -> bool:
    """Whether a question about this path is still waiting for its answer."""
    thread = _hanging.get(path)
    if thread is not None and not thread.is_alive():
        _hanging.pop(path, None)
    return path in _hanging


def ask(path: str, work: Callable[[], T]) -> T:
    """What `work` gives, or raises. NoAnswer when that takes too long, or an earlier question still hangs."""
    if hangs(path):
        raise NoAnswer
    given: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(work())
        except BaseException as failure:
            raised.append(failure)

    thread = threading.Thread(target=run, name="leerreis-disk", daemon=True)
    thread.start()
    thread.join(SECONDS)
    if raised:
        raise raised[0]
    if not given:
        _hanging[path] = thread
        raise NoAnswer
    return given[0]
