"""The part of the app that answers facts: something was typed, finished, shared, deleted. It asks the desk, then says
in one sentence what came of it, and sends a new look down.

What could not be saved is said and stays a draft; nothing that someone typed is let go before it is on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import App
from textual.reactive import reactive

from portfolio.errors import PortfolioError
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection
from portfolio.sanitise import clean_line
from portfolio.tui import messages
from portfolio.tui.desk import Desk
from portfolio.tui.frame import LeerreisScreen
from portfolio.tui.look import Look
from portfolio.tui.widgets.bars import Saying
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.journey.sharing import Shared
    from portfolio.notebook import Notebook, Stored
    from portfolio.tui.writings import Writing

CALM_SECONDS: Final = 8
"""How long a sentence that needs no answer stays."""
RECENT: Final = timedelta(days=60)
ENOUGH: Final = 20
"""What was written in so many days is enough for Today when there are so many of it."""


class RecordKeeping(App[int]):
    """An app that holds a look and keeps it true."""

    look: reactive[Look] = reactive(lambda: Look(Words("en"), date.min, Records.of_all(()), read=False), init=False)
    """What there is to see; every screen gets it."""
    saying: reactive[Saying] = reactive(Saying(""), init=False)
    """What was said last."""
    opened: str = ""
    """The id of the record that Reflections opens when someone comes there from Today."""
    landed: str = ""
    """The id of the record that was written last: lists put their cursor there once."""

    def __init__(self, desk: Desk, words: Words, today: date) -> None:
        """`desk` asks the disk; `words` and `today` begin the look."""
        super().__init__()
        self.desk = desk
        self.set_reactive(RecordKeeping.look, Look(words, today, Records.of_all(()), read=False))

    def watch_look(self, look: Look) -> None:
        """Hand it down to the screen that is on top; the others catch up when they come back."""
        if isinstance(self.screen, LeerreisScreen):
            self.screen.look = look

    def watch_saying(self, saying: Saying) -> None:
        """Say it where someone is looking."""
        if isinstance(self.screen, LeerreisScreen):
            self.screen.say(saying)

    def say(self, sentence: str, role: str = "good") -> None:
        """Say one sentence; a calm one makes way by itself."""
        self.saying = said = Saying(sentence, role)
        if role == "good":
            self.set_timer(CALM_SECONDS, lambda: self._unsay(said))

    def _unsay(self, said: Saying) -> None:
        if self.saying is said:
            self.saying = Saying("")

    async def act(self, work: Callable[[Notebook], Saying]) -> bool:
        """Ask the desk, say what came of it and look again. False when it could not be done."""
        try:
            said = await self.desk.ask(work)
        except PortfolioError as failure:
            self.say(failure.sentence(self.look.words), "wrong")
            return False
        await self.look_again()
        self.say(said.text, said.role)
        return True

    async def look_over_shoulder(self, *, on: bool) -> None:
        """Show only what may be shared, or everything again."""
        await self.look_again(over_shoulder=on)
        _ = self.look.words
        self.say(_("Only what you may share is on the screen. Press v to see everything.") if on else "")

    async def look_again(self, *, over_shoulder: bool | None = None) -> None:
        """What the notebook holds now, as a new look."""
        over = self.look.shared is not None if over_shoulder is None else over_shoulder
        today, words = self.look.today, self.look.words
        self.look = await self.desk.ask(lambda nb: look_of(nb, words, today, over_shoulder=over))

    @on(messages.Typed)
    async def _typed(self, fact: messages.Typed) -> None:
        writing = fact.writing
        if writing.touched:
            await self._quietly(lambda nb: keep_draft(nb, writing))
        else:
            await self._quietly(lambda nb: drop_draft(nb, writing.name))

    @on(messages.LeftForLater)
    async def _left(self, fact: messages.LeftForLater) -> None:
        await self._typed(messages.Typed(fact.writing))
        await self.look_again()
        if fact.writing.touched:
            _ = self.look.words
            self.say(_("Kept for later; you find it on Today."))

    async def _quietly(self, work: Callable[[Notebook], None]) -> None:
        try:
            await self.desk.ask(work)
        except (PortfolioError, OSError):
            _ = self.look.words
            self.say(
                _("What you type cannot be kept on this disk as a draft; save it before you close."),
                "wrong",
            )

    @on(messages.Finished)
    def _finished(self, fact: messages.Finished) -> None:
        from portfolio.tui import writings

        writing, _ = fact.writing, self.look.words

        def save(nb: Notebook) -> Saying:
            drafting = nb.drafting()
            writings.add_to(drafting, writing, _)
            stored = nb.save(drafting, create_file=True)
            drop_draft(nb, writing.name)
            self.landed = stored.ids[0] if stored.ids else ""
            return told(stored, _("Saved. Only you see this; press s to make it shareable."), _)

        self.run_worker(self.act(save))

    @on(messages.Corrected)
    def _corrected(self, fact: messages.Corrected) -> None:
        from portfolio.tui import writings

        writing, _ = fact.writing, self.look.words

        def save(nb: Notebook) -> Saying:
            drafting = nb.drafting()
            said = Saying(_("Nothing was changed."))
            if writings.change(drafting, writing):
                said = told(nb.save(drafting, seen=writing.seen), _("Saved."), _)
            drop_draft(nb, writing.name)
            return said

        self.run_worker(self.act(save))

    @on(messages.Discarded)
    async def _discarded(self, fact: messages.Discarded) -> None:
        await self._quietly(lambda nb: drop_draft(nb, fact.name))
        await self.look_again()

    @on(messages.ShareChosen)
    def _share_chosen(self, fact: messages.ShareChosen) -> None:
        _ = self.look.words
        now_so = (
            _("Shareable. It leaves only when you export it.") if fact.shareable else _("Private. Only you see this.")
        )
        self.run_worker(self.act(lambda nb: told(nb.set_shareable(fact.ids, fact.shareable), now_so, _)))

    @on(messages.Deleted)
    def _deleted(self, fact: messages.Deleted) -> None:
        _ = self.look.words
        self.run_worker(self.act(lambda nb: told(nb.delete(fact.ids), _("Deleted. Press u to bring it back."), _)))

    @on(messages.ExportChosen)
    def _export_chosen(self, fact: messages.ExportChosen) -> None:
        from portfolio.tui.leaving import write

        _ = self.look.words

        def save(nb: Notebook) -> Saying:
            path = write(nb, fact.leaving, fact.path, force=fact.force)
            return Saying(_("The document is in {path}").format(path=clean_line(path)))

        self.run_worker(self.act(save))

    @on(messages.UndoChosen)
    def _undo_chosen(self) -> None:
        _ = self.look.words
        self.run_worker(self.act(lambda nb: Saying(nb.undo().sentence(_))))


def told(stored: Stored, sentence: str, _: Words) -> Saying:
    """The sentence about a change, with what else there is to know about where it lies now."""
    extra = " ".join(notice.sentence(_) for notice in stored.notices)
    return Saying(f"{sentence} {extra}".strip(), "good" if stored.in_file and not extra else "warning")


def look_of(notebook: Notebook, words: Words, today: date, *, over_shoulder: bool) -> Look:
    """What there is to see in this notebook; over the shoulder only what may leave, through the one door for that."""
    from portfolio.tui import drafts

    records, shared = notebook.records, None
    if over_shoulder:
        shared = shared_of(records, today)
        records = shared.records
    return Look(
        words=words,
        today=today,
        records=records,
        recent=recent(notebook, today) if shared is None else records.of(Reflection)[::-1],
        shared=shared,
        unfinished=() if over_shoulder else drafts.load_all(notebook),
        notices=tuple(notebook.notices),
        writable=not notebook.read_only,
        exists=notebook.exists,
    )


def recent(notebook: Notebook, today: date) -> Sequence[Reflection]:
    """The newest reflections. A portfolio of forty years is not decoded for the three that one screen shows."""
    found = notebook.between("reflection", today - RECENT, None)
    if len(found) < ENOUGH:
        found = notebook.records.of_kind("reflection")
    return [record for record in reversed(found) if isinstance(record, Reflection)]


def shared_of(records: Records, today: date) -> Shared:
    """Everything that may be shared, of all years."""
    from portfolio.journey.sharing import Choice, share

    days = [today, *(record.date for record in records)]
    return share(records, Choice(since=min(days), until=max(days)), today)


def keep_draft(notebook: Notebook, writing: Writing) -> None:
    """Keep what is being typed."""
    from portfolio.tui import drafts

    drafts.save(notebook, writing)


def drop_draft(notebook: Notebook, name: str) -> None:
    """Let a draft go."""
    from portfolio.tui import drafts

    drafts.discard(notebook, name)
