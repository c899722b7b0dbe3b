"""Flow that copies a text to send, or saves it as a file: a question, a reminder or a confirmation."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.capture.options import Option
from portfolio.errors import PortfolioError
from portfolio.export.files import save
from portfolio.folders import shown, whole_path
from portfolio.journey.facts.links import agreed_in
from portfolio.journey.prompts.nudges import WAIT_DAYS
from portfolio.notebook.export_request import folder_for
from portfolio.pictures.agreements import confirmation, nothing_agreed, still_open
from portfolio.records.conversations import Conversation
from portfolio.records.feedback import Feedback, Request
from portfolio.records.persons import Person
from portfolio.sanitise import clean
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.dialogs.read_first import ReadFirstDialog
from portfolio.tui.records import changes
from portfolio.tui.services.state import Taken
from portfolio.wording.requests import permission_text, reminder_text

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen
    from portfolio.wording import Words


_CLOSE: Final = "close"
"""Key of the option that closes the conversation."""


def close_name(_: Words) -> str:
    """Return the name of the choice that closes a conversation."""
    return _("Close the conversation")


def close(screen: BaseScreen[None], conversation: Record) -> None:
    """Close a conversation: its agreements stay where they are."""
    message = screen.words("The conversation is closed. Its agreements are here and on Today.")
    changes.set_fields(screen.services, conversation.id, "conversation", {"state": "closed"}, message)


async def offer_texts(screen: BaseScreen[None], record: Record) -> None:
    """Ask which text about the record to use, and whether to copy it or to save it as a file; then do so."""
    _, title = screen.words, screen.words("What do you want to send?")
    if isinstance(record, Conversation):
        if not agreed_in(record, screen.services.state.records):
            screen.services.status.say(nothing_agreed(_), "muted")
            return
        title = f"{title}\n{still_open(record, _)}".strip()
    texts = _texts(screen, record)
    if isinstance(record, Conversation):
        above = _("The mail, to read first. Nothing is sent: you copy or save it.")
        if await screen.ask(ReadFirstDialog(above, texts[0].words)) is None:
            return
    ways = (("copy", _("Copy {text}")), ("file", _("Save {text}")))
    options = [
        Option(f"{way}:{n}", label.format(text=text.name)) for n, text in enumerate(texts) for way, label in ways
    ]
    if isinstance(record, Conversation) and record.state != "closed":
        options.append(Option(_CLOSE, close_name(_)))
    key = await screen.ask(PickDialog(title, options, numbered=True))
    if key == _CLOSE:
        close(screen, record)
    way, _colon, n = (key or "").partition(":")
    if way == "copy":
        _copy(screen, texts[int(n)])
    elif way == "file":
        await _save(screen, texts[int(n)])


class _Text(NamedTuple):
    """A text to send."""

    name: str
    words: str
    file: str
    """The proposed name of its file."""
    reminds: Request | None = None
    """The request that this text is a reminder of; None for other texts."""
    confirms: str = ""
    """The id of the conversation whose agreements it confirms."""


def _texts(screen: BaseScreen[None], record: Record) -> list[_Text]:
    _ = screen.words
    if isinstance(record, Request):
        person, question = _name_of(record.person, screen), clean(record.question)
        again, file = reminder_text(person, question, _), _("question.txt")
        return [_Text(_("the question"), question, file), _Text(_("a reminder"), again, file, record)]
    if isinstance(record, Feedback):
        asked = permission_text(_name_of(record.from_, screen), clean(record.what), _)
        return [_Text(_("the question whether you can share it"), asked, _("question.txt"))]
    if isinstance(record, Conversation):
        words = confirmation(screen.services.state.records, record, screen.services.state.today, _)
        return [_Text(_("the mail text"), words, _("agreed.txt"), confirms=record.id)]
    return []


def _name_of(identity: str | None, screen: BaseScreen[None]) -> str:
    person = screen.services.state.records.find(Person, identity)
    return " ".join(clean(person.name).split()) if person is not None else ""


def _tell(screen: BaseScreen[None], text: _Text, message: str) -> None:
    """Show the message; after a reminder, wait for the answer as long as after the first question."""
    if text.confirms:
        screen.services.session.take_step(Taken("confirm", text.confirms))
    if text.reminds is None:
        screen.services.status.say(message, "muted")
        return
    asked = text.reminds.asked_on or text.reminds.date
    after = max((screen.services.state.today - asked).days, 0) + WAIT_DAYS
    changes.set_fields(screen.services, text.reminds.id, "request", {"remind_after": str(after)}, message)


def _copy(screen: BaseScreen[None], text: _Text) -> None:
    """Copy the text through the terminal, which does not report whether it allows that."""
    _ = screen.words
    screen.app.copy_to_clipboard(text.words)
    message = _("Copied. If you cannot paste it, your terminal does not allow that: open this again and save a file.")
    _tell(screen, text, message)


async def _ask_path(screen: BaseScreen[None], name: str) -> str | None:
    _ = screen.words
    proposed = os.path.join(folder_for(screen.services.preferences.locations.data_file), name)
    answers = [("here", _("As {path}").format(path=shown(proposed))), ("else", _("Somewhere else"))]
    answer = await screen.choose(_("Where do you want the file?"), answers)
    if answer == "else":
        path = await screen.ask(LineDialog(_("Where to?"), proposed, keeps=False))
        return whole_path(path) if path else None
    return proposed if answer == "here" else None


async def _save(screen: BaseScreen[None], text: _Text) -> None:
    """Ask for a path and write the text there; show the reason when that fails."""

    path = await _ask_path(screen, text.file)
    if path is None:
        return
    _, services = screen.words, screen.services
    never = (services.preferences.locations.data_file,)
    try:
        await services.worker.aside(lambda: save(path, f"{text.words}\n".encode(), never=never))
    except PortfolioError as failure:
        services.status.say(failure.sentence(_), "wrong")
    else:
        _tell(screen, text, _("The text is in {path}").format(path=shown(path)))
