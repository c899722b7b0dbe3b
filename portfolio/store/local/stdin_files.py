"""Text from stdin that could not be saved: a text file in the folder of pages, for its writer to use.

The file belongs to no record and may be the only copy of its text. So a purge deletes it only when all its text is in
what is purged; a file that quotes purged text among other text is reported, and the user decides.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import OS, System
from portfolio.store.format.canonical import State
from portfolio.store.versions.values import Json

_BEGINS: Final = "stdin-"
_LARGEST: Final = 50_000_000  # bytes of such a file that are read
_QUOTED: Final = 12
"""Characters from which a text counts as a quotation; shorter ones are everyday words."""


def path_in(folder: str, moment: str) -> str:
    """The path of the file for the text of this moment."""
    return os.path.join(folder, f"{_BEGINS}{''.join(c for c in moment if c.isalnum())}.txt")


def texts_of(state: State, ids: Collection[str]) -> frozenset[str]:
    """Every text in these records, in all their versions."""
    entries = (state.entry(table, each) for each in ids if (table := state.table_of(each)))
    values = (value for entry in entries if entry for field in entry.fields.values() for value in field.heads.values())
    return frozenset(text for value in values for each in _strings(value) if (text := _plain(each)))


def files_with(folder: str, texts: Collection[str], *, system: System = OS) -> Iterator[tuple[str, bool]]:
    """The files that hold one of these texts, and whether a file holds nothing else."""
    with suppress(OSError):
        for name in sorted(os.listdir(folder)) if texts else ():
            path = os.path.join(folder, name)
            if name.startswith(_BEGINS) and not os.path.islink(path):
                content = _plain(_read(path, system))
                if content and any(content in text for text in texts):
                    yield path, True
                elif any(len(each) >= _QUOTED and (each in content or _in_json(each) in content) for each in texts):
                    yield path, False


def _read(path: str, system: System) -> str:
    try:
        return atomic.read(path, _LARGEST, system=system).data.decode("utf-8", "replace")
    except OSError:
        return ""


def _plain(text: str) -> str:
    """A text with its white space and line ends normalised."""
    return " ".join(text.removeprefix("\ufeff").split())


def _in_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _strings(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
