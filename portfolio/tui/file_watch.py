"""Watches the data file: refreshes the app when it changed, and asks questions about it.

Each question, about a missing file or a second portfolio, is asked once, at a place, and only when the user is alone
and no text is open. Until it is answered everything is safe, and the first answer changes nothing.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from portfolio.folders import as_file, shown
from portfolio.sanitise import clean_line
from portfolio.tui.services.status import StatusMessage, saved_message

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.services.services import Services
    from portfolio.tui.services.session import Spawn
    from portfolio.tui.shell.screen import BaseScreen

WATCH_SECONDS: Final = 2.0
"""Seconds between two checks of the file."""
_MISSING: Final = "missing"
_PURGED: Final = "purged"


class FileWatch:
    """Checks the file of the notebook at intervals."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        place_on_top: Callable[[], BaseScreen[None] | None],
        is_asked: Callable[[], bool],
    ) -> None:
        """`place_on_top` returns the place that can ask a question; `is_asked` whether a dialog is open."""
        self._services, self._spawn, self._place_on_top, self._is_asked = services, spawn, place_on_top, is_asked
        start = services.preferences.start
        self._follows_the_clock = not start.demo and start.now().astimezone().date() == start.today
        self._watching = asyncio.Lock()
        self._asked: frozenset[str] = frozenset()
        """Questions already asked: `_MISSING`, `_PURGED`, or the id of another portfolio."""

    def begin(self, every: Callable[[float, Callable[[], object]], object]) -> None:
        """Ask open questions, then start checking; `every` calls a function at an interval."""
        self.ask_about_the_file()
        every(WATCH_SECONDS, lambda: self._spawn(self.look(), holds="nothing"))

    async def look(self) -> None:
        """Refresh when the file changed, the day changed, or the last request failed."""
        if self._watching.locked():  # a slow disk is still working on the last check
            return
        async with self._watching:
            await self._refresh_when_due()

    async def _refresh_when_due(self) -> None:
        session = self._services.session
        actual = self._services.preferences.start.now().astimezone().date()
        due = session.unanswered or not session.state.read
        if self._follows_the_clock and actual != session.state.today:
            session.state = session.state._replace(today=actual)
            due = True
        today, asking = session.state.today, self._is_asked()

        def changed(notebook: Notebook) -> bool:
            from portfolio.notebook import inbox

            notebook.today = today
            if not asking and session.state.alone and inbox.waits(notebook) != session.state.inbox:
                return notebook.look() is not None
            # A dialog is about what was on the screen when it opened: changes wait until it is answered.
            return ((not asking and notebook.changed_outside()) or due) and notebook.look() is not None

        if await session.ask(changed):
            await session.refresh()
        self.ask_about_the_file()

    def ask_about_the_file(self) -> None:
        """Ask an open question about the file, if this is the moment for it."""
        state, screen = self._services.state, self._place_on_top()
        asks = state.asks
        if not asks.missing:
            self._asked -= {_MISSING}
        if screen is None or not state.alone or self._services.preferences.start.demo:
            return
        if asks.missing and _MISSING not in self._asked:
            self._asked |= {_MISSING}
            self._spawn(self._ask_where(screen))
            return
        if asks.purged and _PURGED not in self._asked:
            self._asked |= {_PURGED}
            self._spawn(self._ask_whether_it_goes(screen, asks.purged))
            return
        other = next(((each, path) for each, path in asks.others if each not in self._asked), None)
        if other is not None:
            self._asked |= {other[0]}
            self._spawn(self._ask_whose(screen, *other))

    async def _ask_where(self, screen: BaseScreen[None]) -> None:
        _ = self._services.state.words
        question = _(
            "Your file {path} is not there. Nothing is lost: this computer keeps a copy, and new words go into it. "
            "What shall we do?"
        ).format(path=shown(self._services.preferences.locations.data_file))
        answers = [
            ("wait", _("Wait – I'll put it back, or it is still syncing")),
            ("recreate", _("Recreate it from that copy")),
        ]
        if not self._services.preferences.start.fixed_by:
            answers.append(("moved", _("I moved it – show where")))

        answer = await screen.choose(question, answers)
        if answer == "recreate":
            message = _("Your file is there again, with everything in it.")
            self._services.session.save_soon(lambda nb: saved_message(nb.recreate_file(), message, _))
        elif answer == "moved":
            await self._ask_path(screen)

    async def _ask_whether_it_goes(self, screen: BaseScreen[None], purged: Mapping[str, int]) -> None:
        from portfolio.wording.names import counted_kinds

        _ = self._services.state.words
        question = _(
            "Deleted for good on another computer: {what}. This computer keeps the words apart until you decide. "
            "What do you want?"
        ).format(what=counted_kinds(purged, _))
        answers = [
            ("later", _("Decide later")),
            ("keep", _("Bring them back on every computer")),
            ("go", _("Delete them here too, for good")),
        ]

        def let_go(nb: Notebook) -> StatusMessage:
            nb.accept_purge()
            return StatusMessage(_("The words are gone from this computer too."), "good")

        answer = await screen.choose(question, answers)
        if answer == "keep":
            back = _("They are back, with everything they said.")
            self._services.session.save_soon(lambda nb: saved_message(nb.write.refuse_purge(), back, _))
        elif answer == "go":
            self._services.session.save_soon(let_go)

    async def _ask_path(self, screen: BaseScreen[None]) -> None:
        from portfolio.tui.dialogs.line import LineDialog

        _ = self._services.state.words

        path = await screen.ask(LineDialog(_("Where is it now? The folder or the file:"), "", keeps=False))
        if path:
            await self._go_on_at(as_file(path))

    async def _go_on_at(self, path: str) -> None:
        """Continue with the file at the path that the user gave."""
        preferences, status = self._services.preferences, self._services.status
        _, found = self._services.state.words, await preferences.found_at(path)
        if found == "same":
            await preferences.move(path, join=True)
        elif found == "other":
            sentence = _("The file at {path} is not your portfolio. Nothing was changed.")
            status.say(sentence.format(path=shown(path)), "warning")
        elif found is not None:
            sentence = _("There is no file at {path}. Nothing was changed; new words are kept on this computer.")
            status.say(sentence.format(path=shown(path)), "warning")

    async def _ask_whose(self, screen: BaseScreen[None], portfolio_id: str, path: str) -> None:
        _, here = self._services.state.words, shown(self._services.preferences.locations.data_file)
        question = _(
            "There are two portfolios: the one you see, in {here}, and another one, in {there}. Both "
            "are safe. Did you start twice, on two computers?"
        ).format(here=here, there=shown(path))
        answers = [
            ("later", _("I don't know; leave both as they are")),
            ("both", _("Yes, combine them")),
            ("apart", _("No, keep them apart")),
        ]

        def merge(nb: Notebook) -> StatusMessage:
            from portfolio.notebook.reports import Arrival

            brought, notices = nb.copies.merge(path, other=True)
            nb.look()
            sentences = [Arrival(os.path.basename(path), brought).sentence(_), *(n.sentence(_) for n in notices)]
            return StatusMessage(" ".join(sentences), "accent")

        answer = await screen.choose(question, answers)
        if answer == "both":
            self._services.session.save_soon(merge)
        elif answer == "apart":
            message = _("They stay apart: this one in {here}, the other one in {there}.")
            await self._keep_apart(portfolio_id, message.format(here=here, there=clean_line(shown(path))))

    async def _keep_apart(self, portfolio_id: str, message: str) -> None:
        await self._services.session.ask(lambda nb: nb.copies.keep_apart(portfolio_id))
        if await self._services.session.refresh():
            self._services.status.say(message, "accent")
