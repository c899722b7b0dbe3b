"""Find names and words that are still in a document although they were to be replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT, Leak, texts
from portfolio.journey.sharing.names import KnownNames
from portfolio.journey.sharing.other_words import Changes
from portfolio.journey.sharing.plain_letters import PlainLetters
from portfolio.records.persons import Person
from portfolio.records.record import Record

_AROUND = 40
"""Characters of context shown before and after a hit."""


def left_over(changes: Changes, records: Iterable[Record], document: str) -> tuple[Leak, ...]:
    """Return where words of `changes` are still in these records, or elsewhere in the text of the document.

    A change whose replacement contains the words themselves is skipped.
    """
    found: dict[tuple[str, str], Leak] = {}
    record_texts = [(r.id, text) for r in records if not isinstance(r, Person) for text in texts(r)]
    lines = [(OF_THE_DOCUMENT, line) for line in document.splitlines()]
    for words, other in changes.items():
        places = _finder(words)
        if any(places(other)):
            continue
        for identity, text in (*record_texts, *lines):
            for start, end in places(text):
                known = {leak.words for leak in found.values()} if identity == OF_THE_DOCUMENT else ()
                if text[start:end] not in known:
                    leak = Leak(identity, "name", text[start:end], _around(text, start, end))
                    found.setdefault((identity, leak.words), leak)
    return tuple(found.values())


def _finder(asked: str) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Return a function that finds these words in a text, in any spelling; a name also as part of a longer word."""
    name = KnownNames({"": asked}, ()) if asked[:1].isupper() else None
    wanted = [word.plain for word in PlainLetters(asked).words()]

    def places(text: str) -> Iterator[tuple[int, int]]:
        plain = PlainLetters(text)
        if name is not None:
            yield from ((named.start, named.end) for named in name.find(plain))
            return
        found = plain.words()
        for n in range(len(found) - len(wanted) + 1) if wanted else ():
            if [word.plain for word in found[n : n + len(wanted)]] == wanted:
                yield plain.span(found[n].start, found[n + len(wanted) - 1].end)

    return places


def _around(text: str, start: int, end: int) -> str:
    before, after = "…" * (start > _AROUND), "…" * (end + _AROUND < len(text))
    return " ".join(f"{before}{text[max(start - _AROUND, 0) : end + _AROUND]}{after}".split())
