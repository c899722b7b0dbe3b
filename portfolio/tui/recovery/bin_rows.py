"""Rows of the bin: the records deleted lately, and one row for all that were deleted earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.notebook.bin import Binned, days_left
from portfolio.present.titles import heading, kind_word
from portfolio.text import wrap
from portfolio.tui.render.privacy import privacy
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row

OLDER: Final = "older"
"""Key of the row for the records that are no longer listed."""
_WITH_KIND: Final = 64
"""Width in cells from which a row shows the kind of its record."""


def bin_rows(found: Sequence[Binned], state: AppState, width: int) -> list[Row]:
    """Return the rows for a width in cells."""
    return list(_rows(found, state, width))


def _rows(found: Sequence[Binned], state: AppState, width: int) -> Iterator[Row]:
    _ = state.words
    yield Row(left=(Span(_("Bin"), "accent", bold=True),))
    listed = [each for each in found if each.left]
    sentence = _("What you delete lies here for thirty days.") if listed else _(
        "Nothing was deleted lately. What you delete lies here for thirty days, and can be brought back."
    )  # fmt: skip
    yield from (Row(left=(Span(line, "muted"),)) for line in wrap(sentence, max(width, 20)))
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
    """Return the kind, who could see it, and how long it is still listed."""
    _ = state.words
    kind = (Span(f"{kind_word(each.record, _)} · ", "muted"),) if width >= _WITH_KIND else ()
    return (*kind, *privacy(each.record, _), Span(f" · {days_left(each, _)}", "muted"))


def about_older(state: AppState, width: int) -> list[Line]:
    """Return the text about the records that are no longer listed."""
    _ = state.words
    sentence = _(
        "The words of what was deleted longer than thirty days ago are still in your file, but are not shown anywhere. "
        "Enter takes them out for good, after a question."
    )
    return [(Span(line, "muted"),) for line in wrap(sentence, width)]
