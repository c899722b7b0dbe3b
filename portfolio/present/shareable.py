"""What is said when a record becomes shareable or private, or is saved: what leaves, when, and after whose yes."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.journey.sharing.candidates import waits_for_a_yes
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.names import privacy_label


def shareable_word(record: Record, _: Words) -> str:
    """Return the word beside a shareable record: whether it goes, or waits for a yes."""
    return _("waits for a yes") if waits_for_a_yes(record) else privacy_label(True, _)


def only_after_a_yes(_: Words) -> str:
    """Return the sentence that says when such a record is included."""
    return _("It is included once the other person says yes.")


def now_shareable(records: Sequence[Record | None], _: Words) -> str:
    """Return the sentence after these records were made shareable."""
    waits = any(map(waits_for_a_yes, records))
    if len(records) == 1:
        return only_after_a_yes(_) if waits else _("Shareable. It leaves only when you export it.")
    message = _("{n} records are shareable. They leave only when you export them.").format(n=len(records))
    feedback = _("Feedback is included once the other person says yes.")
    return f"{message} {feedback}" if waits else message


def now_private(records: Sequence[Record | None], _: Words) -> str:
    """Return the sentence after these records were made private."""
    if len(records) > 1:
        return _("{n} records are private. Only you see them.").format(n=len(records))
    kind = records[0].kind if records and records[0] is not None else ""
    still = leaves_anyway(kind, _)
    return _("Private. {what}").format(what=still) if still else _("Private. Only you see this.")


def leaves_anyway(kind: str, _: Words) -> str:
    """Return what leaves of a private record of this kind; empty when nothing does."""
    if kind == "profile":
        return _("Name, job title and team are in every document you hand over; the rest only once it is shareable.")
    if kind == "person":
        return _("What you share shows this person by role, and by name only with a yes to that.")
    return ""


def now_saved(kind: str, _: Words, share_key: str = "") -> str:
    """Return the sentence after a new record was saved, with the key that shares it where there is one."""
    still = leaves_anyway(kind, _)
    if still:
        return _("Saved. {what}").format(what=still)
    if not share_key:
        return _("Saved. Only you see this.")
    return _("Saved. Only you see this; press {share} to make it shareable.").format(share=share_key)
