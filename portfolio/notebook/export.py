"""Handing over: choose, look at exactly what leaves, write it, and keep a private note and a copy of it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from portfolio.errors import DATA_OR_STATE, PortfolioError
from portfolio.export import copy, files
from portfolio.export.document import Colour
from portfolio.export.options import Options
from portfolio.export.outline import Contents, contents
from portfolio.export.registry import WITH_PLACES, Made, black_on_white, make, written_as
from portfolio.journey.sharing import Choice, Held, Item, Shared, export_items, held_back, persons_mentioned, share
from portfolio.journey.sharing.free_text import named_unasked
from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT, Leak, leaks
from portfolio.journey.sharing.left_over import left_over
from portfolio.journey.sharing.other_words import Changes, OtherWords, with_other_words
from portfolio.journey.sharing.share import people_in
from portfolio.journey.sharing.since_shared import changed_since_shared
from portfolio.notebook.notebook import Notebook
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.exports import Export
from portfolio.records.persons import Person, Profile
from portfolio.store.local import export_archive
from portfolio.wording import N_, Words

_BY_NAME: Final = frozenset({"name", "initials"})
"""The sorts of places in which a person can be recognised by name."""
_NO_CHANGES: Final[Changes] = MappingProxyType({})


class Preview(NamedTuple):
    """Exactly what would leave: the bytes, the records in them, how people are called in them."""

    sort: str
    language: str
    made: Made
    items: tuple[Item, ...]
    persons: tuple[str, ...]
    name: str
    """A file name to propose."""
    held: tuple[Held, ...] = ()
    """What is shareable and does not leave, and why; never part of the document."""
    unasked: tuple[str, ...] = ()
    """The names of people who did not agree to that, and who stand in someone's own words all the same."""
    leaks: tuple[Leak, ...] = ()
    """What to look at before it leaves, in its place."""
    changed: Mapping[str, date] = MappingProxyType({})
    """By id what is in it and was changed since others saw it, with the day on which they did."""
    people: frozenset[str] = frozenset()
    """The ids of everyone who may be in it."""
    ending: str = "md"
    kept: tuple[Leak, ...] = ()
    """Names and words that were to be replaced and are still in it, in their place."""
    unmatched: tuple[str, ...] = ()
    """Words that were to be replaced and are nowhere in it."""

    @property
    def data(self) -> bytes:
        """Exactly what would be written."""
        return self.made.data

    @property
    def text(self) -> str:
        """The words of the document, to read before it leaves; in Markdown it is these bytes themselves."""
        return self.made.text

    def as_file(self, ending: str, colour: Colour) -> Preview:
        """The same document in the format of this ending."""
        made, name = written_as(self.made, ending, colour), files.file_name(self.made.title, ending)
        return self._replace(made=made, name=name, ending=ending)

    @property
    def sha256(self) -> str:
        """By which the private log knows the document again."""
        return files.digest(self.data)


def preview(
    records: Records,
    choice: Choice,
    today: date,
    language: Words,
    *,
    sort: str = "portfolio",
    ending: str = "md",
    options: Options | None = None,
    colour: Colour = black_on_white,
    changes: Changes = _NO_CHANGES,
) -> Preview:
    """The document that this choice makes, in the language of `language`, with `changes` in its words.

    Nothing is written.
    """
    other = other_words(records, choice, changes, language)
    shared, used = with_other_words(_shared(records, choice, today, sort), other)
    typed = options or Options()
    options = typed.with_words(other.text)
    made = make(sort, ending, shared, today, language, options, colour)
    inside = frozenset(made.items)
    own = options.own_words(made.document.sections)
    here = inside | {person.id for person in people_in(shared, inside)}
    found = frozenset(key for key, ids in used.items() if ids & here).union(
        *(other.looked_at(text)[1] for text in typed.own_words(made.document.sections))
    )
    told = [leak for leak in leaks(shared, records, own, names=choice.names) if leak.id in (*inside, OF_THE_DOCUMENT)]
    kept = [leak for leak in told if choice.names == "roles" and leak.sort in _BY_NAME]
    kept += left_over(changes, (record for record in shared.records if record.id in inside), made.text)
    places = {(leak.id, leak.words): leak for leak in (*told, *kept)}
    items = tuple(item for item in export_items(shared) if item.id in inside)
    name = files.file_name(made.title, ending)
    return Preview(
        sort,
        language.language,
        made,
        items,
        persons_mentioned(shared, inside),
        name,
        held_back(records, shared),
        named_unasked(told, records.of(Person)),
        tuple(places.values()),
        changed_since_shared(records, inside),
        frozenset(person.id for person in shared.records.of(Person)),
        ending,
        tuple({(leak.id, leak.words): leak for leak in kept}.values()),
        tuple(words for words in changes if words not in found),
    )


def to_choose(
    records: Records,
    choice: Choice,
    today: date,
    language: Words,
    *,
    sort: str,
    options: Options,
    changes: Changes = _NO_CHANGES,
) -> Contents:
    """What else the document of this choice could have, and what could stand in its parts."""
    other = other_words(records, choice, changes, language)
    shared, _used = with_other_words(_shared(records, choice, today, sort), other)
    return contents(sort, shared, today, language, options.with_words(other.text))


def other_words(records: Records, choice: Choice, changes: Changes, language: Words) -> OtherWords:
    """What is said instead in a document of this choice; the role of a person may come from a private record."""
    people, profiles = records.of(Person), records.of(Profile)
    return OtherWords(people, profiles, changes, language.language, roles=choice.names == "roles")


def _shared(records: Records, choice: Choice, today: date, sort: str) -> Shared:
    """What may be told in a document of this sort."""
    choice = replace(with_chosen(records, choice), locations=choice.locations or sort in WITH_PLACES)
    return share(records, choice, today)


def with_chosen(records: Records, choice: Choice) -> Choice:
    """The choice with what was chosen in the preparation of its conversation; only what is shareable leaves even so."""
    conversation = records.find(Conversation, choice.conversation)
    if conversation is None:
        return choice
    return replace(choice, with_ids=frozenset({*choice.with_ids, *conversation.chosen}))


def hand_over(notebook: Notebook, document: Preview, path: str, *, force: bool = False, recipient: str = "") -> bool:
    """Write the document and note privately what was handed over: False where that note could not be kept.

    `NotWritten` when the file cannot be made.
    """
    files.save(path, document.data, force=force, never=(notebook.locations.data_file,))
    return log(notebook, document, recipient)


def log(notebook: Notebook, document: Preview, recipient: str = "") -> bool:
    """Note privately that this document left, and keep a copy. False where that could not be done: it left anyway."""
    if notebook.read_only or not notebook.exists:
        return True
    about = {item.id for item in document.items} | document.people
    kept = False
    with suppress(OSError):
        export_archive.keep(notebook.locations, document.sha256, document.ending, document.data, about)
        kept = True
    drafting = notebook.drafting()
    entry = {
        "kind": "export",
        "made": notebook.moment(),
        "sort": document.sort,
        "language": document.language,
        "recipient": recipient,
        "items": [item.id for item in document.items],
        "sha256": document.sha256,
    }
    drafting.add_json(entry)
    with suppress(PortfolioError):  # the document is out; a note that cannot be kept does not undo that
        notebook.write.save(drafting, remember=False)
        return kept
    return False


class NoCopy(PortfolioError):
    """There is no copy here of a document that was handed over."""

    exit_status = DATA_OR_STATE


def copy_of(notebook: Notebook, export: Export) -> str:
    """The path of the copy of what was handed over. Raises NoCopy when this computer has none that is whole."""
    path = export_archive.kept(notebook.locations, export.sha256 or "")
    if path is None:
        raise NoCopy(
            N_("This computer has no copy of that document; it was made on another one, or something in it was purged.")
        )
    with open(path, "rb") as file:
        whole = files.digest(file.read()) == export.sha256
    if not whole:
        raise NoCopy(N_("The copy of that document on this computer is damaged, so it is not used."))
    return path


def write_copy(notebook: Notebook, path: str, language: Words, *, force: bool = False) -> None:
    """Everything, private or not, for oneself."""
    text = copy.full_copy(notebook.read.records, language)
    files.save(path, text.encode("utf-8"), force=force, never=(notebook.locations.data_file,))
