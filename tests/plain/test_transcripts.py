"""Whole sessions in both languages: the lines typed, and everything that is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from portfolio.text import cells
from tests.plain.transcript import Played, play
from tests.tui.playing import written

EVENING = (
    "1",
    "Found the fault myself",
    "without the manual",
    ".",
    "",
    "If I am stuck, I call Ruud",
    ".",
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
    assert play(*EVENING, "3", "1", "0", "0", "z", "0", lang=lang) == snapshot


@LANGUAGES
def test_a_goal_with_a_step_and_a_status(lang: str, snapshot: SnapshotAssertion) -> None:
    goal = (
        "4",
        "n",
        "Weld a straight seam",
        "",
        "For my own work",
        ".",
        "31-12-2025",
        "Welding",
        "",
        "2",
        "7",
        "2",
        "",
    )
    step = ("1", "4", "1", "Ten seams on scrap", "soon", "31-12-2025", "1", "2", "3", "3", "0")
    assert play(*goal, *step, "3", "2", "No torch", "z", "0", "0", lang=lang) == snapshot


@LANGUAGES
def test_sharing_and_deleting(lang: str, snapshot: SnapshotAssertion) -> None:
    feedback = ("5", "2", "2", "1", "z", "0", "0")
    goal = ("4", "1", "2", "2", "5", "2", "z", "0")
    assert example(*feedback, *goal, "0", lang=lang) == snapshot


@LANGUAGES
def test_the_journey_as_text(lang: str, snapshot: SnapshotAssertion) -> None:
    assert example("7", "p", "2", "1", "3", "4", "1", "0", "0", lang=lang) == snapshot


@LANGUAGES
def test_handing_over(lang: str, snapshot: SnapshotAssertion, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("out") / "me.md"
    played = example(
        "8", "1", "1", "1", "3", "1", "8", "2", "4", "2", "0", "11", "1", "1", "3", str(path), "0", "0", lang=lang
    )
    assert played._replace(out=played.out.replace(str(path), "ME.md")) == snapshot
    assert path.read_text("utf-8") == snapshot(name="document")


def test_a_form_that_this_computer_cannot_make_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("portfolio.plain.hand_over.available", lambda: ("md", "html", "docx", "txt"))
    path = tmp_path / "me"
    played = example(
        "8", "1", "1", "1", "3", "1", "8", "2", "4", "2", "0", "1", "3", "5", str(path), "0", "0", lang="en"
    )
    seen = " ".join(played.out.split())
    assert seen.count("Not on this computer yet. Get it with: pipx inject leerreis typst") == 2
    assert path.with_suffix(".txt").exists(), "the form that was chosen, and not the list once more"


@LANGUAGES
def test_the_conversation_and_the_search(lang: str, snapshot: SnapshotAssertion) -> None:
    assert (
        example("8", "2", "3", "0", "0", "9", "flow", "1", "0", "0", "9", "nowhere at all", "0", lang=lang) == snapshot
    )


@LANGUAGES
@pytest.mark.parametrize("columns", [20, 40])
def test_no_line_is_wider_than_the_terminal(lang: str, columns: int) -> None:
    every = ("3", "1", "0", "0", "4", "1", "1", "0", "0", "0", "6", "1", "0", "0", "8", "1", "1", "1", "0", "0", "0")
    out = example(*every, *EVENING, "0", lang=lang, columns=columns).out
    typed = {f"> {line}" for line in (*every, *EVENING)}
    assert {line for line in out.split("\n") if cells(line) > columns} - typed == set()
    assert len(out) > 5000


def test_the_language_of_the_profile_is_spoken() -> None:
    written({"kind": "profile", "name": "Samir", "language": "nl"})
    assert "Teruglezen" in play("0", command=("--plain",), lang="nl").out
