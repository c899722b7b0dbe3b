"""Identities: UUIDv7 (RFC 9562, section 5.7), which rise with the millisecond they were made in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
SHORT: Final = 6
"""How many last characters of an id people type at least."""


def new_id(milliseconds: int, random: int) -> str:
    """A UUIDv7 of this instant (milliseconds since 1970, UTC) and 74 random bits."""
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | 0b10 << 62
    value |= (random >> 62 & 0xFFF) << 64 | random & (1 << 62) - 1
    return id_of(value)


def id_of(number: int) -> str:
    """The text of a UUID: 8-4-4-4-12 hexadecimal digits (RFC 9562, section 4)."""
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def number_of(identity: str) -> int:
    """The 128 bits of a UUID's text. ValueError for any other text."""
    digits = identity.replace("-", "")
    if len(identity) != 36 or len(digits) != 32 or not digits.isalnum():
        raise ValueError(identity)
    return int(digits, 16)


def made_at(identity: str) -> datetime:
    """The instant that a UUIDv7 carries; 1970 for an id that is none."""
    try:
        return _EPOCH + timedelta(milliseconds=number_of(identity) >> 80)
    except (ValueError, OverflowError):
        return _EPOCH


def is_id(words: str) -> bool:
    """Whether these words are a whole id."""
    try:
        return id_of(number_of(words)) == words.lower()
    except ValueError:
        return False


def looks_like_part(words: str) -> bool:
    """Whether these words could be the last characters of an id: six or more of its characters."""
    return len(words) >= SHORT and all(c in "0123456789abcdefABCDEF-" for c in words)
