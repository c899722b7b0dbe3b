"""Handing over: what was looked at is what is written, and only a private note remains."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio import locations
from portfolio.export.files import NotWritten
from portfolio.journey.sharing.choice import Choice
from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.export import NoCopy, Preview, copy_of, hand_over, preview, with_chosen, write_copy
from portfolio.records.exports import Export
from portfolio.wording import Words

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)


@pytest.fixture
def notebook(home: Path) -> Notebook:
    """An open notebook without a file yet."""
    return open_notebook(locations.find(os.environ), today=TODAY, now=lambda: NOW)


def write(notebook: Notebook, **record: Any) -> str:
    batch = notebook.batch()
    batch.add_json(record)
    return notebook.write.save(batch, create_file=True).ids[0]


def looked_at(notebook: Notebook, choice: Choice | None = None, language: str = "en") -> Preview:
    return preview(notebook.read.records, choice or Choice(), TODAY, Words("nl" if language == "nl" else "en"))


def test_P8_the_file_holds_the_bytes_that_were_looked_at(notebook: Notebook, tmp_path: Path) -> None:
    write(notebook, kind="reflection", template="success", answers={"text": "It worked"}, shareable=True)
    document = looked_at(notebook)
    hand_over(notebook, document, str(tmp_path / document.name))
    assert (tmp_path / document.name).read_bytes() == document.data
    assert [item.title for item in document.items] == ["It worked"]


def test_P10_what_is_private_again_leaves_no_more(notebook: Notebook) -> None:
    identity = write(notebook, kind="reflection", template="success", answers={"text": "It worked"}, shareable=True)
    assert "It worked" in looked_at(notebook).text
    notebook.write.set_shareable([identity], False)
    assert "It worked" not in looked_at(notebook).text
    notebook.write.undo()
    assert "It worked" in looked_at(notebook).text


def test_P11_the_note_of_an_export_is_private_and_never_in_one(notebook: Notebook, tmp_path: Path) -> None:
    goal = write(notebook, kind="goal", title="Measure", shareable=True)
    document = looked_at(notebook)
    hand_over(notebook, document, str(tmp_path / "out.md"), recipient="manager")
    (note,) = notebook.read.records.of(Export)
    assert note.shareable is False
    assert (note.items, note.sha256, note.recipient) == ((goal,), document.sha256, "manager")
    notebook.write.set_shareable([note.id], True)
    assert looked_at(notebook).data == document.data


def test_P9_what_was_edited_since_it_was_handed_over_is_told_until_it_is_handed_over_again(
    home: Path, tmp_path: Path
) -> None:
    clock = [NOW]
    notebook = open_notebook(locations.find(os.environ), today=TODAY, now=lambda: clock[0])
    goal = write(notebook, kind="goal", title="Measure", shareable=True)
    other = write(notebook, kind="goal", title="Explain", shareable=True)
    hand_over(notebook, looked_at(notebook), str(tmp_path / "1.md"))
    assert not looked_at(notebook).changed
    clock[0] += timedelta(minutes=5)
    batch = notebook.batch()
    batch.edit(goal, "goal", {"why": "A new reason"})
    notebook.write.save(batch)
    assert looked_at(notebook).changed == {goal: TODAY}
    assert not looked_at(notebook, Choice(without_ids=[goal])).changed, "what stays needs no yes"
    clock[0] += timedelta(minutes=5)
    hand_over(notebook, looked_at(notebook), str(tmp_path / "2.md"))
    assert not looked_at(notebook).changed
    assert other in {item.id for item in looked_at(notebook).items}


def test_P11_a_copy_of_what_was_handed_over_is_kept_byte_for_byte_and_for_this_user_alone(
    notebook: Notebook, tmp_path: Path
) -> None:
    goal = write(notebook, kind="goal", title="Measure", shareable=True)
    document = looked_at(notebook).as_file("html")
    hand_over(notebook, document, str(tmp_path / "out.html"))
    (note,) = notebook.read.records.of(Export)
    path = Path(copy_of(notebook, note))
    assert path.read_bytes() == (tmp_path / "out.html").read_bytes() == document.data
    assert (path.suffix, path.stat().st_mode & 0o777) == (".html", 0o600)
    path.write_bytes(b"something else")
    with pytest.raises(NoCopy):
        copy_of(notebook, note)
    path.write_bytes(document.data)
    notebook.write.purge([goal])
    with pytest.raises(NoCopy):
        copy_of(notebook, note)


def test_P16_a_person_who_is_purged_stands_in_no_copy(notebook: Notebook, tmp_path: Path) -> None:
    person = write(notebook, kind="person", name="Noor", may_be_named="yes")
    write(notebook, kind="feedback", what="Well done", **{"from": person}, permission="yes", shareable=True)
    document = looked_at(notebook)
    assert "Noor" in document.text
    hand_over(notebook, document, str(tmp_path / "out.md"))
    folder = Path(notebook.locations.handed_over_folder)
    assert any(b"Noor" in path.read_bytes() for path in folder.iterdir())
    notebook.write.purge([person])
    assert not list(folder.iterdir())


def test_a_conversation_brings_what_was_chosen_for_it_if_that_is_shareable(notebook: Notebook) -> None:
    story = {"kind": "reflection", "template": "success", "answers": {"text": "Long ago"}}
    old = write(notebook, **story, date="2019-01-01", shareable=True)
    private = write(notebook, kind="reflection", answers={"text": "Mine alone"})
    conversation = write(notebook, kind="conversation", chosen=[old, private], shareable=True)
    assert "Long ago" not in looked_at(notebook).text
    chosen = with_chosen(notebook.read.records, Choice(conversation=conversation))
    assert {old, private} <= set(chosen.with_ids)
    text = looked_at(notebook, Choice(conversation=conversation)).text
    assert "Long ago" in text
    assert "Mine alone" not in text


def test_the_portfolio_itself_is_never_overwritten(notebook: Notebook) -> None:
    write(notebook, kind="goal", title="Measure", shareable=True)
    path = notebook.locations.data_file
    before = Path(path).read_bytes()
    with pytest.raises(NotWritten):
        hand_over(notebook, looked_at(notebook), path, force=True)
    with pytest.raises(NotWritten):
        write_copy(notebook, path, Words("en"), force=True)
    assert Path(path).read_bytes() == before


def test_the_copy_holds_both_versions_of_a_text(notebook: Notebook, tmp_path: Path) -> None:
    identity = write(notebook, kind="goal", title="first")
    seen = notebook.read.seen(identity)
    for title in ("mine", "theirs"):
        batch = notebook.batch()
        batch.edit(identity, "goal", {"title": title})
        notebook.write.save(batch, seen=seen)
    write_copy(notebook, str(tmp_path / "copy.md"), Words("nl"))
    text = (tmp_path / "copy.md").read_text("utf-8")
    assert "mine" in text
    assert "theirs" in text
