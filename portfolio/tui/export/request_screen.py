"""What someone wishes of a document: the part of its screen that holds it, and has it made anew when it changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from portfolio.export.registry import SORTS
from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT
from portfolio.notebook.export_request import ExportDraft, ExportRequest, coming, folder_for, prepare, proposed_period
from portfolio.tui.dialogs.period import PeriodDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export import head, leaks
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.shell.why_not import say_not_now

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


class WishingScreen(BaseScreen[None]):
    """A screen with a wish, and what would leave by it."""

    def __init__(self, conversation: str = "") -> None:
        """A portfolio of the last year for `conversation`, else for the one that comes first."""
        super().__init__()
        self._wish = ExportRequest(conversation=conversation)
        self._begun = False
        self.leaving: ExportDraft | None = None
        """What would leave; None until it was made."""

    def show_leaving(self) -> None:
        """Show what came of the wish."""
        raise NotImplementedError

    def prepare(self, look: AppState) -> None:
        """Have the document made, beside the screen."""
        if not look.read:
            return
        if not self._begun:
            self._begun = True
            conversation = self._wish.conversation or coming(look.records, look.today)
            known = self.services.session.requests.get(conversation)
            period = proposed_period(look.records, look.today, conversation)
            new = ExportRequest(language=look.words.language, conversation=conversation, period=period)
            self._wish = known or new
        self.run_worker(self._prepare(look), exclusive=True, group="prepare")

    async def _prepare(self, look: AppState) -> bool:
        """Make the document by this wish; False when that failed, or another one is wished meanwhile."""
        wish = self._wish

        def made(nb: Notebook) -> ExportDraft:
            return prepare(nb.read.records, wish, look.today)._replace(folder=folder_for(nb.locations.data_file))

        leaving = await self.services.session.ask(made)
        if leaving is None or wish != self._wish:
            return False
        self.leaving = leaving
        self.show_leaving()
        return True

    @flow
    async def action_leaks(self) -> None:
        """Look at what one may not have meant to hand over, one place after the other."""
        goes_on = True
        while goes_on:
            goes_on = await self._look_at_a_leak()

    async def _look_at_a_leak(self) -> bool:
        """Ask about one place; whether the next one can be asked about."""

        _, leaving = self.words, self.leaving
        if not self.situation().alone:
            say_not_now(self.services)
            return False
        if leaving is None or not leaving.to_look_at:
            self.services.status.say(_("Nothing in it calls for a second look."), "good")
            return False
        decision = await leaks.look_at_leaks(self, leaving.to_look_at, leaving.wish.language)
        if decision is None:
            return False
        leak, answer = decision
        if answer != leaks.OPEN:
            return await self._decide(leak.words, None if answer == leaks.KEEP else answer)
        if leak.id == OF_THE_DOCUMENT:
            self.action_sections()
        else:
            self.services.navigator.open_record(leak.id)
        return False

    async def _decide(self, words: str, other: str | None) -> bool:
        """Keep these words, or let others stand there; whether the document is made by that and still looked at."""
        wish = self._wish
        if other is None:
            wish = wish._replace(kept=wish.kept | {words})
        else:
            wish = wish._replace(changes=(*wish.changes, (words, other)), kept=wish.kept | {other})
        self._wish = self.services.session.requests[wish.conversation] = wish
        return self.look is not None and await self._prepare(self.look) and self.is_current

    def _wishes(self, wish: ExportRequest) -> None:
        """From now on so, also when someone comes back to it; the document is made anew."""
        self._wish = self.services.session.requests[wish.conversation] = wish
        if self.look is not None:
            self.prepare(self.look)

    def action_mark(self) -> None:
        """Leave it out this time, or take it in; the record itself stays as it is."""
        record, leaving = self.situation().chosen, self.leaving
        if record is None or leaving is None:
            return
        if not self.situation().alone:
            say_not_now(self.services)
            return
        wish = leaving.turned(record.id, self._wish)
        if wish is None:
            _ = self.words
            told = _("It stays: {reason}.").format(reason=_(leaving.reason(record.id)))
            self.services.status.say(told, "muted", here=True)
        else:
            self._wishes(wish)

    def leave_out(self, identities: Iterable[str]) -> None:
        """These stay, this time."""
        gone = frozenset(identities)
        self._wishes(self._wish._replace(left_out=self._wish.left_out | gone, taken_in=self._wish.taken_in - gone))

    def action_form(self) -> None:
        """The next form: a whole portfolio, one page, a plan, a list of evidence."""
        forms = tuple(SORTS)
        self._wishes(self._wish._replace(form=forms[(forms.index(self._wish.form) + 1) % len(forms)]))

    def action_careful(self) -> None:
        """Only facts and results, or every section: what was taken in or left out by hand is no more."""
        if self.leaving is not None:
            self._wishes(self._wish._replace(careful=not self.leaving.careful, sections={}))

    def action_sections(self) -> None:
        """Sections, order and headings of this document; it is made anew afterwards."""
        if self.look is not None:
            self.app.push_screen(SectionsScreen(self._wish, self._wishes))

    def action_document_language(self) -> None:
        """The other language."""
        self._wishes(self._wish._replace(language="en" if self._wish.language == "nl" else "nl"))

    def action_names(self) -> None:
        """Only roles, or the names of those who agreed."""
        self._wishes(self._wish._replace(names="roles" if self._wish.names == "consented" else "consented"))

    @flow
    async def action_period(self) -> None:
        """Choose the period."""

        if self.look is None:
            return
        period = await self.ask(PeriodDialog(self.look, self._wish.period))
        if period is not None:
            self._wishes(self._wish._replace(period=period))

    @flow
    async def action_conversation(self) -> None:
        """Choose the conversation that it is for."""

        if self.look is None:
            return
        now, options = self._wish.conversation or head.NO_CONVERSATION, head.conversations(self.look)
        title = self.words("Which conversation is it for?")
        key = await self.ask(PickDialog(title, options, chosen=[now], at=now))
        if key is not None:
            self._wishes(self._wish._replace(conversation="" if key == head.NO_CONVERSATION else key))
