"""Write the document that was prepared, unless it is no longer what the user saw."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from portfolio.export import form
from portfolio.export.endings import format_of
from portfolio.notebook.export import Preview, hand_over
from portfolio.notebook.export_request import ExportDraft, prepare

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


def is_current(notebook: Notebook, draft: ExportDraft, today: date) -> bool:
    """Whether the document would be the same now, after what arrived since it was shown."""
    if notebook.changed_outside():
        notebook.look()
    return prepare(notebook.read.records, draft.request, today, draft.form).preview.made == draft.preview.made


class Written(NamedTuple):
    """A document that was written."""

    path: str
    noted: bool
    """Whether it was logged privately, with a copy of the document."""


def as_file(draft: ExportDraft, path: str) -> Preview:
    """The document in the format of the ending of `path`; a form that was filled in as it is. Raises UsageError.

    Typesetting takes a second for a long document, so this uses nothing of the notebook.
    """
    if draft.form is not None:
        form.refuse_itself(draft.form.path, path)
        return draft.preview
    return draft.preview.as_file(format_of(path) or "md")


def write(notebook: Notebook, draft: ExportDraft, path: str, *, force: bool) -> Written:
    """Make the document in the format of the ending, write it to `path` and log it. Raises NotWritten."""
    return write_made(notebook, as_file(draft, path), path, force=force, recipient=draft.recipient)


def write_made(notebook: Notebook, document: Preview, path: str, *, force: bool, recipient: str = "") -> Written:
    """Write a document that was made to `path`, and log it with its recipient. Raises NotWritten."""
    whole = os.path.abspath(os.path.expanduser(path))
    return Written(whole, hand_over(notebook, document, whole, force=force, recipient=recipient))
