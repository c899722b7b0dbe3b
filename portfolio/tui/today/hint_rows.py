"""The one row on Today that is worth a look, or that asks whether something is a milestone."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.journey.prompts.nudges import Nudge
from portfolio.present.titles import heading
from portfolio.sanitise import clean_line
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.today.day import MILESTONE, NUDGE
from portfolio.wording.dates import day_short
from portfolio.wording.nudges import milestone_text, nudge_line


class HintRow(NamedTuple):
    """A row without its label."""

    label: str
    """ "nudge" or "milestone"."""
    key: str
    words: Line
    right: Line = EMPTY


def hint_row(look: AppState) -> HintRow | None:
    """The row, when there is something and it may be shown."""
    worth, _ = look.worth, look.words
    if worth is None or not look.alone:
        return None
    if isinstance(worth, Nudge):
        about = look.records.get(worth.about)
        named = (Span(f" · {heading(about, look.records, _)}", "muted"),) if about is not None else EMPTY
        return HintRow("nudge", NUDGE, (Span(nudge_line(worth.sort, _)), *named))
    if not look.writable:
        return None
    text = " ".join(clean_line(milestone_text(worth.source, worth.title, _)).split())
    words = (Span(text), Span(f" · {day_short(worth.date, _)}", "muted"))
    return HintRow("milestone", MILESTONE, words, (Span("enter", "accent", bold=True),))
