"""Lines in and lines out, between plain mode and a terminal or a pipe. Everything printed is made safe and wrapped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from portfolio.capture.options import Option
from portfolio.sanitise import clean, clean_line
from portfolio.text import cut_at_word, wrap, wrap_at_most
from portfolio.wording import Words

PAGE: Final = 20
"""The most items of a list that are printed at once."""
PROMPT: Final = "> "
_LINES: Final = 3
"""The most lines that one item of a list takes; the record itself shows all of its text."""
_BACK: Final = "0"
_AGAIN: Final = "?"
_MORE: Final = "m"


class Lines(Protocol):
    """Reads lines and writes text."""

    def read(self, prompt: str, before: str = "") -> str:
        """Return one line without its end; `before` is put ready to edit where that is possible. Raises EOFError."""

    def write(self, text: str) -> None:
        """Write text as it is."""

    @property
    def edits(self) -> bool:
        """Whether a line that is put ready can be edited."""

    def half_line(self) -> str:
        """Return what was typed on a line that was interrupted; empty when that is not known."""

    def width(self) -> int:
        """Return the width of the terminal in cells."""


class Group(NamedTuple):
    """Items of a list with their label."""

    label: str
    options: Sequence[Option]


class Console:
    """Asks and says, in one language."""

    def __init__(self, lines: Lines, words: Words) -> None:
        """`lines` is the terminal, the pipe, or a transcript in a test."""
        self.lines, self.words = lines, words

    def say(self, *texts: str) -> None:
        """Print each text, of one or more lines; a line keeps its indent when it is wrapped."""
        self.lines.write("".join(f"{line}\n" for text in texts for line in laid_out(text, self.lines.width())))

    def say_path(self, sentence: str, path: str) -> None:
        """Print a sentence, and a path on a line of its own, which is never broken."""
        self.say(sentence)
        self.lines.write(f"{clean_line(path)}\n")

    def read(self, before: str = "") -> str:
        """Read one line as it was typed. Raises EOFError at the end of the input.

        A line with bytes that are not UTF-8 could not be kept unchanged: it is refused and asked again.
        """
        while True:
            line = self.lines.read(PROMPT, before)
            if not any("\ud800" <= character <= "\udfff" for character in line):
                return line
            self.say(self.words("This is not text in UTF-8, so it cannot be kept as it is. Type it again."))

    def choose(
        self,
        groups: Iterable[Group],
        letters: Mapping[str, str] | None = None,
        *,
        back: str = "",
        only_0: bool = False,
        typed: Callable[[str], str | None] | None = None,
        printed: bool = False,
    ) -> str | None:
        """Let the user choose an item by its number, or a letter; return its key, or the letter.

        An empty line and 0 return None; `back` says what that does. With `only_0` an empty line prints the list again.
        `letters` are explained below the list. `typed` gives the key that other words mean, if any. A long list is
        printed in parts; a list that was `printed` just now is not printed again before it is asked for.
        """
        _, kept, explained = self.words, [g for g in groups if g.options], dict(letters or {})
        options = [option for group in kept for option in group.options]
        shown = min(PAGE, len(options)) if printed else self._print(kept, 0)
        while True:
            more = len(options) - shown
            rest = {_MORE: _.plural("{n} more", "{n} more", more)} if more else {}
            rest |= {_AGAIN: _("the same list again")} if printed else {}
            printed = False
            for letter, words in {**explained, **rest, _BACK: back or _("back")}.items():
                self._print_line(letter, words)
            answer = self._answer(options, {*explained, *rest}, typed, empty=_AGAIN if only_0 else _BACK)
            if answer == _MORE and more:
                shown = self._print(kept, shown)
            elif answer == _AGAIN:
                shown = self._print(kept, 0)
            else:
                return answer

    def _answer(
        self,
        options: Sequence[Option],
        letters: Iterable[str],
        typed: Callable[[str], str | None] | None,
        *,
        empty: str,
    ) -> str | None:
        """Read lines until one of them is an answer; `empty` is what an empty line means."""
        _, known = self.words, frozenset((*letters, _AGAIN))
        while True:
            answer = self.read().strip() or empty
            if answer == _BACK:
                return None
            if answer.isdecimal() and 0 < int(answer) <= len(options):
                return options[int(answer) - 1].key
            if answer.lower() in known:
                return answer.lower()
            meant = typed(answer) if typed is not None and not answer.isdecimal() else None
            if meant is not None:
                return meant
            sentence = _("That is not one of the answers. Type a number from 0 to {n}; ? gives the list again.")
            self.say(sentence.format(n=len(options)))

    def _print(self, groups: Sequence[Group], first: int) -> int:
        """Print a part of the list from item `first`, counted from 0; return the number printed so far."""
        number, last = 0, first + PAGE
        for group in groups:
            inside = range(max(first - number, 0), min(last - number, len(group.options)))
            if group.label and inside:
                self.say(group.label if group.label.endswith("?") else f"{group.label}:")
            for at in inside:
                self._print_item(number + at + 1, group.options[at])
            number += len(group.options)
        return min(number, last)

    def _print_item(self, number: int, option: Option) -> None:
        words = followed(option.label, option.right)
        self._print_line(str(number), f"{words}: {option.about}" if option.about else words)

    def _print_line(self, answer: str, words: str) -> None:
        """Print what to type, and what it means, on a few lines at most."""
        sign, width = f"{answer}  ", self.lines.width()
        room = max(width - len(sign), 1)
        line = sign + cut_at_word(" ".join(clean(words).split()), room * _LINES)
        found = wrap_at_most(line, width, _LINES, indent=len(sign))
        self.lines.write("".join(f"{line}\n" for line in found))


def followed(title: str, words: str) -> str:
    """Return a title followed by words about it; the full stop of a title gives way to the comma."""
    return f"{title.removesuffix('.')}, {words}" if title and words else title or words


def laid_out(text: str, width: int) -> list[str]:
    """Return a text as safe lines of at most `width` cells; the rest of a wrapped line has the indent of its start."""
    found: list[str] = []
    for line in clean(text).split("\n"):
        words = line.lstrip(" ")
        indent = " " * min(len(line) - len(words), width // 2)
        found += [f"{indent}{part}".rstrip() for part in wrap(words, max(width - len(indent), 1))]
    return found
