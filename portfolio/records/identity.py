"""Identities: UUIDv7 (RFC 9562, section 5.7), which rise with the millisecond they were made in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
SHORT: Final = 6
"""How many last characters of an id people type at least."""


def new_id(milliseconds: int, random: int) -> str:
    """A UUIDv7 of this instant (milliseconds since 1970, UTC) and 74 random bits."""
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | 0b10 << 62
    value |= (random >> 62 & 0xFFF) << 64 | random & (1 << 62) - 1
    return str(UUID(int=value))


def made_at(identity: str) -> datetime:
    """The instant that a UUIDv7 carries; 1970 for an id that is none."""
    try:
        return _EPOCH + timedelta(milliseconds=UUID(identity).int >> 80)
    except (ValueError, OverflowError):
        return _EPOCH


def is_id(words: str) -> bool:
    """Whether these words are a whole id."""
    try:
        return str(UUID(words)) == words.lower()
    except ValueError:
        return False


def looks_like_part(words: str) -> bool:
    """Whether these words could be the last characters of an id: six or more of its characters."""
    return len(words) >= SHORT and all(c in "0123456789abcdefABCDEF-" for c in words)
