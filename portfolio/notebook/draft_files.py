"""The drafts that one running face writes, without overwriting words that its user was not shown.

Before a draft is replaced or removed it is compared with what this face loaded or wrote under that name. If it differs,
because another window wrote it, it is left alone and the words go to a draft beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.notebook import drafts
from portfolio.notebook.drafts import NO_DRAFT

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.locations import Locations

_MOST: Final = 100
"""The most drafts of one text beside each other."""


class DraftFiles:
    """Writes and discards drafts; used on one thread at a time."""

    def __init__(self) -> None:
        """No draft is known yet."""
        self._stamps: dict[str, str] = {}
        """Stamp of each draft as it was last loaded or written here, by name."""
        self._aside: dict[str, str] = {}
        """Replacement name for a draft whose own file holds unseen words."""

    def open(self, entry: Entry) -> None:
        """Open a text: from now on it may replace only the draft that it was loaded from."""
        self._stamps[entry.name] = entry.stamp
        self._aside.pop(entry.name, None)

    def write(self, locations: Locations, entry: Entry) -> str:
        """Write a text under its name, or under a free name when that file holds unseen words.

        Returns the name of its draft; empty when the text is empty, which leaves no draft. Raises OSError.
        """
        own = self._aside.get(entry.name, entry.name)
        found = drafts.stamp(locations, own)
        if found in (NO_DRAFT, self._stamps.get(own, NO_DRAFT)):
            self._stamps[own] = drafts.keep(locations, entry._replace(name=own))
        elif entry.touched:
            own = self._aside[entry.name] = _free_name(locations, entry.name)
            self._stamps[own] = drafts.keep(locations, entry._replace(name=own))
        return own if entry.touched else ""

    def discard(self, locations: Locations, name: str, stamp: str = "") -> None:
        """Discard a draft that was saved or thrown away; with a `stamp`, only when the file still has that stamp."""
        own = self._aside.pop(name, name)
        known = stamp or self._stamps.get(own, NO_DRAFT)
        if drafts.stamp(locations, own) == known:
            drafts.discard(locations, own)
            self._stamps.pop(own, None)


def _free_name(locations: Locations, name: str) -> str:
    """Return a free draft name derived from `name`.

    Raises FileExistsError when there is none, as in a folder where no name can be looked up.
    """
    for n in range(2, _MOST):
        if drafts.stamp(locations, f"{name}~{n}") == NO_DRAFT:
            return f"{name}~{n}"
    raise FileExistsError(name)
