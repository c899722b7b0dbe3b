"""The rows with the periods that a picture can show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.capture.periods import days_of, name_of, offered
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import period_in_words

OWN_DAYS: Final = "between"
"""Key of the row for own days."""


def rows(state: AppState) -> Iterator[Row]:
    """Yield a row per period with its days; the last row is for own days."""
    _ = state.words
    for chosen in offered(state):
        days = days_of(chosen, state)
        words = (Span(name_of(chosen, _)),)
        yield Row(chosen.name, words, (Span(period_in_words(days.since, days.until, _), "muted"),))
    yield Row(OWN_DAYS, (Span(_("from … to …")),), (Span(_("two days of your own"), "muted"),))
