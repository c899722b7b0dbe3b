"""The question after the record that was being changed was deleted for good elsewhere."""

from __future__ import annotations

from portfolio.capture.entry import Entry
from portfolio.capture.options import Option
from portfolio.plain.console import Group
from portfolio.plain.desk import Desk


def ask_about_gone(desk: Desk, entry: Entry) -> Entry | None:
    """Ask what to do with the changes; return them as a new entry, or None when they stay a draft or are dropped."""
    _ = desk.words
    desk.console.say(_("What you changed was deleted for good elsewhere. Save what is here as something new?"))
    answers = [Option("new", _("Save it as new")), Option("drop", _("Discard it"))]
    answer = desk.console.choose([Group("", answers)], back=_("Keep it as a draft"))
    if answer == "new":
        new = entry.as_new(f"{entry.kind}-{desk.notebook.moment()}")
        desk.open(new)
        desk.discard(entry)
        return new
    if answer == "drop":
        desk.discard(entry)
    return None
