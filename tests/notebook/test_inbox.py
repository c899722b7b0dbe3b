"""The inbox: every note becomes one record, whatever the phone, two computers and a crash do."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio import locations
from portfolio.capture.text_file import NOT_TEXT
from portfolio.errors import PortfolioError
from portfolio.notebook import Notebook, inbox, inbox_files, open_notebook
from portfolio.records.reflections import Reflection

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC).timestamp()
TODAY = date(2026, 3, 12)


class Computer:
    """A computer with its own copy of the shared folder."""

    def __init__(self, root: Path) -> None:
        """`root` is its home."""
        self.root = root
        self.inbox = root / "inbox"
        self.inbox.mkdir(parents=True)
        self.clock = NOW

    @property
    def notebook(self) -> Notebook:
        """The portfolio as it is now."""
        found = locations.find({"LEERREIS_HOME": str(self.root)})
        return open_notebook(found, today=TODAY, now=lambda: datetime.now(UTC))

    def put(self, name: str, text: str | bytes, at: float) -> None:
        """Write a file as a phone does."""
        path = self.inbox / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (at, at))

    def append(self, text: str, at: float) -> None:
        """Append a paragraph to the running file."""
        path = self.inbox / "inbox.md"
        before = path.read_text() if path.exists() else ""
        self.put("inbox.md", f"{before}{text}\n\n", at)

    def take(self) -> inbox.TakenIn:
        """Take in what waits, ten seconds later than anything that was written."""
        self.clock += 10
        return inbox.take(self.notebook, now=self.clock)

    def words(self) -> Counter[str]:
        """The words of every note, with their number."""
        records = self.notebook.read.records.of(Reflection)
        return Counter(" ".join(filter(None, (r.title, *r.answers.values()))) for r in records)


@pytest.fixture
def here(tmp_path: Path) -> Computer:
    """One computer."""
    return Computer(tmp_path / "here")


def test_a_note_is_taken_in_once_private_and_its_file_moves_to_done(here: Computer) -> None:
    here.put("2026-03-10 boiler.txt", "Bled the boiler", NOW - 100)
    taken = here.take()
    assert [entry.item.first_line for entry in taken.notes] == ["Bled the boiler"]
    (note,) = here.notebook.read.records.of(Reflection)
    assert (note.template, note.date, note.shareable) == ("note", date(2026, 3, 10), False)
    assert sorted(p.name for p in here.inbox.iterdir()) == ["done"]
    assert (here.inbox / "done" / "2026-03-10 boiler.txt").read_text() == "Bled the boiler"
    assert here.take().notes == ()
    assert here.words() == Counter({"Bled the boiler": 1})


def test_equal_words_on_another_day_are_another_note(here: Computer) -> None:
    for day in (3, 2, 1):
        here.put("ok.txt", "ok", NOW - day * 86_400)
        here.append("ok", NOW - day * 86_400)
        here.take()
    assert here.words() == Counter({"ok": 6})
    assert len(list((here.inbox / "done").iterdir())) == 6


def test_what_cannot_be_taken_in_stays_with_its_reason_and_holds_up_nothing(here: Computer) -> None:
    here.put("old.txt", "één".encode("latin-1"), NOW - 100)
    here.put("photo.jpg", b"\xff\xd8", NOW - 100)
    here.put("sheet.docx", b"PK", NOW - 100)
    here.put("big.txt", "x" * 1_000_001, NOW - 100)
    here.put("busy.txt", "half a line", NOW + 9.5)
    here.put(".hidden.txt", "no", NOW - 100)
    here.put("note.txt.part", "no", NOW - 100)
    here.put("empty.md", "", NOW - 100)
    here.put("good.txt", "Taken", NOW - 100)
    (here.inbox / "link.txt").symlink_to(here.root / "elsewhere.txt")
    taken = here.take()
    assert {each.file: each.reason for each in taken.refused} == {
        "old.txt": NOT_TEXT,
        "photo.jpg": inbox.NOT_YET,
        "sheet.docx": inbox.OTHER_FILE,
        "big.txt": inbox.TOO_LARGE,
        "busy.txt": inbox.BUSY,
    }
    assert here.words() == Counter({"Taken": 1})
    assert {"old.txt", "photo.jpg", "busy.txt", "empty.md"} < {p.name for p in here.inbox.iterdir()}


def test_a_file_that_makes_no_record_holds_up_no_other_and_what_is_added_waits_no_more(here: Computer) -> None:
    here.put("a.md", "---\nkind: feedback\n---\n", NOW - 100)
    here.put("b.md", "---\nkind: evidence\n---\n", NOW - 100)
    here.put("c.md", "Taken", NOW - 100)
    notebook = here.notebook
    assert inbox.waits(notebook) == 1
    taken = here.take()
    assert [note.file for note in taken.notes] == ["c.md"]
    assert {each.file: each.reason for each in taken.refused} == {"a.md": inbox.NO_NOTE, "b.md": inbox.NO_NOTE}
    assert sorted(path.name for path in here.inbox.iterdir()) == ["a.md", "b.md", "done"]
    notebook.look()
    assert inbox.waits(notebook) == 0


def test_one_undo_takes_a_taking_in_back_and_it_is_not_taken_in_again_unasked(here: Computer) -> None:
    here.put("a.txt", "One", NOW - 100)
    here.append("Two", NOW - 100)
    here.take()
    here.notebook.write.undo()
    assert here.words() == Counter()
    assert here.take().notes == ()


def test_without_an_inbox_nothing_is_made_unasked(tmp_path: Path) -> None:
    found = locations.find({"LEERREIS_HOME": str(tmp_path)})
    notebook = open_notebook(found, today=TODAY, now=lambda: datetime.now(UTC))
    assert inbox.look(notebook) == inbox.Inbox()
    with pytest.raises(PortfolioError):
        inbox.take(notebook)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_folder_is_made_with_a_read_me_that_is_no_note(tmp_path: Path, language: str) -> None:
    found = locations.find({"LEERREIS_HOME": str(tmp_path)})
    path = inbox_files.make(found, language, "How it works")
    assert os.path.basename(path) == inbox_files.NAMES[language]
    assert inbox_files.make(found, "en" if language == "nl" else "nl", "Other") == path
    notebook = open_notebook(found, today=TODAY, now=lambda: datetime.now(UTC))
    assert inbox.look(notebook, now=NOW * 2).waiting == ()
    assert (tmp_path / inbox_files.NAMES[language] / inbox_files.READ_ME).read_text() == "How it works"


@pytest.mark.parametrize("step", ["claim", "save", "move"])
def test_a_crash_at_any_step_loses_and_doubles_nothing(
    here: Computer, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.put("a.txt", "One", NOW - 100)
    here.append("Two", NOW - 100)
    here.append("Three", NOW - 90)

    class Crash(Exception):
        """The process is gone."""

    moved: list[str] = []

    def crash(*_given: object) -> None:
        raise Crash

    def crash_later(folder: str, name: str, data: bytes) -> None:
        if moved:
            raise Crash
        moved.append(name)
        inbox_files.move(folder, name, data)

    with monkeypatch.context() as patch:
        if step == "claim":
            patch.setattr(inbox._Reading, "inbox", crash)
        else:
            patch.setattr("portfolio.notebook.inbox.move", crash if step == "save" else crash_later)
        with pytest.raises(Crash):
            here.take()
    here.append("Four", here.clock)
    here.take()
    assert here.words() == Counter({"One": 1, "Two": 1, "Three": 1, "Four": 1})
    assert [p.name for p in here.inbox.iterdir()] == ["done"]


def synced(one: Computer, other: Computer) -> None:
    """Bring two computers to the same folder, as a sync client does: files and removals, and both portfolios joined."""
    for name in {p.name for p in one.inbox.rglob("*") if p.is_file()} | {
        p.name for p in other.inbox.rglob("*") if p.is_file()
    }:
        for here, there in ((one, other), (other, one)):
            done, waits = here.inbox / "done" / name, there.inbox / name
            if done.exists():
                target = there.inbox / "done" / name
                target.parent.mkdir(exist_ok=True)
                shutil.copy2(done, target)
                if waits.exists() and waits.read_bytes() == done.read_bytes():
                    waits.unlink()
    for here, there in ((one, other), (other, one)):
        for path in list(here.inbox.iterdir()):
            if (
                path.is_file()
                and not (there.inbox / path.name).exists()
                and not (there.inbox / "done" / path.name).exists()
            ):
                shutil.copy2(path, there.inbox / path.name)
    for here, there in ((one, other), (other, one)):
        source = there.root / "leerreis.json"
        if source.exists() and not (here.root / "leerreis.json").exists():
            shutil.copy2(source, here.root / "leerreis.json")
        elif source.exists():
            shutil.copy2(source, here.root / "leerreis.sync-conflict-20260312-120000-ABCDEFG.json")
            here.notebook.copies.merge_beside()


DEEDS = st.lists(
    st.tuples(st.sampled_from(["drop", "append", "take one", "take other", "sync"]), st.integers(0, 2)), max_size=14
)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(DEEDS)
def test_two_computers_make_one_record_of_each_note(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int]]
) -> None:
    root = tmp_path_factory.mktemp("pair")
    one, other = Computer(root / "one"), Computer(root / "other")
    one.put("first.txt", "first", NOW - 9_000)
    one.take()
    synced(one, other)
    wrote: Counter[str] = Counter({"first": 1})
    for n, (deed, where) in enumerate(deeds):
        at = NOW - 5_000 + 100 * n
        if deed == "drop":
            one.put(f"note{n}.txt", f"dropped {where} {n}", at)
            shutil.copy2(one.inbox / f"note{n}.txt", other.inbox / f"note{n}.txt")
            wrote[f"dropped {where} {n}"] += 1
        elif deed == "append":
            one.append(f"line {where} {n}", at)
            wrote[f"line {where} {n}"] += 1
        elif deed == "take one":
            one.take()
        elif deed == "take other":
            other.take()
        else:
            synced(one, other)
    synced(one, other)
    one.take()
    synced(one, other)
    other.take()
    synced(one, other)
    assert one.words() == wrote
    assert other.words() == wrote
