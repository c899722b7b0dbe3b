"""The lines of one table, found by key without being parsed.

JSON text never holds a raw line end, so a line that starts with a quote, a number and `": ` is a record, wherever it
is. This module relies on nothing else and does not look into records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from portfolio.store.versions.values import Json, spelled

_LONGEST: Final = len(str(2**128 - 1))
_ZERO: Final = (b"0", "0")
_FEW: Final = 8
"""Up to this many changed lines are spliced in; for more, an index of the table is made."""


def member(name: str, value: Json) -> bytes:
    """`"name": value` on one line. A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""
    return f"{spelled(name)}: {spelled(value)}".encode("utf-8", "backslashreplace")


def value_of(line: bytes) -> Json:
    """The value of a line `"key": value`."""
    values: dict[str, Json] = json.loads(b"{%b}" % line)
    return next(iter(values.values()))


def is_key(key: bytes | str) -> bool:
    """Whether this is the number of a record: the 128 bits of a UUID, in ASCII digits without leading zeros."""
    if not key.isdigit() or not key.isascii() or (len(key) > 1 and key[:1] in _ZERO):
        return False
    return len(key) < _LONGEST or (len(key) == _LONGEST and int(key) < 2**128)


Piece = bytes | memoryview


class Table:
    """The lines of a table in the order of their keys.

    They stay a slice of some bytes, or a few pieces, until a line is needed: adding a line to a file of ten years, four
    megabytes, copies the bytes once, into the bytes that are written.
    """

    __slots__ = ("_base", "_end", "_lines", "_pieces", "_start")

    def __init__(self, raw: bytes, lines: dict[bytes, bytes] | None = None) -> None:
        """`raw` are the lines joined by `,` and a line end; `lines` are the same by key, when at hand."""
        self._base, self._start, self._end = raw, 0, len(raw)
        self._pieces: tuple[Piece, ...] = ()
        self._lines = lines

    @staticmethod
    def within(data: bytes, start: int, end: int) -> Table:
        """The table whose lines are this slice of `data`."""
        table = Table(data)
        table._start, table._end = start, end
        return table

    @staticmethod
    def of(lines: Mapping[bytes, bytes]) -> Table:
        """The table of these lines, sorted: numbers by size, then any other keys."""
        ordered = {key: lines[key] for key in sorted(lines, key=_order)}
        return Table(b",\n".join(ordered.values()), ordered)

    def __bool__(self) -> bool:
        """Whether the table has a line."""
        return bool(self._pieces) or self._end > self._start

    @property
    def raw(self) -> bytes:
        """The lines, joined by `,` and a line end."""
        if self._pieces:
            self._base = b"".join(self._pieces)
            self._pieces = ()
        elif self._end - self._start < len(self._base):
            self._base = self._base[self._start : self._end]
        self._start, self._end = 0, len(self._base)
        return self._base

    def pieces(self) -> tuple[Piece, ...]:
        """The same bytes as `raw`, in pieces that are not joined."""
        return self._pieces or (memoryview(self._base)[self._start : self._end],)

    def lines(self) -> Mapping[bytes, bytes]:
        """Every line by its key, in order."""
        if self._lines is None:
            self._lines = {_key(line): line for line in self.raw.split(b",\n") if line}
        return self._lines

    def line(self, key: bytes) -> bytes | None:
        """The line with this key, found without indexing the whole table."""
        if self._lines is not None:
            return self._lines.get(key)
        start, end = self._span(key)
        return self._base[start:end] or None

    def with_lines(self, changed: Mapping[bytes, bytes]) -> Table:
        """The table with these lines added or replaced."""
        if self._lines is not None or len(changed) > _FEW:
            known = self.lines()
            lines = {**known, **changed}
            in_place = len(lines) == len(known)
            return Table(b",\n".join(lines.values()), lines) if in_place else Table.of(lines)
        table = self
        for key, line in changed.items():
            table = table._with_line(key, line)
        return table

    def _with_line(self, key: bytes, line: bytes) -> Table:
        start, end = self._span(key)
        at_end = start == self._end
        between = b"" if start < end or not self else b",\n"
        all_of_it = memoryview(self._base)
        before, after = all_of_it[self._start : start], all_of_it[max(start, end) : self._end]
        table = Table(b"")
        table._pieces = (before, between, line, after) if at_end else (before, line, between, after)
        return table

    def _span(self, key: bytes) -> tuple[int, int]:
        """Start and end of the line with this key; when there is none, the place for it and an end before that."""
        if self._pieces:
            self.raw  # noqa: B018 - joins the pieces
        start = _place(self._base, key, self._start, self._end)
        if not self._base.startswith(b'"%b": ' % key, start, self._end):
            return start, 0
        end = self._base.find(b",\n", start, self._end)
        return start, end if end >= 0 else self._end


def _place(raw: bytes, key: bytes, low: int, high: int) -> int:
    """The start of the first line whose key is not smaller, by binary search; else the end."""
    limit, wanted = high, _order(key)
    while low < high:
        before = raw.rfind(b"\n", low, (low + high) // 2)
        start = before + 1 if before >= 0 else low
        end = raw.find(b"\n", start, limit)
        if _order(_key(raw[start : end if end >= 0 else limit])) < wanted:
            low = end + 1 if end >= 0 else limit
        else:
            high = start
    return low


def _key(line: bytes) -> bytes:
    """The key of a line."""
    key = line[1 : line.index(b'"', 1)]
    if key.isdigit():
        return key
    name: str = json.JSONDecoder().raw_decode(line.decode())[0]
    return name.encode("utf-8", "surrogatepass")


def _order(key: bytes) -> tuple[bool, int, bytes]:
    """The sort key: numbers by size, then any other keys by their bytes."""
    numbered = is_key(key)
    return not numbered, len(key) if numbered else 0, key
