"""What was: the bin and the copies of earlier, from key to file, and nothing of it while someone looks on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.backups import BackupChange, RestorePlan
from portfolio.notebook.bin import deleted_records
from portfolio.records.goals import Goal, Step
from portfolio.tui.recovery.backups_rows import plan_lines
from portfolio.tui.text.spans import width_of
from portfolio.wording import Language, Words
from tests.builders import a_goal, having
from tests.tui.playing import NOW, frame, opened, places, playing, press, settled, typed, written


def at(days: int) -> Notebook:
    """A window on the same file, so many days before the day of the test."""
    then = NOW - timedelta(days=days)
    return open_notebook(places(), today=then.date(), now=lambda: then)


def deleted(*titles: str, days: int = 0) -> None:
    """Goals with these titles, deleted so many days ago."""
    for title in titles:
        (identity,) = written({"kind": "goal", "title": title})
        at(days).write.delete([identity])


def changed(identity: str, days: int, **values: str) -> None:
    notebook = at(days)
    batch = notebook.batch()
    batch.edit(identity, "goal", values)
    notebook.write.save(batch)


async def to(pilot: Pilot[int], name: str) -> None:
    """To a screen by its name in the palette."""
    await press(pilot, "ctrl+p")
    await typed(pilot, name)
    await press(pilot, "enter")
    await settled(pilot)


def files_with(folder: Path, words: bytes) -> list[Path]:
    """The files below a folder in which these words stand."""
    return [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]


def shown(pilot: Pilot[int]) -> str:
    """The name of the screen that is on top."""
    return type(pilot.app.screen).__name__


def goals() -> list[str]:
    return sorted(goal.title for goal in opened().read.records.of(Goal))


async def test_what_was_deleted_comes_back_with_its_steps_and_u_puts_it_back(home: Path) -> None:
    goal, _step = written({"kind": "goal", "title": "Meten"}, {"kind": "step", "text": "een", "goal": "Meten"})
    opened().write.delete([goal], with_parts=True)
    async with playing() as pilot:
        await to(pilot, "bin")
        assert shown(pilot) == "BinScreen"
        assert "Meten" in frame(pilot) and "learning goal · 30 days left" in frame(pilot)
        await press(pilot, "home", "enter")
        assert "It is back where it was." in frame(pilot) and "You deleted nothing lately" in frame(pilot)
        assert len(opened().read.records.of(Step)) == 1 and goals() == ["Meten"]
        await press(pilot, "u")
        assert goals() == [] and "30 days left" in frame(pilot)
        await press(pilot, "escape")
        assert shown(pilot) != "BinScreen"


async def test_words_go_for_good_only_after_a_question_that_says_so(home: Path) -> None:
    written({"kind": "goal", "title": "blijft"})
    deleted("GEHEIM")
    async with playing(language="nl") as pilot:
        await to(pilot, "prullenbak")
        await press(pilot, "d")
        assert shown(pilot) == "ChooseDialog"
        assert "Dit kun je niet ongedaan maken" in " ".join(frame(pilot).replace("│", " ").split())
        await press(pilot, "enter")
        assert len(deleted_records(opened())) == 1
        await press(pilot, "d", "down", "enter")
        assert "voorgoed weg" in frame(pilot) and "GEHEIM" not in frame(pilot)
    assert deleted_records(opened()) == () and goals() == ["blijft"]
    assert files_with(home, b"GEHEIM") == []


async def test_what_is_older_is_not_listed_and_can_only_go() -> None:
    deleted("oud een", "oud twee", days=40)
    deleted("nieuw")
    async with playing(size=(120, 36)) as pilot:
        await to(pilot, "bin")
        assert "oud" not in frame(pilot) and "2 records were deleted longer ago" in frame(pilot)
        await press(pilot, "end")
        assert "still in your file" in frame(pilot) and "enter delete for good" in frame(pilot)
        await press(pilot, "enter", "down", "enter")
        assert [each.record.heading for each in deleted_records(opened())] == ["nieuw"]


async def test_going_back_to_a_copy_says_first_what_changes_and_u_takes_it_back() -> None:
    (identity,) = written({"kind": "goal", "title": "Eerst"})
    changed(identity, 0, title="Later")
    written({"kind": "goal", "title": "Nieuw"})
    async with playing(size=(120, 36)) as pilot:
        await to(pilot, "backups")
        assert shown(pilot) == "CopiesScreen"
        assert "Nothing would change" in frame(pilot) and "enter go back" not in frame(pilot)
        await press(pilot, "end")
        seen = frame(pilot)
        assert "1 record restored." in seen and "1 record that is not in the backup stays." in seen
        assert "Later" in seen and "Title" in seen and "enter go back" in seen
        await press(pilot, "enter", "enter")
        assert goals() == ["Later", "Nieuw"]
        await press(pilot, "enter", "down", "enter")
        assert goals() == ["Eerst", "Nieuw"] and "Back to the backup of" in frame(pilot)
        await press(pilot, "u")
        assert goals() == ["Later", "Nieuw"] and "Undone: back to the backup of" in frame(pilot)


@pytest.mark.parametrize("name", ["bin", "backups"])
async def test_over_the_shoulder_nothing_of_it_is_seen(name: str) -> None:
    written({"kind": "goal", "title": "blijft"})
    deleted("GEHEIM")
    async with playing() as pilot:
        await to(pilot, name)
        before = type(pilot.app.screen)
        await press(pilot, "v")
        assert "GEHEIM" not in frame(pilot) and type(pilot.app.screen) is not before
        await press(pilot, "ctrl+p")
        await typed(pilot, name)
        assert "Nothing found." in frame(pilot)
        await press(pilot, "escape", "f2")
        await press(pilot, "down", "down", "enter")
        assert "GEHEIM" not in frame(pilot)


async def test_from_the_settings_and_back() -> None:
    written({"kind": "goal", "title": "x"})
    async with playing() as pilot:
        await press(pilot, "f2", "down", "down", "enter")
        assert shown(pilot) == "BinScreen"
        await press(pilot, "escape", "down", "enter")
        assert shown(pilot) == "CopiesScreen"
        await press(pilot, "escape")
        assert pilot.app.current_mode == "settings"


async def test_with_nothing_yet_both_say_so_and_no_key_does_anything() -> None:
    async with playing() as pilot:
        await press(pilot, "f2", "down", "down", "enter", "enter", "d")
        assert "You deleted nothing lately" in frame(pilot) and shown(pilot) == "BinScreen"
        await press(pilot, "escape", "down", "enter", "enter")
        assert "There is none yet" in frame(pilot) and shown(pilot) == "CopiesScreen"


async def test_hostile_words_in_the_bin_are_only_words() -> None:
    deleted("a\x1b[31mb [/b] [@click=app.quit]x[/]")
    async with playing(size=(120, 36)) as pilot:
        await to(pilot, "bin")
        assert "\x1b" not in frame(pilot) and "[@click=app.quit]" in frame(pilot)


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("nl", (60, 20))])
async def test_the_bin_as_it_is_seen(language: Language, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    deleted("Meten", days=4)
    deleted("Klanten rustig uitleg geven en dan vragen wat er is blijven hangen", days=3)
    deleted("oud", days=40)
    async with playing(size=size, language=language) as pilot:
        await to(pilot, "bin" if language == "en" else "prullenbak")
        assert frame(pilot) == snapshot


async def test_the_copies_as_they_are_seen(snapshot: SnapshotAssertion) -> None:
    (identity,) = written({"kind": "goal", "title": "Eerst"})
    changed(identity, 0, title="Later")
    async with playing() as pilot:
        await to(pilot, "backups")
        await press(pilot, "end")
        assert frame(pilot) == snapshot


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [42, 54, 76])
def test_a_plan_fits_and_says_how_many_more(language: Language, width: int) -> None:
    _ = Words(language)
    found = [a_goal("Klanten rustig uitleg geven en vragen wat blijft hangen") for _n in range(30)]
    changes = tuple(BackupChange(goal, ("title", "why", "different")) for goal in found)
    lines = plan_lines(RestorePlan(NOW, changes, (), 3, careful=True), having(*found), _, width, 10)
    assert len(lines) <= 10 and all(width_of(line) <= width for line in lines)
    listed = sum("Klanten" in "".join(span.text for span in line) for line in lines)
    assert str(30 - listed) in "".join(span.text for span in lines[-1]).split()
