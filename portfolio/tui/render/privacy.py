"""How a record shows that it can be shared, and that it has two versions. A private record shows nothing."""

from __future__ import annotations

from typing import Final

from portfolio.journey.sharing.candidates import waits_for_a_yes
from portfolio.journey.sharing.shown import is_copy
from portfolio.present.shareable import shareable_word
from portfolio.records.record import Record
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording import Words

MARK: Final = "●"
"""Marks a shareable record."""
WAITS: Final = "○"
"""Marks a record that is included only after the other person agrees."""
_WHO: Final = frozenset({"person", "profile"})


def _is_shown(record: Record) -> bool:
    """Whether the mark is shown; not for a person or profile on a shared copy: the original can be private."""
    return record.shareable and not (is_copy(record) and record.kind in _WHO)


def _mark(record: Record) -> Span:
    return Span(WAITS, "muted") if waits_for_a_yes(record) else Span(MARK, "shareable")


def privacy(record: Record, _: Words) -> Line:
    """Return "● shareable" for a shareable record, preceded by "two versions" for one with a conflict."""
    mark = _mark(record)
    shown = (mark._replace(text=f"{mark.text} {shareable_word(record, _)}"),) if _is_shown(record) else EMPTY
    if not record.conflicts:
        return shown
    return (Span(_("two versions"), "warning"), *((Span(" · ", "muted"), *shown) if shown else EMPTY))


def beside(record: Record, _: Words, words: Line = EMPTY) -> Line:
    """Return the right side of a row: these words, and in the last cell the mark of a shareable record."""
    if record.conflicts:
        words = (*words, Span(" · " if words else "", "muted"), Span(_("two versions"), "warning"))
    mark = _mark(record) if _is_shown(record) else Span(" ")
    return (*words, Span(" "), mark) if words else (mark,)
