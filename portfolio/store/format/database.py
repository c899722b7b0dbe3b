"""TinyDB's storage for the data file.

`TinyDB(path, storage=PortfolioStorage)` opens a data file for a script. Reading is strict, writing goes through a
temporary file and an atomic replacement, and what is written is canonical. TinyDB's own JSONStorage writes in place:
killed at the wrong moment it leaves half a file, and it takes an empty file for an empty database.

The app uses this only to read files it did not write itself; TinyDB is imported nowhere else.
"""

from __future__ import annotations

from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from portfolio import atomic
from portfolio.store.format.canonical import State, from_tables
from portfolio.store.format.strict import LARGEST, UnreadableError, parse, state_of


class PortfolioStorage(Storage):  # type: ignore[misc, unused-ignore]
    """TinyDB's storage over one data file, or over bytes already read from it."""

    def __init__(self, path: str, data: bytes | None = None) -> None:
        """`data` are the bytes of the file when they were read already; without them every `read` reads the file."""
        self._path = path
        self._data = data

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; None when there is no file yet. Raises UnreadableError."""
        try:
            data = atomic.read(self._path, LARGEST + 1).data if self._data is None else self._data
        except FileNotFoundError:
            return None
        try:
            tables: dict[str, Any] = parse(data)
        except UnreadableError as unreadable:
            raise UnreadableError(unreadable.reason, self._path) from None
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the content of the file atomically. Raises OSError; the file is then unchanged."""
        encoded = from_tables({str(name): _plain(table) for name, table in data.items()}).encode()
        atomic.write(self._path, encoded)
        self._data = None


def read_with_tinydb(path: str, data: bytes) -> State:
    """The state of a file that another program wrote, through TinyDB. Raises UnreadableError."""
    with TinyDB(path, data, storage=PortfolioStorage) as database:
        tables = database.storage.read()
    return state_of(tables or {})


def _plain(table: dict[Any, Any]) -> dict[str, Any]:
    """A table with string keys; TinyDB uses numbers where a script made its own documents."""
    return {str(key): dict(document) for key, document in table.items()}
