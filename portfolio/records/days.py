"""Days as the data file holds them: YYYY-MM-DD (ISO 8601)."""

from __future__ import annotations

from datetime import date
from typing import Any


def parse_day(value: Any) -> date | None:
    """The day in a text of the form YYYY-MM-DD; None for any other value."""
    if not isinstance(value, str) or len(value) != 10 or not value.isascii():
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
