"""The input can end, or be interrupted, at every prompt: it ends calmly, and no line that was typed is lost."""

from __future__ import annotations

import pytest

from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from tests.plain.transcript import kept_texts, places, play
from tests.tui.playing import opened

CHECK = ("1", "First line", "<", "second line", "Learned", "If a, then b", "1", "Ruud", "4", "Rain")
GOAL = ("3", "n", "Weld a seam", "For the job", "", "", "tomorrow", "Welding", "", "2", "6", "Scrap", "", "1", "0")
SESSION = (*CHECK, *GOAL, "0", "0")
WORDS = ("First line", "second line", "Learned", "If a, then b", "Ruud", "Rain", "Weld a seam", "For the job", "Scrap")


def everything() -> str:
    """All text in drafts and records."""
    records = opened().read.records
    told = [text for check in records.of(Reflection) for text in check.answers.values()]
    goals = [f"{goal.title} {goal.why} {goal.different}" for goal in records.of(Goal)]
    return "\n".join((*kept_texts(), *told, *goals))


@pytest.mark.parametrize("ending", [None, KeyboardInterrupt])
@pytest.mark.parametrize("count", range(len(SESSION)))
def test_whatever_was_typed_before_the_end_is_there(count: int, ending: type[BaseException] | None) -> None:
    lines = SESSION[:count]
    played = play(*lines, ending=ending)
    assert played.status == (130 if ending else 0)
    assert played.err == ""
    assert "See you tomorrow." in played.out[-200:]
    found = everything()
    assert [words for words in WORDS if words in lines and words not in found] == []


def test_the_whole_session_is_saved() -> None:
    play(*SESSION)
    assert kept_texts() == []
    records = opened().read.records
    assert [goal.title for goal in records.of(Goal)] == ["Weld a seam"]
    assert records.of(Reflection)[0].answers["progress"] == "First line\nsecond line"
    assert records.of(Reflection)[1].title is not None


def test_without_a_word_there_is_no_file() -> None:
    play("1", "", "", "", "", "", "", "0")
    assert not opened().exists
    assert kept_texts() == []
    assert places().data_file
