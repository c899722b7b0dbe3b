"""Whole sessions in both languages: the lines typed, and everything that is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from portfolio.text import cells
from portfolio.tui.keymap.places import PLACES
from portfolio.wording import Language, Words
from tests.plain.transcript import Played, play
from tests.tui.playing import written

EVENING = (
    "1",
    "Found the fault myself",
    "",
    "If I am stuck, I call Ruud",
    "1",
    "",
    "4",
    "",
)
LANGUAGES = pytest.mark.parametrize("lang", ["en", "nl"])


def example(*lines: str, lang: str, columns: int = 80) -> Played:
    """Play on the example portfolio."""
    return play(*lines, lang=lang, columns=columns, command=("demo", "--plain"))


@LANGUAGES
def test_the_first_evening(lang: str, snapshot: SnapshotAssertion) -> None:
    assert play(*EVENING, "2", "1", "0", "0", "u", "0", lang=lang) == snapshot


@LANGUAGES
def test_a_goal_with_a_step_and_a_status(lang: str, snapshot: SnapshotAssertion) -> None:
    goal = (
        "3",
        "n",
        "Weld a straight seam",
        "",
        "For my own work",
        "",
        "31-12-2025",
        "Welding",
        "",
        "2",
        "7",
        "2",
        "",
    )
    step = ("1", "4", "1", "Ten seams on scrap", "soon", "31-12-2025", "1", "2", "3", "3", "0")
    assert play(*goal, *step, "3", "2", "No torch", "u", "0", "0", lang=lang) == snapshot


@LANGUAGES
def test_sharing_and_deleting(lang: str, snapshot: SnapshotAssertion) -> None:
    feedback = ("4", "2", "2", "1", "u", "0", "0")
    goal = ("3", "1", "2", "2", "5", "2", "u", "0")
    assert example(*feedback, *goal, "0", lang=lang) == snapshot


@LANGUAGES
def test_the_journey_as_text(lang: str, snapshot: SnapshotAssertion) -> None:
    assert example("6", "p", "2", "1", "3", "4", "1", "0", "0", lang=lang) == snapshot


@LANGUAGES
def test_handing_over(lang: str, snapshot: SnapshotAssertion, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("out") / "me.md"
    played = example("7", "1", "3", "1", "8", "2", "4", "2", "0", "11", "1", "1", "3", str(path), "0", "0", lang=lang)
    assert played._replace(out=played.out.replace(str(path), "ME.md")) == snapshot
    assert path.read_text("utf-8") == snapshot(name="document")


def test_a_form_that_this_computer_cannot_make_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("portfolio.plain.hand_over.available", lambda: ("md", "html", "docx", "txt"))
    path = tmp_path / "me"
    played = example("7", "1", "3", "1", "8", "2", "4", "2", "0", "1", "2", "5", str(path), "0", "0", lang="en")
    seen = " ".join(played.out.split())
    assert seen.count("Not on this computer yet. Get it with: pipx inject leerreis typst") == 2
    assert path.with_suffix(".txt").exists(), "the form that was chosen, and not the list once more"


@LANGUAGES
def test_the_conversation_and_the_search(lang: str, snapshot: SnapshotAssertion) -> None:
    assert (
        example("7", "2", "3", "0", "0", "9", "flow", "1", "0", "0", "9", "nowhere at all", "0", lang=lang) == snapshot
    )


@LANGUAGES
@pytest.mark.parametrize("columns", [20, 40])
def test_no_line_is_wider_than_the_terminal(lang: str, columns: int) -> None:
    every = ("2", "1", "0", "0", "3", "1", "1", "0", "0", "0", "5", "1", "0", "0", "7", "1", "0", "0")
    out = example(*every, *EVENING, "0", lang=lang, columns=columns).out
    typed = {f"> {line}" for line in (*every, *EVENING)}
    assert {line for line in out.split("\n") if cells(line) > columns} - typed == set()
    assert len(out) > 5000


def test_the_language_of_the_profile_is_spoken() -> None:
    written({"kind": "profile", "name": "Samir", "language": "nl"})
    assert "teruglezen" in play("0", command=("--plain",), lang="nl").out


@LANGUAGES
def test_the_places_have_the_numbers_and_the_names_of_the_app(lang: Language) -> None:
    lines = play("0", lang=lang).out.split("\n")
    for place in PLACES:
        assert any(line.startswith(f"{place.key}  {Words(lang)(place.label)}") for line in lines), place.id


def test_an_empty_line_in_the_first_list_does_not_stop() -> None:
    assert play("", "0").out.count("1  Today: ") == 2


def test_a_list_that_was_just_read_is_not_read_again_until_it_is_asked_for() -> None:
    row = "Keeping calm explanations"
    written({"kind": "goal", "title": row})
    assert play("3", "1", "0", "0", "0").out.count(f"1  {row}") == 1
    asked = play("3", "1", "0", "?", "0", "0").out
    assert "?  the same list again" in asked
    assert asked.count(f"1  {row}") == 2
    changed = play("3", "1", "2", "0", "0", "0").out
    assert f"1  {row}, shareable" in changed


def test_a_skill_says_its_level_and_no_record_says_its_title_twice() -> None:
    played = example("5", "1", "0", "0", "0", lang="en").out
    read = played[played.index("\nSkill, ") - 60 :]
    assert "\nNow: 3 " in read
    assert "\nTitle: " not in played


def test_the_own_sheet_is_read_without_marks_and_with_its_questions() -> None:
    read = example("7", "2", "3", "0", "0", "0", lang="en").out
    assert "# " not in read
    assert "**" not in read
    assert "\nMy questions: Which day of the week?" in read


@LANGUAGES
def test_a_record_of_one_day_does_not_say_that_its_period_is_a_day(lang: Language) -> None:
    period = Words(lang)("Period")
    written({"kind": "reflection", "title": "A day", "template": "three_minutes", "period": "day"})
    assert f"\n{period}: " not in play("2", "1", "0", "0", "0", lang=lang).out
    written({"kind": "reflection", "title": "A week", "template": "week", "period": "week"})
    assert play("2", "1", "0", "2", "0", "0", "0", lang=lang).out.count(f"\n{period}: ") == 1
