"""Looks on every width: what is read or typed is no wider than a page, one pane has the cursor, and lists are wide."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from portfolio.text import cells, wrap_parts
from portfolio.tui.text.spans import PAGE
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import CURSOR, LEFT, Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.form_field import FormField
from tests.tui.playing import frame, playing, press, settled, typed, with_demo, written


def width_of(pilot: Pilot[int], widget: str) -> int:
    """The columns of a widget on the screen."""
    return pilot.app.screen.query_one(widget).size.width


async def test_what_is_typed_is_no_wider_than_a_page() -> None:
    with_demo("en")
    async with playing(size=(200, 50)) as pilot:
        await press(pilot, "enter")
        await settled(pilot)
        assert 60 < width_of(pilot, "#answer") <= PAGE
        await press(pilot, "escape", "2", "e")
        await settled(pilot)
        fields = pilot.app.screen.query(FormField)
        assert {field.size.width for field in fields} == {PAGE}
        await press(pilot, "escape", "slash")
        await settled(pilot)
        assert pilot.app.screen.query_one(WritingBox).outer_size.width <= PAGE


@pytest.mark.parametrize("columns", [160, 200])
async def test_the_document_is_read_at_the_width_of_a_page_and_the_list_gives_way(columns: int) -> None:
    with_demo("en")
    async with playing(size=(columns, 50)) as pilot:
        await press(pilot, "7", "x")
        await settled(pilot)
        chosen = width_of(pilot, "#items")
        assert columns < 200 or 90 <= width_of(pilot, "#document") <= PAGE + 5
        await press(pilot, "tab")
        await settled(pilot)
        read = width_of(pilot, "#items")
        assert pilot.app.screen.query_one("#items").outer_size.width <= 60
        assert read < chosen
        assert width_of(pilot, "#document") >= 90
        pages = pilot.app.screen.query_one("#document", Lines).lines
        assert max(sum(map(cells, (span.text for span in line))) for line in pages) <= PAGE
        assert "This is exactly what is in the file" in frame(pilot)


async def test_only_the_pane_with_the_keys_has_the_strong_cursor() -> None:
    with_demo("en")
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "3")
        await settled(pilot)
        assert (frame(pilot).count(CURSOR), frame(pilot).count(LEFT)) == (1, 0)
        await press(pilot, "enter")
        await settled(pilot)
        assert (frame(pilot).count(CURSOR), frame(pilot).count(LEFT)) == (1, 1)
        await press(pilot, "escape", "x", "tab")
        await settled(pilot)
        assert CURSOR not in frame(pilot), "a document has no rows to choose"


@pytest.mark.parametrize("place", ["2", "7"])
async def test_a_list_takes_sixty_percent_beside_its_record(place: str) -> None:
    with_demo("en")
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, place)
        await settled(pilot)
        assert pilot.app.screen.query_one("#list").outer_size.width == 72


async def test_the_head_of_handing_over_takes_two_lines_in_a_low_terminal() -> None:
    with_demo("nl")
    async with playing(language="nl", size=(60, 20)) as pilot:
        await press(pilot, "7", "x")
        await settled(pilot)
        lines = pilot.app.screen.query_one("#summary", Lines).lines
        assert ["".join(span.text for span in line) for line in lines] == [
            "35 van 39 onderdelen · K: 1 nakijken · 4 pagina's A4"
        ]


async def test_a_match_is_found_without_colour_too() -> None:
    written({"kind": "goal", "title": "Alpha pump"})
    async with playing() as pilot:
        await press(pilot, "slash")
        await typed(pilot, "pump")
        await settled(pilot)
        strip = next(line for line in pilot.app.screen._compositor.render_strips() if "Alpha" in line.text)
        style = {segment.text: segment.style for segment in strip}["pump"]
        assert style is not None
        assert style.underline and style.bold


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_palette_names_esc_and_cuts_no_word(width: int) -> None:
    with_demo("en")
    async with playing(size=(width, 24)) as pilot:
        await press(pilot, "ctrl+p")
        await settled(pilot)
        assert "esc back" in frame(pilot)
        rows = pilot.app.screen.query_one("#commands")
        abouts = [each.about for each in pilot.app.screen._commands]  # type: ignore[attr-defined]
        shown = [line.rstrip() for y in range(rows.size.height) if (line := rows.render_line(y).text)]
        for line in shown:
            before, sign, _right = line.partition("…")
            about = before.rpartition("  ")[2]
            assert not sign or any(f"{about} " in f"{each} " or f"{about}," in each or f"{about}." in each
                                   for each in abouts), line  # fmt: skip


async def test_a_day_in_a_form_is_shown_as_elsewhere_and_stays_as_it_was() -> None:
    (_note,) = written({"kind": "goal", "title": "Measure", "due": "2026-02-01"})
    async with playing(size=(100, 40)) as pilot:
        await press(pilot, "3", "e")
        await settled(pilot)
        boxes = [box.text for box in pilot.app.screen.query(WritingBox)]
        assert "1 Feb 2026" in boxes
        assert "2026-02-01" not in frame(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert "Measure" in frame(pilot) and not pilot.app.screen.query(FormField), "nothing was changed"


async def test_a_value_below_its_label_begins_in_the_same_column() -> None:
    with_demo("nl")
    async with playing(language="nl", size=(60, 40)) as pilot:
        await press(pilot, "7", "home", "e")
        await settled(pilot)
        lines = frame(pilot).splitlines()
        above = next(n for n, line in enumerate(lines) if "Gevolgen voor salaris of contract" in line)
        assert lines[above].index("Gevolgen") == lines[above + 1].index("nee")


@pytest.mark.parametrize("width", range(24, 80, 7))
async def test_keys_stay_beside_what_they_do(width: int) -> None:
    parts = ["enter: kies", "backspace haalt weg", "ctrl+s bewaart"]
    lines = wrap_parts(" · ".join(parts), width)
    assert [part for line in lines for part in line.split(" · ")] == parts
    assert all(cells(line) <= width for line in lines)


async def test_headings_of_settings_leave_the_accent_to_keys_and_places() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "f2")
        await settled(pilot)
        rows = pilot.app.screen.query_one("#settings", Rows)
        titles = [row.left for n in range(len(rows.source)) if not (row := rows.source.row(n, 70)).key and row.left]
        headings = [line for line in titles if line[0].bold]
        assert headings
        assert {span.role for line in headings for span in line} == {"text"}


async def test_a_rule_parts_the_picture_from_what_is_under_the_cursor_in_a_low_terminal_too() -> None:
    with_demo("nl")
    async with playing(language="nl", size=(60, 20)) as pilot:
        await press(pilot, "6")
        await settled(pilot)
        lines = frame(pilot).splitlines()
        rule = next(n for n, line in enumerate(lines) if line.strip() and not line.strip("─ "))
        assert "Doel gestart" in lines[rule + 1]
