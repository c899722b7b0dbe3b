"""Words that are typed as the answer to a question of one line: a draft until what they are for is on disk.

From the first letter they are a note that says what it answers. The note goes when the question is left, and when what
was asked for is stored: an act that stores it takes it away on the way, else it goes as soon as a key is pressed where
nothing of the question is open any more. What could not be stored stays a note, which Today offers; so does an answer
after which a later question was left.
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
"""Cells of the question that name the note."""
_FIRST_SENTENCE: Final = re.compile(r".*?[.?](?=\s|$)")


class AnswerDrafts:
    """The answers of one app that are typed, or given and not stored yet."""

    def __init__(self, keeper: DraftWriter) -> None:
        """`keeper` puts them on disk."""
        self._keeper = keeper
        self._given: set[str] = set()
        """Those whose question was answered."""
        self._left: set[str] = set()
        """Those of them after which a question of the same flow was left."""

    def type(self, name: str, question: str, words: str, today: date) -> None:
        """Keep this as the answer so far; of no words nothing is kept."""
        self._keeper.keep(as_note(name, question, words, today))

    def given(self, name: str) -> None:
        """The question was answered with it."""
        self._given.add(name)

    def leave(self, name: str) -> None:
        """The question was left without an answer."""
        self._keeper.discard(name)

    def leave_flow(self) -> None:
        """A later question was left: the answers that were given before may be for nothing."""
        self._left |= self._given

    @property
    def waiting(self) -> frozenset[str]:
        """The names of those that were given, and may not be stored yet."""
        return frozenset(self._given)

    def stored(self, names: Collection[str]) -> None:
        """What they were for is on disk. Waits until they are gone: not for the thread of the screen."""
        for name in names:
            self._keeper.discard(name).result()
        self._given.difference_update(names)

    def let_go(self) -> frozenset[str]:
        """What was asked has become a text with drafts of its own: let the answers go; their names."""
        gone = frozenset(self._given)
        self._given, self._left = set(), set()
        for name in gone:
            self._keeper.discard(name)
        return gone

    def end_flow(self) -> bool:
        """Nothing of what was asked is open any more. Whether answers stay, since a later question was left."""
        stays = self.stay(self._given & self._left)
        self.let_go()
        return stays

    def stay(self, names: Collection[str]) -> bool:
        """What they were for could not be stored: they stay. Whether there are any."""
        self._given.difference_update(names)
        return bool(names)


def new_name() -> str:
    """The name of the draft of one answer."""
    return f"answer-{datetime.now(UTC).isoformat()}"


def as_note(name: str, question: str, words: str, today: date) -> Entry:
    """The words as a note below the question that they answer."""
    asked = " ".join(clean_line(question).split())
    first = _FIRST_SENTENCE.match(asked)
    asked = first.group() if first else asked
    named = {"title": cut(asked, _LONGEST)}
    return Entry(name, "reflection", today, {**named, f"{OWN}0": words}, "note", shown=named, own=(asked,))
