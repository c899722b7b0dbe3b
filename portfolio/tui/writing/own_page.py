"""Edits one text in the user's own editor, while the app is suspended.

What was typed so far is on disk before the editor opens, and what the editor saved is a draft before its file is
removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from portfolio.machine import name_digest
from portfolio.own_editor import CAME_BACK, RECORD, Left, NoEditor, Page, as_on_page, edit
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import BaseScreen
    from portfolio.tui.widgets.text_input import WritingBox

_STOPPED: Final = N_("The editor “{editor}” stopped with an error. What it saved of this text is here.")


async def write_in_own_editor(screen: BaseScreen[None], box: WritingBox, entry: Entry) -> None:
    """Edit the text of `box` in the editor and take over the result. Run it in a flow: it may ask a question first."""
    page = _page_of(screen, box, entry)
    text = box.text
    kept = page.left_text()
    if kept is not None and kept.strip() != text.strip():
        answer = await screen.ask(_question(screen, kept))
        if answer not in ("page", "below") or not box.is_attached:
            return
        text = kept if answer == "page" else f"{text.rstrip()}\n\n{kept}".lstrip()
    screen.services.shutdown.flush_drafts()
    try:
        page.make(text, {RECORD: entry.record})
        left = _edited(screen, page)
    except OSError:
        screen.services.status.say(
            screen.words("There is no space on this disk for the page to edit; nothing was changed."), "wrong"
        )
    except SuspendNotSupported:
        page.forget()
        screen.services.status.say(screen.words("An editor cannot be opened from here."), "muted")
    except NoEditor as problem:
        if not page.has_more:
            page.forget()
        screen.services.status.say(clean_line(problem.sentence(screen.words)), "wrong")
    else:
        _take_over(screen, box, page, left)


def _page_of(screen: BaseScreen[None], box: WritingBox, entry: Entry) -> Page:
    what = f"{entry.record or entry.name} {entry.at} {box.id}"
    name = f"text-{name_digest(what.encode('utf-8', 'surrogatepass'))}"
    return Page(screen.services.preferences.locations.pages_folder, name, "leerreis.md")


def _question(screen: BaseScreen[None], kept: str) -> ChooseDialog:
    _ = screen.words
    first = next((clean_line(line).strip() for line in kept.split("\n") if line.strip()), "")
    question = _("Your editor left other words for this text: “{words}”. What do you want to do with them?")
    answers = [("page", _("Continue with those words")), ("below", _("Put them below what is here"))]
    return ChooseDialog(question.format(words=first[:60]), answers)


def _edited(screen: BaseScreen[None], page: Page) -> Left:
    """Run the editor and return what it left.

    No exception may leave `suspend`, because Textual 8.2.8 would then not restore the screen.
    """
    outcome: Left | NoEditor
    with screen.app.suspend():
        try:
            outcome = edit(page, screen.services.preferences.start.environment)
        except NoEditor as problem:
            outcome = problem
    if isinstance(outcome, NoEditor):
        raise outcome
    return outcome


def _take_over(screen: BaseScreen[None], box: WritingBox, page: Page, left: Left) -> None:
    """Put the editor's text in the box, then in the draft, and only then remove its file."""
    _ = screen.words
    if left.text.removesuffix("\n") != as_on_page(box.text):
        box.take(left.text)
    safe = screen.services.shutdown.flush_drafts() and left.readable and not left.at_once
    trouble = left.trouble(page)
    if left.failure is not None and left.touched and safe and not page.has_more:
        trouble = NoEditor(_STOPPED, editor=left.failure.parameters["editor"])
    if trouble is not None:
        screen.services.status.say(clean_line(trouble.sentence(_)), "warning" if left.touched else "wrong")
    elif left.at_once:
        screen.services.status.say(clean_line(_(CAME_BACK).format(path=page.path)), "warning")
    if safe and not page.has_more:
        page.forget()
