"""What changed since others saw it, from the private log alone."""

from __future__ import annotations

from datetime import UTC, date, datetime

from portfolio.journey.sharing.since_shared import changed_since_shared, last_shared
from portfolio.records.exports import Export
from tests.builders import TODAY, a_goal, having, made


def export(ids: list[str], moment: str | None) -> Export:
    """A note of a document that was handed over."""
    return made(Export, TODAY, made=moment, items=ids)


EARLY, NOON, LATE = (datetime(2026, 5, 4, hour, tzinfo=UTC) for hour in (8, 12, 18))


def test_P9_only_what_was_changed_after_it_was_handed_over_has_to_be_confirmed() -> None:
    still, edited, never = (
        a_goal("Still", modified=EARLY),
        a_goal("Edited", modified=LATE),
        a_goal("Never", modified=LATE),
    )
    records = having(still, edited, never, export([still.id, edited.id], "2026-05-04T12:00:00.000Z"))
    assert changed_since_shared(records) == {edited.id: date(2026, 5, 4)}
    assert changed_since_shared(records, [still.id]) == {}


def test_P9_handing_it_over_again_confirms_it() -> None:
    edited = a_goal("Edited", modified=NOON)
    then, now = export([edited.id], EARLY.isoformat()), export([edited.id], LATE.isoformat())
    assert changed_since_shared(having(edited, then))
    assert not changed_since_shared(having(edited, then, now))
    assert last_shared(having(edited, now, then))[edited.id] == LATE


def test_a_note_without_a_moment_counts_for_nothing() -> None:
    edited = a_goal("Edited", modified=NOON)
    notes = [export([edited.id], text) for text in (None, "", "yesterday", "2026-05-04T12:00:00")]
    assert last_shared(having(edited, *notes)) == {}
