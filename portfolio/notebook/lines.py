"""Lines of a table, chosen by their bytes before any of them is parsed."""

from __future__ import annotations

from collections.abc import Iterator


def lines_with(marker: bytes, lines: bytes) -> Iterator[bytes]:
    """The lines that hold these bytes; other lines are not copied."""
    at = lines.find(marker)
    while at >= 0:
        end = lines.find(b"\n", at)
        end = len(lines) if end < 0 else end
        yield lines[lines.rfind(b"\n", 0, at) + 1 : end]
        at = lines.find(marker, end)
