"""A fast and equally strict reader for a file in our own layout that came from elsewhere.

Most lines that another machine sends are here already. A line equal to one of ours is not parsed; every other line is
parsed on its own, as strictly as a whole file. For anything that does not fit the layout exactly the answer is None,
and the caller reads the whole file in the slow way.
"""

from __future__ import annotations

from typing import Final

from portfolio.store.format.canonical import State, normal_line
from portfolio.store.format.lines import Table
from portfolio.store.format.strict import DECODER, LARGEST, UnreadableError
from portfolio.store.versions.values import Json

_SHORTEST: Final = len(b'{\n"":\t{\n}\n}\n')


def read_lines(data: bytes, known: State) -> State | None:
    """The state in `data`, reusing the lines of `known`; None when the layout is not exactly ours."""
    has_layout = data.startswith(b'{\n"') and data.endswith(b"\n}\n}\n")
    if not has_layout or not _SHORTEST < len(data) <= LARGEST:
        return None
    try:
        return _read(data, known)
    except (ValueError, RecursionError, MemoryError, UnreadableError):
        return None


def _read(data: bytes, known: State) -> State:
    """As `read_lines`; raises ValueError when something does not fit."""
    tables: dict[str, Table] = {}
    at, last = 2, len(data) - 2
    while at < last:
        opened = data.index(b"\n", at)
        closed = data.index(b"\n}", opened)
        end = data.index(b"\n", closed + 1)
        between = data[closed + 2 : end]
        name = DECODER.decode(data[at : opened - 3].decode("utf-8"))
        fits = data[opened - 3 : opened] == b":\t{" and between == (b"," if end + 1 < last else b"")
        if not fits or not isinstance(name, str) or name in tables:
            raise ValueError(name)
        tables[name] = _table(name, data[opened + 1 : closed], known.table(name))
        at = end + 1
    return State(tables)


def _table(name: str, raw: bytes, known: Table) -> Table:
    """One table; `known` itself when the bytes are equal."""
    if raw == known.raw:
        return known
    ours = {line: key for key, line in known.lines().items()}
    lines: dict[bytes, bytes] = {}
    pieces = raw.split(b",\n")
    for piece in pieces:
        key = ours.get(piece)
        if key is not None:
            lines[key] = piece
            continue
        document: Json = DECODER.decode(f"{{{piece.decode('utf-8')}}}")
        if not isinstance(document, dict) or len(document) != 1:
            raise ValueError(name)
        ((text, value),) = document.items()
        if "\t" in piece.decode("utf-8"):
            raise ValueError(name)
        lines[text.encode("utf-8", "surrogatepass")] = normal_line(name, text, value)
    if len(lines) != len(pieces):
        raise ValueError(name)
    return Table.of(lines)
