"""The rows of the bin: what was deleted lately, and in one row what was deleted longer ago."""

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
"""The row that stands for everything that is no longer listed."""
_WITH_KIND: Final = 64
"""From so many cells on a row says of which kind a record is."""


def bin_rows(found: Sequence[Binned], look: AppState, width: int) -> list[Row]:
    """The rows, for `width` cells."""
    return list(_rows(found, look, width))


def _rows(found: Sequence[Binned], look: AppState, width: int) -> Iterator[Row]:
    _ = look.words
    yield Row(left=(Span(_("Bin"), "accent", bold=True),))
    listed = [each for each in found if each.left]
    sentence = _("What you delete lies here for thirty days.") if listed else _(
        "Nothing was deleted lately. What you delete lies here for thirty days, and can be brought back."
    )  # fmt: skip
    yield from (Row(left=(Span(line, "muted"),)) for line in wrap(sentence, max(width, 20)))
    yield Row()
    for each in listed:
        yield Row(each.record.id, (Span(heading(each.record, look.records, _)),), _beside(each, look, width))
    older = len(found) - len(listed)
    if older:
        if listed:
            yield Row()
        words = _.plural("{n} record was deleted longer ago", "{n} records were deleted longer ago", older)
        yield Row(OLDER, (Span(words, "muted"),))


def _beside(each: Binned, look: AppState, width: int) -> Line:
    """Of which kind it is, who could see it, and how long it is still listed."""
    _ = look.words
    kind = (Span(f"{kind_word(each.record, _)} · ", "muted"),) if width >= _WITH_KIND else ()
    return (*kind, *privacy(each.record, _), Span(f" · {days_left(each, _)}", "muted"))


def about_older(look: AppState, width: int) -> list[Line]:
    """What there is to say of what is no longer listed."""
    _ = look.words
    sentence = _(
        "The words of what was deleted longer than thirty days ago are still in your file, but are not shown anywhere. "
        "Enter takes them out for good, after a question."
    )
    return [(Span(line, "muted"),) for line in wrap(sentence, width)]
