"""What the check before handing over finds in one text."""

from __future__ import annotations

from portfolio.journey.sharing.choice import Choice, Names
from portfolio.journey.sharing.leaks import leaks
from portfolio.journey.sharing.share import share
from portfolio.records.record import Record
from tests.builders import TODAY, a_reflection, having


def found_in(text: str, *more: Record, names: Names = "consented") -> list[tuple[str, str]]:
    """Sort and words of each place in a shareable story with this text."""
    records = having(a_reflection("2025-06-01", "success", text, shareable=True), *more)
    found = leaks(share(records, Choice(names=names), TODAY), records, names=names)
    assert all(leak.words in text for leak in found), "what is found is shown as it was typed"
    return [(leak.sort, leak.words) for leak in found]
