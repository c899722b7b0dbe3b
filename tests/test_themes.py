"""Themes: every text and sign can be read, a broken file is named and skipped, the wheel and the source tree agree."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio import themes
from portfolio.pictures.canvas import Role
from portfolio.themes import GROUNDS, PICTURE_ROLES, ROLES, Theme, contrast
from portfolio.wording import Words

SHIPPED = ("avond", "contrast", "contrast-licht", "papier", "terminal")
COLOURED = [name for name in SHIPPED if name != "terminal"]
_FOR_THE_EYE = {"line", "guide"}
READ = [role for role in ROLES if role not in {*GROUNDS, *_FOR_THE_EYE}]


def shipped(name: str) -> Theme:
    return themes.load().loaded[name]


def own(folder: Path, name: str, text: str) -> themes.Themes:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return themes.load(str(folder))


def test_five_themes_are_shipped_and_all_are_whole() -> None:
    found = themes.load()
    assert tuple(sorted(found.loaded)) == SHIPPED
    assert found.failed == ()


def test_the_first_frame_reads_one_theme_only_and_it_is_the_same() -> None:
    assert themes.load_one("papier") == shipped("papier")
    assert themes.load_one("there-is-none") is None


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(name: str, ground: str) -> None:
    """WCAG 2.2: 4.5 to 1 (1.4.3, level AA), in the contrast themes 7 to 1 (1.4.6, level AAA)."""
    theme = shipped(name)
    least = 7.0 if name.startswith("contrast") else 4.5
    measured = {role: contrast(theme.colour(role), theme.colour(ground)) for role in READ}
    assert {role: ratio for role, ratio in measured.items() if ratio < least} == {}


@pytest.mark.parametrize("name", COLOURED)
def test_every_sign_of_a_picture_can_be_seen(name: str) -> None:
    theme = shipped(name)
    least = 7.0 if name.startswith("contrast") else 4.5
    signs = set(PICTURE_ROLES) - _FOR_THE_EYE
    measured = {role: contrast(theme.colour(role), theme.colour("ground")) for role in signs}
    assert {role: ratio for role, ratio in measured.items() if ratio < least} == {}


def test_every_role_of_a_picture_has_a_colour() -> None:
    assert set(get_args(Role)) <= {*PICTURE_ROLES, *ROLES}


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_a_theme_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    text = Path(themes.shipped_folder(), "papier.toml").read_text("utf-8")
    found = own(tmp_path / "themes", "avond", text)
    assert found.loaded["avond"].colours == shipped("papier").colours
    assert found.failed == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not toml at all [", "it is not TOML."),
        ("[chrome]\nground = '#123456'", "it gives no colour for: panel, chosen, line"),
        ("[chrome]\nground = 'red; }'", "“ground” is not a colour"),
        ("chrome = 3", "“chrome” must be a table."),
    ],
)
def test_a_broken_theme_is_named_and_skipped(tmp_path: Path, text: str, reason: str) -> None:
    found = own(tmp_path / "themes", "mine", text)
    assert "mine" not in found.loaded
    assert set(SHIPPED) <= set(found.loaded)
    (failed,) = found.failed
    assert failed.path.endswith("mine.toml")
    assert reason in failed.sentence(Words("en"))


def test_an_unknown_theme_is_the_default_one() -> None:
    assert themes.load().get("there-is-none").name == themes.DEFAULT


def test_a_theme_without_colours_for_pictures_borrows_them_from_the_chrome(tmp_path: Path) -> None:
    chrome = "\n".join(f'{role} = "#{n:06x}"' for n, role in enumerate(ROLES))
    theme = own(tmp_path / "themes", "plain", f"[chrome]\n{chrome}").loaded["plain"]
    assert theme.colour("bar_done") == theme.colour("good")
    assert theme.colour("a role of later") == theme.colour("text")


@given(st.binary(max_size=300))
def test_no_file_can_make_the_reader_fail(content: bytes) -> None:
    found = themes._read("x", "x.toml", content)
    assert isinstance(found, Theme | themes.Failed)
