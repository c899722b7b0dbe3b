"""The part of the app that keeps what is written: as a draft while it is typed, then as a record.

What could not be saved is said, and is a draft; no word is let go before it is on disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events, on

from portfolio.errors import PortfolioError
from portfolio.sanitise import clean_line
from portfolio.tui.records.words_after import SavedText, text_key
from portfolio.tui.services import messages
from portfolio.tui.services.draft_writer import DraftKeeper
from portfolio.tui.services.saved_message import saved_message
from portfolio.tui.services.session import Looking
from portfolio.tui.today.day import DRAFT
from portfolio.tui.widgets.bars import StatusMessage
from portfolio.tui.writing.screen import WritingScreen

if TYPE_CHECKING:
    from datetime import date

    from portfolio.capture.entry import Entry
    from portfolio.notebook import Notebook
    from portfolio.records.problems import Problem
    from portfolio.tui.services.held_words import Held
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.wording import Words


SHOWN: Final = 160
"""Letters of the words that are shown while they are typed."""


class Answer(NamedTuple):
    """What came of saving: it is saved, or this stands in the way."""

    saved: StatusMessage | None = None
    problems: Sequence[Problem] = ()
    gone: bool = False
    """Whether the record that was to change is nowhere any more."""


FLUSHED_WITHIN: Final = 2.0
"""Seconds that closing waits for the disk of the drafts; a disk that hangs does not keep the app open."""


class WritingKeeping(Looking):
    """An app in which nobody loses a word."""

    saved_text: SavedText | None = None
    """Where the text stands that was saved last."""
    _held_name: str = ""
    """The draft in which words are that were typed on after that."""

    def __init__(self, desk: NotebookWorker, words: Words, today: date) -> None:
        """`desk` asks the disk; `words` and `today` begin the look."""
        super().__init__(desk, words, today)
        self.drafts = DraftKeeper(desk, lambda: self.call_later(self._say_that_drafts_fail))

    def own_keys(self) -> Mapping[str, str]:
        """The keys that the person chose."""
        return {}

    def hide_key(self) -> str:
        """The key that hides everything."""
        from portfolio.tui.keymap.custom import key_of

        return key_of("hide", self.own_keys())

    def text_closed(self, screen: object, *, saved: bool) -> None:
        """A text that closed without being saved is not the one that was saved last."""
        from portfolio.tui.dialogs.typed_on import TypedOnScreen

        if not saved and getattr(screen, "takes_words", False) and not isinstance(screen, TypedOnScreen):
            self.saved_text = None
        super().text_closed(screen, saved=saved)

    def words_held(self, words: str) -> None:
        """Show them, and keep them as a draft."""
        if len(words.strip()) > 1:
            shown = " ".join(clean_line(words).split())[-SHOWN:]
            self.say(self.look.words("You go on typing: “{words}”").format(words=shown), "accent")
            self.keep_held(words)
        elif self._held_name and not words:
            self.say("")

    def keep_held(self, words: str) -> str:
        """Keep words that were typed on as a draft; its name."""
        from portfolio.tui.records.words_after import as_note

        self._held_name = self._held_name or f"note-{datetime.now(UTC).isoformat()}"
        self.drafts.keep(as_note(self, words, self._held_name))
        return self._held_name

    def holds_nothing(self) -> None:
        """There is an answer for the words that were held: what is held next is another draft."""
        self._held_name = ""

    def offer_words(self, held: Held) -> None:
        """Ask what becomes of words that were typed on."""
        from portfolio.tui.records.words_after import offer

        offer(self, held, self.saved_text)

    def press_again(self, key: str) -> None:
        """Do what a key does that was held as text."""
        self.post_message(events.Key(key, None))

    def gather_words(self) -> None:
        """Put what stands in the box of every open text in line for the disk."""
        for mode in self.MODES:
            with suppress(KeyError):  # nobody was there yet
                for screen in self.get_screen_stack(mode):
                    if isinstance(screen, WritingScreen):
                        screen.gather()
        words = self.held_at_the_end()
        if words:
            self.keep_held(words)

    def flush_drafts(self, within: float = FLUSHED_WITHIN) -> bool:
        """Put everything that was typed on disk as drafts, now. Whether all of it is there.

        Waits for the drafts thread alone, `within` seconds at most, and touches no terminal: it can be called from the
        handler of a signal before anything else, and more than once.
        """
        self.gather_words()
        return self.drafts.flush(within)

    async def look_again(self) -> bool:
        """A new look; what it says of drafts counts from now on, where it was read after they were written."""
        on_disk = self.drafts.on_disk()
        done = await super().look_again()
        if done and self.look.alone:
            self.drafts.looked(on_disk)
        return done

    def _say_that_drafts_fail(self) -> None:
        _ = self.look.words
        self.say(_("What you type cannot be kept on this disk as a draft; save it before you close."), "wrong")

    async def _kept(self, kept: Future[str]) -> str | None:
        """The name under which it is on disk; None when it could not be put there, and then that is said."""
        try:
            return await asyncio.wrap_future(kept)
        except OSError:
            self._say_that_drafts_fail()
            return None

    @on(messages.LeftForLater)
    def _left(self, fact: messages.LeftForLater) -> None:
        self.run_worker(self._told_of_later(self.drafts.left(fact.writing)), group="drafts")

    async def _told_of_later(self, left: Future[str]) -> None:
        name = await self._kept(left)
        if name:
            self.landed = f"{DRAFT}{name}"
        await self.look_again()
        if name:
            self.say(self.look.words("Kept for later; you find it on Today."))

    @on(messages.Discarded)
    def _discarded(self, fact: messages.Discarded) -> None:
        self.run_worker(self._told_of_discarded(self.drafts.discard(fact.name, fact.stamp)), group="drafts")

    async def _told_of_discarded(self, gone: Future[None]) -> None:
        await asyncio.wrap_future(gone)
        await self.look_again()

    async def save_writing(self, writing: Entry, last: str = "") -> Answer | None:
        """Save it; None when it could not be, and then the reason is said and the words are on Today as a draft.

        `last` is the field in which was written last.
        """
        desk, _, keys, shown = self.desk, self.look.words, self.look.keys, self.look.shown
        kept = self.drafts.left(writing)

        def save(nb: Notebook) -> Answer:
            if shown is not None:
                nb.shows(shown)
            answer = saved(nb, writing, _, keys["share"])
            if answer.saved is not None:
                self.drafts.discard(writing.name).result()
            return answer

        try:
            answer = await desk.ask(save)
        except PortfolioError as failure:
            on_disk = await self._kept(kept) is not None
            await self.look_again()
            why = failure.sentence(self.look.words)
            draft = self.look.words("What you wrote is kept as a draft; you find it on Today.")
            self.say(f"{why} {draft}" if on_disk else why, "wrong")
            return None
        if answer.saved is not None:
            self.landed = answer.saved.landed
            self.saved_text = SavedText(answer.saved.landed or writing.record, text_key(writing, last))
        await self.look_again()
        if answer.saved is not None:
            self.tell(answer.saved)
            if writing.kind == "feedback" and not writing.record and answer.saved.landed:
                self.call_later(self._offer_work, answer.saved.landed)
        return answer

    def _offer_work(self, identity: str) -> None:
        """Feedback came in: ask whether this is the moment to work with it, where someone is back at a place."""
        from portfolio.records.feedback import Feedback
        from portfolio.tui.records.actions import RecordingScreen
        from portfolio.tui.records.feedback import offer_work

        screen, feedback = self.on_top(), self.look.records.find(Feedback, identity)
        if isinstance(screen, RecordingScreen) and feedback is not None and self.look.alone:
            offer_work(screen, feedback)


def saved(nb: Notebook, writing: Entry, _: Words, share_key: str) -> Answer:
    """Save what was written, unless something stands in the way."""
    from portfolio.notebook import entries

    if nb.changed_outside():
        with suppress(PortfolioError):  # a file that cannot be read now is for saving to deal with
            nb.look()
    if writing.record and not nb.knows(writing.record):
        return Answer(gone=True)
    writing, lost = entries.without_lost(writing, nb.records)
    drafting = nb.drafting()
    changed = entries.change(drafting, writing) if writing.record else False
    if not writing.record:
        entries.add_to(drafting, writing, _)
    if drafting.problems:
        return Answer(problems=tuple(drafting.problems))
    if writing.record:
        decided = entries.decided(nb, writing)
        if not (changed or decided):
            return Answer(StatusMessage(_("Nothing was changed.")))
        stored = nb.save(drafting, seen=writing.seen, settles=decided)
        said = saved_message(stored, _told_with(_("Saved."), lost, _), _)
    elif not drafting.drafts:
        return Answer(StatusMessage(_("Nothing was filled in, so nothing was saved."), "muted"))
    else:
        stored = nb.save(drafting, create_file=True)
        sentence = _("Saved. Only you see this; press {share} to make it shareable.").format(share=share_key)
        landed = stored.ids[0] if stored.ids else ""
        said = saved_message(stored, _told_with(sentence, lost, _), _, here=True, landed=landed)
    return Answer(said)


def _told_with(sentence: str, lost: bool, _: Words) -> str:
    more = _("Something it was linked to is not there any more; that link was left out.")
    return f"{sentence} {more}" if lost else sentence
