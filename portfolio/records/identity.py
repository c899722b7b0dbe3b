"""Ids: UUIDv7 (RFC 9562, section 5.7), which rise with the millisecond they were made in.

Nothing here reads the clock or random bits; the caller passes both.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = 253402300799999  # milliseconds; the end of the year 9999, the largest that datetime holds
SHORT: Final = 6
"""The least number of last characters of an id that can name a record."""
SHOWN: Final = SHORT + 2
"""The last characters of an id that lists and sentences show: unique among tens of thousands."""


def new_id(milliseconds: int, random: int) -> str:
    """A UUIDv7 of this instant (milliseconds since 1970, UTC) and 74 random bits."""
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | 0b10 << 62
    value |= (random >> 62 & 0xFFF) << 64 | random & (1 << 62) - 1
    return id_of(value)


def random_id(random: int) -> str:
    """A UUIDv4 of 128 random bits, six of which are replaced by version and variant (RFC 9562, section 5.4)."""
    return id_of(random & ~(0xF << 76 | 0b11 << 62) | 0x4 << 76 | 0b10 << 62)


def hashed_id(digest: bytes) -> str:
    """A UUIDv8 of the first sixteen bytes of a digest, six bits of which are replaced (RFC 9562, section 5.8)."""
    number = int.from_bytes(digest[:16], "big")
    return id_of(number & ~(0xF << 76 | 0b11 << 62) | 0x8 << 76 | 0b10 << 62)


def id_of(number: int) -> str:
    """The text of a UUID: 8-4-4-4-12 hexadecimal digits (RFC 9562, section 4)."""
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def number_of(identity: str) -> int | None:
    """The 128 bits of a UUID's text; None for any other text."""
    digits = identity.replace("-", "")
    if len(identity) != 36 or len(digits) != 32 or not (digits.isascii() and digits.isalnum()):
        return None
    try:
        return int(digits, 16)
    except ValueError:
        return None


def milliseconds_of(identity: str) -> int | None:
    """The milliseconds since 1970 in a UUIDv7; None for any other id, and for a fixed one, whose time is 0."""
    number = number_of(identity)
    return None if number is None or number >> 76 & 0xF != 7 else number >> 80 or None


def made_at(identity: str) -> datetime:
    """The instant in an id; 1970 for an id without one."""
    return instant_of(milliseconds_of(identity) or 0)


def instant_of(milliseconds: int) -> datetime:
    """The instant (UTC) that is this long after the start of 1970, limited to the year 9999."""
    return _EPOCH + timedelta(milliseconds=min(milliseconds, _LATEST))


def is_id(words: str) -> bool:
    """Whether this text is a whole id."""
    number = number_of(words)
    return number is not None and id_of(number) == words.lower()


def looks_like_part(words: str) -> bool:
    """Whether this text could be the end of an id: six or more of its characters."""
    return len(words) >= SHORT and all(c in "0123456789abcdefABCDEF-" for c in words)
