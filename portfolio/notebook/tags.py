"""Calling a tag something else, in every record at once; a name that is used already joins the two."""

from __future__ import annotations

from portfolio.errors import DATA_OR_STATE, PortfolioError
from portfolio.journey.search.tags import Tag, tags, with_tag
from portfolio.notebook.notebook import Notebook, Stored
from portfolio.records.equivalence import caseless
from portfolio.wording import N_


class NoSuchTag(PortfolioError):
    """Nothing has that tag."""

    exit_status = DATA_OR_STATE


def known(notebook: Notebook) -> tuple[Tag, ...]:
    """Every tag that is used."""
    return tags(notebook.records)


def rename(notebook: Notebook, old: str, new: str) -> Stored:
    """One act over all records that have the tag. Raises NoSuchTag when none has."""
    found = next((tag for tag in known(notebook) if caseless(tag.name) == caseless(old.strip())), None)
    if found is None:
        raise NoSuchTag(N_("Nothing has the tag “{tag}”; nothing was changed. See: leerreis tags"), tag=old.strip())
    drafting = notebook.drafting()
    for identity in found.records:
        record = notebook.record(identity)
        drafting.edit(identity, record.kind, {"tags": list(with_tag(record.tags, old, new.strip()))})
    return notebook.save(drafting)
