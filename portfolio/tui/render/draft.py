"""A draft to read: what it is, and every text that was typed so far."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.capture.entry import Entry, name_of, texts_in_order
from portfolio.sanitise import clean
from portfolio.text import wrap, wrap_parts
from portfolio.tui.render.facts import above
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, READABLE, Line, Span
from portfolio.wording.dates import day_in_full


def draft_lines(entry: Entry, state: AppState, width: int) -> Iterator[Line]:
    """Yield the lines of a draft, wrapped to `width` cells."""
    _, width = state.words, min(width, READABLE)
    about = " · ".join((name_of(entry, _), day_in_full(entry.day, _), _("draft")))
    yield from ((Span(line, "muted"),) for line in wrap_parts(about, width))
    for label, words in texts_in_order(entry, _):
        yield EMPTY
        yield from above(label, width)
        yield from ((Span(line),) for line in wrap(clean(words).strip("\n"), width))
