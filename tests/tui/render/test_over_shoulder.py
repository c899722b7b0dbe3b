"""Over the shoulder a record says what a document says of it: the same facts, with their days, and nothing made up."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from portfolio import locations
from portfolio.journey.sharing.rules import ALLOWED
from portfolio.journey.sharing.shown import day_shown, is_copy, tells
from portfolio.journey.sharing.shown_days import days_of_records, ends_of_records
from portfolio.notebook import demo, open_notebook
from portfolio.present.titles import heading
from portfolio.present.values import value_words
from portfolio.records.collection import Records
from portfolio.records.record import Record, attribute_name
from portfolio.tui.conversation import rows as conversation_rows
from portfolio.tui.feedback import rows as feedback_rows
from portfolio.tui.goals import rows as goals_rows
from portfolio.tui.palette.rows import record_name
from portfolio.tui.reflections import rows as reflections_rows
from portfolio.tui.render.filter import ListFilter, years_of
from portfolio.tui.render.record import reading
from portfolio.tui.render.related import related_row
from portfolio.tui.services.session import shared_of
from portfolio.tui.services.state import AppState
from portfolio.tui.skills import rows as skills_rows
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.rows import Row
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.dates import day_in_full, day_short
from portfolio.wording.levels import no_level
from portfolio.wording.names import field_label
from tests.builders import TODAY, a_conversation, a_feedback, a_goal, a_person, a_rating, a_skill, having

LISTS = (conversation_rows, feedback_rows, goals_rows, reflections_rows, skills_rows)


def words(line: Line) -> str:
    return "".join(span.text for span in line)


def shown(row: Row) -> str:
    return f"{words(row.left)} | {words(row.right)}"


def over(records: Records, language: Language = "nl", today: date = TODAY) -> AppState:
    shared = shared_of(records, today)
    return AppState(Words(language), today, shared.records, shared=shared, looked_on=True)


def everything(look: AppState) -> dict[str, list[str]]:
    """By record what is shown of it: to read, below another, in its list, and to find."""
    found: dict[str, list[str]] = {}
    for record in look.records:
        found[record.id] = [words(line) for line in reading(record, look, 100)]
        found[record.id] += [shown(related_row(record, look)), words(record_name(record, look)[1])]
    for each in LISTS:
        in_list = list(each.listed(look, ListFilter()))
        row_of = each.row_maker(look, in_list)
        for listed in in_list:
            if isinstance(listed, Record):
                found[listed.id].append(shown(row_of(listed, look, 100)))
    return found


def days_that_leave(record: Record, look: AppState) -> set[str]:
    """Every day that the document could say of a record, in the words of each form; of a skill those of ratings."""
    allowed = ALLOWED.get(record.kind)
    days = [getattr(record, attribute_name(name)) for name in allowed.fields] if allowed else []
    days += [record.date] if allowed and allowed.dated else []
    if record.kind == "skill":
        days += [rating.date for rating in look.records.of_kind("rating")]
        days += [getattr(proof, "valid_until", None) for proof in look.records.of_kind("evidence")]
    _ = look.words
    known = [day for day in days if isinstance(day, date)]
    return {day_short(day, _) for day in known} | {day_in_full(day, _).partition(" ")[2] for day in known}


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_the_example_every_fact_leaves_and_every_fact_that_leaves_is_shown(home: Path, language: Language) -> None:
    notebook = open_notebook(locations.find(os.environ), today=demo.TODAY, now=lambda: datetime.now(UTC))
    demo.fill(notebook, language)
    look = over(notebook.read.records, language, demo.TODAY)
    _ = look.words
    day = re.compile(r"\b\d{1,2} [^\W\d_]{3,9}\.? \d{4}\b")
    told = everything(look)
    for record in look.records:
        lines = told[record.id]
        text = "\n".join(lines)
        assert is_copy(record)
        own = "\n".join(str(getattr(record, attribute_name(name))) for name in record.fields)
        known = days_that_leave(record, look)
        assert {found for found in day.findall(text) if found not in own} <= known, (record, lines)
        assert "1970" not in text
        assert not re.search(r"(\S.*\S) · \1(?: |$)", text, re.MULTILINE), (record, lines)
        for name in record.fields:
            if not tells(record, name) and record.fields[name].sort not in ("link", "links", "keyed"):
                label = field_label(name, _, record.kind)
                assert not any(line.startswith(f"{label}  ") for line in lines), (record, label)
        for name in ALLOWED[record.kind].fields if record.kind in ALLOWED else ():
            value = getattr(record, attribute_name(name))
            spec = record.fields[name]
            plain = spec.sort in ("choice", "day") and record.kind not in ("rating", "skill", "conversation")
            if value and plain:
                assert name == "template" or value_words(record, name, value, look.records, _) in text, (record, name)


@pytest.mark.parametrize(("language", "word"), [("nl", "collega"), ("en", "colleague")])
def test_who_may_not_be_named_is_called_one_word_in_the_language_that_is_on(language: Language, word: str) -> None:
    nobody, manager = a_person("Erik", ""), a_person("Anna", "manager")
    said = a_feedback("2025-05-01", "Well done", from_=nobody, permission="yes", shareable=True)
    conversation = a_conversation("2025-06-01", with_=nobody, shareable=True)
    skill = a_skill("Measuring", shareable=True)
    rating = a_rating(skill, 3, "2025-05-01", rater=manager, shareable=True)
    look = over(having(nobody, manager, said, conversation, skill, rating), language)
    assert len(look.records.of_kind("person")) == 2
    text = "\n".join(line for lines in everything(look).values() for line in lines)
    assert word in text and "Erik" not in text and "Anna" not in text
    assert "colleague" not in text or language == "en"
    assert ("leidinggevende" if language == "nl" else "manager") in text
    for person in look.records.of_kind("person"):
        name = heading(person, look.records, look.words)
        assert next(words(line) for line in reading(person, look, 80)) == name
        assert "1970" not in "\n".join(everything(look)[person.id])
        assert day_shown(person) is None


def test_permission_is_not_said_at_all_and_the_giver_and_day_are() -> None:
    chef = a_person("Erik", "chef")
    said = a_feedback("2025-05-01", "Well done", from_=chef, permission="yes", shareable=True)
    look = over(having(said, chef))
    lines = "\n".join(everything(look)[said.id])
    assert field_label("permission", look.words, "feedback") not in lines
    assert "niet gevraagd" not in lines
    assert "1 mei 2025" in lines and "chef" in lines
    alone = AppState(Words("nl"), TODAY, having(said, chef))
    own = "\n".join(words(line) for line in reading(said, alone, 80))
    assert field_label("permission", alone.words, "feedback") in own, "one's own record says it"


def test_a_kind_without_a_day_in_a_document_has_none_here_and_offers_no_year() -> None:
    skill = a_skill("Measuring", "2021-02-03", target=4, shareable=True)
    goal = a_goal("Measure", "2024-03-01", shareable=True)
    old = a_feedback("2019-05-01", "Private", permission="yes")
    look = over(having(skill, goal, old, a_person("Erik")))
    shown_days = set(days_of_records(look.records))
    assert shown_days == {date(2024, 3, 1)} == set(ends_of_records(look.records))
    assert years_of(look.records) == ["2024"]
    text = "\n".join(line for lines in everything(look).values() for line in lines)
    assert not re.search(r"20(?:18|19|20|21|23)", text)
    assert look.shared is not None and look.shared.period.since == date(2021, 2, 3), "nothing private counts"
    assert "1 maart 2024" in text
    assert "4 Gevorderd" in text, "a target leaves without a level"
    assert no_level(look.words) not in text.casefold() and "geen bewijs" not in text, "there may be some that stays"
