"""The drafts of this portfolio, in the drafts folder on this computer; never in the data file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from portfolio.capture.entry import Entry, first_words, from_payload
from portfolio.journey.fold import fold
from portfolio.journey.prompts.if_then_plans import WEEK
from portfolio.locations import Locations
from portfolio.present.titles import person_word
from portfolio.records.collection import Records
from portfolio.records.kinds import fields
from portfolio.records.persons import Person
from portfolio.records.templates import EVENING, QUARTER
from portfolio.sanitise import clean_line
from portfolio.store.local import drafts as kept
from portfolio.wording import Words
from portfolio.wording.names import choice_label

NO_DRAFT: Final = kept.NO_DRAFT
"""The stamp of a draft that does not exist."""

_IN_PLACE: Final[Mapping[str, frozenset[str]]] = {
    "reflections": frozenset({"reflection"}),
    "goals": frozenset({"goal", "step", "measure", "reading"}),
    "feedback": frozenset({"feedback", "request"}),
    "skills": frozenset({"skill", "rating", "evidence"}),
    "conversation": frozenset({"conversation", "agreement", "need", "person", "profile"}),
}
"""The kinds whose drafts a place offers: what it lists, and what is a part of that."""


class Unfinished(NamedTuple):
    """A text that was being written when the app closed, or that was left for later."""

    name: str
    """The name of the draft in the drafts folder."""
    entry: Entry


def keep(locations: Locations, entry: Entry) -> str:
    """Save an entry as a draft, or discard its draft when it is empty. Its stamp. Raises OSError."""
    if not entry.touched:
        discard(locations, entry.name)
        return kept.NO_DRAFT
    payload: dict[str, Any] = {**entry.payload(), kept.FILE: locations.data_file}
    return kept.save(locations.drafts_folder, entry.name, payload)


def keep_words(locations: Locations, name: str, payload: dict[str, Any]) -> None:
    """Save text that was not typed in the app as a draft that the app offers. Raises OSError."""
    kept.save(locations.drafts_folder, name, {**payload, kept.FILE: locations.data_file})


def discard(locations: Locations, name: str) -> None:
    """Delete a draft: its entry was saved, or the user discarded it."""
    kept.discard(locations.drafts_folder, name)


def stamp(locations: Locations, name: str) -> str:
    """The stamp of the draft on disk under this name."""
    return kept.stamp(locations.drafts_folder, name)


def load_all(locations: Locations) -> tuple[Unfinished, ...]:
    """The drafts of this portfolio, oldest day first; drafts of other portfolios are ignored."""
    found: list[Unfinished] = []
    for name, draft in kept.read_all(locations.drafts_folder).items():
        entry = from_payload(name, draft.payload) if draft.payload.get(kept.FILE) == locations.data_file else None
        if entry is not None:
            found.append(Unfinished(name, entry._replace(stamp=draft.stamp)))
    return tuple(sorted(found, key=lambda unfinished: (unfinished.entry.day, unfinished.name)))


def of_place(place: str, found: Iterable[Unfinished]) -> list[Unfinished]:
    """The drafts of what belongs in a place with a list, by the id of the place."""
    kinds = _IN_PLACE.get(place, ())
    return [unfinished for unfinished in found if unfinished.entry.kind in kinds]


def called(entry: Entry, records: Records, _: Words) -> str:
    """What a draft is about: a conversation by its sort and person, anything else by its first text."""
    if entry.kind != "conversation":
        return first_words(entry)
    sort = choice_label("sort", entry.text("sort") or fields("conversation")["sort"].default or "", _, "conversation")
    person = records.find(Person, entry.text("with"))
    who = " ".join(clean_line(person_word(person, _) if person is not None else entry.text("with")).split())
    return _("{conversation} with {who}").format(conversation=sort, who=who) if who else sort


def is_begun_twice(entry: Entry, drafts: Iterable[Entry]) -> bool:
    """Whether another draft of something new of the same sort begins with the same words."""
    words = fold(first_words(entry))
    return not entry.record and any(
        (draft.kind, draft.template) == (entry.kind, entry.template) and fold(first_words(draft)) == words
        for draft in drafts
        if draft.name != entry.name and not draft.record
    )


def begun(entry: Entry, drafts: Sequence[Entry]) -> Entry | None:
    """The draft of an entry that exists once: per day, week or quarter, or the profile. `drafts` have the oldest first.

    None for an entry that was written on already.
    """
    if entry.record or entry.stamp or entry.own or entry.touched:
        return None
    return next((draft for draft in reversed(drafts) if _is_same_occasion(entry, draft)), None)


def _is_same_occasion(entry: Entry, draft: Entry) -> bool:
    """Whether a new text is for the same day, week or quarter as the draft, or both are the profile."""
    if draft.record or draft.own or (draft.kind, draft.template) != (entry.kind, entry.template):
        return False
    day, other = entry.day, draft.day
    occasions: dict[str, bool] = {
        EVENING: day == other,
        WEEK: day.isocalendar()[:2] == other.isocalendar()[:2],
        QUARTER: (day.year, (day.month - 1) // 3) == (other.year, (other.month - 1) // 3),
    }
    return entry.kind == "profile" or occasions.get(entry.template, False)


def of_change(entry: Entry, drafts: Sequence[Entry]) -> Entry:
    """The draft that changes the same record as this entry; the entry itself when there is none."""
    found = [draft for draft in drafts if draft.record == entry.record and draft.kind == entry.kind]
    return next((draft for draft in found if draft.name == entry.name), found[-1] if found else entry)
