"""Keeps what the user writes: as a draft while they write, then as a record.

When saving fails the reason is shown and the draft stays: words are never discarded before they are on disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
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
"""Prefix of the row key of a draft."""


class Answer(NamedTuple):
    """Result of saving: the message, or the problems that prevented it."""

    saved: StatusMessage | None = None
    problems: Sequence[Problem] = ()
    gone: bool = False
    """Whether the record to change no longer exists."""


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
        """`added` is called with the entry and the id of each new record."""
        self._worker, self._session, self._status, self._spawn, self._added = worker, session, status, spawn, added
        self.writer, self.answers = writer, answers
        self.saved_text: SavedText | None = None
        """Location of the text that was saved last."""

    def say_that_drafts_fail(self) -> None:
        """Tell the user that drafts cannot be written to this disk."""
        _ = self._session.state.words
        sentence = _("What you type cannot be kept on this disk as a draft; save it before you close.")
        self._status.say(sentence, "wrong")

    async def _name_on_disk(self, kept: Future[str]) -> str | None:
        """Return the name of a draft that is on disk; None, after telling the user, when it could not be written."""
        try:
            return await asyncio.wrap_future(kept)
        except OSError:
            self.say_that_drafts_fail()
            return None

    def leave(self, entry: Entry) -> None:
        """Keep an entry that was closed before it was finished, and tell the user where to find it."""
        self._spawn(self._left(entry, self.writer.left(entry)), group="drafts")

    async def _left(self, entry: Entry, left: Future[str]) -> None:
        name = await self._name_on_disk(left)
        if name:
            self._session.landed = f"{DRAFT}{name}"
        await self._session.refresh()
        if name:
            from portfolio.notebook.drafts import is_begun_twice

            _, others = self._session.state.words, (kept.entry for kept in self._session.state.unfinished)
            twice = _("Another draft begins with the same words.") if is_begun_twice(entry, others) else ""
            kept_as = _("Kept as a draft; you'll find it on Today.")
            self._status.say(f"{kept_as} {twice}".rstrip())

    def discard(self, name: str, stamp: str = "") -> None:
        """Discard a draft at the user's request, provided that it still has this `stamp`."""
        self._spawn(self._discarded(self.writer.discard(name, stamp)), group="drafts")

    async def _discarded(self, gone: Future[None]) -> None:
        await asyncio.wrap_future(gone)
        await self._session.refresh()

    async def save(self, entry: Entry, last: str = "") -> Answer | None:
        """Save an entry.

        Returns None when the notebook could not store it: the reason is shown then, and the words stay on Today as a
        draft. `last` is the field that was edited last.
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
            why, draft = failure.sentence(_), _("What you wrote is kept as a draft; you'll find it on Today.")
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
    """Location of the text that was saved last."""

    record: str
    key: str
    """Key of the field that was edited last."""


def text_key(entry: Entry, last: str) -> str:
    """Return the key, in the stored record, of the text field that was edited last; empty when it is not a text."""
    from portfolio.capture.entry import ANSWER, EXTRA, OWN
    from portfolio.records.kinds import fields

    if last.startswith(OWN):
        return f"{ANSWER}text"
    if last.startswith(ANSWER):
        return last
    spec = fields(entry.kind).get(last)
    return last if last != EXTRA and spec is not None and spec.sort == "text" else ""


def saved(nb: Notebook, entry: Entry, _: Words, share_key: str) -> Answer:
    """Save an entry in the notebook and return the result; nothing is stored when there are problems."""
    from portfolio.notebook.save_entry import save_entry, with_remarks
    from portfolio.present.shareable import now_saved

    done = save_entry(nb, entry, _)
    if done.gone or done.problems:
        return Answer(problems=done.problems, gone=done.gone)
    if done.stored is None and entry.record:
        return Answer(StatusMessage(_("Nothing was changed.")))
    if done.stored is None:
        return Answer(StatusMessage(_("Nothing was filled in, so nothing was saved."), "muted"))
    if entry.record:
        return Answer(saved_message(done.stored, with_remarks(_("Saved."), entry, done, _), _))
    sentence = now_saved(entry.kind, _, share_key)
    landed = done.stored.ids[0] if done.stored.ids else ""
    message = saved_message(done.stored, with_remarks(sentence, entry, done, _), _, here=True, landed=landed)
    return Answer(message)
