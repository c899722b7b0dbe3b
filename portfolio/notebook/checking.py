"""Whether the portfolio is whole, and what there is to do: each thing by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from portfolio.errors import PortfolioError
from portfolio.notebook.notebook import Notebook
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words


class Said(Protocol):
    """A notice, or a failure: what has a sentence."""

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""


class Finding(NamedTuple):
    """One thing to do, or to know."""

    sort: str
    """"file", "two_versions" or "damaged_field"."""
    about: str
    """A path, or the id of a record."""
    said: Said

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        return self.said.sentence(_)

    def as_json(self, _: Words) -> dict[str, str]:
        """For a program."""
        return {"sort": self.sort, "about": self.about, "sentence": self.sentence(_)}


def check(notebook: Notebook) -> tuple[Finding, ...]:
    """Everything that wants attention; empty when the file is whole and there is nothing to do."""
    path = notebook.locations.data_file
    found = [Finding("file", path, notice) for notice in notebook.notices]
    if not notebook.exists:
        found.append(unreadable(path, PortfolioError(N_("There is no portfolio at {path} yet."), path=path)))
    known = {str(n.parameters.get("kept")) for n in notebook.notices}
    found += [Finding("file", kept, notice) for kept, notice in notebook.older_copies() if kept not in known]
    for record in notebook.records:
        found += _in_record(record)
    return tuple(found)


def unreadable(path: str, failure: PortfolioError) -> Finding:
    """A file that could not be opened at all."""
    return Finding("file", path, failure)


def _in_record(record: Record) -> Iterator[Finding]:
    if record.conflicts:
        names = ", ".join(map(clean_line, record.conflicts))
        message = N_("{about}: two versions of {fields}. See both and choose with: leerreis edit {about}")
        yield Finding("two_versions", record.id, PortfolioError(message, about=record.id, fields=names))
    if record.damaged:
        message = N_("{about}: these fields cannot be read and count as not set: {fields}.")
        names = ", ".join(map(clean_line, record.damaged))
        yield Finding("damaged_field", record.id, PortfolioError(message, about=record.id, fields=names))
