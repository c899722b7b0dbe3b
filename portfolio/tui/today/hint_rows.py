"""The one hint on Today: a suggestion, or a question whether something is a milestone."""

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
    """The label: "nudge" or "milestone"."""
    key: str
    words: Line


def hint_row(state: AppState) -> HintRow | None:
    """Return the hint row; None when there is none or it must stay hidden."""
    worth, _ = state.worth, state.words
    if worth is None or not state.alone:
        return None
    if isinstance(worth, Nudge):
        about = state.records.get(worth.about)
        named = (Span(f" · {heading(about, state.records, _)}", "muted"),) if about is not None else EMPTY
        return HintRow("nudge", NUDGE, (Span(nudge_line(worth.sort, _)), *named))
    if not state.writable:
        return None
    text = " ".join(clean_line(milestone_text(worth.source, worth.title, _)).split())
    words = (Span(text), Span(f" · {day_short(worth.date, _)}", "muted"))
    return HintRow("milestone", MILESTONE, words)
