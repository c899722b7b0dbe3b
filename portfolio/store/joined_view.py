"""All that is known about a portfolio at one moment: its file, its shadow and this process's memory, in one join."""

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
from portfolio.store.format.migrations import brought_up, schema_of
from portfolio.store.format.strict import UnreadableError, is_newer

PAUSE: Final = 0.05
"""Seconds between two looks at a file that somebody may be writing."""
_STILL: Final = 0.4  # seconds without change after which a file that cannot be read is not being written


class View(NamedTuple):
    """What was found, and what it comes to."""

    look: FileState
    shadow: bytes | None
    """The shadow's bytes, None without one."""
    state: State | None
    """The join of everything; None when there is nothing at all."""
    displaced: State | None = None
    """What the shadow holds of another portfolio, which was at this path before."""
    known: State | None = None
    """What this computer knew before this look; where it knew nothing, what the file says."""


def gather(path: str, shadow: Shadow, memory: State | None, system: System, patience: float) -> View:
    """Look at everything and join it. A file that cannot be read may be half-written: wait `patience` seconds for it.

    Equal bytes in file and shadow were written by us: not a line of them needs parsing.
    """
    known = memory.encode() if memory is not None else b""
    kept_bytes = shadow.load(known)
    look = bytes_of(path, system, kept_bytes or b"")
    view = trusted_view(look, kept_bytes, memory)
    if view is not None:
        return view
    kept = _shadow_state(shadow, kept_bytes, memory)
    look = _patiently(judged(look, path, kept or NOTHING), path, kept or NOTHING, system, patience)
    if look.found == "damaged":
        shadow.keep_damaged(_without_purged(look.data, kept))
    return _joined(look, kept_bytes, kept, memory)


def _without_purged(data: bytes, kept: State | None) -> bytes:
    """Bytes that cannot be read, without any that could be words of a record that was purged.

    Where something was purged only whole lines of other records stay, in our own layout: in any other spelling nobody
    can tell whose words they are.
    """
    purged = kept.purged() if kept is not None else {}
    return b"\n".join(each for each in data.split(b"\n") if _tells_of_another(each, purged)) if purged else data


def _tells_of_another(line: bytes, purged: Collection[str]) -> bool:
    """Whether this is the whole line of one record, and of none of those that were purged."""
    try:
        ((key, document),) = json.loads(b"{%b}" % line.removesuffix(b",")).items()
        return isinstance(document, dict) and key.isdigit() and id_of(int(key)) not in purged
    except (ValueError, RecursionError, OverflowError):
        return False


def trusted_view(look: FileState, shadow: bytes | None, memory: State | None) -> View | None:
    """The view when file and shadow are equal, of today, and in the frame that `State.encode` makes; else None."""
    data = look.data
    if look.found != "sound" or data != shadow or not has_our_frame(data):
        return None
    if memory is not None and memory.encode() == data:
        return View(look._replace(state=memory), data, memory, known=memory)
    main = trusted(data)
    if schema_of(main) != SCHEMA:
        return None
    return View(look._replace(state=main), data, _with_memory(main, memory), known=main)


def _patiently(look: FileState, path: str, known: State, system: System, patience: float) -> FileState:
    """The look as it becomes while waiting for a file that cannot be read."""
    waited = still = 0.0
    while look.found in ("damaged", "unreachable") and waited < patience and still < _STILL and not hangs(path):
        system.sleep(PAUSE)
        waited += PAUSE
        again = bytes_of(path, system)
        still = still + PAUSE if again.data == look.data else 0.0
        look = judged(again, path, known)
    return look


def _joined(look: FileState, shadow: bytes | None, kept: State | None, memory: State | None) -> View:
    """The join of the file, the shadow's state and the memory. A newer one stands alone: it may mean other things."""
    if look.found == "newer":
        return View(look, shadow, look.state, known=look.state)
    if kept is not None and is_newer(kept):
        return View(look._replace(found="newer"), shadow, kept, known=kept)
    state, displaced = kept or memory, None
    known = state
    main = look.state if look.found == "sound" else None
    if main is not None and (state is None or state.portfolio_id == main.portfolio_id):
        state = join_seen(state, main) if state else main
    elif main is not None and state is not None and (main.tables() or not state.tables()):
        state, displaced, known = main.with_odd(state), state, main
    elif main is not None and state is not None:
        state = state.with_odd(main)
    if state is None:
        return View(look, shadow, look.state, known=look.state)
    return View(look, shadow, _with_memory(state, memory), displaced, known or state)


def _with_memory(state: State, memory: State | None) -> State:
    """The state, joined with the memory when that is of the same portfolio."""
    return join(state, memory) if memory and memory.portfolio_id == state.portfolio_id else state


def _shadow_state(shadow: Shadow, data: bytes | None, memory: State | None) -> State | None:
    """The state in the shadow's bytes. A damaged shadow is kept as such and counts as none."""
    if data is None or (memory is not None and memory.encode() == data):
        return None if data is None else memory
    try:
        if has_our_frame(data):
            json.loads(data)  # only we write here, so whole is sound; strictness costs some 25 times as much
            return brought_up(trusted(data))
        return state_in(data, shadow.path, NOTHING)
    except (ValueError, RecursionError, UnreadableError):
        shadow.keep_damaged(data)
        return None
