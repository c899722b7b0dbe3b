"""A disk that does not answer is asked once, and waited for a second."""

from __future__ import annotations

import os
import threading

import pytest

from portfolio import patience
from portfolio.patience import NoAnswer, ask, hangs


def test_an_answer_comes_back_and_a_failure_too() -> None:
    assert ask("a", lambda: 3) == 3
    with pytest.raises(FileNotFoundError):
        ask("a", lambda: os.stat("/nowhere/at/all"))
    assert not hangs("a")


def test_a_question_that_hangs_is_asked_once_until_it_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.05)
    answered, asked = threading.Event(), list[int]()

    def work() -> bool:
        asked.append(1)
        return answered.wait(30)

    for _n in range(3):
        with pytest.raises(NoAnswer):
            ask("b", work)
    assert hangs("b")
    assert not hangs("another path")
    assert asked == [1]
    answered.set()
    assert patience._hanging["b"].acquire(timeout=10)
    patience._hanging["b"].release()
    assert not hangs("b")
    assert ask("b", work) is True
