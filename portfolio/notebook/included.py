"""How much of what is shareable a document has, counted in one way for every face."""

from __future__ import annotations

from portfolio.journey.sharing.candidates import KINDS
from portfolio.notebook.export_request import NOT_CAREFUL, ExportDraft
from portfolio.wording import Words


def many(draft: ExportDraft) -> int:
    """How many of the records that can be chosen are in it; what belongs to them is not counted."""
    return sum(item.kind in KINDS for item in draft.preview.items)


def many_in_it(draft: ExportDraft, _: Words) -> str:
    """Return how many of the shareable records are in the document, without a full stop."""
    count = many(draft)
    if count >= draft.shareable:
        return _.plural("{n} record in the document", "{n} records in the document", count)
    return _("{n} of {all} shareable records in the document").format(n=count, all=draft.shareable)


def leaves_out_for_care(draft: ExportDraft) -> bool:
    """Whether shareable records are left out because the document is careful."""
    known = (*draft.usual, *(held.record.id for held in draft.held))
    return NOT_CAREFUL in map(draft.reason, known)
