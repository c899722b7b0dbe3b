"""The first row of Today: the day and its week, shown before the file has been read."""

from __future__ import annotations

from datetime import date
from typing import Final

from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import month_name, weekday_name

CHECK: Final = "check"
"""Key of the row that starts the evening check."""
REVIEW: Final = "week"
"""Key of the row that starts the weekly review."""
PLAN: Final = "plan"
"""Key of the row of the current if-then plan."""
INBOX: Final = "inbox"
"""Key of the row of the notes that wait in the inbox."""
HINT: Final = "hint:"
"""Prefix of the row key of a hint."""
NUDGE: Final = f"{HINT}nudge"
MILESTONE: Final = f"{HINT}milestone"
OFFER: Final = "offer:"
"""Prefix of the row key of what can be done next in a new portfolio."""
OFFERS: Final = ("write", "goal", "conversation", "example")
PLACE: Final = "place:"
"""Prefix of the row key of an empty place."""


def day_row(today: date, _: Words, *, example: bool = False) -> Row:
    """Return the row with the day in full and its ISO 8601 week number, and whether this is the example."""
    weekday = weekday_name(today.isoweekday(), _)
    words = _("{weekday} {day} {month} {year}").format(
        weekday=weekday[:1].upper() + weekday[1:],
        day=today.day,
        month=month_name(today.month, _),
        year=today.year,
    )
    week = _("week {n}").format(n=today.isocalendar().week)
    said = (Span(" · ", "muted"), Span(_("example"), "accent", bold=True)) if example else EMPTY
    return Row(left=(Span(words, bold=True), Span(f" · {week}", "muted"), *said))
