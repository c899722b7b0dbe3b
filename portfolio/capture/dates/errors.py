"""Why a text is no day, for the layer above to put into a sentence."""

from __future__ import annotations


class NotUnderstoodError(ValueError):
    """The text is not a date in words that we know."""


class WeekdayMisfitError(ValueError):
    """The weekday and the date that were said are not the same day."""
