"""The part of the app that answers facts: something was typed, finished, shared, deleted. It asks the desk, then says
in one sentence what came of it, and sends a new look down.

What could not be saved is said and stays a draft; nothing that someone typed is let go before it is on disk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from portfolio.errors import PortfolioError
from portfolio.locations import Locations
from portfolio.sanitise import clean_line
from portfolio.tui import messages
from portfolio.tui.looking import Looking
from portfolio.tui.views.day import DRAFT
from portfolio.tui.widgets.bars import Saying
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.notebook import Notebook, Stored
    from portfolio.notebook.history import Done


class RecordKeeping(Looking):
    """An app that does with the notebook what its screens report."""

    @property
    def locations(self) -> Locations:
        """Where everything lies; the class below knows."""
        raise NotImplementedError

    async def act(self, work: Callable[[Notebook], Saying]) -> bool:
        """Ask the desk, say what came of it and look again. False when it could not be done."""
        try:
            said = await self.desk.ask(work)
        except PortfolioError as failure:
            self.say(failure.sentence(self.look.words), "wrong")
            return False
        await self.look_again()
        if self.look.arrived:
            self.saying = Saying(f"{said.text} {self.news()}", said.role, until_key=True)
        else:
            self.say(said.text, said.role, here=said.here)
        return True

    @on(messages.Typed)
    async def _typed(self, fact: messages.Typed) -> None:
        from portfolio.tui import drafts

        # Not through the notebook: words are kept also while the data file cannot be read.
        locations, writing = self.locations, fact.writing
        try:
            await self.desk.aside(lambda: drafts.keep(locations, writing))
        except OSError:
            _ = self.look.words
            self.say(
                _("What you type cannot be kept on this disk as a draft; save it before you close."),
                "wrong",
            )

    @on(messages.LeftForLater)
    async def _left(self, fact: messages.LeftForLater) -> None:
        await self._typed(messages.Typed(fact.writing))
        if fact.writing.touched:
            self.landed = f"{DRAFT}{fact.writing.name}"
        await self.look_again()
        if fact.writing.touched:
            _ = self.look.words
            self.say(_("Kept for later; you find it on Today."))

    @on(messages.Discarded)
    async def _discarded(self, fact: messages.Discarded) -> None:
        from portfolio.tui import drafts

        locations = self.locations
        await self.desk.aside(lambda: drafts.discard(locations, fact.name))
        await self.look_again()

    @on(messages.Finished)
    def _finished(self, fact: messages.Finished) -> None:
        from portfolio.tui import drafts, saving

        writing, _ = fact.writing, self.look.words
        said = _("Saved. Only you see this; press {share} to make it shareable.").format(**self.look.keys)

        def save(nb: Notebook) -> Saying:
            drafting = nb.drafting()
            saving.add_to(drafting, writing, _)
            if not (drafting.drafts or drafting.problems):
                drafts.discard(nb.locations, writing.name)
                return Saying(_("Nothing was filled in, so nothing was saved."), "muted")
            stored = nb.save(drafting, create_file=True)
            drafts.discard(nb.locations, writing.name)
            self.landed = stored.ids[0] if stored.ids else ""
            return told(stored, said, _, here=True)

        self.run_worker(self.act(save))

    @on(messages.Corrected)
    def _corrected(self, fact: messages.Corrected) -> None:
        from portfolio.tui import drafts, saving

        writing, _ = fact.writing, self.look.words

        def save(nb: Notebook) -> Saying:
            drafting = nb.drafting()
            changed, decided = saving.change(drafting, writing), saving.decided(nb, writing)
            stored = nb.save(drafting, seen=writing.seen, settles=decided) if changed or decided else None
            drafts.discard(nb.locations, writing.name)
            return told(stored, _("Saved."), _) if stored else Saying(_("Nothing was changed."))

        self.run_worker(self.act(save))

    @on(messages.FieldsChosen)
    def _fields_chosen(self, fact: messages.FieldsChosen) -> None:
        from portfolio.notebook.naming import in_words
        from portfolio.tui import saving
        from portfolio.wording.names import capital

        _ = self.look.words

        def save(nb: Notebook) -> Saying:
            drafting = nb.drafting()
            saving.set_fields(drafting, fact.id, fact.kind, fact.texts)
            stored = nb.save(drafting)
            act = nb.next_acts().undo
            said = _("{act}.").format(act=capital(in_words(act, _))) if act is not None else _("Saved.")
            return told(stored, said, _, here=True)

        self.run_worker(self.act(save))

    @on(messages.ShareChosen)
    def _share_chosen(self, fact: messages.ShareChosen) -> None:
        _ = self.look.words
        now_so = (
            _("Shareable. It leaves only when you export it.") if fact.shareable else _("Private. Only you see this.")
        )
        if fact.named:
            now_so = _("Private again: {title}. Copies that you handed out stay out there.").format(title=fact.named)
        here = not fact.named
        self.run_worker(self.act(lambda nb: told(nb.set_shareable(fact.ids, fact.shareable), now_so, _, here=here)))

    @on(messages.Deleted)
    def _deleted(self, fact: messages.Deleted) -> None:
        _ = self.look.words
        said = _("Deleted. Press {undo} to bring it back.").format(**self.look.keys)
        self.run_worker(self.act(lambda nb: told(nb.delete(fact.ids, with_parts=fact.with_parts), said, _)))

    @on(messages.ExportChosen)
    def _export_chosen(self, fact: messages.ExportChosen) -> None:
        from portfolio.tui.leaving import write

        _ = self.look.words

        def save(nb: Notebook) -> Saying:
            path = write(nb, fact.leaving, fact.path, force=fact.force)
            told = _("The document is in {path}").format(path=clean_line(path))
            how = _("Open it in your word processor to print it, or attach it to a mail.")
            return Saying(f"{told}\n{how}", "shareable", here=True)

        self.run_worker(self.act(save))


def told(stored: Stored | Done, sentence: str, _: Words, *, here: bool = False) -> Saying:
    """The sentence about a change, with what else there is to know about where it lies now."""
    extra = " ".join(notice.sentence(_) for notice in stored.notices)
    calm = stored.in_file and not extra
    return Saying(f"{sentence} {extra}".strip(), "good" if calm else "warning", here and calm)
