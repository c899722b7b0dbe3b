"""What every part of plain mode works with: the notebook, the console, the drafts, and the sentences after a change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple, TypeVar

from portfolio.capture.entry import Entry
from portfolio.errors import PortfolioError, UsageError
from portfolio.notebook import Notebook, Stored, drafts, entries
from portfolio.notebook.change_names import done_in_words, in_words
from portfolio.notebook.draft_files import DraftFiles
from portfolio.notebook.save_entry import SavedEntry, save_entry, with_remarks
from portfolio.pictures.signs import Signs
from portfolio.plain.console import Console
from portfolio.present.saved import Change, saved_in_words
from portfolio.present.shareable import now_saved
from portfolio.records.collection import Records
from portfolio.records.kinds import fields
from portfolio.records.record import Record
from portfolio.settings import Settings
from portfolio.wording import Words
from portfolio.wording.names import field_label

T = TypeVar("T")

UNDO: Final = "u"
"""The letter that undoes the last change, in every list."""
DRAFTS: Final = "d"
"""The letter for what is not finished, in the first list."""
NEW: Final = "n"
"""The letter that adds something, in every list where that can be done."""


class Around(NamedTuple):
    """What plain mode takes from outside."""

    settings: Settings
    signs: Signs
    today: Callable[[], date]
    """Gives the user's calendar day, also past midnight."""
    demo: bool = False
    """Whether this is the example portfolio, of which nothing is kept."""


class Desk:
    """One run of plain mode."""

    alone: Final = True
    """Whether private content may be shown; there is no Over the shoulder here."""

    def __init__(self, notebook: Notebook, console: Console, around: Around) -> None:
        """`notebook` is open; what it has to report was said."""
        self.notebook, self.console, self.around = notebook, console, around
        self.failed = False
        """Whether something could not be done because of the data or the disk."""
        self._drafts = DraftFiles()
        self._no_room = False
        """Whether the user knows that drafts cannot be written."""
        notebook.read.remember()
        self.shows()

    @property
    def words(self) -> Words:
        """The translator."""
        return self.console.words

    @property
    def records(self) -> Records:
        """All records."""
        return self.notebook.read.records

    @property
    def today(self) -> date:
        """The user's calendar day."""
        self.notebook.today = self.around.today()
        return self.notebook.today

    @property
    def can_write(self) -> bool:
        """Whether the file can be changed."""
        return not self.notebook.read_only

    def refuses(self) -> bool:
        """Say that the file cannot be changed, when that is so."""
        if not self.can_write:
            self.console.say(self.words("This file can be read here, but not changed."))
        return not self.can_write

    def shows(self) -> None:
        """Note that the user has seen the records as they are now: a change may replace that, and no more."""
        self.notebook.read.shows(self.notebook.read.state)

    def look(self) -> None:
        """Take in what other windows and computers wrote."""
        if self.notebook.changed_outside() and self.done(self.notebook.look) is not None:
            for arrival in self.notebook.copies.take_arrived():
                self.console.say(arrival.sentence(self.words))
            self.shows()

    def done(self, work: Callable[[], T]) -> T | None:
        """Do some work; None, after saying why, when it could not be done. A wrong value is no failure of the run."""
        try:
            return work()
        except PortfolioError as failure:
            self.failed = self.failed or not isinstance(failure, UsageError)
            self.console.say(failure.sentence(self.words))
            return None

    def change(self, work: Callable[[], Stored], sentence: str = "") -> Stored | None:
        """Make a change and say it: by this sentence, else by the name that undo gives it."""
        stored = self.done(work)
        if stored is not None:
            act, _ = self.notebook.next_acts().undo, self.words
            named = done_in_words(act, _, undo=UNDO) if act is not None else _("Saved.")
            self.tell(stored, sentence or named)
        return stored

    def tell(self, stored: Change, sentence: str) -> None:
        """Say that a change was made, with the notices of saving it."""
        self.console.say(saved_in_words(stored, sentence, self.words))
        self.shows()

    def set_fields(self, record: Record, **texts: str) -> None:
        """Change fields of a record, given as they would be typed."""

        def save() -> Stored:
            batch = self.notebook.batch()
            entries.set_fields(batch, record.id, record.kind, texts)
            return self.notebook.write.save(batch)

        self.change(save)

    def undo(self) -> None:
        """Undo the last change and name it."""
        done = self.done(self.notebook.write.undo)
        if done is not None:
            self.tell(done, done.sentence(self.words))

    def undo_letter(self, *, named: bool = False) -> dict[str, str]:
        """Return the letter for undo, when `named` with what it undoes; nothing when there is nothing."""
        act = self.notebook.next_acts().undo if self.can_write else None
        if act is None:
            return {}
        return {UNDO: self.words("undo: {act}").format(act=in_words(act, self.words)) if named else self.words("undo")}

    def new_entry(self, kind: str, template: str = "", given: dict[str, str] | None = None) -> Entry:
        """Return a new entry, with these initial texts."""
        texts = given or {}
        name = f"{template or kind}-{self.notebook.moment()}"
        return Entry(name, kind, self.today, texts, template, shown=texts)

    def drafts(self) -> list[Entry]:
        """Return every draft of this portfolio, the oldest day first."""
        return [kept.entry for kept in drafts.load_all(self.notebook.locations)]

    def open(self, entry: Entry) -> None:
        """Open a text: only the draft that it was loaded from may be replaced by it."""
        self._drafts.open(entry)
        if entry.touched and not entry.stamp:
            self.keep(entry)

    def keep(self, entry: Entry) -> str:
        """Keep a text as a draft; return its name, empty when it is empty or could not be kept."""
        try:
            return self._drafts.write(self.notebook.locations, entry)
        except OSError:
            if not self._no_room:
                self._no_room = True
                sentence = self.words("What you type cannot be kept on this disk as a draft; save it before you close.")
                self.console.say(sentence)
            return ""

    def leave(self, entry: Entry) -> None:
        """Keep a text that is not finished, and say where it is."""
        if self.keep(entry):
            twice = self.words("Another draft begins with the same words.")
            self.console.say(f"{self._kept()} {twice}" if drafts.is_begun_twice(entry, self.drafts()) else self._kept())

    def _kept(self) -> str:
        return self.words("Kept as a draft; {letter} in the first list goes on with it.").format(letter=DRAFTS)

    def discard(self, entry: Entry) -> None:
        """Discard the draft of a text."""
        self._drafts.discard(self.notebook.locations, entry.name, entry.stamp)

    def save(self, entry: Entry) -> SavedEntry | None:
        """Save a text and say so; None, after saying why, when it could not be stored: it is kept as a draft."""
        _ = self.words
        kept = self.keep(entry)
        saved = self.done(lambda: save_entry(self.notebook, entry, _))
        if saved is None:
            if kept:
                self.console.say(self._kept())
            return None
        for problem in saved.problems:
            field = problem.field if problem.field in fields(entry.kind) else ""
            label = f"{field_label(field, _, entry.kind)}: " if field else ""
            self.console.say(f"{label}{problem.sentence(_)}")
        if saved.problems or saved.gone:
            return saved
        self._drafts.discard(self.notebook.locations, entry.name)
        if saved.stored is None:
            self.console.say(
                _("Nothing was changed.") if entry.record else _("Nothing was filled in, so nothing was saved.")
            )
            return saved
        sentence = _("Saved.") if entry.record else now_saved(entry.kind, _)
        self.tell(saved.stored, with_remarks(sentence, entry, saved, _))
        return saved
