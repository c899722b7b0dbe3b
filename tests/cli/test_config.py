"""Every setting, its value and where that comes from; what means nothing is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio.settings import Settings
from tests.cli.conftest import Cli

INTERNAL = {"keys", "keys_told", "damaged", "placeless", "unknown"}


def test_without_settings_every_value_is_the_usual_one_or_of_the_computer(home: Path, cli: Cli) -> None:
    shown = cli("config", "--json").json
    assert shown["path"] == str(home / "config.toml")
    assert set(shown["settings"]) == set(Settings._fields) - INTERNAL
    assert {name: each["from"] for name, each in shown["settings"].items()} == {
        **dict.fromkeys(shown["settings"], "usual"),
        "language": "computer",
    }
    assert shown["settings"]["theme"]["value"] == "avond"
    assert shown["unknown"] == []


def test_what_is_set_or_given_is_said_to_come_from_there(
    home: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text('language = "nl"\nplain = true\n[keys]\nshare = "S"\n', "utf-8")
    shown = cli("config", "--json").json["settings"]
    assert shown["language"] == {"value": "nl", "from": "settings"}
    assert shown["plain"] == {"value": True, "from": "settings"}
    assert shown["keys.share"] == {"value": "S", "from": "settings"}
    assert "uit je instellingen" in cli("config").out
    given = cli("--lang", "en", "--file", str(tmp_path / "x.json"), "config", "--json").json["settings"]
    assert given["language"] == {"value": "en", "from": "option"}
    assert given["file"] == {"value": str(tmp_path / "x.json"), "from": "option"}
    monkeypatch.setenv("LEERREIS_FILE", str(tmp_path / "y.json"))
    assert cli("config", "--json").json["settings"]["file"] == {"value": str(tmp_path / "y.json"), "from": "variable"}


def test_what_means_nothing_is_named_with_the_nearest_once(home: Path, cli: Cli) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text('langage = "nl"\ntheme = "papie"\n[keys]\nshar = "S"\n', "utf-8")
    wrong = cli("config", "--json").json["unknown"]
    assert [each.partition("Do you mean ")[2] for each in wrong] == ["“language”?", "“share”?", "“papier”?"]
    result = cli("config")
    assert [result.err.count(each) for each in wrong] == [1, 1, 1]
    assert result.status == 0
