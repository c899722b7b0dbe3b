"""What is being written: it survives as a draft, and becomes exactly what was typed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from portfolio.capture.entry import Entry, from_payload
from portfolio.capture.questions import questions
from portfolio.records.templates import EVENING
from portfolio.wording import Words

DAY = date(2025, 12, 15)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["answers.progress", "answers.learned", "energy"]), st.text(max_size=30)))
def test_a_draft_gives_back_every_word(texts: dict[str, str]) -> None:
    shown = {"answers.progress": "x"}
    entry = Entry("a", "reflection", DAY, texts, EVENING, 2, "", shown, {"title": ("v1",)})
    back = from_payload("a", entry.payload())
    assert back == entry if entry.touched else back is None


@given(st.dictionaries(st.sampled_from(["texts", "kind", "date", "template", "at", "record", "seen", "shown"]), JUNK))
def test_a_damaged_draft_is_never_a_failure(payload: dict[str, object]) -> None:
    found = from_payload("a", payload)
    assert found is None or found.touched


def test_an_evening_check_ends_with_what_is_optional() -> None:
    asked = questions(EVENING, DAY, Words("en"))
    assert [q.key for q in asked] == [
        "answers.progress",
        "answers.learned",
        "answers.next",
        "answers.feedback",
        "energy",
        "extra",
    ]
    assert all(q.optional for q in asked)


def test_a_note_has_one_question() -> None:
    assert [q.key for q in questions("note", DAY, Words("en"))] == ["answers.text"]
