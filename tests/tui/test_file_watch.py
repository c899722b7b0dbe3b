"""Copies that arrive while the app is open, a missing file, another portfolio: the messages and questions."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from portfolio import settings
from portfolio.locations import find
from portfolio.records.reflections import Reflection
from portfolio.tui.app import LeerreisApp
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.tui.widgets.lines import Lines
from tests.tui.playing import frame, opened, places, playing, press, settled, typed, written

NOTE = {"kind": "reflection", "answers": {"text": "Mine"}}


def data_file() -> Path:
    return Path(places().data_file)


def from_elsewhere(home: Path, name: str, text: str = "From the laptop", *, own: bool = False) -> Path:
    """Put a copy from another computer beside the file; `own` means that it is of a separate portfolio."""
    there = find({"LEERREIS_HOME": str(home)})
    home.mkdir(exist_ok=True)
    if not own:
        Path(there.data_file).write_bytes(data_file().read_bytes())
    notebook = opened(there)
    batch = notebook.batch()
    batch.add_json({"kind": "reflection", "answers": {"text": text}})
    notebook.write.save(batch, create_file=own)
    copy = data_file().with_name(name)
    copy.write_bytes(Path(there.data_file).read_bytes())
    return copy


async def watched(pilot: Pilot[int]) -> LeerreisApp:
    """Run the check that a timer runs every two seconds."""
    app = cast("LeerreisApp", pilot.app)
    await app.file_watch.look()
    await settled(pilot)
    return app


def said(pilot: Pilot[int]) -> str:
    """Return the text on the screen with all whitespace reduced to single spaces."""
    return " ".join(frame(pilot).replace("│", " ").split())


def question(pilot: Pilot[int]) -> str:
    """Return the text of the open question."""
    lines = pilot.app.screen.query_one("#question", Lines).lines
    return " ".join(" ".join(span.text for span in line) for line in lines)


def asked(pilot: Pilot[int]) -> bool:
    """Return whether a question is open on top of the place."""
    return isinstance(pilot.app.screen, ChooseDialog)


def texts() -> set[str]:
    stored = json.loads(data_file().read_text("utf-8"))
    return {document["answers"]["text"] for document in stored["reflections"].values()}


async def test_a_copy_that_comes_while_the_app_is_open_is_told_until_a_key(tmp_path: Path) -> None:
    written(NOTE)
    async with playing() as pilot:
        from_elsewhere(tmp_path / "laptop", "portfolio (conflict from laptop).json")
        await watched(pilot)
        told = "New from “portfolio (conflict from laptop).json”: 1 note. Nothing was lost."
        assert told in said(pilot) and "From the laptop" in said(pilot)
        await watched(pilot)
        assert told in said(pilot)
        await press(pilot, "down")
        assert told not in said(pilot)
    assert texts() == {"Mine", "From the laptop"}


async def test_a_copy_that_lay_there_at_the_start_is_told_in_dutch(tmp_path: Path) -> None:
    written(NOTE)
    from_elsewhere(tmp_path / "laptop", "leerreis-LAPTOP-4K7RM2QX.json")
    async with playing(language="nl") as pilot:
        assert "Nieuw uit “leerreis-LAPTOP-4K7RM2QX.json”: 1 notitie. Er is niets verloren gegaan." in said(pilot)


async def test_a_copy_that_cannot_be_joined_is_named_on_today_until_it_can(tmp_path: Path) -> None:
    written(NOTE)
    async with playing(size=(120, 36)) as pilot:
        copy = from_elsewhere(tmp_path / "laptop", "leerreis (conflicted copy).json")
        whole = copy.read_bytes()
        copy.write_bytes(whole[:-60])
        await watched(pilot)
        assert "is a copy that cannot be read." in said(pilot)
        await press(pilot, "v")
        assert "conflicted copy" not in said(pilot)
        await press(pilot, "v", "v")
        copy.write_bytes(whole)
        await watched(pilot)
        assert "is a copy that cannot be read" not in said(pilot) and "From the laptop" in said(pilot)


async def test_a_copy_of_a_newer_leerreis_is_named_on_today(tmp_path: Path) -> None:
    written(NOTE)
    copy = from_elsewhere(tmp_path / "laptop", "leerreis-LAPTOP-4K7RM2QX.json")
    copy.write_bytes(copy.read_bytes().replace(b'"schema": 1', b'"schema": 2'))
    async with playing(language="nl", size=(120, 36)) as pilot:
        assert "een kopie die een nieuwere Leerreis schreef" in said(pilot)


async def test_nothing_is_told_over_the_shoulder(tmp_path: Path) -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "v")
        from_elsewhere(tmp_path / "laptop", "leerreis 2.json")
        await watched(pilot)
        assert "leerreis 2.json" not in said(pilot)
        await press(pilot, "v", "v")
        assert "From the laptop" in said(pilot)


async def test_a_save_says_what_came_with_it(tmp_path: Path) -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "From here")
        from_elsewhere(tmp_path / "laptop", "leerreis 2.json")
        await press(pilot, "enter")
        shown = said(pilot)
        assert "Saved" in shown and "New from “leerreis 2.json”: 1 note." in shown
    assert texts() == {"Mine", "From here", "From the laptop"}


async def test_a_file_that_is_gone_is_asked_about_once_and_made_anew() -> None:
    written(NOTE)
    async with playing() as pilot:
        whole = data_file().read_bytes()
        data_file().unlink()
        await watched(pilot)
        assert asked(pilot) and "is not there. Nothing is lost" in question(pilot)
        assert not data_file().exists()
        await press(pilot, "enter")  # the safe answer
        await watched(pilot)
        assert not asked(pilot) and not data_file().exists()
        data_file().write_bytes(whole)
        await watched(pilot)
        data_file().unlink()
        await watched(pilot)
        await press(pilot, "down", "enter")
        assert "Your file is there again" in said(pilot)
        assert data_file().read_bytes() == whole and "is not there" not in said(pilot)


async def test_a_file_that_was_moved_is_gone_on_with(tmp_path: Path) -> None:
    written(NOTE)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with playing() as pilot:
        os.rename(data_file(), elsewhere / "leerreis.json")
        app = await watched(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, LineDialog)
        await typed(pilot, str(tmp_path / "nowhere"))
        await press(pilot, "enter")
        assert "There is no file at" in said(pilot)
        app.file_watch._asked = frozenset()
        await watched(pilot)
        await press(pilot, "end", "enter")
        await typed(pilot, str(elsewhere))
        await press(pilot, "enter")
        assert app.services.preferences.start.locations.data_file == str(elsewhere / "leerreis.json")
        assert "Mine" in said(pilot)
    assert settings.read(places().config_file).file == str(elsewhere / "leerreis.json")


async def test_nobody_is_asked_while_writing_or_looked_on() -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "n")
        data_file().unlink()
        await watched(pilot)
        assert not asked(pilot)
        await press(pilot, "escape", "v")
        await watched(pilot)
        assert not asked(pilot)
        await press(pilot, "v", "v")
        await watched(pilot)
        assert asked(pilot)


async def answered_about_two(tmp_path: Path, *keys: str, then: Callable[[str], None]) -> None:
    written(NOTE)
    from_elsewhere(tmp_path / "laptop", "leerreis (conflicted copy).json", "Of the other", own=True)
    async with playing() as pilot:
        assert asked(pilot)
        assert "There are two portfolios" in question(pilot)
        await press(pilot, *keys)
        await watched(pilot)
        assert not asked(pilot)
        then(said(pilot))


async def test_two_portfolios_become_one_when_someone_says_so(tmp_path: Path) -> None:
    def check(shown: str) -> None:
        assert "Of the other" in shown and "1 note. Nothing was lost." in shown

    await answered_about_two(tmp_path, "down", "enter", then=check)
    assert texts() == {"Mine", "Of the other"}


async def test_two_portfolios_stay_apart_and_nobody_is_asked_again(tmp_path: Path) -> None:
    def check(shown: str) -> None:
        assert "They stay apart" in shown and "Of the other" not in shown

    await answered_about_two(tmp_path, "end", "enter", then=check)
    assert texts() == {"Mine"}
    async with playing() as pilot:
        assert not asked(pilot)


async def test_both_renamed_is_healed_without_a_question(tmp_path: Path) -> None:
    written(NOTE)
    async with playing() as pilot:
        from_elsewhere(tmp_path / "laptop", "leerreis.json..path2")
        os.rename(data_file(), f"{data_file()}..path1")
        await watched(pilot)
        assert not asked(pilot)
        assert "From the laptop" in said(pilot) and "is not there" not in said(pilot)
    assert texts() == {"Mine", "From the laptop"}
    assert len(opened().read.records.of(Reflection)) == 2


def purge_elsewhere(ids: Sequence[str]) -> None:
    """Replace the file by one from a computer that purged these records; this computer still has them."""
    kept = data_file().read_bytes()
    opened().write.purge(ids)
    next(Path(places().shadow_folder).glob("leerreis-*.json")).write_bytes(kept)


async def test_a_purge_of_much_from_elsewhere_is_asked_about_and_can_be_refused() -> None:
    ids = written(*({"kind": "goal", "title": f"Goal {n}"} for n in range(5)))
    purge_elsewhere(ids)
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "3")
        assert "5 learning goals" in frame(pilot) and "Bring them back" in frame(pilot)
        await press(pilot, "down", "enter")
        assert "They are back" in frame(pilot)
        await press(pilot, "3")
        assert "Goal 3" in frame(pilot)
    assert len(opened().read.records.of_kind("goal")) == 5
