"""Saving an entry: in a worker of its screen, which closes when that succeeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.tui.shell.flow import start_flow
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.leave import leave

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.writing.screen import WritingScreen

SLOW: Final = 0.5
"""Seconds after which the user is shown that saving takes time."""


def save(screen: WritingScreen) -> None:
    """Save the entry in a worker; close the screen when that succeeds."""
    if not screen.open.closed:
        screen.gather()
        _hold(screen, held=True)
        screen.run_worker(_save(screen, screen.entry), exclusive=True, group="save")


def _hold(screen: WritingScreen, *, held: bool) -> None:
    screen.open.held = held
    for box in screen.query(WritingBox):
        box.read_only = held


async def _save(screen: WritingScreen, entry: Entry) -> None:
    def say_slow() -> None:
        screen.services.status.say(screen.words("Saving; this disk is slow."), "muted")

    answer = None
    slow = screen.set_timer(SLOW, say_slow)
    try:
        answer = await screen.services.drafts.save(entry, screen.open.last)
    finally:
        slow.stop()
        if answer is not None and answer.saved is not None:
            screen.saved = True
            screen.dismiss()  # keys wait until the screen is gone
        else:
            _hold(screen, held=False)
    if answer is not None and answer.gone:
        start_flow(screen, _ask_about_gone, screen)
    elif answer is not None and answer.problems:
        await screen.show_problems(answer.problems)


async def _ask_about_gone(screen: WritingScreen) -> None:
    """Ask what to do with changes to a record that was deleted for good elsewhere."""
    _, opened, services = screen.words, screen.open, screen.services
    question = _("What you changed was deleted for good elsewhere. Save what is here as something new?")
    answers = [
        ("new", _("Save it as new")),
        ("on", _("Go on writing")),
        ("later", _("Keep it as a draft")),
        ("drop", _("Discard it")),
    ]
    answer = await screen.choose(question, answers)
    if answer == "new":
        old = opened.entry.name
        opened.entry = opened.entry.as_new(f"{opened.entry.kind}-{services.preferences.start.now().isoformat()}")
        save(screen)
        services.drafts.discard(old)
    elif answer == "later":
        leave(screen)
    elif answer == "drop":
        screen.finish(lambda: services.drafts.discard(opened.entry.name))
