"""Flow to check a document for words that the user may not want to share: keep or replace each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.capture.options import Option
from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT, Leak
from portfolio.notebook.export_request import GONE, replacements
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.shell.why_not import say_not_now
from portfolio.wording import Language
from portfolio.wording.leaks import leak_word

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.export.request import RequestWork
    from portfolio.tui.shell.screen import BaseScreen

KEEP: Final = "keep"
"""The answer that keeps the words."""
OPEN: Final = "open"
"""The answer that opens the source of the words."""


class Decision(NamedTuple):
    """What to do with one place in this document."""

    leak: Leak
    answer: str
    """KEEP, OPEN, or the replacement."""


async def look_at_leaks(
    screen: BaseScreen[None], work: RequestWork, filled: Callable[[], Awaitable[ExportDraft | None]] | None = None
) -> bool:
    """Ask about one place after the other, each in the draft as it is by then, until the user cancels.

    `filled` gives the draft of a form, which is filled in for the request as it is by then. Words that were typed for
    this document are changed on the screen of its sections. Returns whether the screen of the document is still on top,
    with its draft prepared.
    """
    while screen.current_context().alone:
        draft = work.draft if filled is None else await filled()
        if draft is None or not draft.to_look_at:
            screen.services.status.say(screen.words("There is nothing left to check."), "good")
            return True
        decision = await _choose(screen, draft.to_look_at, draft.request.language)
        if decision is None:
            return True
        leak, answer = decision
        if answer == OPEN:
            if leak.id == OF_THE_DOCUMENT:
                screen.app.push_screen(SectionsScreen(work))
            else:
                screen.services.navigator.open_record(leak.id)
            return False
        if not await work.decide(leak.words, None if answer == KEEP else answer):
            return False
    say_not_now(screen.services)
    return False


async def _choose(screen: BaseScreen[None], found: Sequence[Leak], language: Language) -> Decision | None:
    """Let the user choose a place and decide about it; cancelling the second question returns to the list.

    `language` is the language of the document.
    """
    _ = screen.words
    options = [
        Option(str(n), _one_line(leak.words), leak_word(leak.sort, _), clean_line(leak.around))
        for n, leak in enumerate(found)
    ]
    title = _(
        "Check these before you hand it over. You can use other words in the document; your records stay as they are."
    )
    while True:
        key = await screen.ask(PickDialog(title, options))
        if key is None:
            return None
        leak = found[int(key)]
        answer = await _ask(screen, leak, language)
        if answer is not None:
            return Decision(leak, answer)


async def _ask(screen: BaseScreen[None], leak: Leak, language: Language) -> str | None:
    """Ask what to do with one place."""
    _, records = screen.words, screen.services.state.records
    options = [Option(KEEP, _("Keep it as it is"))]
    others = replacements(leak, records, language)
    options += [Option(text, _("Say: {words}").format(words=clean_line(text))) for text in others]
    options.append(Option(GONE, _("Leave it out: it will show {sign}").format(sign=GONE)))
    elsewhere = _("Open what you typed for this document and rephrase it")
    in_a_record = leak.id != OF_THE_DOCUMENT
    options.append(Option(OPEN, _("Open the record and rephrase it") if in_a_record else elsewhere))
    title = f"{_one_line(leak.words)}\n{clean_line(leak.around)}"
    return await screen.ask(PickDialog(title, options, numbered=True))


def _one_line(words: str) -> str:
    return clean_line(" ".join(words.split()))
