"""The document that someone is about to hand over: made from what may be shared, and written where they say."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from portfolio.journey.period import Period
from portfolio.journey.sharing import Choice, period_of
from portfolio.notebook.exporting import Preview, hand_over, preview
from portfolio.wording import Language, Words

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


class Leaving(NamedTuple):
    """Exactly what would leave, and over which period."""

    preview: Preview
    period: Period


def prepare(notebook: Notebook, form: str, language: Language, today: date) -> Leaving:
    """Make the document of the last twelve months. Nothing is written."""
    choice = Choice()
    made = preview(notebook.records, choice, today, Words(language), sort=form)
    return Leaving(made, period_of(choice, today))


def write(notebook: Notebook, leaving: Leaving, path: str, *, force: bool) -> str:
    """Write the document and note it privately; returns the whole path. Raises NotWritten with a sentence."""
    whole = os.path.abspath(os.path.expanduser(path))
    hand_over(notebook, leaving.preview, whole, force=force)
    return whole
