"""The part of the app that asks about its file what only a person can know: where it went, and whose it is.

Each is asked once, when someone is alone and at a place, where no text is open. Until there is an answer everything is
safe as it is, and the first answer leaves it so.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from portfolio.folders import as_file, shown
from portfolio.sanitise import clean_line
from portfolio.tui.services.messages import PlaceChosen
from portfolio.tui.services.preferences import Preferring
from portfolio.tui.services.saved_message import saved_message
from portfolio.tui.widgets.bars import StatusMessage

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.shell.place_screen import PlaceScreen

_MISSING = "missing"
_PURGED = "purged"


class Minding(Preferring):
    """An app that minds its file."""

    _asked: frozenset[str] = frozenset()
    """What was asked already: that the file is missing, that much was purged, or the id of another portfolio."""

    def ask_about_the_file(self) -> None:
        """Ask what is open, if anything is and this is the moment for it."""
        from portfolio.tui.shell.place_screen import PlaceScreen

        asks, screen = self.look.asks, self.on_top()
        if not asks.missing:
            self._asked -= {_MISSING}
        if not (isinstance(screen, PlaceScreen) and self.look.alone) or self.start.demo:
            return
        if asks.missing and _MISSING not in self._asked:
            self._asked |= {_MISSING}
            self._ask_where(screen)
            return
        if asks.purged and _PURGED not in self._asked:
            self._asked |= {_PURGED}
            self._ask_whether_it_goes(screen, asks.purged)
            return
        other = next(((each, path) for each, path in asks.others if each not in self._asked), None)
        if other is not None:
            self._asked |= {other[0]}
            self._ask_whose(screen, *other)

    def _ask_where(self, screen: PlaceScreen) -> None:
        _ = self.look.words
        question = _(
            "Your file {path} is not there. Nothing is lost: this computer keeps a copy, and new words go into it. "
            "What shall we do?"
        ).format(path=shown(self.locations.data_file))
        answers = [("wait", _("Wait; I put it back, or it is on its way")), ("anew", _("Make it anew from that copy"))]
        if not self.start.fixed_by:
            answers.append(("moved", _("I moved it; let me say where it is")))

        def answered(answer: str | None) -> None:
            if answer == "anew":
                said = _("Your file is there again, with everything in it.")
                self.run_worker(self.act(lambda nb: saved_message(nb.make_anew(), said, _)))
            elif answer == "moved":
                self._ask_path()

        screen.ask(question, answers, answered)

    def _ask_whether_it_goes(self, screen: PlaceScreen, purged: Mapping[str, int]) -> None:
        from portfolio.wording.names import counted_kinds

        _ = self.look.words
        question = _(
            "Deleted for good on another computer: {what}. This computer keeps the words apart until you decide. "
            "What do you want?"
        ).format(what=counted_kinds(purged, _))
        answers = [
            ("later", _("Decide later")),
            ("keep", _("Bring them back, on every computer")),
            ("go", _("Let them go here too, for good")),
        ]

        def let_go(nb: Notebook) -> StatusMessage:
            nb.accept_purge()
            return StatusMessage(_("The words are gone from this computer too."), "good")

        def answered(answer: str | None) -> None:
            if answer == "keep":
                back = _("They are back, with everything they said.")
                self.run_worker(self.act(lambda nb: saved_message(nb.refuse_purge(), back, _)), group="acts")
            elif answer == "go":
                self.run_worker(self.act(let_go), group="acts")

        screen.ask(question, answers, answered)

    def _ask_path(self) -> None:
        from portfolio.tui.dialogs.line import LineDialog

        _ = self.look.words

        def typed(path: str | None) -> None:
            if path:
                self.run_worker(self._go_on_at(as_file(path)))

        self.push_screen(LineDialog(_("Where is it now? The folder or the file:"), ""), typed)

    async def _go_on_at(self, path: str) -> None:
        """Go on with the file that someone says they moved there."""
        _, found = self.look.words, await self.found_at(path)
        if found == "same":
            self.post_message(PlaceChosen(path, True))
        elif found == "other":
            saved_message = _("What lies at {path} is not your portfolio. Nothing was changed.")
            self.say(saved_message.format(path=shown(path)), "warning")
        elif found is not None:
            saved_message = _("There is no file at {path}. Nothing was changed; new words are kept on this computer.")
            self.say(saved_message.format(path=shown(path)), "warning")

    def _ask_whose(self, screen: PlaceScreen, portfolio_id: str, path: str) -> None:
        _, here = self.look.words, shown(self.locations.data_file)
        question = _(
            "There are two portfolios: the one that you see, in {here}, and another one, in {there}. Both are safe. "
            "Did you begin twice, on two computers?"
        ).format(here=here, there=shown(path))
        answers = [
            ("later", _("I do not know; leave both as they are")),
            ("both", _("Yes, make one of both")),
            ("apart", _("No, keep them apart")),
        ]

        def merge(nb: Notebook) -> StatusMessage:
            from portfolio.store.merge_report import Arrival

            brought, notices = nb.merge(path, other=True)
            nb.look()
            sentences = [Arrival(os.path.basename(path), brought).sentence(_), *(n.sentence(_) for n in notices)]
            return StatusMessage(" ".join(sentences), "accent")

        def answered(answer: str | None) -> None:
            if answer == "both":
                self.run_worker(self.act(merge))
            elif answer == "apart":
                said = _("They stay apart: this one in {here}, the other one in {there}.")
                self.run_worker(self._keep_apart(portfolio_id, said.format(here=here, there=clean_line(shown(path)))))

        screen.ask(question, answers, answered)

    async def _keep_apart(self, portfolio_id: str, said: str) -> None:
        await self.ask(lambda nb: nb.keep_apart(portfolio_id))
        if await self.look_again():
            self.say(said, "accent")
