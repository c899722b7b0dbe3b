"""Change tags of many records at once: rename (which joins tags with the same name), give, remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from portfolio.errors import DATA_OR_STATE, PortfolioError
from portfolio.journey.search.tags import Tag, tags, with_tag
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored
from portfolio.records.equivalence import caseless
from portfolio.wording import N_


class NoSuchTag(PortfolioError):
    """No record has that tag."""

    exit_status = DATA_OR_STATE


class Tagged(NamedTuple):
    """The outcome of giving or removing a tag."""

    stored: Stored
    many: int
    """The number of records that changed."""


def known(notebook: Notebook) -> tuple[Tag, ...]:
    """Every tag in use."""
    return tags(notebook.read.records)


def rename(notebook: Notebook, old: str, new: str) -> Stored:
    """Rename a tag in all records that have it, as one change. Raises NoSuchTag when none has."""
    found = next((tag for tag in known(notebook) if caseless(tag.name) == caseless(old.strip())), None)
    if found is None:
        raise NoSuchTag(N_("Nothing has the tag “{tag}”; nothing was changed. See: leerreis tags"), tag=old.strip())
    batch = notebook.batch()
    for identity in found.records:
        record = notebook.read.record(identity)
        batch.edit(identity, record.kind, {"tags": list(with_tag(record.tags, old, new.strip()))})
    return notebook.write.save(batch)


def tag_records(notebook: Notebook, ids: Sequence[str], tag: str, *, tagged: bool) -> Tagged | None:
    """Give these records a tag or remove it, as one change; None when that changes no record."""
    batch, count = notebook.batch(), 0
    for identity in ids:
        record = notebook.read.record(identity)
        held = any(caseless(each.strip()) == caseless(tag.strip()) for each in record.tags)
        if held != tagged:
            tags_now = (*record.tags, tag.strip()) if tagged else with_tag(record.tags, tag, "")
            batch.edit(identity, record.kind, {"tags": list(tags_now)})
            count += 1
    return Tagged(notebook.write.save(batch), count) if count else None
