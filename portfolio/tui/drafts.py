"""Unfinished texts of this portfolio, in the drafts folder on this computer; never in the data file."""

from __future__ import annotations

from typing import Any

from portfolio.locations import Locations
from portfolio.store import drafts as kept
from portfolio.tui.look import Unfinished
from portfolio.tui.writings import Writing, from_payload


def keep(locations: Locations, writing: Writing) -> None:
    """Keep what is being typed; one that holds nothing any more is let go. Raises OSError."""
    if not writing.touched:
        discard(locations, writing.name)
        return
    payload: dict[str, Any] = {**writing.payload(), kept.FILE: locations.data_file}
    kept.save(locations.drafts_folder, writing.name, payload)


def discard(locations: Locations, name: str) -> None:
    """Let it go: it was saved, or its writer threw it away."""
    kept.discard(locations.drafts_folder, name)


def load_all(locations: Locations) -> tuple[Unfinished, ...]:
    """What was left, the oldest first; a draft of another portfolio stays where it is."""
    found = kept.load_all(locations.drafts_folder)
    mine = {name: payload for name, payload in found.items() if payload.get(kept.FILE) == locations.data_file}
    read = ((name, from_payload(name, payload)) for name, payload in sorted(mine.items()))
    return tuple(Unfinished(name, writing) for name, writing in read if writing is not None)
