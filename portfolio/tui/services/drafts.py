"""Keeps what the user writes: as a draft while they write, then as a record.

What could not be saved is said, and is a draft; no word is let go before it is on disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.tui.services.status import Status, StatusMessage, saved_message

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.notebook import Notebook
    from portfolio.records.problems import Problem
    from portfolio.tui.services.answer_drafts import AnswerDrafts
    from portfolio.tui.services.draft_writer import DraftWriter
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.session import Session, Spawn
    from portfolio.wording import Words

DRAFT: Final = "draft:"
"""How the key of the row of a draft begins."""


class Answer(NamedTuple):
    """What came of saving: it is saved, or this stands in the way."""

    saved: StatusMessage | None = None
    problems: Sequence[Problem] = ()
    gone: bool = False
    """Whether the record that was to change is nowhere any more."""


class DraftKeeper:
    """Keeps, discards and saves entries."""

    def __init__(
        self,
        worker: NotebookWorker,
        writer: DraftWriter,
        answers: AnswerDrafts,
        session: Session,
        status: Status,
        spawn: Spawn,
        added: Callable[[Entry, str], None],
    ) -> None:
        """`added` is told of a new record: the entry that it was and its id."""
        self._worker, self._session, self._status, self._spawn, self._added = worker, session, status, spawn, added
        self.writer, self.answers = writer, answers
        self.saved_text: SavedText | None = None
        """Where the text is that was saved last."""

    def say_that_drafts_fail(self) -> None:
        """The disk takes no drafts."""
        _ = self._session.state.words
        sentence = _("What you type cannot be kept on this disk as a draft; save it before you close.")
        self._status.say(sentence, "wrong")

    async def _name_on_disk(self, kept: Future[str]) -> str | None:
        """The name under which a draft is on disk; None when it could not be put there, and then that is said."""
        try:
            return await asyncio.wrap_future(kept)
        except OSError:
            self.say_that_drafts_fail()
            return None

    def leave(self, entry: Entry) -> None:
        """Keep an entry that is left before its end, and say where it is."""
        self._spawn(self._left(self.writer.left(entry)), group="drafts")

    async def _left(self, left: Future[str]) -> None:
        name = await self._name_on_disk(left)
        if name:
            self._session.landed = f"{DRAFT}{name}"
        await self._session.refresh()
        if name:
            self._status.say(self._session.state.words("Kept for later; you find it on Today."))

    def discard(self, name: str, stamp: str = "") -> None:
        """Throw a draft away; the user chose to, when it was as `stamp` says."""
        self._spawn(self._discarded(self.writer.discard(name, stamp)), group="drafts")

    async def _discarded(self, gone: Future[None]) -> None:
        await asyncio.wrap_future(gone)
        await self._session.refresh()

    async def save(self, entry: Entry, last: str = "") -> Answer | None:
        """Save it; None when it could not be, and then the reason is said and the words are on Today as a draft.

        `last` is the field in which was written last.
        """
        session, writer, state = self._session, self.writer, self._session.state
        shown = session.shown
        kept = writer.left(entry)

        def save(nb: Notebook) -> Answer:
            if shown is not None:
                nb.read.shows(shown)
            answer = saved(nb, entry, state.words, state.keys["share"])
            if answer.saved is not None:
                writer.discard(entry.name).result()
            return answer

        try:
            answer = await self._worker.ask(save)
        except PortfolioError as failure:
            on_disk = await self._name_on_disk(kept) is not None
            await session.refresh()
            _ = session.state.words
            why, draft = failure.sentence(_), _("What you wrote is kept as a draft; you find it on Today.")
            self._status.say(f"{why} {draft}" if on_disk else why, "wrong")
            return None
        if answer.saved is not None:
            session.landed = answer.saved.landed
            self.saved_text = SavedText(answer.saved.landed or entry.record, text_key(entry, last))
        await session.refresh()
        if answer.saved is not None:
            session.tell(answer.saved)
            if not entry.record and answer.saved.landed:
                self._added(entry, answer.saved.landed)
        return answer


class SavedText(NamedTuple):
    """Where the text is that was saved last."""

    record: str
    key: str
    """The field in which was written last."""


def text_key(entry: Entry, last: str) -> str:
    """The key of the text of a stored record in which was written last; empty when it is no text."""
    from portfolio.capture.entry import ANSWER, EXTRA, OWN
    from portfolio.records.kinds import fields

    if last.startswith(OWN):
        return f"{ANSWER}text"
    if last.startswith(ANSWER):
        return last
    spec = fields(entry.kind).get(last)
    return last if last != EXTRA and spec is not None and spec.sort == "text" else ""


def saved(nb: Notebook, entry: Entry, _: Words, share_key: str) -> Answer:
    """Save what was written, unless something stands in the way."""
    from portfolio.notebook import entries

    if nb.changed_outside():
        with suppress(PortfolioError):  # a file that cannot be read now is for saving to deal with
            nb.look()
    if entry.record and not nb.read.knows(entry.record):
        return Answer(gone=True)
    entry, lost = entries.without_lost(entry, nb.read.records)
    batch = nb.batch()
    changed = entries.change(batch, entry) if entry.record else False
    if not entry.record:
        entries.add_to(batch, entry, _)
    if batch.problems:
        return Answer(problems=tuple(batch.problems))
    if entry.record:
        decided = entries.decided(nb, entry)
        if not (changed or decided):
            return Answer(StatusMessage(_("Nothing was changed.")))
        stored = nb.write.save(batch, seen=entry.seen, settles=decided)
        message = saved_message(stored, _with_lost_link(_("Saved."), lost, _), _)
    elif not batch.drafts:
        return Answer(StatusMessage(_("Nothing was filled in, so nothing was saved."), "muted"))
    else:
        stored = nb.write.save(batch, create_file=True)
        sentence = _("Saved. Only you see this; press {share} to make it shareable.").format(share=share_key)
        landed = stored.ids[0] if stored.ids else ""
        message = saved_message(stored, _with_lost_link(sentence, lost, _), _, here=True, landed=landed)
    return Answer(message)


def _with_lost_link(sentence: str, lost: bool, _: Words) -> str:
    more = _("Something it was linked to is not there any more; that link was left out.")
    return f"{sentence} {more}" if lost else sentence
