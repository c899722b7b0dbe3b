"""Whether a record has a draft in the app, for callers that need no more of drafts."""

from __future__ import annotations

from portfolio.locations import Locations


def has_draft(locations: Locations, identity: str) -> bool:
    """Whether the app has an unsaved change of this record."""
    from portfolio.store.local import drafts

    return bool(drafts.of_record(locations.drafts_folder, locations.data_file, identity))
