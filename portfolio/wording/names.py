"""The words for keys, in one import: kinds, fields, closed values, private and shareable.

Nothing here fails on an unknown key: a portfolio written by a newer version must stay readable.
"""

from __future__ import annotations

from portfolio.wording.choices import choice_label, privacy_label
from portfolio.wording.field_hints import field_hint
from portfolio.wording.fields import field_label
from portfolio.wording.kinds import counted_kinds, kind_name, kind_plural

__all__ = [
    "capital",
    "choice_label",
    "counted_kinds",
    "field_hint",
    "field_label",
    "kind_name",
    "kind_plural",
    "privacy_label",
]


def capital(text: str) -> str:
    """Return `text` with a capital first letter, for the start of a line; Dutch “één” becomes “Eén”."""
    if text.startswith("één"):
        return f"E{text[1:]}"
    return text[:1].upper() + text[1:]
