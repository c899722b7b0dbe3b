"""What lies ahead, and the calendar file, read back by another reader than the one that wrote it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from portfolio.export.ics import render
from portfolio.journey.facts.appointments import ahead
from portfolio.records.collection import Records
from portfolio.wording import Words
from tests.builders import TODAY, a_conversation, a_goal, a_person, a_profile, an_agreement, having

NOOR = a_person('Noor; the "boss", yes', "team leader")
CONVERSATION = a_conversation("2026-01-20", with_=NOOR, state="preparing")
HELD = a_conversation("2025-12-20", state="held")
AGREED = an_agreement(
    CONVERSATION, "Watch, listen; [b]ask[/b]\nand wait 漢字 " + "long " * 40, due="2026-02-01", check_on="2026-01-15"
)
DONE = an_agreement(CONVERSATION, "Done", due="2026-02-01", state="done")
GOAL = a_goal("Explain", due="2026-03-01")
OLD = a_goal("Old", due="2025-03-01")
REACHED = a_goal("Reached", state="achieved", due="2026-03-01")


def everything(**profile: Any) -> Records:
    return having(a_profile("Samir", **profile), NOOR, CONVERSATION, HELD, AGREED, DONE, GOAL, OLD, REACHED)


def events(records: Records, language: str = "en", **more: bool) -> list[Any]:
    """The events of the file, by the other reader."""
    data = render(ahead(records, TODAY), Words(language), **more)  # type: ignore[arg-type]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return list(vobject.readOne(data.decode("utf-8")).vevent_list)


def test_what_is_open_and_to_come_is_there_by_day_and_nothing_else() -> None:
    found = ahead(everything(review_day=5), TODAY).appointments
    assert [(a.date.isoformat(), a.sort) for a in found] == [
        ("2025-12-19", "review"),
        ("2026-01-15", "agreement_check"),
        ("2026-01-20", "conversation"),
        ("2026-02-01", "agreement"),
        ("2026-03-01", "goal"),
    ]


@pytest.mark.parametrize(("weekday", "when"), [(1, "2025-12-15"), (2, "2025-12-16"), (7, "2025-12-21")])
def test_the_review_is_on_its_weekday_from_today_on(weekday: int, when: str) -> None:
    (review,) = ahead(having(a_profile("Samir", review_day=weekday)), TODAY).appointments
    assert review.date == date.fromisoformat(when)


def test_another_reader_finds_the_same_days_and_words() -> None:
    found = events(everything(review_day=5))
    assert [event.dtstart.value.isoformat() for event in found] == [
        a.date.isoformat() for a in ahead(everything(review_day=5), TODAY).appointments
    ]
    words = [event.summary.value for event in found]
    assert words[0] == "Weekly review"
    assert words[1].startswith("Review agreement: Watch, listen; [b]ask[/b] and wait 漢字")
    assert words[2] == "Check-in with my team leader"
    assert found[0].rrule.value == "FREQ=WEEKLY"
    assert all(event.valarm.trigger.value.total_seconds() == 9 * 3600 for event in found)


def test_each_has_an_id_that_stays_and_none_has_that_of_another() -> None:
    first, again = (
        [event.uid.value for event in events(records)]
        for records in (everything(review_day=5), everything(review_day=1))
    )
    assert len(set(first)) == len(first)
    assert set(first) == set(again)


def test_without_own_words_none_of_them_is_in_it() -> None:
    data = render(ahead(everything(review_day=5), TODAY), Words("nl"), own_words=False).decode()
    for word in ("Watch", "Explain", "Noor", "team leader", "Voortgangsgesprek"):
        assert word not in data
    assert "Terugkijken op een leerdoel" in data


def test_the_same_records_give_the_same_bytes() -> None:
    assert render(ahead(everything(), TODAY), Words("en")) == render(ahead(everything(), TODAY), Words("en"))
