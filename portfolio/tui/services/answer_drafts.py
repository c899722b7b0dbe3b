"""Drafts of answers to one-line questions, kept until the answer is stored.

An answer is kept as a note under its question from the first letter. The note is discarded when the question is
cancelled, or when the answer is stored: by the action that stores it, or else at the next key pressed while nothing of
the question is open. If storing fails the note stays, and Today offers it; so does an answer after which a later
question of the same flow was left.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from portfolio.capture.entry import OWN, Entry
from portfolio.sanitise import clean_line
from portfolio.text import cut

if TYPE_CHECKING:
    from collections.abc import Collection

    from portfolio.tui.services.draft_writer import DraftWriter

_LONGEST: Final = 60
"""Cells of the question that are used as the title of the note."""
_FIRST_SENTENCE: Final = re.compile(r".*?[.?](?=\s|$)")


class AnswerDrafts:
    """Answers that are being typed, or were given and are not stored yet."""

    def __init__(self, keeper: DraftWriter) -> None:
        """`keeper` writes the drafts to disk."""
        self._keeper = keeper
        self._given: set[str] = set()
        """Names of the answers that were submitted and are not known to be stored."""
        self._left: set[str] = set()
        """Those of them after which a question of the same flow was left."""

    def type(self, name: str, question: str, words: str, today: date) -> None:
        """Keep `words` as the answer so far; an empty answer leaves no draft."""
        self._keeper.keep(as_note(name, question, words, today))

    def given(self, name: str) -> None:
        """Record that the answer was submitted."""
        self._given.add(name)

    def leave(self, name: str) -> None:
        """Discard the answer: the question was cancelled."""
        self._keeper.discard(name)

    def leave_flow(self) -> None:
        """Note that a later question was left, so that the answers before it may never be stored."""
        self._left |= self._given

    @property
    def waiting(self) -> frozenset[str]:
        """Names of the submitted answers that may not be stored yet."""
        return frozenset(self._given)

    def stored(self, names: Collection[str]) -> None:
        """Discard the drafts of answers that are stored.

        Blocks until they are gone from disk, so never call it on the thread of the screen.
        """
        for name in names:
            self._keeper.discard(name).result()
        self._given.difference_update(names)

    def let_go(self) -> frozenset[str]:
        """Discard every submitted answer and return their names.

        Call it when no screen of the question is open any more, or when the answers became a text with its own draft.
        """
        gone = frozenset(self._given)
        self._given, self._left = set(), set()
        for name in gone:
            self._keeper.discard(name)
        return gone

    def end_flow(self) -> bool:
        """End a flow of which nothing is open; return whether drafts of answers stay because a question was left."""
        stays = self.stay(self._given & self._left)
        self.let_go()
        return stays

    def stay(self, names: Collection[str]) -> bool:
        """Keep the drafts of answers that could not be stored; return whether there are any."""
        self._given.difference_update(names)
        return bool(names)


def new_name() -> str:
    """Return a new name for the draft of one answer."""
    return f"answer-{datetime.now(UTC).isoformat()}"


def as_note(name: str, question: str, words: str, today: date) -> Entry:
    """Return an answer as a note with its question as the title."""
    asked = " ".join(clean_line(question).split())
    first = _FIRST_SENTENCE.match(asked)
    asked = first.group() if first else asked
    named = {"title": cut(asked, _LONGEST)}
    return Entry(name, "reflection", today, {**named, f"{OWN}0": words}, "note", shown=named, own=(asked,))
