"""Tags of many records at once: renamed, where a name that is used already joins the two; given; taken off."""

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
    """Nothing has that tag."""

    exit_status = DATA_OR_STATE


class Tagged(NamedTuple):
    """What came of giving or taking a tag."""

    stored: Stored
    many: int
    """How many records changed."""


def known(notebook: Notebook) -> tuple[Tag, ...]:
    """Every tag that is used."""
    return tags(notebook.read.records)


def rename(notebook: Notebook, old: str, new: str) -> Stored:
    """One act over all records that have the tag. Raises NoSuchTag when none has."""
    found = next((tag for tag in known(notebook) if caseless(tag.name) == caseless(old.strip())), None)
    if found is None:
        raise NoSuchTag(N_("Nothing has the tag “{tag}”; nothing was changed. See: leerreis tags"), tag=old.strip())
    drafting = notebook.drafting()
    for identity in found.records:
        record = notebook.read.record(identity)
        drafting.edit(identity, record.kind, {"tags": list(with_tag(record.tags, old, new.strip()))})
    return notebook.write.save(drafting)


def tag_records(notebook: Notebook, ids: Sequence[str], tag: str, *, tagged: bool) -> Tagged | None:
    """Give these records a tag or take it off them, in one act; None when that changes none of them."""
    drafting, count = notebook.drafting(), 0
    for identity in ids:
        record = notebook.read.record(identity)
        held = any(caseless(each.strip()) == caseless(tag.strip()) for each in record.tags)
        if held != tagged:
            tags_now = (*record.tags, tag.strip()) if tagged else with_tag(record.tags, tag, "")
            drafting.edit(identity, record.kind, {"tags": list(tags_now)})
            count += 1
    return Tagged(notebook.write.save(drafting), count) if count else None
