"""Whether the portfolio is whole, and what there is to do: each thing by its name."""

from __future__ import annotations

from typing import Any, NamedTuple

from portfolio.notebook.notebook import Notebook
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words


class Finding(NamedTuple):
    """One thing to do, or to know."""

    sort: str
    """"file", "two_versions" or "damaged_field"."""
    message: str
    parameters: dict[str, object]

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        return _(self.message).format(**self.parameters)

    def as_json(self, _: Words) -> dict[str, Any]:
        """For a program: the sort, what it is about, and the sentence."""
        return {"sort": self.sort, "about": self.parameters.get("about", ""), "sentence": self.sentence(_)}


def check(notebook: Notebook) -> tuple[Finding, ...]:
    """Everything that wants attention; empty when the file is whole and there is nothing to do."""
    path = notebook.locations.data_file
    found = [Finding("file", n.message, {**n.parameters, "about": path}) for n in notebook.notices]
    if not notebook.exists:
        found.append(Finding("file", N_("There is no portfolio at {about} yet."), {"about": path}))
    for record in notebook.records:
        found += _in_record(record)
    return tuple(found)


def _in_record(record: Record) -> list[Finding]:
    found = []
    if record.conflicts:
        names = ", ".join(map(clean_line, record.conflicts))
        message = N_("{about}: two versions of {fields}. See both and choose with: leerreis edit {about}")
        found.append(Finding("two_versions", message, {"about": record.id, "fields": names}))
    if record.damaged:
        message = N_("{about}: these fields cannot be read and count as not set: {fields}.")
        found.append(Finding("damaged_field", message, {"about": record.id, "fields": ", ".join(record.damaged)}))
    return found
