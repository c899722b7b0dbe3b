"""The preparation sheet: what is on it, that it says it is private, and that none of it leaves."""

from __future__ import annotations

from hypothesis import given

from portfolio.export.markdown import render
from portfolio.export.registry import FORMATS, SORTS, make
from portfolio.export.sheet import document
from portfolio.journey.facts.conversations import coming_conversation
from portfolio.journey.prompts.sheet import sheet
from portfolio.journey.sharing.share import share
from portfolio.records.conversations import Conversation
from portfolio.wording import Words
from portfolio.wording.sheet import LIKELY, PROMPTS, sheet_label
from tests.builders import TODAY, a_conversation, a_person, a_reflection, an_agreement, having
from tests.strategies import WHOLE, Drawn, portfolios

ENGLISH = Words("en")
BOSS = a_person("Erik", "manager")
CONVERSATION = a_conversation(
    "2025-12-22",
    "planning",
    with_=BOSS,
    state="preparing",
    place="office",
    sheet={"want": "An apprentice", "proud": "x"},
)


def text(*more: object) -> str:
    records = having(CONVERSATION, BOSS, *more)  # type: ignore[arg-type]
    return render(document(sheet(records, CONVERSATION, TODAY), ENGLISH))


def test_it_begins_with_saying_that_it_is_private_and_has_what_was_written() -> None:
    said = text()
    assert said.startswith("PRIVATE")
    assert "# Planning conversation with Erik" in said
    assert "## What I want from it\n\nAn apprentice" in said
    assert "### What are you proud of, and what was your part?\n\nx" in said


def test_a_line_under_a_key_of_ones_own_is_there_too() -> None:
    own = CONVERSATION.but(sheet={"Koffie": "with [b]milk[/b]"})
    said = render(document(sheet(having(own, BOSS), own, TODAY), ENGLISH))
    assert "## Koffie" in said
    assert "milk" in said


def test_what_is_not_answered_is_asked_and_what_is_answered_is_not() -> None:
    open_ones = text().partition("## Still to think about")[2]
    assert "What should this conversation give me?" not in open_ones
    assert open_ones.count("\n- ") == len(PROMPTS) - 2


def test_agreements_stories_and_needs_come_along_by_themselves() -> None:
    before = a_conversation("2025-06-01")
    said = text(
        before,
        an_agreement(before, "Four days with Ruud", owner="manager", due="2026-02-01"),
        a_reflection("2025-09-01", "starr", title="The school", answers={"s": "x"}),
        a_reflection("2025-09-02", "note", "Just a note"),
    )
    assert "- Four days with Ruud (manager, by 1 Feb 2026, open)" in said
    assert "1 Sep 2025 · The school" in said
    assert "Just a note" not in said


def test_the_sheet_is_that_of_the_conversation_that_comes_first() -> None:
    later, held = a_conversation("2026-02-01", state="preparing"), a_conversation("2025-12-16", state="held")
    found = coming_conversation(having(later, CONVERSATION, held), TODAY)
    assert found is not None
    assert found.id == CONVERSATION.id
    assert coming_conversation(having(held), TODAY) is None


def test_every_line_has_a_label_and_an_unknown_key_stays_as_it_is() -> None:
    assert len({prompt.key for prompt in PROMPTS}) == len(PROMPTS)
    assert len(LIKELY) == 6
    assert [sheet_label(p.key, ENGLISH) for p in PROMPTS] == [p.label for p in PROMPTS]
    assert sheet_label("own", ENGLISH) == "own"


@WHOLE
@given(portfolios())
def test_any_sheet_is_written_in_every_form_and_none_of_it_leaves(one: Drawn) -> None:
    records = one.all()
    for conversation in records.of(Conversation):
        made = document(sheet(records, conversation, TODAY), ENGLISH)
        for form in ("md", "html", "docx"):
            assert FORMATS[form](made)
    shared = share(records, one.choice, TODAY)
    for sort in SORTS:
        for _identity, name in one.tokens.of(make(sort, "md", shared, TODAY, ENGLISH).text):
            assert not name.startswith("sheet")
