"""Moving the file: whole in the new place before anything goes from the old one, whatever fails on the way."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from portfolio import settings
from portfolio.atomic import System
from portfolio.errors import PortfolioError
from portfolio.locations import Locations, find
from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.relocation import NotMovedError, TakenError, found_at, go_on_with, move
from portfolio.records.reflections import Reflection
from portfolio.store.local import drafts
from portfolio.wording import Words
from tests.store.faults import DiedError, FaultySystem, ReadOnlyFolder
from tests.tui.playing import TODAY, now, written


def places() -> Locations:
    """Where everything lies, as the settings say."""
    return find(os.environ, None, settings.read(find(os.environ).config_file).file)


def opened() -> Notebook:
    return open_notebook(places(), today=TODAY, now=now)


def words() -> list[str]:
    """Everything that was written, where the settings say that it is."""
    return sorted(str(r.answers["text"]) for r in opened().read.records.of(Reflection))


def wrote(*texts: str) -> None:
    for text in texts:
        written({"kind": "reflection", "answers": {"text": text}})


def remember(path: str) -> None:
    settings.write(places().config_file, file=path)


def test_the_file_and_all_that_goes_with_it_is_in_the_new_place_and_nowhere_else(tmp_path: Path) -> None:
    wrote("one", "two")
    before = places()
    drafts.save(before.drafts_folder, "mine", {"file": before.data_file, "answers": {"text": "half"}})
    drafts.save(before.drafts_folder, "other", {"file": "/elsewhere.json"})
    target = tmp_path / "new" / "deep" / "leerreis.json"
    moved = move(before, str(target), now, remember)
    assert (moved.path, moved.left, moved.notices) == (str(target), "", ())
    assert not os.path.exists(before.data_file)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert places().data_file == str(target)
    assert words() == ["one", "two"]
    assert drafts.of_file(before.drafts_folder, str(target)) == ("mine",)
    assert drafts.of_file(before.drafts_folder, "/elsewhere.json") == ("other",)
    assert len(os.listdir(before.shadow_folder)) == 1
    notebook = opened()
    assert notebook.notices == () and notebook.copies.older() == []
    notebook.write.undo()
    assert words() == ["one"]


def test_there_and_back_again(tmp_path: Path) -> None:
    wrote("one")
    first = places()
    move(first, str(tmp_path / "a" / "leerreis.json"), now, remember)
    move(places(), first.data_file, now, remember)
    assert words() == ["one"]
    assert opened().write.undo()
    assert not (tmp_path / "a" / "leerreis.json").exists()


def test_words_that_only_the_shadow_has_go_along(tmp_path: Path) -> None:
    wrote("one")
    with open(places().data_file, "rb") as file:
        stale = file.read()
    wrote("two")
    with open(places().data_file, "wb") as file:
        file.write(stale)
    move(places(), str(tmp_path / "leerreis.json"), now, remember)
    assert words() == ["one", "two"]


def test_without_a_portfolio_only_the_settings_change(tmp_path: Path) -> None:
    move(places(), str(tmp_path / "leerreis.json"), now, remember)
    assert places().data_file == str(tmp_path / "leerreis.json")
    assert not os.path.exists(places().data_file)


@pytest.mark.parametrize("dies", [True, False])
def test_a_failure_at_any_call_loses_no_word_and_leaves_no_doubt_where_they_are(tmp_path: Path, dies: bool) -> None:
    target = tmp_path / "new" / "leerreis.json"
    wrote("one", "two")
    drafts.save(places().drafts_folder, "mine", {"file": places().data_file})
    for at in range(1, 200):
        before = places()
        system = FaultySystem(at, dies=dies)
        failed = False
        try:
            move(before, str(target), now, remember, system=system)
        except (DiedError, PortfolioError):
            failed = True
        assert words() == ["one", "two"]
        assert before.data_file == places().data_file or target.exists()
        if failed and not dies:
            assert places() == before
            assert not target.exists() and not target.parent.exists()
            assert drafts.of_file(before.drafts_folder, before.data_file) == ("mine",)
        if len(system.calls) < at:
            assert places().data_file == str(target)
            return
        settings.write(before.config_file, file=None)
        if places().data_file != before.data_file or not os.path.exists(before.data_file) or target.exists():
            _start_again(before, target)
    pytest.fail("the move never came to its end")


def _start_again(before: Locations, target: Path) -> None:
    """As it was before the attempt, with the same words."""
    for path in (target, Path(places().data_file)):
        if path.exists():
            path.unlink()
    for folder in (before.shadow_folder, before.undo_folder):
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
    if target.parent.exists():
        for left in target.parent.iterdir():
            left.unlink()
        target.parent.rmdir()
    wrote("one", "two")
    drafts.save(before.drafts_folder, "mine", {"file": places().data_file})


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_folder_that_takes_no_file_is_named_with_the_reason(tmp_path: Path, error: int) -> None:
    wrote("one")
    with pytest.raises(NotMovedError) as refused:
        move(places(), str(tmp_path / "x.json"), now, remember, system=ReadOnlyFolder(str(tmp_path), error))
    assert str(tmp_path / "x.json") in refused.value.sentence(Words("nl"))
    assert words() == ["one"] and not (tmp_path / "x.json").exists()


def test_settings_that_cannot_be_written_stop_the_move(tmp_path: Path) -> None:
    wrote("one")
    before = places()

    def refuse(path: str) -> None:
        raise settings.SettingsNotWritten("no {path}", path=path)

    with pytest.raises(settings.SettingsNotWritten):
        move(before, str(tmp_path / "new" / "x.json"), now, refuse)
    assert not (tmp_path / "new").exists()
    assert os.listdir(before.shadow_folder) and words() == ["one"]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    wrote("one")
    target = tmp_path / "x.json"
    target.write_text("mine")
    assert found_at(places(), str(target), now) == "other"
    with pytest.raises(TakenError):
        move(places(), str(target), now, remember)
    assert target.read_text() == "mine" and words() == ["one"]


def test_what_lies_at_a_path_is_told_apart(tmp_path: Path) -> None:
    wrote("one")
    here = places()
    copy, link = tmp_path / "copy.json", tmp_path / "link.json"
    copy.write_bytes(Path(here.data_file).read_bytes())
    link.symlink_to(here.data_file)
    other = here._replace(data_file=str(tmp_path / "other.json"))
    notebook = open_notebook(other, today=TODAY, now=now)
    batch = notebook.batch()
    batch.add_json({"kind": "goal", "title": "Another"})
    notebook.write.save(batch, create_file=True)
    found = [
        found_at(here, str(path), now)
        for path in (here.data_file, link, tmp_path / "free.json", copy, other.data_file, tmp_path)
    ]
    assert found == ["here", "here", "free", "same", "other", "other"]


def test_going_on_with_a_file_that_is_there_brings_both_together_and_leaves_the_old_one(tmp_path: Path) -> None:
    wrote("one")
    copy = tmp_path / "copy.json"
    copy.write_bytes(Path(places().data_file).read_bytes())
    wrote("two")
    before = places()
    moved = go_on_with(before, str(copy), now, remember)
    assert moved.left == before.data_file and os.path.exists(before.data_file)
    assert places().data_file == str(copy)
    assert words() == ["one", "two"]


def test_a_new_computer_goes_on_with_the_file_in_the_cloud(tmp_path: Path) -> None:
    wrote("one")
    cloud = tmp_path / "cloud.json"
    os.replace(places().data_file, cloud)
    for name in os.listdir(places().shadow_folder):
        os.unlink(os.path.join(places().shadow_folder, name))
    assert found_at(places(), str(cloud), now) == "same"
    go_on_with(places(), str(cloud), now, remember)
    assert words() == ["one"]


def test_what_another_window_writes_during_the_move_comes_along(
    tmp_path: Path,
) -> None:
    wrote("one")
    before = places()

    def slowly(path: str) -> None:
        wrote("two")
        remember(path)

    moved = move(before, str(tmp_path / "x.json"), now, slowly)
    assert moved.left == ""
    assert words() == ["one", "two"]


def test_what_a_window_that_was_open_already_writes_afterwards_is_safe_and_told(tmp_path: Path) -> None:
    wrote("one")
    window = opened()
    move(places(), str(tmp_path / "x.json"), now, remember)
    batch = window.batch()
    batch.add_json({"kind": "reflection", "answers": {"text": "two"}})
    assert not window.write.save(batch).in_file
    ((kept, _notice),) = opened().copies.older()
    notebook = opened()
    notebook.copies.merge(kept)
    assert words() == ["one", "two"]


def test_an_old_file_that_cannot_be_taken_away_is_named(tmp_path: Path) -> None:
    wrote("one")
    before = places()

    class Sticky(System):
        def unlink(self, path: str) -> None:
            if path == before.data_file:
                raise PermissionError(errno.EACCES, "no")
            super().unlink(path)

    moved = move(before, str(tmp_path / "x.json"), now, remember, system=Sticky())
    assert moved.left == before.data_file
    assert places().data_file == str(tmp_path / "x.json") and words() == ["one"]


def test_a_file_that_is_not_whole_stays_where_it_is(tmp_path: Path) -> None:
    wrote("one")
    with open(places().data_file, "wb") as file:
        file.write(b"{")
    with pytest.raises(PortfolioError) as refused:
        move(places(), str(tmp_path / "x.json"), now, remember)
    assert places().data_file in refused.value.sentence(Words("en"))
    assert not (tmp_path / "x.json").exists()
