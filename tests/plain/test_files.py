"""A file that can only be read, is missing, or belongs to something else; and text that would command a terminal."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from portfolio.errors import PortfolioError
from portfolio.notebook.changes import ChangeWriter
from portfolio.records.reflections import Reflection
from tests.plain.transcript import kept_texts, places, play
from tests.tui.playing import a_broken_file, opened, written

HOSTILE = "\x1b[2J\x1b]0;owned\x07 [b]x[/b] \u202etxt\u202c \x9b31m"


def test_hostile_words_are_printed_safely_everywhere() -> None:
    written(
        {"kind": "reflection", "title": HOSTILE, "answers": {"text": f"{HOSTILE}\n{HOSTILE}"}, "shareable": True},
        {"kind": "goal", "title": HOSTILE, "why": HOSTILE, "shareable": True},
        {"kind": "skill", "title": HOSTILE},
        {"kind": "feedback", "what": HOSTILE},
        {"kind": "person", "name": HOSTILE},
        {"kind": "conversation", "date": "2025-12-20", "place": HOSTILE},
    )
    walk = ("2", "1", "1", "0", "0", "0", "3", "1", "1", "1", "0", "0", "0", "4", "1", "0", "0", "5", "1", "0", "0")
    more = ("6", "1", "2", "3", "0", "7", "2", "3", "0", "1", "1", "1", "2", "0", "0", "9", HOSTILE, "1", "0", "0")
    out = play(*walk, *more, "8", HOSTILE, "<", "0").out
    shown = out.replace(HOSTILE, "")  # what is typed is echoed by the terminal, not by us
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert "[b]x[/b]" in shown
    assert opened().read.records.of(Reflection)[0].title == HOSTILE


def test_words_that_are_not_utf8_are_asked_again() -> None:
    played = play("8", "caf\udce9", "café", "", "0")
    assert "not text in UTF-8" in played.out
    (note,) = opened().read.records.of(Reflection)
    assert note.answers == {"text": "café"}


def test_a_newer_file_can_be_read_and_not_changed() -> None:
    written({"kind": "goal", "title": "Weld"})
    path = Path(places().data_file)
    data = json.loads(path.read_text("utf-8"))
    data["_meta"]["1"]["schema"] = 99
    path.write_text(json.dumps(data), "utf-8")
    before = path.read_bytes()
    played = play("1", "3", "1", "0", "0", "0")
    assert "This file can be read here, but not changed." in played.out
    assert "1  Weld" in played.out
    assert "Change a field" not in played.out
    assert path.read_bytes() == before
    assert played.err.count("\n") == 1


def test_a_foreign_file_is_one_sentence_and_status_1() -> None:
    path = Path(places().data_file)
    path.parent.mkdir(parents=True)
    path.write_text('{"bookmarks": [1, 2, 3]}', "utf-8")
    played = play("0")
    assert (played.status, played.out, played.err.count("\n")) == (1, "", 1)
    assert path.read_text("utf-8") == '{"bookmarks": [1, 2, 3]}'


def test_a_broken_file_is_one_sentence_and_status_1() -> None:
    a_broken_file()
    played = play("0")
    assert played.status == 1
    assert played.err.count("\n") == 1


def test_a_missing_file_is_said_and_its_words_are_there() -> None:
    written({"kind": "goal", "title": "Weld"})
    os.unlink(places().data_file)
    played = play("3", "0", "0")
    assert "1  Weld" in played.out
    assert played.err.count("\n") == 1


def test_what_cannot_be_saved_stays_a_draft_and_the_status_is_1(monkeypatch: pytest.MonkeyPatch) -> None:
    written({"kind": "goal", "title": "Weld"})
    path = Path(places().data_file)
    lines = ("8", "Keep me", "", "0")

    def refuse(*_given: object, **_options: object) -> None:
        raise PortfolioError("The disk is full; your words are safe.")

    monkeypatch.setattr(ChangeWriter, "save", refuse)
    played = play(*lines)
    assert "The disk is full; your words are safe." in played.out
    assert "Kept as a draft; d in the first list goes on with it." in played.out
    assert (played.status, kept_texts()) == (1, ["Keep me"])
    assert path.exists()
