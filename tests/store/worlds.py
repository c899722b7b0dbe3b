"""A world of three computers, what happens to their files, and a model of what people were promised.

Every value that somebody writes is a word of its own, so that each can be followed. The model knows of every word that
was promised whether someone who saw it replaced it, whether a deletion saw it, and whether it was purged.
"""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.locations import Locations, file_key
from portfolio.notebook import Notebook, open_notebook, tags
from portfolio.store.file.probe import state_in
from portfolio.store.file.shadow import NOTHING
from portfolio.store.file.snapshots import unpacked
from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.merge import merge_beside
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.purge import purge, sweep_arrived
from portfolio.store.results import Saved
from portfolio.store.versions import version_ids
from tests.store import acting
from tests.store.faults import DiedError, FaultySystem

from .lives import at_home, now, record_id

COMPUTERS: Final = 3
RECORDS: Final = 3
FIELDS: Final = ("title", "why")
NAMES: Final = (
    "leerreis.sync-conflict-20261122-233937-G3W4CDZ.json",
    "leerreis-LAPTOP-4K7RM2QX.json",
    "leerreis 2.json",
)


class Form(NamedTuple):
    """An open form: what it showed of one field of a record."""

    record: str
    field: str
    seen: dict[str, Iterable[str]]
    words: frozenset[str]


class World:
    """Three computers with one portfolio. Each method is something that can happen."""

    def __init__(self) -> None:
        """One portfolio with three records, on all of them."""
        self.folder = Path(tempfile.mkdtemp())
        self.passed = timedelta()
        self.skew = [timedelta() for _ in range(COMPUTERS)]
        self._number = 0
        self.promised: dict[str, tuple[str, str]] = {}  # word -> record, field
        self.replaced: set[str] = set()  # by an edit that was promised
        self.perhaps: set[str] = set()  # by one that was cut short: it may have been saved
        self.purged: set[str] = set()
        self.written_again: set[str] = set()  # by undo or redo, as a version of its own
        self.deletions: dict[str, frozenset[str]] = {}  # version id -> the words that it saw
        self.taken_back: set[str] = set()  # version ids of deletions
        self.unsure: set[str] = set()  # records that a deed cut short may have deleted or brought back
        self.forms: dict[int, Form] = {}
        self.old: list[bytes] = []
        self.apps = [self._opened(n) for n in range(COMPUTERS)]
        self._begin()

    # what people do

    def write(self, computer: int, record: int, field: str, die_at: int = 0) -> None:
        """Somebody changes a text as it is shown now; `die_at` is the call of the system at which the computer dies."""
        form = self._form(computer, record, field)
        if form is not None:
            self._save(computer, form, die_at)

    def open_form(self, computer: int, record: int, field: str) -> None:
        """Somebody opens a form, and leaves it open."""
        form = self._form(computer, record, field)
        if form is not None:
            self.forms[computer] = form

    def save_form(self, computer: int) -> None:
        """The form that was left open is saved, whatever came in between."""
        form = self.forms.pop(computer, None)
        if form is not None and form.record in {s.id for s in self._state(computer).records("goals")}:
            self._save(computer, form, 0)

    def delete(self, computer: int, record: int, die_at: int = 0) -> None:
        """Somebody deletes a record, as it is shown now."""
        identity, vid = record_id(record), self._vid(computer)
        state = self._state(computer)
        if identity not in {shown.id for shown in state.records("goals")}:
            return
        saw = self._words_on(state, identity)
        if die_at:
            self.unsure.add(identity)
        if self._commit(computer, lambda s: acting.delete(s, identity, vid), die_at) is not None:
            # what came in with the save was seen by nobody, but the marker lists it; the join before it made it shown
            self.deletions[vid] = saw | self._words_on(self.apps[computer].state, identity)

    def bring_back(self, computer: int, record: int) -> None:
        """Somebody takes a record out of the bin."""
        identity, state = record_id(record), self._state(computer)
        entry = state.entry("goals", identity)
        if entry is not None and entry.deletion.heads:
            known: set[str] = set()

            def change(before: State) -> State:
                found = before.entry("goals", identity)
                known.update(found.deletion.heads if found is not None else ())
                return changes.undelete(before, identity)

            self._commit(computer, change, 0)
            self.taken_back |= known

    def purge(self, computer: int, record: int) -> None:
        """Somebody takes the words of a record out for good."""
        identity = record_id(record)
        if self._state(computer).table_of(identity) is None:
            return
        with suppress(PortfolioError):
            before = self.apps[computer].commit(lambda state: state).state
            words = self._words_on(before, identity)
            purge(self.apps[computer], self.here(computer), [identity], acting.everything)
            self.purged |= words

    # what people do without looking

    def command_edit(self, computer: int, record: int, field: str) -> None:
        """A command changes a text: it replaces what this computer knew before, and nothing that arrives with it."""
        identity, word = record_id(record), self._word()
        known = self._known(computer)
        said = self._words_in(known, identity, field)

        def act(notebook: Notebook) -> None:
            batch = notebook.batch()
            batch.edit(identity, "goal", {field: word})
            notebook.write.save(batch)
            self.replaced.update(said)
            self.promised[word] = (identity, field)

        self._command(computer, identity, act)

    def command_delete(self, computer: int, record: int) -> None:
        """A command deletes a record of which it knows what was known before."""
        identity = record_id(record)
        saw = self._words_on(self._known(computer), identity)
        if self._command(computer, identity, lambda notebook: notebook.write.delete([identity])):
            self._deleted_by(computer, identity, saw)

    def command_share(self, computer: int, record: int) -> None:
        """A command marks a record; no word may go for that."""
        identity = record_id(record)
        self._command(computer, identity, lambda notebook: notebook.write.set_shareable([identity], True))

    def command_rename_tag(self, computer: int) -> None:
        """A command calls a tag something else, or gives the first record its first one."""

        def act(notebook: Notebook) -> None:
            if tags.known(notebook):
                tags.rename(notebook, tags.known(notebook)[0].name, self._word())
                return
            batch = notebook.batch()
            batch.edit(record_id(0), "goal", {"tags": [self._word()]})
            notebook.write.save(batch)

        self._command(computer, record_id(0), act)

    def command_purge(self, computer: int, record: int) -> None:
        """A command purges a record: the words that were known before."""
        identity = record_id(record)
        words = self._words_on(self._known(computer), identity)
        if self._command(computer, identity, lambda notebook: notebook.write.purge([identity])):
            self.purged |= words

    def command_undo(self, computer: int, again: bool) -> None:
        """A command takes back what was done last on this computer, or does it again."""
        known = self._known(computer)
        notebook = self._notebook(computer)
        action = (notebook.next_acts().redo if again else notebook.next_acts().undo) if notebook is not None else None
        if action is None or notebook is None:
            return
        for step in action.steps:
            # what the act replaced may come back, and what it wrote may go
            words = (*step.before.values(), *step.after.values(), *(w for each in step.others.values() for w in each))
            self.perhaps |= {str(word) for word in words if word is not None}
            self.written_again |= {str(word) for word in words if word is not None}
            self.unsure |= {step.record_id} if step.deed != "edit" and not again else set()
        with suppress(PortfolioError):
            _done = notebook.write.redo() if again else notebook.write.undo()
            for step in action.steps:
                if again and step.deed == "delete":
                    self._deleted_by(computer, step.record_id, self._words_on(known, step.record_id))
        self.restart(computer)

    def _command(self, computer: int, identity: str, act: Callable[[Notebook], object]) -> bool:
        """A command does something with a live record, if it can; whether it did."""
        notebook = self._notebook(computer)
        done = False
        if notebook is not None and notebook.read.records.get(identity) is not None:
            with suppress(PortfolioError):
                act(notebook)
                done = True
        self.restart(computer)
        return done

    def _notebook(self, computer: int) -> Notebook | None:
        with suppress(PortfolioError):
            return open_notebook(
                self.here(computer), today=now().date(), now=lambda: self._clock(computer) + self._tick()
            )
        return None

    def _tick(self) -> timedelta:
        self._number += 1
        return timedelta(milliseconds=self._number % 1000)

    def _known(self, computer: int) -> State:
        """What a computer knows before a command begins: its shadow, or without one the file."""
        here = self.here(computer)
        for path in (Path(here.shadow_folder) / f"{file_key(here.data_file)}.json", self.path(computer)):
            with suppress(OSError, PortfolioError):
                return state_in(path.read_bytes(), "", NOTHING)
        return NOTHING

    def _deleted_by(self, computer: int, identity: str, saw: frozenset[str]) -> None:
        """Every deletion that nobody told of yet saw these words."""
        entry = self.apps[computer].read().state.entry("goals", identity)
        for vid in entry.deletion.heads if entry is not None else ():
            self.deletions.setdefault(vid, saw)

    @staticmethod
    def _words_in(state: State, identity: str, field: str) -> frozenset[str]:
        entry = state.entry("goals", identity)
        heads = entry.fields[field].heads if entry is not None and field in entry.fields else {}
        return frozenset(str(word) for word in heads.values() if word is not None)

    def accept_purge(self, computer: int) -> None:
        """Somebody lets go what was purged elsewhere."""
        notebook = self._notebook(computer)
        if notebook is not None:
            with suppress(PortfolioError):
                notebook.accept_purge()
        self.restart(computer)

    def refuse_purge(self, computer: int) -> None:
        """Somebody brings back what was purged elsewhere."""
        notebook = self._notebook(computer)
        if notebook is not None and notebook.waits():
            self.written_again |= self.purged
            with suppress(PortfolioError):
                notebook.write.refuse_purge()
                assert not notebook.waits(), "still WAITING"
        self.restart(computer)

    def look(self, computer: int) -> None:
        """The app looks whether something changed."""
        state = self._state(computer)
        sweep_arrived(self.here(computer), state)

    def merge(self, computer: int) -> None:
        """Somebody asks to merge; a file that is gone or damaged is made anew."""
        path = self.path(computer)
        if path.exists() and not _is_whole(path):
            path.unlink()
        merge_beside(self.apps[computer], recreate=True)
        sweep_arrived(self.here(computer), self.apps[computer].state)

    def second_process(self, computer: int, record: int, field: str) -> None:
        """The command line writes while the app is open."""
        app, self.apps[computer] = self.apps[computer], self._opened(computer)
        self.write(computer, record, field)
        self.apps[computer] = app

    def restart(self, computer: int) -> None:
        """The app is closed and opened."""
        self.apps[computer] = self._opened(computer)

    # what happens to files

    def carry(self, source: int, target: int) -> None:
        """A sync client replaces one file by the other."""
        if self.path(source).exists():
            self._put(target, self.path(source).read_bytes())

    def copy(self, source: int, target: int, name: str) -> None:
        """A sync client leaves a conflict copy."""
        if self.path(source).exists():
            self.path(target).with_name(name).write_bytes(self.path(source).read_bytes())

    def rename_both(self, source: int, target: int) -> None:
        """A sync client gives both sides another name."""
        if source != target and self.path(source).exists() and self.path(target).exists():
            for number, each in enumerate((source, target), 1):
                name = self.path(target).with_name(f"leerreis.json..path{number}")
                name.write_bytes(self.path(each).read_bytes())
            self.path(target).unlink()

    def set_back(self, computer: int, age: int) -> None:
        """A sync client, or a person, puts an old version in the place of the file."""
        self._put(computer, self.old[-1 - age % len(self.old)])

    def lose(self, computer: int) -> None:
        """The file is gone."""
        self.path(computer).unlink(missing_ok=True)

    def cut(self, computer: int, share: float) -> None:
        """The file is half there."""
        if self.path(computer).exists():
            data = self.path(computer).read_bytes()
            self._put(computer, data[: int(len(data) * share)])

    def drop_field(self, computer: int, record: int, field: str) -> None:
        """A program that does not know a field writes the file without it."""
        with suppress(OSError, ValueError):
            tables = json.loads(self.path(computer).read_bytes())
            for document in tables.get("goals", {}).values():
                if document.get("id") == record_id(record):
                    for part in (document, document.get("_v", {}), document.get("_alt", {})):
                        part.pop(field, None)
            self._put(computer, json.dumps(tables).encode())

    def clone(self, source: int, target: int) -> None:
        """Everything on one computer is copied to another; what that one held comes along as a copy."""
        if source == target or not self.path(source).exists() or not _is_whole(self.path(source)):
            return
        self.merge(target)
        kept = self.path(target).read_bytes()
        shutil.rmtree(self.folder / str(target))
        shutil.copytree(self.folder / str(source), self.folder / str(target))
        self.path(target).parent.mkdir(parents=True, exist_ok=True)
        self.path(target).with_name("leerreis-OLD.json").write_bytes(kept)
        self.restart(target)
        self.forms.pop(target, None)
        self.merge(target)

    def turn_clock(self, computer: int, days: int) -> None:
        """The clock of one computer jumps."""
        self.skew[computer] += timedelta(days=days)

    def wait(self) -> None:
        """A minute and a bit."""
        self.passed += timedelta(seconds=70)

    # what must hold

    def check(self) -> None:
        """Let all of them exchange everything; then look at what there is. Raises AssertionError."""
        self._exchange()
        for computer in range(COMPUTERS):
            self.accept_purge(computer)
            self.apps[computer].read()
        state = self.apps[0].state
        words = self._words(state)
        gone = self.replaced | self.perhaps | self.purged
        lost = {word for word in self.promised if word not in gone} - words
        assert not lost, f"LOST {lost}"
        ghosts = words & (self.replaced | self.purged) - self.perhaps - self.written_again
        assert not ghosts, f"GHOST {ghosts}"
        self._check_what_is_hidden(state)
        files = [state_in(path.read_bytes(), "", NOTHING).encode() for path in map(self.path, range(COMPUTERS))]
        assert len(set(files)) == 1, "DIFFERENT files"
        self._check_purged()
        self._check_quiet()

    def close(self) -> None:
        """Take it away."""
        shutil.rmtree(self.folder)

    def here(self, computer: int) -> Locations:
        """Where things are on a computer."""
        home = self.folder / str(computer)
        return at_home(home)._replace(data_file=str(home / "cloud" / "leerreis.json"))

    def path(self, computer: int) -> Path:
        """The data file of a computer."""
        return Path(self.here(computer).data_file)

    # the rest

    def _begin(self) -> None:
        for record in range(RECORDS):
            word = self._word()
            vid, identity = self._vid(0), record_id(record)
            values = {"title": word}

            def change(state: State, identity: str = identity, vid: str = vid, values: Any = values) -> State:
                return acting.create(state, "goals", identity, values, vid)

            self.apps[0].commit(change, create=True)
            self.promised[word] = (identity, "title")
        self.old.append(self.path(0).read_bytes())
        for computer in range(1, COMPUTERS):
            self._put(computer, self.old[0])
            self.apps[computer].read()

    def _opened(self, computer: int, **options: Any) -> PortfolioFile:
        return PortfolioFile(self.here(computer), lambda: self._clock(computer), patience=0.0, **options)

    def _clock(self, computer: int) -> datetime:
        return now() + self.passed + self.skew[computer]

    def _word(self) -> str:
        self._number += 1
        return f"word{self._number:05d}."

    def _vid(self, computer: int) -> str:
        self._number += 1
        return version_ids.new_vid(int(self._clock(computer).timestamp() * 1000), self._number)

    def _state(self, computer: int) -> State:
        """What a computer shows now; what it showed before when it cannot read anything."""
        with suppress(PortfolioError):
            return self.apps[computer].read().state
        return self.apps[computer].state

    def _form(self, computer: int, record: int, field: str) -> Form | None:
        state, identity = self._state(computer), record_id(record)
        shown = next((each for each in state.records("goals") if each.id == identity), None)
        if shown is None:
            return None
        entry = state.entry("goals", identity)
        heads = entry.fields[field].heads if entry is not None and field in entry.fields else {}
        return Form(identity, field, {field: tuple(heads)}, frozenset(str(w) for w in heads.values() if w is not None))

    def _save(self, computer: int, form: Form, die_at: int) -> None:
        word, vid = self._word(), self._vid(computer)
        if die_at:
            self.perhaps |= form.words

        def change(state: State) -> State:
            if state.table_of(form.record) is None:
                return state
            return acting.edit(state, form.record, {form.field: word}, vid, form.seen)

        saved = self._commit(computer, change, die_at)
        if saved is None:
            return
        self.replaced |= form.words
        self.promised[word] = (form.record, form.field)

    def _commit(self, computer: int, change: Callable[[State], State], die_at: int) -> Saved | None:
        """A save; None when nothing was promised."""
        if die_at:
            file = self._opened(computer, system=FaultySystem(die_at, dies=True))
            self.restart(computer)
        else:
            file = self.apps[computer]
        try:
            saved = file.commit(change)
        except (DiedError, PortfolioError):
            return None
        if self.path(computer).exists():
            self.old.append(self.path(computer).read_bytes())
        return saved

    def _put(self, computer: int, data: bytes) -> None:
        self.path(computer).parent.mkdir(parents=True, exist_ok=True)
        self.path(computer).write_bytes(data)

    @staticmethod
    def _words_on(state: State, identity: str) -> frozenset[str]:
        entry = state.entry("goals", identity)
        fields = entry.fields if entry is not None else {}
        heads = [v for name in FIELDS if name in fields for v in fields[name].heads.values()]
        return frozenset(str(word) for word in heads if word is not None)

    def _words(self, state: State) -> set[str]:
        return {word for record in range(RECORDS) for word in self._words_on(state, record_id(record))}

    def _exchange(self) -> None:
        """Everybody gets everything, twice: the second time nothing may be left to say."""
        for _round in range(2):
            for target in range(COMPUTERS):
                for source in range(COMPUTERS):
                    self.merge(source)
                    if source != target:
                        self.copy(source, target, NAMES[source])
                self.merge(target)

    def _check_what_is_hidden(self, state: State) -> None:
        live = {shown.id for shown in state.records("goals")}
        active = [saw for vid, saw in self.deletions.items() if vid not in self.taken_back]
        seen = frozenset[str]().union(*active)
        for record in range(RECORDS):
            identity = record_id(record)
            words = self._words_on(state, identity)
            if identity in self.unsure or not words:
                continue
            unseen = {word for word in words & set(self.promised) if word not in seen}
            assert not unseen or identity in live, f"HIDDEN {unseen}"

    def _check_purged(self) -> None:
        if not self.purged:
            return
        for path in self.folder.rglob("*"):
            is_ours = path.parent.name != "cloud" or path.name == "leerreis.json"  # a cut copy is for a person to mend
            if path.is_file() and is_ours:
                data = path.read_bytes()
                data = unpacked(data, str(path)) if path.name.endswith(".gz") else data
                found = [word for word in self.purged - self.written_again if word.encode() in data]
                assert not found, f"NOT PURGED {found} in {path.relative_to(self.folder)}"

    def _check_quiet(self) -> None:
        def stamps() -> dict[Path, int]:
            files = [path for each in ("cloud", "shadow") for path in self.folder.rglob(f"{each}/*.json*")]
            return {path: path.stat().st_mtime_ns for path in files}

        before = stamps()
        for computer in range(COMPUTERS):
            self.apps[computer].read()
            self._opened(computer).read()
        wrote = {str(path.relative_to(self.folder)) for path, at in set(stamps().items()) ^ set(before.items())}
        assert not wrote, f"it never RESTS: {wrote}"


def _is_whole(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except ValueError:
        return False
    return True


Step = tuple[Any, ...]
"""Something that happens, and to what: the name of a method of World and its arguments."""

ARGUMENTS: Final[dict[str, tuple[Any, ...]]] = {
    "computer": tuple(range(COMPUTERS)),
    "record": tuple(range(RECORDS)),
    "field": FIELDS,
    "name": NAMES,
    "age": tuple(range(9)),
    "again": (False, True),
    "share": (0.0, 0.1, 0.5, 0.9, 0.99),
    "days": (-4000, -1, 1, 400),
    "call": tuple(range(1, 41)),
}
DEEDS: Final[tuple[tuple[int, str], ...]] = (
    (6, "write computer record field"),
    (1, "write computer record field call"),
    (2, "open_form computer record field"),
    (3, "save_form computer"),
    (2, "delete computer record"),
    (1, "delete computer record call"),
    (1, "bring_back computer record"),
    (1, "purge computer record"),
    (6, "command_edit computer record field"),
    (3, "command_delete computer record"),
    (1, "command_share computer record"),
    (1, "command_rename_tag computer"),
    (1, "command_purge computer record"),
    (1, "accept_purge computer"),
    (1, "refuse_purge computer"),
    (2, "command_undo computer again"),
    (3, "look computer"),
    (2, "merge computer"),
    (1, "second_process computer record field"),
    (1, "restart computer"),
    (4, "carry computer computer"),
    (3, "copy computer computer name"),
    (1, "rename_both computer computer"),
    (2, "set_back computer age"),
    (1, "lose computer"),
    (1, "cut computer share"),
    (1, "drop_field computer record field"),
    (1, "clone computer computer"),
    (1, "turn_clock computer days"),
    (1, "wait"),
)
"""How often something happens, and what: a method of World and the kinds of its arguments."""


def by_chance(seed: int, count: int = 25) -> list[Step]:
    """So many steps; the same seed gives the same ones."""
    chance = random.Random(seed)
    forms = chance.choices([form.split() for _often, form in DEEDS], [often for often, _form in DEEDS], k=count)
    return [(name, *(chance.choice(ARGUMENTS[kind]) for kind in kinds)) for name, *kinds in forms]


def live(steps: Iterable[Step]) -> None:
    """Let all of it happen to a new world, and look at what came of it. Raises AssertionError."""
    world = World()
    try:
        for name, *given in steps:
            getattr(world, name)(*given)
        world.check()
    finally:
        world.close()
