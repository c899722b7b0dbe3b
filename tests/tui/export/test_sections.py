"""Sections, order, headings and the lines of "At a glance" of one document: keys in, and what is in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio.export.options import SECTIONS, Proposed, sections_of
from portfolio.notebook.export_request import ExportRequest, chapters
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export import sections_rows as view
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.export.sections_rows import OUT, OWN, USUAL, SectionPlace
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, width_of
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.rows import Rows
from portfolio.wording import Words
from tests.builders import TODAY, a_milestone, a_need, a_reflection, having
from tests.tui.playing import frame, playing, press, typed, with_demo, written

EN = Words("en")
STONES = tuple(a_milestone(f"Stone {n}", f"2025-0{n}-01", shareable=True) for n in range(1, 5))
NEED = a_need("More time", shareable=True)
STORY = a_reflection("2025-03-01", "success", "Red valve", shareable=True)
ALL = having(*STONES, NEED, STORY)
LOOK = AppState(EN, TODAY, ALL)


def words(line: Line) -> str:
    return "".join(span.text for span in line)


def rows(request: ExportRequest, width: int = 80) -> dict[str, tuple[str, str]]:
    """Each row of the list, left and right."""
    found = view.section_rows(chapters(ALL, request, TODAY), request, LOOK, width)
    return {row.key: (words(row.left), words(row.right)) for row in found}


def test_each_section_says_whether_it_is_in_and_one_without_a_source_that_there_is_nothing_yet() -> None:
    found = rows(ExportRequest())
    assert tuple(found) == sections_of("portfolio")
    assert found["stories"] == ("✓ Results and success stories", "included")
    assert found["goals"] == ("✓ My learning goals", "nothing for it yet")
    assert found["setbacks"] == ("– What I learned from setbacks", "nothing for it yet")
    turned = rows(ExportRequest(sections={"stories": False, "setbacks": True}, order=("needs",)))
    assert next(iter(turned)) == "needs"
    assert turned["stories"] == ("– Results and success stories", "left out")
    assert turned["setbacks"][0].startswith("✓")


def test_a_heading_of_ones_own_stands_beside_the_usual_one_where_there_is_room() -> None:
    request = view.with_heading("needs", " What\x1b helps ", ExportRequest())
    assert rows(request)["needs"] == ("✓ What␛ helps", "What I ask of you · included")
    assert rows(request, 50)["needs"][1] == "included"
    for usual in ("", "  ", "What I ask of you"):
        assert view.with_heading("needs", usual, request) == ExportRequest(headings={})
    assert view.with_heading("needs", "What I ask of you", request._replace(language="nl")).headings


@pytest.mark.parametrize("width", [54, 80, 114])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_row_fits(width: int, language: Any) -> None:
    request = ExportRequest(language=language, headings=dict.fromkeys(SECTIONS, "x" * 300))
    look = AppState(Words(language), TODAY, ALL)
    for row in view.section_rows(chapters(ALL, request, TODAY), request, look, width):
        assert width_of(row.right) <= width - 10


def line(place: SectionPlace, request: ExportRequest) -> tuple[list[str], str]:
    """What can be chosen for a line, by its words."""
    options, now = view.line_options(place, chapters(ALL, request, TODAY), request, LOOK)
    return [option.label for option in options], next((o.label for o in options if o.key == now), "")


def stands(request: ExportRequest, part: str) -> list[str]:
    return [each.words for each in chapters(ALL, request, TODAY).lines.get(part, ())]


def taken() -> ExportRequest:
    """A request with every proposed line confirmed."""
    return ExportRequest().with_proposed(chapters(ALL, ExportRequest(), TODAY).offered)


def test_a_line_stands_in_the_document_once_it_is_confirmed() -> None:
    assert stands(ExportRequest(), "learned") == []
    contents = chapters(ALL, ExportRequest(), TODAY)
    options = view.part_options(contents, ExportRequest(), LOOK)
    assert options[0].label == "Take the proposed lines"
    assert options[3].about == "proposed: Stone 4"
    assert line(SectionPlace("learned", 1), ExportRequest())[1] == "Stone 3", "the cursor is on what is proposed"
    assert stands(taken(), "learned") == ["Stone 4", "Stone 3", "Stone 2"]
    after = view.part_options(chapters(ALL, taken(), TODAY), taken(), LOOK)
    assert after[0].label == "The heading"
    assert after[2].about == "Stone 4"


def test_a_line_offers_what_no_other_line_of_its_part_has() -> None:
    found, now = line(SectionPlace("learned", 1), taken())
    assert found == ["Stone 3", "Stone 1", "Write it yourself", "Leave it out", "As it is proposed"]
    assert now == "Stone 3"
    assert line(SectionPlace("work_on"), ExportRequest()) == (["Write it yourself"], "")


def test_a_line_is_taken_written_left_out_and_proposed_again() -> None:
    request, second = taken(), SectionPlace("learned", 1)
    contents = chapters(ALL, request, TODAY)
    keys = {o.label: o.key for o in view.line_options(second, contents, request, LOOK)[0]}
    assert (keys["Write it yourself"], keys["Leave it out"]) == (OWN, OUT)
    other = view.with_line(second, Proposed(keys["Stone 1"]), contents, request)
    assert stands(other, "learned") == ["Stone 4", "Stone 1", "Stone 2"]
    own = view.with_line(second, "Mine", chapters(ALL, other, TODAY), other)
    assert stands(own, "learned") == ["Stone 4", "Mine", "Stone 2"]
    assert line(second, own)[1] == "Write it yourself"
    out = view.with_line(second, None, chapters(ALL, own, TODAY), own)
    assert stands(out, "learned") == ["Stone 4", "Stone 2"]
    assert [o.key for o in view.part_options(chapters(ALL, out, TODAY), out, LOOK)][2:5] == [
        "learned:0", "learned:1", "learned:2",
    ]  # fmt: skip
    more = view.with_line(SectionPlace("learned", 2), "More", chapters(ALL, out, TODAY), out)
    assert stands(more, "learned") == ["Stone 4", "Stone 2", "More"]
    assert USUAL in [o.key for o in view.line_options(second, chapters(ALL, more, TODAY), more, LOOK)[0]]
    assert "learned" not in view.as_proposed("learned", more).glance
    nothing = view.with_line(SectionPlace("need"), None, contents, request)
    assert stands(nothing, "need") == []


def text_of(path: Path) -> str:
    """What is in a file."""
    return path.read_text("utf-8")


async def saved(pilot: Pilot[int], path: Path) -> str:
    """What is in the file once it was saved."""
    await press(pilot, "x", "enter")
    pilot.app.screen.query_one(LineInput).text = str(path)
    await press(pilot, "enter")
    return text_of(path)


async def at(pilot: Pilot[int], section: str) -> None:
    """The cursor on this section."""
    found = pilot.app.screen.query_one("#sections", Rows)
    found.cursor = next(n for n in range(len(found.source)) if found.source.key(n) == section)
    await press(pilot)


async def rewritten(pilot: Pilot[int], text: str) -> None:
    """Other words in the box that is open."""
    pilot.app.screen.query_one(LineInput).text = ""
    await typed(pilot, text)
    await press(pilot, "enter")


def a_portfolio() -> None:
    """A story, two needs and a milestone that may leave."""
    record = {"shareable": True, "date": "2025-11-01"}
    written(
        {"kind": "reflection", "template": "success", "answers": {"text": "Red valve"}, **record},
        {"kind": "need", "text": "More time", **record},
        {"kind": "need", "text": "A meter", **record},
        {"kind": "milestone", "text": "First shift", **record},
        {"kind": "person", "name": "Noor de Wit", "role": "manager"},
    )


async def test_the_order_the_sections_and_a_heading_go_into_the_document_and_the_file(tmp_path: Path) -> None:
    a_portfolio()
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "7", "x", "f", "7")
        assert isinstance(pilot.app.screen, SectionsScreen)
        await at(pilot, "needs")
        await press(pilot, *["less_than_sign"] * 7)
        await press(pilot, "enter")
        await rewritten(pilot, "# What <b>helps</b>")
        assert "# What <b>helps</b>" in frame(pilot)
        await at(pilot, "journey")
        await press(pilot, "space")
        assert "– My learning journey" in frame(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SharingScreen)
        assert pilot.app.screen.work.request.own_outline
        text = await saved(pilot, tmp_path / "me.md")
    found = [line for line in text.split("\n") if line.startswith("## ")]
    assert found == ["## # What \\<b>helps\\</b>", "## Results and success stories"]


@pytest.mark.slow
async def test_a_line_at_a_glance_is_chosen_written_and_left_out(tmp_path: Path) -> None:
    a_portfolio()
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "7", "x", "f", "7", "enter")
        assert "At a glance: which line do you want to change?" in frame(pilot)
        assert "proposed: Red valve" in frame(pilot)
        await press(pilot, "enter")
        assert "proposed" not in frame(pilot), "they are taken"
        await press(pilot, "end", "enter", "2")
        assert isinstance(pilot.app.screen, PickDialog), "the lines come again by themselves"
        assert "A meter" in frame(pilot)
        await press(pilot, "up", "enter", "1")
        await rewritten(pilot, "Noor says I explain well")
        await press(pilot, "home", "down", "down", "enter", "end", "enter")
        await press(pilot, "escape", "escape")
        assert "1 place to check before you hand it over." in frame(pilot)
        await press(pilot, "K", "enter")
        assert "Open what you typed for this document" in frame(pilot)
        await press(pilot, "2")
        text = await saved(pilot, tmp_path / "me.md")
    assert "## What I am proud of\n\nRed valve\n" in text
    assert "## What I want to learn next\n\nA manager says I explain well\n" in text
    assert "## What I ask of you\n\n- A meter (" in text


async def test_what_is_found_in_own_words_leads_back_to_them() -> None:
    a_portfolio()
    async with playing() as pilot:
        await press(pilot, "7", "x", "f", "7")
        await at(pilot, "needs")
        await press(pilot, "enter")
        await rewritten(pilot, "Ask Noor")
        await press(pilot, "escape", "K", "enter", "end", "enter")
        assert isinstance(pilot.app.screen, SectionsScreen)
        assert "Ask Noor" in frame(pilot)


async def test_care_resets_which_sections_are_in_and_not_their_order() -> None:
    a_portfolio()
    async with playing() as pilot:
        await press(pilot, "7", "x", "f", "7")
        await at(pilot, "stories")
        await press(pilot, *["less_than_sign"] * 6, "space", "escape")
        await press(pilot, "f", "6", "6", "7")
        found = [words(pilot.app.screen.query_one("#sections", Rows).source.row(n, 60).left) for n in range(4)]
    assert "✓ Results and success stories" in found[2:]


async def test_over_the_shoulder_nothing_private_is_offered() -> None:
    written(
        {"kind": "need", "text": "Open need", "shareable": True, "date": "2025-11-01"},
        {"kind": "need", "text": "Hidden need", "date": "2025-11-02"},
    )
    async with playing() as pilot:
        await press(pilot, "v", "7", "x", "f", "7", "enter", "end", "enter")
        assert "Open need" in frame(pilot)
        assert "Hidden" not in frame(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_screen_fits_its_size(size: tuple[int, int], language: Any) -> None:
    with_demo(language)
    async with playing(language=language, size=size) as pilot:
        for keys in (("7", "x", "f", "7"), ("end",), ("enter",), ("escape", "home", "enter"), ("end", "enter")):
            await press(pilot, *keys)
            lines = frame(pilot).split("\n")
            assert len(lines) == size[1]
            assert max(map(len, lines)) <= size[0]


async def test_all_sections_are_seen_at_once(snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl", size=(80, 24)) as pilot:
        await press(pilot, "7", "x", "f", "7", "down", "down", "space", "greater_than_sign")
        assert frame(pilot) == snapshot


async def test_a_lead_that_is_too_long_is_asked_again_with_its_words() -> None:
    a_portfolio()
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "7", "x", "f", "7", "enter", "down", "down", "enter", "end", "enter")
        await rewritten(pilot, "word " * 46)
        assert "At most 45 words, please; these are 46." in frame(pilot)
        await rewritten(pilot, "Short enough.")
        assert "Short enough." in frame(pilot)
