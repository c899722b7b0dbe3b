"""Unfinished texts of this portfolio, in the drafts folder on this computer; never in the data file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portfolio.store import drafts as kept
from portfolio.tui.look import Unfinished
from portfolio.tui.writings import Writing, from_payload

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


def save(notebook: Notebook, writing: Writing) -> None:
    """Keep what is being typed. Raises OSError."""
    payload: dict[str, Any] = {**writing.payload(), "file": notebook.locations.data_file}
    kept.save(notebook.locations.drafts_folder, writing.name, payload)


def discard(notebook: Notebook, name: str) -> None:
    """Let it go: it was saved, or its writer threw it away."""
    kept.discard(notebook.locations.drafts_folder, name)


def load_all(notebook: Notebook) -> tuple[Unfinished, ...]:
    """What was left, the oldest first; a draft of another portfolio stays where it is."""
    found = kept.load_all(notebook.locations.drafts_folder)
    mine = {name: payload for name, payload in found.items() if payload.get("file") == notebook.locations.data_file}
    read = ((name, from_payload(name, payload)) for name, payload in sorted(mine.items()))
    return tuple(Unfinished(name, writing) for name, writing in read if writing is not None)
