"""Export a document: choose the records, preview exactly what is shared, write it, and log it privately with a copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from portfolio.errors import DATA_OR_STATE, PortfolioError
from portfolio.export import copy, files, form
from portfolio.export.options import Options
from portfolio.export.outline import Contents, contents, unconfirmed
from portfolio.export.profile import Profile as DocumentProfile
from portfolio.export.registry import WITH_MINUTES, WITH_PLACES, Made, make, written_as
from portfolio.export.sections.glance import GlanceText
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.free_text import named_unasked
from portfolio.journey.sharing.held import Held, held_back
from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT, Leak, leaks
from portfolio.journey.sharing.left_over import left_over
from portfolio.journey.sharing.other_words import Changes, OtherWords, with_other_words
from portfolio.journey.sharing.share import Item, Shared, export_items, people_in, persons_mentioned, share
from portfolio.journey.sharing.shown_days import days_of_records
from portfolio.journey.sharing.since_shared import changed_since_shared
from portfolio.notebook.notebook import Notebook
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.evidence import Evidence
from portfolio.records.exports import Export
from portfolio.records.persons import Person, Profile
from portfolio.records.reflections import Reflection
from portfolio.store.local import export_archive
from portfolio.wording import N_, Words

_BY_NAME: Final = frozenset({"name", "initials"})
"""The sorts of leaks by which a person can be recognised by name."""
NO_EVIDENCE: Final = N_(
    "There is no shareable evidence in this period, so there is nothing to assess and no list was made. Share a piece"
    " of evidence, or choose a longer period."
)
NO_MINUTES: Final = N_(
    "No shareable note in this period says how long it took, so there are no hours and no overview was made. Fill in"
    " “Minutes” in a note and share it, or choose a longer period."
)
_NO_CHANGES: Final[Changes] = MappingProxyType({})


class Preview(NamedTuple):
    """Exactly what would be shared: the bytes, the records in them, and how people are named in them."""

    sort: str
    language: str
    made: Made
    items: tuple[Item, ...]
    persons: tuple[str, ...]
    name: str
    """The proposed file name."""
    held: tuple[Held, ...] = ()
    """Shareable records that are not included, and why; never part of the document."""
    unasked: tuple[str, ...] = ()
    """Names of people without permission that still occur in the user's own text."""
    leaks: tuple[Leak, ...] = ()
    """What to check before sharing, each at its place."""
    changed: Mapping[str, date] = MappingProxyType({})
    """Records in it that were changed since they were last shared: id to the day they were shared."""
    people: frozenset[str] = frozenset()
    """The ids of everyone who can be in it."""
    ending: str = "md"
    kept: tuple[Leak, ...] = ()
    """Names and words that were to be replaced and are still in it."""
    unmatched: tuple[str, ...] = ()
    """Words that were to be replaced and do not occur in it."""
    unconfirmed: Mapping[str, tuple[GlanceText, ...]] = MappingProxyType({})
    """Part of "At a glance" -> the proposed lines, which are not in it as long as the user did not confirm them."""
    lacks: str = ""
    """Why it is not handed over, as an English message id: it has nothing of what it is for."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it but its head."""
        return all(item.kind in ("profile", "conversation") for item in self.items)

    @property
    def data(self) -> bytes:
        """The bytes of the document."""
        return self.made.data

    @property
    def text(self) -> str:
        """The text of the document, to read before sharing; for Markdown it equals the bytes."""
        return self.made.text

    def as_file(self, ending: str) -> Preview:
        """The same document in the format of this ending."""
        made, name = written_as(self.made, ending), files.file_name(self.made.title, ending)
        return self._replace(made=made, name=name, ending=ending)

    @property
    def sha256(self) -> str:
        """The digest by which the private log identifies the document."""
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
    changes: Changes = _NO_CHANGES,
    form_file: bytes | None = None,
) -> Preview:
    """Make the document of this choice, in the language of `language`, with `changes` to its words.

    With `form_file` that form of an employer is filled in. Nothing is written.
    """
    typed = options or Options()
    choice = over_all_years(records, choice, typed.profile_of(sort), today)
    other = other_words(records, choice, changes, language)
    shared, used = with_other_words(_shared(records, choice, today, sort), other)
    options = typed.with_words(other.text)
    made = _made(form_file, sort, ending, shared, today, language, options)
    inside = frozenset(made.items)
    own = options.own_words(made.document.sections)
    here = inside | {person.id for person in people_in(shared, inside)}
    found = frozenset(key for key, ids in used.items() if ids & here).union(
        *(other.looked_at(text)[1] for text in typed.own_words(made.document.sections))
    )
    every_leak = leaks(shared, records, own, names=choice.names)
    found_leaks = [leak for leak in every_leak if leak.id in (*inside, OF_THE_DOCUMENT)]
    kept = [leak for leak in found_leaks if choice.names == "roles" and leak.sort in _BY_NAME]
    kept += left_over(changes, (record for record in shared.records if record.id in inside), made.text)
    items = tuple(item for item in export_items(shared) if item.id in inside)
    return Preview(
        sort if form_file is None else form.SORT,
        language.language,
        made,
        items,
        persons_mentioned(shared, inside),
        files.file_name(made.title, ending),
        held_back(records, shared),
        named_unasked(found_leaks, records.of(Person)),
        tuple(_each_once((*found_leaks, *kept))),
        changed_since_shared(records, inside),
        frozenset(person.id for person in shared.records.of(Person)),
        ending,
        tuple(_each_once(kept)),
        tuple(words for words in changes if words not in found),
        unconfirmed(sort, shared, today, language, options) if form_file is None or made.document.sections else {},
        "" if form_file is not None else _lacks(sort, shared, inside),
    )


def _each_once(found: Iterable[Leak]) -> Iterable[Leak]:
    return {(leak.id, leak.words): leak for leak in found}.values()


def over_all_years(records: Records, choice: Choice, profile: DocumentProfile, today: date) -> Choice:
    """The choice from the first day that can be shared on, for a document of all years without a first day.

    Only what is shared counts: the day of a private record would be revealed.
    """
    if choice.since is not None or not profile.all_years:
        return choice
    last = choice.until or today
    days = days_of_records(share(records, with_chosen(records, choice)._replace(since=date.min), today).records)
    return choice._replace(since=min((day for day in days if day <= last), default=last))


def hours_not_counted(records: Records) -> int:
    """The number of private notes that say how long they took: their hours are in no overview."""
    return sum(bool(each.minutes) and each.shareable is not True for each in records.of(Reflection))


def _lacks(sort: str, shared: Shared, inside: Collection[str]) -> str:
    """Why a document of this sort is not handed over, as an English message id; empty when it has what it is for."""
    found = [record for record in shared.records if record.id in inside]
    if sort == "evc" and not any(isinstance(record, Evidence) for record in found):
        return NO_EVIDENCE
    if sort == "hours" and not any(isinstance(record, Reflection) and record.minutes for record in found):
        return NO_MINUTES
    return ""


def _made(
    form_file: bytes | None, sort: str, ending: str, shared: Shared, today: date, language: Words, options: Options
) -> Made:
    """The document, or the form that is filled in."""
    if form_file is None:
        return make(sort, ending, shared, today, language, options)
    return form.filled(form_file, shared, today, language, options)


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
    """The sections that the document of this choice could have, and what could be in them."""
    other = other_words(records, choice, changes, language)
    shared, _used = with_other_words(_shared(records, choice, today, sort), other)
    return contents(sort, shared, today, language, options.with_words(other.text))


def other_words(records: Records, choice: Choice, changes: Changes, language: Words) -> OtherWords:
    """The replacements in a document of this choice; a person's role can come from a private record."""
    people, profiles = records.of(Person), records.of(Profile)
    return OtherWords(people, profiles, changes, language.language, roles=choice.names == "roles")


def _shared(records: Records, choice: Choice, today: date, sort: str) -> Shared:
    """The records that a document of this sort can use."""
    places, minutes = choice.locations or sort in WITH_PLACES, choice.minutes or sort in WITH_MINUTES
    choice = with_chosen(records, choice)._replace(locations=places, minutes=minutes)
    return share(records, choice, today)


def with_chosen(records: Records, choice: Choice) -> Choice:
    """Add the records chosen in the preparation of its conversation; only shareable ones are included even so."""
    conversation = records.find(Conversation, choice.conversation)
    if conversation is None:
        return choice
    return choice._replace(with_ids=frozenset({*choice.with_ids, *conversation.chosen}))


def hand_over(notebook: Notebook, document: Preview, path: str, *, force: bool = False, recipient: str = "") -> bool:
    """Write the document and log it privately; False when the log could not be written.

    Raises NotWritten when the file cannot be made, and NothingToShow when it has nothing of what it is for.
    """
    if document.lacks:
        raise NothingToShow(document.lacks)
    files.save(path, document.data, force=force, never=(notebook.locations.data_file,))
    return log(notebook, document, recipient)


def log(notebook: Notebook, document: Preview, recipient: str = "") -> bool:
    """Log privately that this document was shared, with a copy. False when that failed: the document is out anyway."""
    if notebook.read_only or not notebook.exists:
        return True
    about = {item.id for item in document.items} | document.people
    kept = False
    with suppress(OSError):
        export_archive.keep(notebook.locations, document.sha256, document.ending, document.data, about)
        kept = True
    batch = notebook.batch()
    entry = {
        "kind": "export",
        "made": notebook.moment(),
        "sort": document.sort,
        "language": document.language,
        "recipient": recipient,
        "items": [item.id for item in document.items],
        "sha256": document.sha256,
    }
    batch.add_json(entry)
    with suppress(PortfolioError):  # the document is out already, whether it can be logged or not
        notebook.write.save(batch, remember=False)
        return kept
    return False


class NothingToShow(PortfolioError):
    """A document has nothing of what it is for."""

    exit_status = DATA_OR_STATE


class NoCopy(PortfolioError):
    """There is no copy here of an exported document."""

    exit_status = DATA_OR_STATE


def copy_of(notebook: Notebook, export: Export) -> str:
    """The path of the copy of an exported document. Raises NoCopy when this computer has no intact one."""
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
    """Write everything, private or not, for the user alone."""
    text = copy.full_copy(notebook.read.records, language)
    files.save(path, text.encode("utf-8"), force=force, never=(notebook.locations.data_file,))
