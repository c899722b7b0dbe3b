"""Learning hours: counted by way of learning and year, with the list behind them; and nothing without them."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.journey.sharing.choice import Choice
from portfolio.notebook.export import NO_EVIDENCE, NO_MINUTES, Preview, preview
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.wording import Words
from tests.builders import TODAY
from tests.export.making import made

EN = Words("en")


def note(day: date, minutes: int | None, form: str | None = "coaching", **values: object) -> Record:
    """A shareable note of so many minutes."""
    said = {"title": f"Note of {day}", "answers": {"text": "Words"}, "shareable": True, **values}
    return made("reflection", template="note", date=day, minutes=minutes, form=form, **said)


def hours(*records: Record, choice: Choice | None = None, sort: str = "hours") -> Preview:
    """The document with the hours of these records."""
    return preview(Records.of_all(records), choice or Choice(), TODAY, EN, sort=sort)


def text_of(*records: Record) -> str:
    """Its text, with spaces that can break."""
    return hours(*records).text.replace("\u00a0", " ")


def test_hours_are_summed_by_way_of_learning_and_year_over_all_years() -> None:
    text = text_of(
        note(date(2023, 3, 1), 90), note(date(2025, 5, 1), 45), note(date(2025, 6, 1), 75, "training"),
        note(date(2025, 6, 2), 20, None),
    )  # fmt: skip
    assert "| Way of learning | 2023 | 2025 | Total |" in text
    assert "| On-the-job coaching | 1 h 30 | 45 min | 2 h 15 |" in text
    assert "| Total | 1 h 30 | 2 h 20 | 3 h 50 |" in text
    assert text.index("### 2025: 2 h 20") < text.index("### 2023: 1 h 30")
    assert "1 Mar 2023" in text.split("##")[0]


def test_of_more_than_five_years_the_first_are_taken_together() -> None:
    text = text_of(*(note(date(year, 3, 1), 60) for year in range(2017, 2026)))
    assert "| Way of learning | 2020 and before | 2021 | 2022 | 2023 | 2024 | 2025 | Total |" in text
    assert "| Total | 4 h | 1 h | 1 h | 1 h | 1 h | 1 h | 9 h |" in text


def test_a_given_period_holds() -> None:
    found = hours(note(date(2023, 3, 1), 90), note(date(2025, 5, 1), 45), choice=Choice(since=date(2025, 1, 1)))
    assert "2023" not in found.text


@pytest.mark.parametrize("sort", ["portfolio", "page", "pdp", "evc"])
def test_minutes_are_in_no_other_document(sort: str) -> None:
    found = [note(date(2025, 5, 1), n) for n in (17, 43)]
    without = [record.but(minutes=None) for record in found]
    assert hours(*found, sort=sort).made.data == hours(*without, sort=sort).made.data


def test_a_private_note_adds_no_hours_and_does_not_move_the_first_day() -> None:
    shared = note(date(2025, 5, 1), 45)
    private = note(date(2019, 5, 1), 600, shareable=False)
    assert hours(shared, private).made.data == hours(shared).made.data


def test_without_hours_or_evidence_the_document_says_why_it_is_not_handed_over() -> None:
    assert hours(note(date(2025, 5, 1), None)).lacks == NO_MINUTES
    assert hours(note(date(2025, 5, 1), 10), sort="evc").lacks == NO_EVIDENCE
    assert hours(note(date(2025, 5, 1), 10)).lacks == ""
    assert hours(made("evidence", title="Card", shareable=True), sort="evc").lacks == ""
    assert hours(note(date(2025, 5, 1), None), sort="portfolio").lacks == ""


def test_an_old_diploma_is_in_a_list_of_evidence_without_asking() -> None:
    diploma = made("evidence", title="Old diploma", date=date(1998, 6, 30), shareable=True)
    assert "Old diploma" in hours(diploma, sort="evc").text


def test_evidence_says_where_it_is_when_its_writer_chose_so_and_never_a_path() -> None:
    said = made("evidence", title="Card", location="Folder 3, tab B", say_where=True, shareable=True)
    kept = said.but(say_where=False)
    path = said.but(location="/home/samir/card.pdf")
    assert "Folder 3, tab B" in hours(said, sort="portfolio").text
    assert "Folder 3" not in hours(kept, sort="portfolio").text
    assert "samir" not in hours(path, sort="portfolio").text
