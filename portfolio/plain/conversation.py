"""The conversation: handing over, the sheet, and the lists of what was planned and agreed."""

from __future__ import annotations

from portfolio.export import sheet as sheets
from portfolio.export.registry import FORMATS
from portfolio.journey.facts.conversations import coming_conversation, is_coming
from portfolio.journey.prompts.sheet import sheet
from portfolio.plain import lists
from portfolio.plain.desk import Desk
from portfolio.plain.hand_over import hand_over
from portfolio.present.groups import Groups
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.persons import Person
from portfolio.wording.names import capital, kind_plural

_OPEN = ("open", "in_progress")


def show(desk: Desk) -> None:
    """Show everything for a conversation, until the user goes back."""
    _ = desk.words
    acts = {
        "hand_over": (_("What you share"), lambda: hand_over(desk)),
        "sheet": (_("My own sheet"), lambda: _read_sheet(desk)),
    }
    lists.show(desk, lambda: _groups(desk), "conversation", acts=acts)


def _groups(desk: Desk) -> Groups:
    _, records = desk.words, desk.records
    conversations, agreed = records.of(Conversation), records.of(Agreement)
    return [
        (_("Coming conversations"), [c for c in conversations if is_coming(c, desk.today)]),
        (_("Open agreements, on both sides"), [a for a in agreed if a.state in _OPEN]),
        (capital(kind_plural("need", _)), records.of(Need)),
        (_("Past conversations"), [c for c in conversations if not is_coming(c, desk.today)][::-1]),
        (_("Agreements done or dropped"), [a for a in agreed if a.state not in _OPEN]),
        (capital(kind_plural("person", _)), records.of(Person)),
    ]


def _read_sheet(desk: Desk) -> None:
    """Print the private sheet of the next conversation."""
    _ = desk.words
    conversation = coming_conversation(desk.records, desk.today)
    if conversation is None:
        desk.console.say(_("No conversation is planned."))
        return
    document = sheets.document(sheet(desk.records, conversation, desk.today), _)
    desk.console.say("", FORMATS["txt"](document).decode("utf-8"))
