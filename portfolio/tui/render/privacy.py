"""The words shown with every record: private or shareable, and whether it has two versions."""

from __future__ import annotations

from typing import Final

from portfolio.journey.sharing.shown import is_copy
from portfolio.records.record import Record
from portfolio.tui.text.spans import Line, Span
from portfolio.wording import Words
from portfolio.wording.names import privacy_label

_WHO: Final = frozenset({"person", "profile"})


def privacy(record: Record, _: Words) -> Line:
    """Return "private" or "shareable", preceded by "two versions" for a record with a conflict.

    Empty for a person or profile on a shared copy: the original can be private.
    """
    if is_copy(record) and record.kind in _WHO:
        return ()
    word = Span(privacy_label(record.shareable, _), "shareable" if record.shareable else "private")
    if record.conflicts:
        return (Span(_("two versions"), "warning"), Span(" · ", "muted"), word)
    return (word,)
