"""The settings file is a person's own: what they wrote beside a choice stays, however the choice is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio import settings

MINE = '# top\nlanguage = "nl"\n\n[keys]\n# mine\nnew = "w"  # because\nshare = "z"\n'


def test_of_the_keys_only_lines_that_differ_are_touched_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE)
    settings.write(str(path), keys={"new": "w", "undo": "b"}, theme="papier")
    assert path.read_text() == (
        '# top\nlanguage = "nl"\ntheme = "papier"\n\n[keys]\n# mine\nnew = "w"  # because\nundo = "b"\n'
    )


@pytest.mark.parametrize(
    "text",
    ["", "[keys]\n", MINE, 'keys = {new = "x"}\n', 'keys.new = "x"\nkeys.undo = "z"\n', "keys = 3\n", "[b]\nc=1\n"],
)
def test_keys_are_written_in_every_way_a_file_can_hold_them_and_taken_out_again(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    settings.write(str(path), keys={"new": "w", "help": "h"})
    assert dict(settings.read(str(path)).keys) == {"new": "w", "help": "h"}
    settings.write(str(path), keys={}, ascii=True)
    found = settings.read(str(path))
    assert (dict(found.keys), found.ascii, found.damaged) == ({}, True, ())


def test_lines_of_text_are_chosen_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("plain = true\n", "utf-8")
    assert settings.read(str(path)).plain
    path.write_text('plain = "yes"\n', "utf-8")
    assert (settings.read(str(path)).plain, settings.read(str(path)).damaged) == (False, ("plain",))
