"""What another copy of the file brought, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portfolio.store.notices import Notice
from portfolio.store.portfolio_file import Merged
from portfolio.wording import Words


class Brought(NamedTuple):
    """Counts of records, and of texts that were changed on both sides."""

    new: int
    changed: int
    both: int
    notices: tuple[Notice, ...]

    def sentences(self, _: Words) -> Iterator[str]:
        """What came from there; always at least one sentence."""
        if not (self.new or self.changed):
            yield _("Nothing new; your file already held all of it.")
        if self.new:
            yield _.plural("{n} new record.", "{n} new records.", self.new)
        if self.changed:
            yield _.plural("{n} record was changed there.", "{n} records were changed there.", self.changed)
        if self.both:
            yield _.plural(
                "{n} text was changed on both sides; both versions are kept.",
                "{n} texts were changed on both sides; both versions are kept.",
                self.both,
            )


def brought(merged: Merged) -> Brought:
    """The counts of a merge."""
    return Brought(merged.new, merged.changed, merged.both, merged.notices)
