"""The drafts of this portfolio, in the drafts folder on this computer; never in the data file."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from portfolio.capture.entry import Entry, from_payload
from portfolio.locations import Locations
from portfolio.store.local import drafts as kept

NO_DRAFT: Final = kept.NO_DRAFT
"""The stamp of a draft that does not exist."""


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
