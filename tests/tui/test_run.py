"""The settings that the app starts with, from the environment and the arguments."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from portfolio.locations import find
from portfolio.settings import Settings
from portfolio.tui.run import _decided_by, _start
from tests.tui.playing import places, written


def begins_in_ascii(environment: dict[str, str], chosen: bool | None = None) -> bool:
    day = date(2025, 12, 15)
    moment = datetime(2025, 12, 15, tzinfo=UTC)
    start = _start(places(), Settings(ascii=chosen), "en", day, lambda: moment, environment, demo=True)
    return start.ascii


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({}, False),
        ({"LANG": "nl_NL.UTF-8"}, False),
        ({"LANG": "nl_NL.utf8", "LC_ALL": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "nl_NL.ISO-8859-1"}, True),
    ],
)
def test_signs_are_plain_only_where_the_locale_names_another_encoding(
    environment: dict[str, str], plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert begins_in_ascii(environment) is plain
    assert begins_in_ascii(environment, chosen=not plain) is not plain
    monkeypatch.setattr(sys, "platform", "darwin")
    assert begins_in_ascii(environment) is False


def test_what_decides_where_the_file_is_is_known_so_that_moving_it_can_say_so(tmp_path: Path) -> None:
    here, other = str(tmp_path / "here.json"), str(tmp_path / "other.json")

    def decided_by(option: str | None, environment: dict[str, str], chosen: str | None = None) -> str:
        environment = {"LEERREIS_HOME": str(tmp_path), **environment}
        found = find(environment, option, chosen)
        return _decided_by(found, Settings(file=chosen), environment)

    assert decided_by(None, {}) == decided_by(None, {}, here) == ""
    assert decided_by(None, {"LEERREIS_FILE": here}, other) == "LEERREIS_FILE"
    assert decided_by(other, {"LEERREIS_FILE": here}) == decided_by(other, {}, here) == "--file"


@pytest.mark.parametrize("left", ["nothing", "the file", "this computer's own copy", "its name in iCloud"])
def test_who_wrote_here_before_is_not_welcomed_anew(left: str) -> None:
    where = places()
    if left != "nothing":
        written({"kind": "goal", "title": "Measure twice"})
    if left == "this computer's own copy":
        Path(where.data_file).unlink()
    elif left == "its name in iCloud":
        shutil.rmtree(where.shadow_folder)
        Path(where.data_file).rename(Path(where.data_file).with_name(".leerreis.json.icloud"))
    moment, home = datetime(2025, 12, 15, tzinfo=UTC), {"LEERREIS_HOME": os.environ["LEERREIS_HOME"]}
    start = _start(where, Settings(), "en", moment.date(), lambda: moment, home, demo=False)
    assert start.ask_where is (left == "nothing")
