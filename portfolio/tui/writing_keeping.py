"""The part of the app that keeps what someone writes: as a draft while they write, then as a record.

What could not be saved is said, and is a draft; no word is let go before it is on disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from portfolio.errors import PortfolioError
from portfolio.tui import messages
from portfolio.tui.looking import Looking
from portfolio.tui.telling import told
from portfolio.tui.views.day import DRAFT
from portfolio.tui.widgets.bars import Saying

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.problems import Problem
    from portfolio.tui.writings import Writing
    from portfolio.wording import Words


class Answer(NamedTuple):
    """What came of saving: it is saved, or this stands in the way."""

    saved: Saying | None = None
    problems: Sequence[Problem] = ()
    gone: bool = False
    """Whether the record that was to change is nowhere any more."""


class WritingKeeping(Looking):
    """An app in which nobody loses a word."""

    def keep_draft(self, writing: Writing) -> None:
        """Keep what is being typed as a draft; it is in line for the disk when this returns."""
        from portfolio.tui import drafts

        kept = self.desk.with_drafts(lambda locations: drafts.keep(locations, writing))
        self.run_worker(self._kept(kept), group="drafts")

    async def _kept(self, kept: Future[None]) -> bool:
        try:
            await asyncio.wrap_future(kept)
        except OSError:
            _ = self.look.words
            self.say(_("What you type cannot be kept on this disk as a draft; save it before you close."), "wrong")
            return False
        return True

    @on(messages.LeftForLater)
    def _left(self, fact: messages.LeftForLater) -> None:
        from portfolio.tui import drafts

        writing = fact.writing
        kept = self.desk.with_drafts(lambda locations: drafts.keep(locations, writing))
        self.run_worker(self._told_of_later(kept, writing), group="drafts")

    async def _told_of_later(self, kept: Future[None], writing: Writing) -> None:
        on_disk = await self._kept(kept)
        if writing.touched and on_disk:
            self.landed = f"{DRAFT}{writing.name}"
        await self.look_again()
        if writing.touched and on_disk:
            self.say(self.look.words("Kept for later; you find it on Today."))

    @on(messages.Discarded)
    def _discarded(self, fact: messages.Discarded) -> None:
        from portfolio.tui import drafts

        gone = self.desk.with_drafts(lambda locations: drafts.discard(locations, fact.name))
        self.run_worker(self._told_of_discarded(gone), group="drafts")

    async def _told_of_discarded(self, gone: Future[None]) -> None:
        await asyncio.wrap_future(gone)
        await self.look_again()

    async def save_writing(self, writing: Writing) -> Answer | None:
        """Save it; None when it could not be, and then the reason is said and the words are on Today as a draft."""
        from portfolio.tui import drafts

        desk, _, keys, shown = self.desk, self.look.words, self.look.keys, self.look.shown
        kept = desk.with_drafts(lambda locations: drafts.keep(locations, writing))

        def save(nb: Notebook) -> Answer:
            if shown is not None:
                nb.shows(shown)
            answer = saved(nb, writing, _, keys["share"])
            if answer.saved is not None:
                desk.with_drafts(lambda locations: drafts.discard(locations, writing.name)).result()
            return answer

        try:
            answer = await desk.ask(save)
        except PortfolioError as failure:
            on_disk = await self._kept(kept)
            await self.look_again()
            why = failure.sentence(self.look.words)
            draft = self.look.words("What you wrote is kept as a draft; you find it on Today.")
            self.say(f"{why} {draft}" if on_disk else why, "wrong")
            return None
        if answer.saved is not None:
            self.landed = answer.saved.landed
        await self.look_again()
        if answer.saved is not None:
            self.tell(answer.saved)
            if writing.kind == "feedback" and not writing.record and answer.saved.landed:
                self.call_later(self._offer_work, answer.saved.landed)
        return answer

    def _offer_work(self, identity: str) -> None:
        """Feedback came in: ask whether this is the moment to work with it, where someone is back at a place."""
        from portfolio.records.feedback import Feedback
        from portfolio.tui.recording import RecordingScreen
        from portfolio.tui.working_with_feedback import offer_work

        screen, feedback = self.on_top(), self.look.records.find(Feedback, identity)
        if isinstance(screen, RecordingScreen) and feedback is not None and self.look.alone:
            offer_work(screen, feedback)


def saved(nb: Notebook, writing: Writing, _: Words, share_key: str) -> Answer:
    """Save what was written, unless something stands in the way."""
    from portfolio.tui import saving

    if nb.changed_outside():
        with suppress(PortfolioError):  # a file that cannot be read now is for saving to deal with
            nb.look()
    if writing.record and not nb.knows(writing.record):
        return Answer(gone=True)
    writing, lost = saving.without_lost(writing, nb.records)
    drafting = nb.drafting()
    changed = saving.change(drafting, writing) if writing.record else False
    if not writing.record:
        saving.add_to(drafting, writing, _)
    if drafting.problems:
        return Answer(problems=tuple(drafting.problems))
    if writing.record:
        decided = saving.decided(nb, writing)
        if not (changed or decided):
            return Answer(Saying(_("Nothing was changed.")))
        stored = nb.save(drafting, seen=writing.seen, settles=decided)
        said = told(stored, _told_with(_("Saved."), lost, _), _)
    elif not drafting.drafts:
        return Answer(Saying(_("Nothing was filled in, so nothing was saved."), "muted"))
    else:
        stored = nb.save(drafting, create_file=True)
        sentence = _("Saved. Only you see this; press {share} to make it shareable.").format(share=share_key)
        landed = stored.ids[0] if stored.ids else ""
        said = told(stored, _told_with(sentence, lost, _), _, here=True, landed=landed)
    return Answer(said)


def _told_with(sentence: str, lost: bool, _: Words) -> str:
    more = _("Something it was linked to is not there any more; that link was left out.")
    return f"{sentence} {more}" if lost else sentence
