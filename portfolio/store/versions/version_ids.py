"""Version ids: sixteen characters that sort by the time they were made.

A version id is nine characters of base32 (Crockford's alphabet) for the milliseconds since 1970 and seven for 35 random
bits. It needs to be unique only within one field of one record; it gives no order between machines. Nothing here reads
the clock or random bits: both are passed in.
"""

from __future__ import annotations

from typing import Final, TypeGuard

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford, https://www.crockford.com/base32.html
_TO_PYTHON: Final = str.maketrans(_ALPHABET + "ILOU", "0123456789abcdefghijklmnopqrstuv" + "110v")
_TIME_LENGTH: Final = 9
_LENGTH: Final = 16
_RANDOM_BITS: Final = 35


def new_vid(now_ms: int, random_35_bits: int) -> str:
    """A version id for `now_ms`, milliseconds since 1970 (the low 45 bits are used)."""
    number = (now_ms & (1 << 45) - 1) << _RANDOM_BITS | random_35_bits & (1 << _RANDOM_BITS) - 1
    return "".join([_ALPHABET[number >> shift & 31] for shift in range(75, -1, -5)])


def vid_time(vid: str) -> int:
    """The milliseconds since 1970 in a version id."""
    return int(vid[:_TIME_LENGTH].translate(_TO_PYTHON), 32)


def is_vid(text: object) -> TypeGuard[str]:
    """Whether this has the form of a version id."""
    return isinstance(text, str) and len(text) == _LENGTH and text.isascii() and text.isalnum() and text == text.upper()


def derived_vid(time_ms: int, *parts: str) -> str:
    """A version id that every machine derives from the same `parts`: its random bits are a digest of them."""
    from hashlib import blake2b  # only for what was not written by us; the import costs 3 to 10 ms

    digest = blake2b("\0".join(parts).encode("utf-8", "backslashreplace"), digest_size=5).digest()
    return new_vid(time_ms, int.from_bytes(digest, "big"))
