"""No answer of a dialog is cut: what does not fit @@s number continues on the next line."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from portfolio.capture.options import Option
from portfolio.text import cells
from portfolio.tui.dialogs.answer_rows import answer_rows
from portfolio.tui.dialogs.pick import ChooseDialog, PickDialog
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import Span, width_of
from tests.tui.playing import frame, playing, press

LONG = "Copy the mail that thanks the other person and confirms what was agreed, and save it as a file"
NARROW = 49
"""Cells of an answer in a dialog on a screen of 60 columns, beside a scroll bar."""
PO = Path(__file__).resolve().parents[3] / "portfolio" / "locale" / "nl" / "LC_MESSAGES" / "leerreis.po"


def whole(text: str) -> str:
    """The words with one space between them."""
    return " ".join(text.split())


def test_every_sentence_of_the_app_is_whole_as_an_answer_in_both_languages() -> None:
    with PO.open("rb") as file:
        messages = [message for message in read_po(file, locale="nl") if message.id]
    for message in messages:
        for found in (message.id, message.string):
            for words in (found,) if isinstance(found, str) else tuple(found or ()):
                rows = answer_rows("1", words, NARROW, before=(Span("1  "),), right="@@", about=words)
                assert all(width_of((*row.left, *row.right)) <= NARROW for row in rows)
                shown = whole(" ".join(span.text for row in rows for span in (*row.left, *row.right)))
                assert shown.replace(" @@", "", 1) == whole(f"1 {words} {words}")
                assert all(row.under == "1" for row in rows[1:]), "a click on any line chooses it"


def test_words_at_the_right_move_below_an_answer_that_needs_their_place() -> None:
    (beside,) = answer_rows("1", "Short", 30, right="here")
    assert beside.right == (Span("here", "muted"),)
    rows = answer_rows("1", "x" * 28, 30, right="here")
    assert [row.right for row in rows] == [(), ()]
    assert cells(rows[0].left[0].text) == 28


@pytest.mark.parametrize("several", [False, True])
async def test_a_long_answer_can_be_read_at_sixty_columns(several: bool) -> None:
    async with playing(size=(60, 20)) as pilot:
        place = pilot.app.screen
        assert isinstance(place, BaseScreen)
        options = [Option("a", LONG), Option("b", f"{LONG}, too")]
        dialog = (
            PickDialog("Which?", options, numbered=True) if several else ChooseDialog("Which?", options_of(options))
        )
        pilot.app.push_screen(dialog)
        await press(pilot)
        seen = whole(frame(pilot).replace("│", " "))
        assert f"{LONG}, too" in seen
        assert seen.count(LONG) == 2


def options_of(options: list[Option]) -> list[tuple[str, str]]:
    return [(option.key, option.label) for option in options]


async def test_the_text_of_the_last_level_comes_into_view_and_its_number_chooses_it() -> None:
    chosen: list[str | None] = []
    about = "What one who is at this level does, in so many words that they need a second and a third line. "
    levels = [Option(str(n), f"{n} Level", about=f"{about}End of {n}.") for n in range(1, 6)]
    async with playing(size=(60, 20)) as pilot:
        pilot.app.push_screen(PickDialog("Which level?", levels), chosen.append)
        await press(pilot)
        for n in range(1, 6):
            assert f"End of {n}." in whole(frame(pilot).replace("│", " ")), "the whole text under the cursor"
            await press(pilot, "down")
        await press(pilot, "4")
    assert chosen == ["4"]
