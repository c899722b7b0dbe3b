"""The last guard ends what does not end by itself, and nothing that did."""

from __future__ import annotations

import threading

from portfolio.tui.services.last_guard import LastGuard


def test_it_ends_when_the_time_is_over_and_the_earlier_time_counts() -> None:
    over = threading.Event()
    guard = LastGuard(over.set)
    guard.arm(1000)
    assert not over.wait(0.02)
    guard.arm(0.01)
    guard.arm(1000)
    assert over.wait(10)


def test_it_ends_nothing_that_ended_well() -> None:
    over = threading.Event()
    guard = LastGuard(over.set)
    guard.arm(0.05)
    guard.disarm()
    assert not over.wait(0.15)
    guard.arm(0)
    assert over.wait(10)
