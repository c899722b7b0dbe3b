"""What is said when a record becomes shareable: at once, or after the yes of the other person."""

from __future__ import annotations

from portfolio.records.feedback import Feedback
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.names import privacy_label


def waits_for_a_yes(record: Record | None) -> bool:
    """Whether a shareable record stays out of every document until the other person agrees."""
    return isinstance(record, Feedback) and record.permission != "yes"


def shareable_word(record: Record, _: Words) -> str:
    """Return the word beside a shareable record: whether it goes, or waits for a yes."""
    return _("waits for a yes") if waits_for_a_yes(record) else privacy_label(True, _)


def only_after_a_yes(_: Words) -> str:
    """Return the sentence that says when such a record is included."""
    return _("It is included once the other person says yes.")


def now_shareable(record: Record | None, _: Words) -> str:
    """Return the sentence after one record was made shareable."""
    return only_after_a_yes(_) if waits_for_a_yes(record) else _("Shareable. It leaves only when you export it.")
