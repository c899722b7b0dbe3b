"""Save an entry, whichever face it was written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.journey.fold import fold
from portfolio.notebook import entries
from portfolio.notebook.results import Stored
from portfolio.records.problems import Problem
from portfolio.wording import N_

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
    namesake: bool = False
    """Whether there was already another record of this kind with the same name."""


_NAMESAKES: Final = {
    "goal": N_("You already had a learning goal with this name."),
    "skill": N_("You already had a skill with this name."),
    "evidence": N_("You already had a piece of evidence with this name."),
    "person": N_("You already had a person with this name."),
}
"""What is said of a second record with the same name, by kind; of other kinds nothing is said."""


def save_entry(nb: Notebook, entry: Entry, _: Words) -> SavedEntry:
    """Save an entry in the notebook; nothing is stored when there are problems. Raises PortfolioError."""
    if nb.changed_outside():
        with suppress(PortfolioError):  # saving reports a file that cannot be read now
            nb.look()
    if entry.record and not nb.read.knows(entry.record):
        return SavedEntry(gone=True)
    entry, lost = entries.without_lost(entry, nb.read.records)
    namesake = _has_namesake(nb, entry)
    batch = nb.batch()
    changed = entries.change(batch, entry) if entry.record else False
    if not entry.record:
        entries.add_to(batch, entry, _)
    if batch.problems:
        return SavedEntry(problems=tuple(batch.problems))
    decided = entries.decided(nb, entry) if entry.record and not entry.by_question else {}
    if not (changed or decided or batch.drafts):
        return SavedEntry()
    if entry.record:
        seen = _seen_in_questions(nb, entry) if entry.by_question else entry.seen
        return SavedEntry(nb.write.save(batch, seen=seen, settles=decided), lost=lost, namesake=namesake)
    return SavedEntry(nb.write.save(batch, create_file=True), lost=lost, namesake=namesake)


def _seen_in_questions(nb: Notebook, entry: Entry) -> Mapping[str, Sequence[str]]:
    """The versions that a question showed: of a text with two versions only the one in its box, unlike a form."""
    seen = dict(entry.seen)
    for conflict in nb.read.conflicts(entry.record):
        others = {
            vid
            for version in conflict.versions
            if entries.as_typed(version.value) != entry.shown.get(conflict.field, "")
            for vid in version.ids
        }
        if conflict.field in seen:
            seen[conflict.field] = tuple(vid for vid in seen[conflict.field] if vid not in others)
    return seen


def _has_namesake(nb: Notebook, entry: Entry) -> bool:
    """Whether another record of this kind has the name that is given now."""
    if entry.kind not in _NAMESAKES:
        return False
    field = "name" if entry.kind == "person" else "title"
    name = fold(" ".join(entry.changed.get(field, "").split()))
    others = (record for record in nb.read.records.of_kind(entry.kind) if record.id != entry.record)
    return bool(name) and any(fold(" ".join(other.heading.split())) == name for other in others)


def with_remarks(sentence: str, entry: Entry, done: SavedEntry, _: Words) -> str:
    """The sentence about a saved entry, completed when a link was left out or the name is not the only one."""
    remarks = [sentence]
    if done.lost:
        remarks.append(_("Something it was linked to no longer exists; that link was left out."))
    if done.namesake:
        remarks.append(_(_NAMESAKES[entry.kind]))
    return " ".join(remarks)
