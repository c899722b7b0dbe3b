"""Dialog that asks what to do with words typed on after a text was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual import events

from portfolio.sanitise import clean, clean_line
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.wording import Words

SHOWN: Final = 160
"""Characters of the words that the question quotes; the middle of longer words is left out."""
ADD, NOTE, DROP, KEY = "add", "note", "drop", "key"
"""Keys of the answers."""


def question(words: str, _: Words) -> str:
    """Return the question, with the words quoted on one line."""
    named = " ".join(clean_line(words).split())
    if len(named) > SHOWN:
        named = f"{named[: SHOWN // 2]} … {named[-SHOWN // 2 :]}"
    return _("You also typed: “{words}”. Add it?").format(words=named)


class TypedOnScreen(ChooseDialog):
    """Asks what to do with the words; text typed meanwhile is added to them."""

    def __init__(self, words: str, answers: Sequence[tuple[str, str]], _: Words, keep: Callable[[str], object]) -> None:
        """`answers` have the keys of this module; `keep` saves the words as a draft."""
        super().__init__(question(words, _), answers)
        self.held, self._keep = words, keep

    @property
    def takes_words(self) -> bool:
        """Always true: the user may still be typing."""
        return True

    def on_key(self, event: events.Key) -> None:
        """Add a letter to the words."""
        if event.is_printable and event.character:
            event.stop()
            self.more(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Add pasted text to the words."""
        event.stop()
        self.more(event.text)

    def more(self, text: str) -> None:
        """Add `text` to the words, keep them and show the question again."""
        self.held += clean(text.replace("\r\n", "\n").replace("\r", "\n"))
        self._keep(self.held)
        self._question = question(self.held, self.words)
        self.lay_out()
