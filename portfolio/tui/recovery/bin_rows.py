"""Rows of the bin: the records deleted lately, and one row for all that were deleted earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.notebook.bin import Binned, days_left
from portfolio.present.titles import heading, sort_in_a_sentence
from portfolio.text import wrap
from portfolio.tui.render.columns import that_fits
from portfolio.tui.render.privacy import beside
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import PAGE, Line, Span
from portfolio.tui.widgets.rows import Row

OLDER: Final = "older"
"""Key of the row for the records that are no longer listed."""


def bin_rows(found: Sequence[Binned], state: AppState, width: int) -> list[Row]:
    """Return the rows for a width in cells."""
    return list(_rows(found, state, width))


def _rows(found: Sequence[Binned], state: AppState, width: int) -> Iterator[Row]:
    _ = state.words
    yield Row(left=(Span(_("Bin"), bold=True),))
    listed = [each for each in found if each.left]
    sentence = _("What you delete stays here for thirty days.") if listed else _(
        "You deleted nothing lately. What you delete stays here for thirty days, and you can restore it."
    )  # fmt: skip
    yield from (Row(left=(Span(line, "muted"),)) for line in wrap(sentence, min(max(width, 20), PAGE)))
    yield Row()
    for each in listed:
        yield Row(each.record.id, (Span(heading(each.record, state.records, _)),), _beside(each, state, width))
    older = len(found) - len(listed)
    if older:
        if listed:
            yield Row()
        words = _.plural("{n} record was deleted longer ago", "{n} records were deleted longer ago", older)
        yield Row(OLDER, (Span(words, "muted"),))


def _beside(each: Binned, state: AppState, width: int) -> Line:
    """Return the kind, and how long it is still listed."""
    _ = state.words
    left = Span(days_left(each, _), "muted")
    sort = sort_in_a_sentence(each.record.kind, getattr(each.record, "template", ""), _)
    kind = Span(f"{sort} · ", "muted")
    return that_fits([beside(each.record, _, (kind, left)), beside(each.record, _, (left,))], width)


def about_older(state: AppState, width: int) -> list[Line]:
    """Return the text about the records that are no longer listed."""
    _ = state.words
    sentence = _(
        "The words of what was deleted longer than thirty days ago are still in your file, but are not shown anywhere. "
        "Enter takes them out for good, after a question."
    )
    return [(Span(line, "muted"),) for line in wrap(sentence, min(width, PAGE))]
