"""Unfinished texts of this portfolio, in the drafts folder on this computer; never in the data file."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from portfolio.capture.entry import Entry, from_payload
from portfolio.locations import Locations
from portfolio.store.local import drafts as kept

NO_DRAFT: Final = kept.NO_DRAFT
"""The stamp of a draft that is not there."""


class Unfinished(NamedTuple):
    """A text that was being written when the app closed, or that was left for later."""

    name: str
    """The name of the draft in the drafts folder."""
    writing: Entry


def keep(locations: Locations, writing: Entry) -> str:
    """Keep what is being typed; one that holds nothing any more is let go. Its stamp. Raises OSError."""
    if not writing.touched:
        discard(locations, writing.name)
        return kept.NO_DRAFT
    payload: dict[str, Any] = {**writing.payload(), kept.FILE: locations.data_file}
    return kept.save(locations.drafts_folder, writing.name, payload)


def keep_words(locations: Locations, name: str, payload: dict[str, Any]) -> None:
    """Keep words that were not typed in the app as a draft that it offers. Raises OSError."""
    kept.save(locations.drafts_folder, name, {**payload, kept.FILE: locations.data_file})


def discard(locations: Locations, name: str) -> None:
    """Let it go: it was saved, or its writer threw it away."""
    kept.discard(locations.drafts_folder, name)


def stamp(locations: Locations, name: str) -> str:
    """The stamp of what is on disk under this name."""
    return kept.stamp(locations.drafts_folder, name)


def load_all(locations: Locations) -> tuple[Unfinished, ...]:
    """What was left, the oldest day first; a draft of another portfolio stays where it is."""
    found: list[Unfinished] = []
    for name, draft in kept.read_all(locations.drafts_folder).items():
        writing = from_payload(name, draft.payload) if draft.payload.get(kept.FILE) == locations.data_file else None
        if writing is not None:
            found.append(Unfinished(name, writing._replace(stamp=draft.stamp)))
    return tuple(sorted(found, key=lambda unfinished: (unfinished.writing.day, unfinished.name)))
