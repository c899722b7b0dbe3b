"""Save an entry, whichever face it was written in."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.notebook import entries
from portfolio.notebook.results import Stored
from portfolio.records.problems import Problem

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.notebook.notebook import Notebook
    from portfolio.wording import Words


class SavedEntry(NamedTuple):
    """The outcome."""

    stored: Stored | None = None
    """The change; None when nothing was changed or filled in, or when it could not be saved."""
    problems: Sequence[Problem] = ()
    gone: bool = False
    """Whether the record to change no longer exists."""
    lost: bool = False
    """Whether a link was left out because its record was deleted."""


def save_entry(nb: Notebook, entry: Entry, _: Words) -> SavedEntry:
    """Save an entry in the notebook; nothing is stored when there are problems. Raises PortfolioError."""
    if nb.changed_outside():
        with suppress(PortfolioError):  # saving reports a file that cannot be read now
            nb.look()
    if entry.record and not nb.read.knows(entry.record):
        return SavedEntry(gone=True)
    entry, lost = entries.without_lost(entry, nb.read.records)
    batch = nb.batch()
    changed = entries.change(batch, entry) if entry.record else False
    if not entry.record:
        entries.add_to(batch, entry, _)
    if batch.problems:
        return SavedEntry(problems=tuple(batch.problems))
    decided = entries.decided(nb, entry) if entry.record else {}
    if not (changed or decided or batch.drafts):
        return SavedEntry()
    if entry.record:
        return SavedEntry(nb.write.save(batch, seen=entry.seen, settles=decided), lost=lost)
    return SavedEntry(nb.write.save(batch, create_file=True), lost=lost)


def with_lost_link(sentence: str, lost: bool, _: Words) -> str:
    """The sentence about a saved entry, completed when a link was left out."""
    more = _("Something it was linked to no longer exists; that link was left out.")
    return f"{sentence} {more}" if lost else sentence
