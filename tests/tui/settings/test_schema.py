"""The rows of the settings as text: each says what is chosen, and one that cannot be changed says why."""

from __future__ import annotations

import pytest

from portfolio.folders import Offered, Surroundings, as_file, cloud_name, offered, path_hint
from portfolio.locations import CloudFolder
from portfolio.tui.settings.facts import Facts
from portfolio.tui.settings.key_rows import ALL_KEYS
from portfolio.tui.settings.schema import ABOUT_ME, about, locked, setting_rows
from portfolio.tui.text.spans import Span, width_of
from portfolio.wording import Language, Words
from tests.builders import a_profile

RHYTHM = ("work_days", "review_day")
EN, NL = Words("en"), Words("nl")
FACTS = Facts("/home/sam/Documents/Leerreis/leerreis.json", "/home/sam/.local/state/leerreis/shadow", "Evening")


def text(facts: Facts, _: Words = EN, width: int = 74) -> str:
    rows = setting_rows(facts, _, width)
    return "\n".join("".join(span.text for span in (*row.left, Span(" "), *row.right)).rstrip() for row in rows)


def keys(facts: Facts) -> list[str]:
    return [row.key for row in setting_rows(facts, EN, 74) if row.key]


def test_everything_can_be_reached_and_says_what_is_chosen() -> None:
    assert keys(FACTS)[:6] == ["file", "copy", "bin", "copies", "language", "theme"]
    assert {*RHYTHM, *ABOUT_ME, ALL_KEYS, "key:share"} <= set(keys(FACTS))
    seen = text(FACTS._replace(profile=a_profile(name="Sam", work_days=(1, 3), review_day=5), ascii=True), NL)
    for words in ("Sam", "ma wo", "vrijdag", "gewoon (ASCII)", "Nederlands", "niet ingevuld"):
        assert words in seen


def test_a_long_path_stands_whole_on_as_many_lines_as_it_needs() -> None:
    path = "/home/sam/" + "a-folder-with-a-long-name/" * 4 + "leerreis.json"
    assert path in "".join(text(FACTS._replace(file=path), width=52).split())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [50, 54, 74])
def test_no_row_is_cut(language: Language, width: int) -> None:
    for row in setting_rows(FACTS._replace(own={"share": "ctrl+g"}), Words(language), width):
        assert width_of(row.left) + width_of(row.right) <= width


def test_what_people_wrote_is_never_a_control() -> None:
    assert "\x1b" not in text(
        FACTS._replace(profile=a_profile(name="a\x1b[31mb"), theme="t\x1b[2J", file="/x\x1b.json")
    )


def test_a_key_of_ones_own_is_shown_with_the_one_it_was() -> None:
    seen = text(FACTS._replace(own={"share": "full_stop"}))
    (line,) = (line for line in seen.split("\n") if line.startswith("Share"))
    assert line.split() == ["Share", ".", "was", "s"]


def test_the_cloud_folder_of_the_file_is_named() -> None:
    assert "on this computer" in text(FACTS)
    assert "in Nextcloud, so on your other computers too" in text(FACTS._replace(cloud="Nextcloud"))


def test_what_cannot_be_changed_says_why() -> None:
    assert locked("file", FACTS, EN) == locked("theme", FACTS, EN) == locked("name", FACTS, EN) == ""
    assert "example" in locked("file", FACTS._replace(demo=True), EN)
    assert "LEERREIS_FILE" in locked("file", FACTS._replace(fixed_by="LEERREIS_FILE"), EN)
    assert all("is watching" in locked(k, FACTS._replace(alone=False), EN) for k in ("file", *ABOUT_ME, *RHYTHM))
    assert all("read" in locked(k, FACTS._replace(writable=False), EN) for k in (*ABOUT_ME, *RHYTHM))
    assert locked(ALL_KEYS, FACTS, EN) and not locked(ALL_KEYS, FACTS._replace(own={"share": "w"}), EN)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_row_says_what_it_is_about(language: Language) -> None:
    for key in keys(FACTS):
        lines = about(key, FACTS, Words(language), 55)
        assert 1 <= len(lines) <= 3 and lines[0]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("hide", "Everywhere, in texts too."),
        ("move_up", "Everywhere but in texts."),
        ("zoom_in", "In: Journey."),
        ("save", "In: Questions, a form."),
    ],
)
def test_a_row_of_a_key_says_where_it_works(row: str, words: str) -> None:
    lines = about(f"key:{row}", FACTS, Words("en"), 400)
    assert words in " ".join(line[0].text for line in lines)


def test_folders_are_offered_where_the_file_is_not_yet() -> None:
    around = Surroundings("/home/sam/Documents", (CloudFolder("Nextcloud", "/home/sam/Nextcloud"),))
    cloud = Offered("Nextcloud", "/home/sam/Nextcloud/Leerreis/leerreis.json")
    assert offered(FACTS.file, around) == (cloud,)
    assert offered(cloud.path, around) == (Offered("", FACTS.file),)
    assert cloud_name(cloud.path, around.clouds) == "Nextcloud"
    assert cloud_name("/home/sam/Nextcloud2/x.json", around.clouds) == ""


def test_a_typed_path_may_be_a_folder_a_file_or_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/sam")
    monkeypatch.setenv("USERPROFILE", "/home/sam")
    assert as_file(" ~/x ") == "/home/sam/x/leerreis.json"
    assert as_file("'/a/my file.json'") == "/a/my file.json"


def test_a_typed_path_counts_from_home_and_names_no_one_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/sam")
    monkeypatch.setenv("USERPROFILE", "/home/sam")
    _ = Words("en")
    assert as_file("papers/mine") == "/home/sam/papers/mine/leerreis.json"
    assert as_file("./a.json") == "/home/sam/a.json"
    assert (as_file("~nobody-of-this-name/x"), as_file("  ")) == ("", "")
    assert path_hint("papers", _) == "~/papers/leerreis.json"
    assert path_hint("~nobody-of-this-name/x", _) == "There is no folder of that person on this computer."
