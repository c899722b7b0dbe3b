"""The data file as bytes and as a state: one line per record, parsed only when it is asked for.

The bytes are canonical: UTF-8, keys sorted, tables by name, records by number, one record a line. A line that did not
change is neither parsed nor written again, so a save costs the same after forty years as after one. A tab follows the
name of each table and occurs nowhere else (JSON allows it there and escapes it in text): searching for one byte finds
the tables of 4 MB in about 0.1 ms, forty times faster than searching for the lines that end them. Bytes come in here
only when they are known to be canonical (`trusted`), or as tables from the strict parser (`from_tables`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from portfolio.records.identity import id_of, number_of
from portfolio.records.kinds import KINDS
from portfolio.store.format.lines import Piece, Table, is_key, member, value_of
from portfolio.store.format.record_view import Shown
from portfolio.store.format.stored_form import decode, encode
from portfolio.store.versions.values import Json, spelled, united
from portfolio.store.versions.version_set import Entry

__all__ = ["FORMAT", "META", "SCHEMA", "Shown", "State", "from_tables", "new_state", "normal_line", "trusted"]

META: Final = "_meta"
FORMAT: Final = "leerreis"
SCHEMA: Final = 1

_Header = dict[str, Json]


class State:
    """All records at one moment. Immutable; `with_entries` gives the next state."""

    __slots__ = ("_bytes", "_odd", "_purged", "_tables", "header")

    def __init__(
        self, tables: Mapping[str, Table], odd: Mapping[str, bytes] | None = None, known: bytes | None = None
    ) -> None:
        """`odd` are top-level values that are no tables; `known` are the canonical bytes, when at hand."""
        self._tables = {name: table for name, table in tables.items() if table}
        self._odd = dict(odd or {})
        self._bytes = known
        self._purged: Mapping[str, frozenset[str]] | None = None
        first = self._tables[META].line(b"1") if META in self._tables else None
        header = value_of(first) if first else {}
        self.header: Final[_Header] = header if isinstance(header, dict) else {}

    @property
    def portfolio_id(self) -> str:
        """The id of the portfolio; empty when the header has none."""
        value = self.header.get("portfolio_id")
        return value if isinstance(value, str) else ""

    @property
    def odd(self) -> Mapping[str, bytes]:
        """Top-level values that are no tables, by name, as canonical JSON; they are kept unchanged."""
        return self._odd

    def encode(self) -> bytes:
        """The canonical bytes."""
        if self._bytes is None:
            pieces: list[Piece] = []
            for name in sorted({**self._tables, **self._odd}):
                head = b",\n%b:\t" % spelled(name).encode("utf-8", "backslashreplace")
                table = self._tables.get(name)
                pieces += (head, b"{\n", *table.pieces(), b"\n}") if table else (head, self._odd[name])
            self._bytes = b"".join((b"{\n", pieces[0][2:], *pieces[1:], b"\n}\n")) if pieces else b"{\n}\n"
        return self._bytes

    def tables(self) -> tuple[str, ...]:
        """The sorted names of the tables that have records."""
        return tuple(sorted(name for name in self._tables if name != META))

    def table(self, name: str) -> Table:
        """The lines of a table; empty when there is no such table."""
        return self._tables.get(name, _NO_LINES)

    def table_of(self, record_id: str) -> str | None:
        """The name of the table that holds this record."""
        return next((table for table in self.tables() if self._line(table, record_id)), None)

    def entry(self, table: str, record_id: str) -> Entry | None:
        """A record with its versions."""
        line = self._line(table, record_id)
        document = value_of(line) if line else None
        return decode(record_id, document) if isinstance(document, dict) else None

    def shown(self, record_id: str) -> Shown | None:
        """A record as it is shown, deleted or not; None when there is none."""
        table = self.table_of(record_id)
        line = self._line(table, record_id) if table else None
        document = value_of(line) if line else None
        if table is None or not isinstance(document, dict) or is_not_ours(table, document):
            return None
        return Shown(table, document)

    def shown_at(self, table: str, key: bytes) -> Shown | None:
        """The record on the line with this key, deleted or not; None when there is none."""
        line = self.table(table).lines().get(key)
        return next(_parsed(table, line), None) if line else None

    def count(self, table: str) -> int:
        """The number of live records in a table; only records that were ever deleted are parsed for it."""
        lines = self.table(table).raw
        marked = list(_marked(lines))
        whole = lines.count(b",\n") + 1 if lines else 0
        return whole - len(marked) + sum(1 for _shown in _live(table, b",".join(marked)))

    def records(self, *tables: str) -> Iterator[Shown]:
        """The live records of these tables, by id; of all tables when none is named."""
        return (shown for name in tables or self.tables() for shown in _live(name, self.table(name).raw))

    def deleted(self, *tables: str) -> Iterator[Shown]:
        """The records of these tables that are in the bin; a purged record has no content left and is left out."""
        for name in tables:
            for shown in _parsed(name, b",".join(_marked(self.table(name).raw))):
                if shown.deleted and shown.has_words:
                    yield shown

    def purged(self) -> Mapping[str, frozenset[str]]:
        """The records of which versions were purged: id to version ids. Found once; only their lines are parsed."""
        if self._purged is None:
            self._purged = self._find_purged()
        return self._purged

    def _find_purged(self) -> Mapping[str, frozenset[str]]:
        mark = b'"purged": ['
        if mark not in self.encode():
            return {}
        raws = (self.table(name).raw for name in self.tables())
        lines = [line for raw in raws if mark in raw for line in raw.split(b",\n") if mark in line]
        documents: dict[str, Json] = json.loads(b"{%b}" % b",".join(lines))
        found = {
            id_of(int(key)): decode("", document).deletion.purged
            for key, document in documents.items()
            if is_key(key) and isinstance(document, dict)
        }
        return {record_id: versions for record_id, versions in found.items() if versions}

    def shown_where(self, table: str, choose: Callable[[bytes], Iterable[bytes]]) -> Iterator[Shown]:
        """The live records of a table among the lines that `choose` picks from all its lines; only those are parsed."""
        chosen = (line.removesuffix(b",") for line in choose(self.table(table).raw) if line)
        return _live(table, b",".join(chosen))

    def entries(self) -> Iterator[tuple[str, str, Entry]]:
        """Every record: table, id and entry. Parses the whole state."""
        for table in self.tables():
            for key in self.table(table).lines():
                if is_key(key) and (entry := self.entry(table, id_of(int(key)))) is not None:
                    yield table, id_of(int(key)), entry

    def only(self, entries: Iterable[tuple[str, str, Entry]]) -> State:
        """Only these records, as a part of the same portfolio."""
        return State({META: self.table(META)}).with_entries(entries)

    def with_entries(self, entries: Iterable[tuple[str, str, Entry]]) -> State:
        """The state with these (table, id, entry) added or replaced."""
        lines: dict[str, dict[bytes, bytes]] = {}
        for table, record_id, entry in entries:
            key = str(number_of(record_id) or 0)
            lines.setdefault(table, {})[key.encode()] = member(key, encode(record_id, entry))
        tables = {name: self.table(name).with_lines(changed) for name, changed in lines.items()}
        return State({**self._tables, **tables}, self._odd)

    def under(self, other: State) -> State:
        """The same records as a part of another portfolio."""
        return State({**self._tables, META: other.table(META)}, self._odd)

    def with_odd(self, other: State) -> State:
        """This state with the odd values of another portfolio added: nothing says which portfolio they belong to."""
        return State(self._tables, joined_odd(self._odd, other.odd)) if other.odd else self

    def at_schema(self, schema: int) -> State:
        """The same records under a header that names this schema."""
        header = member("1", {**self.header, "schema": schema})
        return State({**self._tables, META: self.table(META).with_lines({b"1": header})}, self._odd)

    def _line(self, table: str, record_id: str) -> bytes | None:
        """The line of a record."""
        number = number_of(record_id)
        return None if number is None else self.table(table).line(b"%d" % number)


_NO_LINES: Final = Table(b"")


def new_state(portfolio_id: str) -> State:
    """An empty portfolio with this id."""
    header: Json = {"format": FORMAT, "schema": SCHEMA, "portfolio_id": portfolio_id}
    return State({META: Table(member("1", header))})


def trusted(data: bytes) -> State:
    """The state of bytes that `State.encode` made. Nothing is checked."""
    tables: dict[str, Table] = {}
    odd: dict[str, bytes] = {}
    tab, start = data.find(b"\t"), 2
    while tab >= 0:
        following = data.find(b"\t", tab + 1)
        after = data.rfind(b"\n", 0, following) + 1 if following >= 0 else len(data) - 1
        name: str = json.loads(data[start : tab - 1])
        if data.startswith(b"{\n", tab + 1):
            tables[name] = Table.within(data, tab + 3, after - 4)
        else:
            odd[name] = data[tab + 1 : after - 2]
        tab, start = following, after
    return State(tables, odd, data)


def from_tables(tables: Mapping[str, Json]) -> State:
    """The state of parsed tables from any source; every record is brought into the stored form."""
    made: dict[str, Table] = {}
    odd: dict[str, bytes] = {}
    for name, documents in tables.items():
        if isinstance(documents, dict):
            made[name] = Table.of(
                {
                    key.encode("utf-8", "surrogatepass"): normal_line(name, key, document)
                    for key, document in documents.items()
                }
            )
        else:
            odd[name] = spelled(documents).encode("utf-8", "backslashreplace")
    return State(made, odd)


def normal_line(table: str, key: str, document: Json) -> bytes:
    """The canonical line of a document in any form. A value that is no record is kept unchanged."""
    if not isinstance(document, dict) or not is_key(key) or is_not_ours(table, document):
        return member(key, document)
    record_id = id_of(int(key))
    return member(key, encode(record_id, decode(record_id, document)))


def is_not_ours(table: str, document: Mapping[str, Json]) -> bool:
    """Whether a document belongs to another program: an unknown table and no versions. It is kept unchanged."""
    return table == META or (table not in KINDS and "_v" not in document)


def _live(table: str, lines: bytes) -> Iterator[Shown]:
    """The live records in these lines."""
    return (shown for shown in _parsed(table, lines) if not shown.deleted)


def _marked(lines: bytes) -> Iterator[bytes]:
    """The lines of records that were ever deleted."""
    mark = b'"_del": '
    return (line for line in lines.split(b",\n") if mark in line) if mark in lines else iter(())


def _parsed(table: str, lines: bytes) -> Iterator[Shown]:
    """The records in these lines, deleted or not; other values are skipped."""
    documents: dict[str, Json] = json.loads(b"{%b}" % lines)
    for key, document in documents.items():
        if isinstance(document, dict) and is_key(key) and not is_not_ours(table, document):
            yield Shown(table, document)


def joined_odd(a: Mapping[str, bytes], b: Mapping[str, bytes]) -> dict[str, bytes]:
    """The odd values of both; the union where they differ."""
    return {
        name: spelled(united(json.loads(a[name]), json.loads(b[name]))).encode("utf-8", "backslashreplace")
        if name in a and name in b
        else a.get(name) or b[name]
        for name in {**a, **b}
    }


def has_our_frame(data: bytes) -> bool:
    """Whether bytes begin and end as `State.encode` writes them."""
    head = data[: data.find(b"\n", 2)]
    return head.startswith(b'{\n"') and head.endswith(b":\t{") and data.endswith(b"\n}\n}\n")
