"""What is being written in the app and is not saved yet, for those who only need to know that it is there."""

from __future__ import annotations

from portfolio.locations import Locations


def has_draft(locations: Locations, identity: str) -> bool:
    """Whether a change of this record was begun in the app and not saved."""
    from portfolio.store.local import drafts

    return bool(drafts.of_record(locations.drafts_folder, locations.data_file, identity))
