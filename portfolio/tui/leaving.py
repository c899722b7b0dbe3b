"""The document that someone is about to hand over: made from what may be shared, and written where they say."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portfolio.export.files import file_name, save
from portfolio.export.registry import make
from portfolio.journey.sharing import Choice, Item, export_items, persons_mentioned, share
from portfolio.wording import Language, Words

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Leaving:
    """Exactly what would leave."""

    form: str
    language: Language
    data: bytes
    items: tuple[Item, ...]
    persons: tuple[str, ...]
    name: str
    """The file name to propose."""
    since: date
    until: date

    @property
    def text(self) -> str:
        """The document as it will be read."""
        return self.data.decode("utf-8")


def prepare(notebook: Notebook, form: str, language: Language, today: date) -> Leaving:
    """Make the document of the last twelve months. Nothing is written."""
    shared = share(notebook.records, Choice(), today)
    made = make(form, "md", shared, today, Words(language))
    found = {item.id: item for item in export_items(shared)}
    items = tuple(found[identity] for identity in made.items if identity in found)
    return Leaving(
        form,
        language,
        made.data,
        items,
        persons_mentioned(shared),
        file_name(made.title, "md"),
        shared.period.since,
        shared.period.until,
    )


def write(notebook: Notebook, leaving: Leaving, path: str, *, force: bool) -> str:
    """Write the document; returns the whole path. Raises NotWritten with a sentence."""
    whole = os.path.abspath(os.path.expanduser(path))
    save(whole, leaving.data, force=force, never=(notebook.locations.data_file,))
    return whole
