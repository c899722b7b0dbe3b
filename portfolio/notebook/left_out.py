"""What is left out of the documents for one conversation, stored with that conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.notebook.results import Stored


def left_out_of(records: Records, conversation: str | None) -> frozenset[str]:
    """The records that the user left out for this conversation only; they stay shareable for others."""
    found = records.find(Conversation, conversation)
    return frozenset(found.left_out) if found is not None else frozenset()


def keep_left_out(notebook: Notebook, conversation: str, left_out: frozenset[str]) -> Stored | None:
    """Store with the conversation what is left out for it; None when that is stored already. Raises PortfolioError."""
    found = notebook.read.records.find(Conversation, conversation)
    if found is None or notebook.read_only or frozenset(found.left_out) == left_out:
        return None
    batch = notebook.batch()
    kept = [identity for identity in found.left_out if identity in left_out]
    batch.edit(found.id, "conversation", {"left_out": [*kept, *sorted(left_out.difference(kept))]})
    return notebook.write.save(batch)
