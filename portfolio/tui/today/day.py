"""The day and its week: the first line of Today, which stands before anything was read."""

from __future__ import annotations

from datetime import date
from typing import Final

from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import month_name, weekday_name

CHECK: Final = "check"
"""The row that begins the evening check."""
REVIEW: Final = "week"
"""The row that begins the weekly review."""
PLAN: Final = "plan"
"""The row of the if-then plan that counts now."""
HINT: Final = "hint:"
"""How the key of a hint begins."""
NUDGE: Final = f"{HINT}nudge"
MILESTONE: Final = f"{HINT}milestone"
PLACE: Final = "place:"
"""How the key of a row begins that leads to a place where nothing is yet."""


def day_row(today: date, _: Words) -> Row:
    """The day in full, with the number of its week (ISO 8601)."""
    weekday = weekday_name(today.isoweekday(), _)
    words = _("{weekday} {day} {month} {year}").format(
        weekday=weekday[:1].upper() + weekday[1:],
        day=today.day,
        month=month_name(today.month, _),
        year=today.year,
    )
    week = _("week {n}").format(n=today.isocalendar().week)
    return Row(left=(Span(words, "accent", bold=True), Span(f" · {week}", "muted")))
