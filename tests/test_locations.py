"""Where everything lies: in one folder when asked, else where the system keeps such things, never beside the data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio.locations import CloudFolder, cloud_folders, file_key, find
from portfolio.machine import name_digest


def test_leerreis_home_holds_everything(tmp_path: Path) -> None:
    places = find({"LEERREIS_HOME": str(tmp_path)})
    assert places.data_file == str(tmp_path / "leerreis.json")
    assert places.config_file == str(tmp_path / "config.toml")
    assert all(os.path.isabs(path) and path.startswith(str(tmp_path)) for path in places if path)
    named = [path for path in places if path]
    assert len(set(named)) == len(named)
    assert list(tmp_path.iterdir()) == []


def test_files_kept_about_a_path_are_found_again_under_the_same_name(tmp_path: Path) -> None:
    assert name_digest(b"/home/sam/leerreis.json") == "5e3674504db70832"
    assert name_digest(b"a") == "0000000000000061" != name_digest(b"b")
    assert file_key(str(tmp_path / "a.b.json")).startswith("a-")


def test_the_option_comes_before_the_variable_and_that_before_the_settings(tmp_path: Path) -> None:
    environment = {"LEERREIS_HOME": str(tmp_path), "LEERREIS_FILE": "/b.json"}
    assert find(environment, "/a.json", "/c.json").data_file == os.path.abspath("/a.json")
    assert find(environment, None, "/c.json").data_file == os.path.abspath("/b.json")
    assert find({"LEERREIS_HOME": str(tmp_path)}, None, "/c.json").data_file == os.path.abspath("/c.json")


def test_a_relative_path_and_a_tilde_are_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    home = {"LEERREIS_HOME": "here"}
    assert find(home, "a.json").data_file == str(tmp_path / "a.json")
    assert find(home).state_folder == str(tmp_path / "here" / "state")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find(home, "~/a.json").data_file == str(tmp_path / "a.json")


def test_without_a_home_of_its_own_the_file_lies_in_documents_and_the_state_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "LEERREIS_HOME"):
        monkeypatch.delenv(name, raising=False)
    places = find({})
    assert places.data_file.endswith(os.path.join("Documents", "Leerreis", "leerreis.json"))
    folder = os.path.dirname(places.data_file)
    assert not any(path.startswith(folder) for path in places[1:])
    assert find({}, "/a.json")[1:] == places[1:]


def test_platformdirs_is_imported_only_when_it_is_needed(tmp_path: Path) -> None:
    code = (
        "import sys, portfolio.locations as l; l.find({'LEERREIS_HOME': '.'});"
        "print([m for m in ('platformdirs', 'pathlib') if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, env=environment)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_file_has_one_key_whatever_path_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    one = file_key(str(tmp_path / "real" / "my file.json"))
    assert one == file_key(str(tmp_path / "link" / "my file.json"))
    assert one != file_key(str(tmp_path / "my file.json"))
    assert one.startswith("myfile-") and len(one) < 60
    assert file_key("/a/" + "x" * 300 + ".json").startswith("x" * 40 + "-")


def test_cloud_folders_on_this_machine_are_found(tmp_path: Path) -> None:
    expected = {
        "Nextcloud": "Nextcloud",
        "Nextcloud2": "Nextcloud",
        "ownCloud": "ownCloud",
        "Dropbox (Personal)": "Dropbox",
        "OneDrive - School": "OneDrive",
        "Google Drive": "Google Drive",
        "Proton Drive": "Proton Drive",
        "pCloudDrive": "pCloud",
        "Sync": "Syncthing",
        "Seafile": "Seafile",
        "STACK": "STACK",
        "Library/Mobile Documents/com~apple~CloudDocs": "iCloud Drive",
        "Library/CloudStorage/OneDrive-Personal": "OneDrive",
    }
    for path in (*expected, "Documents", "Stackoverflow", "Dropboxes"):
        (tmp_path / path).mkdir(parents=True)
    (tmp_path / "Nextcloud.txt").touch()
    found = cloud_folders({"OneDrive": str(tmp_path / "OneDrive - School")}, str(tmp_path))
    assert set(found) == {CloudFolder(name, str(tmp_path / path)) for path, name in expected.items()}
    assert cloud_folders({}, str(tmp_path / "nobody")) == ()
