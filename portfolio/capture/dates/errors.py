"""Why a text is not a day; the package turns these into `UnknownWhen`."""

from __future__ import annotations


class NotUnderstoodError(ValueError):
    """The text is not a date in known words."""


class WeekdayMisfitError(ValueError):
    """The weekday and the date in the text are not the same day."""
