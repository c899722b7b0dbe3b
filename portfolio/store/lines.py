"""The lines of one table: found by their key without being parsed.

A JSON text never holds a raw line end, so a line that starts with a quote, a number and `": ` is a record, wherever it
lies. That is all this module relies on; what a record says it does not know.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from portfolio.store.values import Json, spelled

_LARGEST: Final = b"%d" % (2**128 - 1)
_FEW: Final = 8
"""Up to this many changed lines are spliced in; more of them are worth an index of the table."""


def member(name: str, value: Json) -> bytes:
    """`"name": value` on one line. A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""
    return f"{spelled(name)}: {spelled(value)}".encode("utf-8", "backslashreplace")


def is_key(key: bytes) -> bool:
    """Whether this is the number of a record: the 128 bits of a UUID, without leading zeros."""
    if not key.isdigit() or (key[:1] == b"0" and key != b"0"):
        return False
    return (len(key), key) <= (len(_LARGEST), _LARGEST)


class Table:
    """Lines in the order of their keys, kept as one piece of bytes."""

    __slots__ = ("_lines", "raw")

    def __init__(self, raw: bytes, lines: dict[bytes, bytes] | None = None) -> None:
        """`raw` are the lines with `,` and a line end between them; `lines` the same by key, if at hand."""
        self.raw: Final = raw
        self._lines = lines

    @staticmethod
    def of(lines: Mapping[bytes, bytes]) -> Table:
        """The table of these lines, put in order: numbers by size, then any other keys."""
        ordered = {key: lines[key] for key in sorted(lines, key=_order)}
        return Table(b",\n".join(ordered.values()), ordered)

    def lines(self) -> Mapping[bytes, bytes]:
        """Every line by its key, in order."""
        if self._lines is None:
            self._lines = {_key(line): line for line in self.raw.split(b",\n") if line}
        return self._lines

    def line(self, key: bytes) -> bytes | None:
        """The line with this key, without indexing the whole table for it."""
        if self._lines is not None:
            return self._lines.get(key)
        start, end = _span(self.raw, key)
        return self.raw[start:end] or None

    def with_lines(self, changed: Mapping[bytes, bytes]) -> Table:
        """The table with these lines in it, in the place of what was there."""
        if self._lines is not None or len(changed) > _FEW:
            known = self.lines()
            lines = {**known, **changed}
            in_place = len(lines) == len(known)
            return Table(b",\n".join(lines.values()), lines) if in_place else Table.of(lines)
        raw = self.raw
        for key, line in changed.items():
            start, end = _span(raw, key)
            if start < end:
                raw = b"".join((raw[:start], line, raw[end:]))
                continue
            at = _place(raw, key)
            ends = at == len(raw)
            raw = b"".join((raw, b",\n" if raw else b"", line) if ends else (raw[:at], line, b",\n", raw[at:]))
        return Table(raw)


def _place(raw: bytes, key: bytes) -> int:
    """Where the line with a new key belongs: the start of the first line with a greater one, else the end."""
    low, high = 0, len(raw)
    while low < high:
        before = raw.rfind(b"\n", low, (low + high) // 2)
        start = before + 1 if before >= 0 else low
        end = raw.find(b"\n", start)
        if _order(_key(raw[start : end if end >= 0 else len(raw)])) < _order(key):
            low = end + 1 if end >= 0 else len(raw)
        else:
            high = start
    return low


def _span(raw: bytes, key: bytes) -> tuple[int, int]:
    """Where the line with this key lies; an empty span when there is none."""
    start = _place(raw, key)
    if not raw.startswith(b'"%b": ' % key, start):
        return 0, 0
    end = raw.find(b",\n", start)
    return start, end if end >= 0 else len(raw)


def _key(line: bytes) -> bytes:
    """The key of a line."""
    key = line[1 : line.index(b'"', 1)]
    if key.isdigit():
        return key
    name: str = json.JSONDecoder().raw_decode(line.decode())[0]
    return name.encode("utf-8", "surrogatepass")


def _order(key: bytes) -> tuple[bool, int, bytes]:
    """Numbers by size, then any other keys by their bytes."""
    numbered = is_key(key)
    return not numbered, len(key) if numbered else 0, key
