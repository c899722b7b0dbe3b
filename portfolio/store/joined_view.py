"""Everything known about a portfolio at one moment: the file, its shadow and this process's memory, joined."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final, NamedTuple

from portfolio.atomic import System
from portfolio.patience import hangs
from portfolio.records.identity import id_of
from portfolio.store.file.probe import FileState, bytes_of, judged, state_in
from portfolio.store.file.shadow import NOTHING, Shadow
from portfolio.store.format.canonical import SCHEMA, State, has_our_frame, trusted
from portfolio.store.format.join import join, join_seen
from portfolio.store.format.migrations import migrated, schema_of
from portfolio.store.format.strict import UnreadableError, is_newer

PAUSE: Final = 0.05
"""Seconds between two reads of a file that another program may be writing."""
_STILL: Final = 0.4  # seconds without change after which an unreadable file counts as fully written


class View(NamedTuple):
    """The outcome of probing the file and the shadow, and the joined state."""

    probed: FileState
    shadow: bytes | None
    """The shadow's bytes, None without one."""
    state: State | None
    """The joined state; None when nothing was found anywhere."""
    displaced: State | None = None
    """The shadow's state when it is of another portfolio, which was at this path before."""
    known: State | None = None
    """What this computer knew before this read; when it knew nothing, the content of the file."""


def gather(path: str, shadow: Shadow, memory: State | None, system: System, patience: float) -> View:
    """Read file and shadow and join them with `memory`.

    An unreadable file may be half-written, so it is read again for up to `patience` seconds. Equal bytes in file and
    shadow were written by us and need no parsing.
    """
    known = memory.encode() if memory is not None else b""
    kept_bytes = shadow.load(known)
    probed = bytes_of(path, system, kept_bytes or b"")
    view = trusted_view(probed, kept_bytes, memory)
    if view is not None:
        return view
    kept = _shadow_state(shadow, kept_bytes, memory)
    probed = _patiently(judged(probed, path, kept or NOTHING), path, kept or NOTHING, system, patience)
    if probed.found == "damaged":
        shadow.keep_damaged(_without_purged(probed.data, kept))
    return _joined(probed, kept_bytes, kept, memory)


def _without_purged(data: bytes, kept: State | None) -> bytes:
    """Unreadable bytes, without any line that could hold content of a purged record.

    When anything was purged, only whole lines of other records in our own layout are kept: in any other form the record
    that a line belongs to is unknown.
    """
    purged = kept.purged() if kept is not None else {}
    return b"\n".join(each for each in data.split(b"\n") if _is_line_of_another(each, purged)) if purged else data


def _is_line_of_another(line: bytes, purged: Collection[str]) -> bool:
    """Whether this is the whole line of one record that was not purged."""
    try:
        ((key, document),) = json.loads(b"{%b}" % line.removesuffix(b",")).items()
        return isinstance(document, dict) and key.isdigit() and id_of(int(key)) not in purged
    except (ValueError, RecursionError, OverflowError):
        return False


def trusted_view(probed: FileState, shadow: bytes | None, memory: State | None) -> View | None:
    """The view when file and shadow are equal, at the current schema and in our own frame; else None."""
    data = probed.data
    if probed.found != "sound" or data != shadow or not has_our_frame(data):
        return None
    if memory is not None and memory.encode() == data:
        return View(probed._replace(state=memory), data, memory, known=memory)
    main = trusted(data)
    if schema_of(main) != SCHEMA:
        return None
    return View(probed._replace(state=main), data, _with_memory(main, memory), known=main)


def _patiently(probed: FileState, path: str, known: State, system: System, patience: float) -> FileState:
    """Probe an unreadable file again until it can be read, stops changing, or the patience is used up."""
    waited = still = 0.0
    while probed.found in ("damaged", "unreachable") and waited < patience and still < _STILL and not hangs(path):
        system.sleep(PAUSE)
        waited += PAUSE
        reread = bytes_of(path, system)
        still = still + PAUSE if reread.data == probed.data else 0.0
        probed = judged(reread, path, known)
    return probed


def _joined(probed: FileState, shadow: bytes | None, kept: State | None, memory: State | None) -> View:
    """Join the file, the shadow's state and the memory. A newer state is never joined: it can mean other things."""
    if probed.found == "newer":
        return View(probed, shadow, probed.state, known=probed.state)
    if kept is not None and is_newer(kept):
        return View(probed._replace(found="newer"), shadow, kept, known=kept)
    state, displaced = kept or memory, None
    known = state
    main = probed.state if probed.found == "sound" else None
    if main is not None and (state is None or state.portfolio_id == main.portfolio_id):
        state = join_seen(state, main) if state else main
    elif main is not None and state is not None and (main.tables() or not state.tables()):
        state, displaced, known = main.with_odd(state), state, main
    elif main is not None and state is not None:
        state = state.with_odd(main)
    if state is None:
        return View(probed, shadow, probed.state, known=probed.state)
    return View(probed, shadow, _with_memory(state, memory), displaced, known or state)


def _with_memory(state: State, memory: State | None) -> State:
    """The state, joined with the memory when both are of the same portfolio."""
    return join(state, memory) if memory and memory.portfolio_id == state.portfolio_id else state


def _shadow_state(shadow: Shadow, data: bytes | None, memory: State | None) -> State | None:
    """The state in the shadow's bytes. A damaged shadow is kept as a damaged file and counts as none."""
    if data is None or (memory is not None and memory.encode() == data):
        return None if data is None else memory
    try:
        if has_our_frame(data):
            json.loads(data)  # only we write here, so valid JSON is enough; strict parsing costs some 25 times as much
            return migrated(trusted(data))
        return state_in(data, shadow.path, NOTHING)
    except (ValueError, RecursionError, UnreadableError):
        shadow.keep_damaged(data)
        return None
