"""What becomes of words that were typed on after a text was saved: one question, which names them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual import events

from portfolio.sanitise import clean, clean_line
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.wording import Words

SHOWN: Final = 160
"""Letters of the words that the question names; of more the middle is left out."""
ADD, NOTE, DROP, KEY = "add", "note", "drop", "key"
"""The answers."""


def question(words: str, _: Words) -> str:
    """The question, with the words in it on one safe line."""
    named = " ".join(clean_line(words).split())
    if len(named) > SHOWN:
        named = f"{named[: SHOWN // 2]} … {named[-SHOWN // 2 :]}"
    return _("You went on typing: “{words}”. Add it?").format(words=named)


class TypedOnScreen(ChooseDialog):
    """Asks it; what is typed meanwhile goes with the words."""

    def __init__(self, words: str, answers: Sequence[tuple[str, str]], _: Words, keep: Callable[[str], object]) -> None:
        """`answers` have the keys of this module; `keep` puts the words on disk."""
        super().__init__(question(words, _), answers)
        self.held, self._keep = words, keep

    @property
    def takes_words(self) -> bool:
        """The hand may still be typing."""
        return True

    def on_key(self, event: events.Key) -> None:
        """A letter goes with the words."""
        if event.is_printable and event.character:
            event.stop()
            self.more(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes with the words."""
        event.stop()
        self.more(event.text)

    def more(self, text: str) -> None:
        """Take this along."""
        self.held += clean(text.replace("\r\n", "\n").replace("\r", "\n"))
        self._keep(self.held)
        self._question = question(self.held, self.words)
        self.lay_out()
