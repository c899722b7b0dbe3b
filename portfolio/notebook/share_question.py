"""The question before a record is made shareable: about its private parts, or about the permission for feedback."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.journey.facts.links import WHOLES, counted, parts_of
from portfolio.present.titles import heading
from portfolio.records.collection import Records
from portfolio.records.feedback import Feedback
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.names import counted_kinds

ONLY, PARTS, LATER, YES = "only", "parts", "later", "yes"
"""The answers: only this, also its parts; mark feedback although its giver has not agreed, the giver agreed."""


class ShareQuestion(NamedTuple):
    """The text of the question, and the answers as keys and labels, the safe one first."""

    text: str
    answers: tuple[tuple[str, str], ...]
    parts: tuple[str, ...] = ()
    """The ids of the private parts."""


def question_before(record: Record, records: Records, _: Words) -> ShareQuestion | None:
    """Return the question before this record is made shareable; None when there is nothing to ask.

    Feedback is not exported without the permission of its giver, and without ratings a skill has no level.
    """
    if isinstance(record, Feedback) and record.permission != "yes":
        return ShareQuestion(
            _("Did they agree that you share this?"),
            ((LATER, _("Not yet: wait for a yes")), (YES, _("Yes, they agreed"))),
        )
    parts = parts_of(records, [record.id]) if record.kind in WHOLES else ()
    private = [part for part in parts if not part.shareable]
    if not private:
        return None
    named, title = counted_kinds(counted(private), _), heading(record, records, _)
    one = _("“{title}” has {parts} that is still private. Can that be shared too?")
    several = _("“{title}” has {parts} that are still private. Can those be shared too?")
    text = one if len(private) == 1 else several
    answers = ((ONLY, _("Only this")), (PARTS, _("Include {parts}").format(parts=named)))
    return ShareQuestion(text.format(parts=named, title=title), answers, tuple(part.id for part in private))
