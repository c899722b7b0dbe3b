"""Strict parsing of a file from any source: a sync client, an editor, a script, a broken disk.

Anything doubtful raises `UnreadableError` with its reason; nothing is guessed, repaired or written.
"""

from __future__ import annotations

import json
from typing import Final, NoReturn

from portfolio.store.format.canonical import FORMAT, SCHEMA, State, from_tables
from portfolio.store.format.migrations import schema_of
from portfolio.store.notices import ReasonedError
from portfolio.store.versions.values import Json
from portfolio.wording import N_

LARGEST: Final = 256 * 1024 * 1024
"""Bytes. Forty years of evenings are 16 MB; a larger file than this is not a portfolio."""


_MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark that some editors put before UTF-8; skipped, and never written."""


class UnreadableError(ReasonedError):
    """The bytes cannot be read as a portfolio; `reason` is an English message id."""

    def __init__(self, reason: str, path: str = "") -> None:
        """`path` is filled in by the caller that knows where the bytes came from."""
        super().__init__(
            N_("{path} cannot be read: {reason}. It is left as it is. Look for an earlier version of it."),
            path=path,
            reason=reason,
        )
        self.reason = reason


class _RefusedError(ValueError):
    """A value that JSON allows and a portfolio does not; its text is an English message id."""


def parse(data: bytes) -> dict[str, Json]:
    """The tables in these bytes. Raises UnreadableError."""
    if len(data) > LARGEST:
        raise UnreadableError(N_("it is larger than 256 MB"))
    data = data.removeprefix(_MARK)  # RFC 8259, 8.1: a parser may skip it
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableError(N_("it is empty"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(N_("it is not plain UTF-8 text"))
    if data.startswith(b"<<<<<<<") or b"\n<<<<<<<" in data:
        raise UnreadableError(N_("it contains conflict markers of a version control system"))
    try:
        value = DECODER.decode(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise UnreadableError(N_("it is not plain UTF-8 text")) from None
    except _RefusedError as refused:
        raise UnreadableError(str(refused)) from None
    except json.JSONDecodeError:
        raise UnreadableError(N_("it is cut off or damaged")) from None
    except (ValueError, RecursionError, MemoryError):
        raise UnreadableError(N_("it contains something that does not belong in a portfolio")) from None
    if not isinstance(value, dict):
        raise UnreadableError(N_("it is not a database"))
    return value


def state_of(tables: dict[str, Json]) -> State:
    """The state of parsed tables. Raises UnreadableError when they cannot be brought into the stored form."""
    try:
        return from_tables(tables)
    except (ValueError, RecursionError, MemoryError):
        raise UnreadableError(N_("it contains something that does not belong in a portfolio")) from None


def is_foreign(state: State) -> bool:
    """Whether the header is missing or belongs to another format."""
    return state.header.get("format") != FORMAT or not schema_of(state) or not state.portfolio_id


def is_newer(state: State) -> bool:
    """Whether a newer Leerreis wrote it: it can be read and must not be written."""
    return not is_foreign(state) and schema_of(state) > SCHEMA


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object. A key that occurs twice is refused: one of its values would be lost silently."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _RefusedError(N_("it names something twice"))
    return made


def _constant(_name: str) -> NoReturn:
    """Refuse NaN and infinity, which are not JSON."""
    raise _RefusedError(N_("it contains something that does not belong in a portfolio"))


def _finite(text: str) -> float:
    """A number with a fraction; an excessive one is refused, since it would become infinity."""
    number = float(text)
    if number in (float("inf"), float("-inf")):
        _constant(text)
    return number


DECODER: Final = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_constant, parse_float=_finite)
"""The parser that refuses ambiguous and invalid JSON; raises ValueError, RecursionError or MemoryError."""
