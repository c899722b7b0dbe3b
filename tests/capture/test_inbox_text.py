"""What a text in the inbox becomes: read as text in any case, with what it names linked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.capture.inbox_text import counted, item_of, paragraphs
from portfolio.capture.text_file import day_in, decoded
from tests.builders import a_goal, a_person, a_skill, having

DAY = date(2026, 3, 12)
GOAL, SKILL, ERIK, ERIKA = a_goal("Fault finding"), a_skill("Welding"), a_person("Erik de Vries"), a_person("Erika")
RECORDS = having(GOAL, SKILL, ERIK, ERIKA)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("één".encode(), "één"),
        (b"\xef\xbb\xbfa\r\nb", "a\nb"),
        ("één".encode("utf-16"), "één"),
        (b"\xfe\xff" + "a".encode("utf-16-be"), "a"),
        ("één".encode("latin-1"), None),
        (b"a\0b", None),
        (b"\xff\xfea", None),
    ],
)
def test_a_text_is_read_in_the_encodings_of_phones_and_anything_else_refused(data: bytes, text: str | None) -> None:
    assert decoded(data) == text


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-03-12 boiler.txt", DAY),
        ("IMG_20260312_101500.txt", DAY),
        ("note 2026.03.12.md", DAY),
        ("2026-13-40.txt", None),
        ("12345678901.txt", None),
        ("2026-02-30 2026-03-12.md", DAY),
        ("boiler.txt", None),
    ],
)
def test_a_day_in_the_name_of_a_file(name: str, day: date | None) -> None:
    assert day_in(name) == day


def test_blank_lines_part_the_notes_of_a_running_file() -> None:
    assert paragraphs("\none\n more\r\n \r\ntwo\n\n\n\nthree\n") == ["one\n more", "two", "three"]
    assert list(counted(["a", "b", "a"])) == [("a", 0), ("b", 0), ("a", 1)]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=5))
def test_no_line_with_words_is_lost_between_paragraphs(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join("".join(paragraphs(text)).split())
    assert kept == "".join(text.split())


def test_a_short_first_line_above_text_is_a_title_and_a_lone_line_is_the_note() -> None:
    several = item_of("# The boiler\nBled it first.\nThen measured.", DAY, RECORDS)
    assert several.texts["title"] == ["The boiler"]
    assert several.texts["answers"] == ["text=Bled it first.\nThen measured."]
    assert "title" not in item_of("Bled the boiler", DAY, RECORDS).texts
    long = "word " * 30
    assert item_of(f"{long}\nmore", DAY, RECORDS).texts["answers"] == [f"text={long}\nmore"]


def test_signs_before_words_are_tags_and_links_to_what_exists() -> None:
    text = "Helped @erik with a +fault and +welding, #propane #on-call. Nobody called @Samir or +nothing; mail a@b.nl"
    found = item_of(text, DAY, RECORDS)
    assert found.texts["tags"] == ["propane", "on-call"]
    assert found.texts["goals"] == [GOAL.id]
    assert found.texts["skills"] == [SKILL.id]
    assert "people" not in found.texts, "Erik de Vries and Erika both begin with it"
    assert item_of("@erik-de", DAY, RECORDS).texts.get("people") is None
    assert item_of("@Erika thanks", DAY, RECORDS).texts["people"] == [ERIKA.id]
    assert found.texts["answers"] == [f"text={text}"], "the text is as it was typed"


def test_front_matter_gives_tags_day_and_kind_and_the_rest_of_it_stays_text() -> None:
    found = item_of("---\ntags: [pump, '#heat']\ndate: 2026-01-02\nmood: good\n---\nWell done", DAY, RECORDS)
    assert (found.day, found.texts["tags"]) == (date(2026, 1, 2), ["pump", "heat"])
    assert found.texts["answers"] == ["text=Well done\nmood: good"]
    assert item_of("---\nkind: feedback\n---\nClear @Erika", DAY, RECORDS).texts["from"] == [ERIKA.id]
    evidence = item_of("---\nsoort: bewijs\n---\nJob sheet\nFound the fault", DAY, RECORDS)
    assert (evidence.kind, evidence.texts["title"], evidence.texts["shows"]) == (
        "evidence",
        ["Job sheet"],
        ["Found the fault"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\n: [\n---\ntext",
        "---\na: &a [x]\nb: [*a, *a]\n---\ntext",
        "---\ndeep: {a: {b: c}}\n---\ntext",
        "---\nno end",
        "--- not front matter",
        "---\n- a list\n---\ntext",
        "---\ndate: !!python/object/apply:os.system ['true']\n---\ntext",
    ],
)
def test_what_is_no_front_matter_is_text_and_none_of_it_is_lost(text: str) -> None:
    found = item_of(text, DAY, RECORDS)
    words = " ".join([*found.texts.get("title", []), *found.texts["answers"]])
    assert all(word in words for word in text.split())
