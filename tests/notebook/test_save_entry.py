"""Saving an entry: what a question did not show is not replaced by its answer."""

from __future__ import annotations

import pytest

from portfolio.capture.entry import FORM, QUESTIONS
from portfolio.notebook.entries import of_record
from portfolio.notebook.save_entry import save_entry
from portfolio.records.conversations import Conversation
from portfolio.wording import Words
from tests.tui.playing import opened, written

ENGLISH = Words("en")


@pytest.mark.parametrize(("way", "beside"), [("sheet.want", 1), (QUESTIONS, 1), (FORM, 0)])
def test_an_answer_replaces_the_version_in_its_box_and_a_form_those_that_it_shows(way: str, beside: int) -> None:
    (identity,) = written({"kind": "conversation", "date": "2026-01-20"})
    notebook = opened()
    begun = of_record(notebook.read.record(identity), notebook.read.seen(identity))
    for words in ("Time", "Money"):
        save_entry(notebook, begun.with_text("sheet.want", words), ENGLISH)
    now = of_record(notebook.read.record(identity), notebook.read.seen(identity)).asked(way)
    shown = now.shown["sheet.want"]
    (other,) = {"Time", "Money"} - {shown}
    save_entry(notebook, now.with_text("sheet.want", f"{shown} and a car"), ENGLISH)
    after = notebook.read.records.find(Conversation, identity)
    assert after is not None
    held = {after.sheet["want"], *after.conflicts.get("sheet.want", ())}
    assert held == {f"{shown} and a car", *[other][:beside]}
