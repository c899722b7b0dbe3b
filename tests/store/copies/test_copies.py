"""Which files beside the data file are copies of it, by content; and what their names say."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from portfolio.atomic import OS
from portfolio.locations import Locations
from portfolio.store.copies.copy_names import is_conflict, is_made_by_client, is_on_its_way, is_related
from portfolio.store.copies.folder import AT_MOST, listed
from portfolio.store.copies.recognition import Copy, is_renamed, recognise
from portfolio.store.format.canonical import State, from_tables
from portfolio.store.format.join import join
from portfolio.store.format.strict import UnreadableError, parse
from tests.store.format.test_strict import BROKEN
from tests.store.lives import at_home, state_of

OURS = state_of(("goals", 1, {"title": "x"}))
OTHER = from_tables(
    {
        **json.loads(state_of(("goals", 2, {"title": "y"})).encode()),
        "_meta": {"1": {**OURS.header, "portfolio_id": "another"}},
    }
)
NEWER = from_tables({**json.loads(OURS.encode()), "_meta": {"1": {**OURS.header, "schema": 2}}})

BY_CLIENTS = [
    "leerreis.sync-conflict-20261122-233937-G3W4CDZ.json",
    "leerreis (conflicted copy 2026-10-05 103045).json",
    "leerreis (conflicted copy Anna 2026-10-05 103045).json",
    "leerreis_conflict-20150918-101500.json",
    "leerreis (case clash from 2026-10-03 101500).json",
    "leerreis-DESKTOP-LA2A33H.json",
    "leerreis-MacBook Pro de Charlyne-10.json",
    "leerreis.json.conflict1",
    "leerreis.json..path2",
    "leerreis (conflict_on_2026-11-23).json",
    "LEERREIS (Samirs conflicterende kopie).json",
    "leerreis (SFConflict anna@example.org 2026-11-23-12-00-00).json",
    "leerreis (Conflit d'Anna 2026-11-23).json",
    "leerreis.sync-conflict-20261122-233937-G3W4CDZ.sync-conflict-20261123-233937-G3W4CDZ.json",
    "leerreis-LAPTOP-4K7RM2QX.json",
    "leerreis-DESKTOP-LA2A33H-2.json",
    "portfolio (conflict from laptop).json",
]
BY_PERSONS = [
    "leerreis 2.json",
    "leerreis (1).json",
    "leerreis (2).json",
    "leerreis-PC.json",
    "leerreis-LAPTOP.json",
    "leerreis-DESKTOP.json",
    "leerreis-LAPTOP-2.json",
    "leerreis-DESKTOP-oud.json",
    "leerreis-MacBook.json",
    "leerreis-MacBook Pro.json",
    "leerreis-iMac.json",
    "leerreis.json.bak",
    "leerreis.bak",
    "leerreis.json.old",
    "leerreis.json.2026-11-30",
    "leerreis-2026-11-30.json",
    "leerreis 2026-11-30.json",
    "leerreis-20261130.json",
    "leerreis kopie.json",
    "leerreis - kopie.json",
    "leerreis (kopie).json",
    "leerreis copy.json",
    "leerreis (copy).json",
    "leerreis - Copy (2).json",
    "leerreis-backup.json",
    "leerreis_backup_2.json",
    "leerreis-BACKUP.json",
    "leerreis-OUD.json",
    "leerreis (oud).json",
    "leerreis-werk.json",
    "leerreis-voor-de-update.json",
    "leerreis v2.json",
    "leerreis2.json",
    "leerreis 2025.json",
    "leerreis-backup MacBook.json",
    "leerreis.json.orig",
    "leerreis",
    "reservekopie van leerreis.json",
    "mijn conflict.json",
    "leerreis (conflict met Ruud).json",
    "leerreis-voor MacBook.json",
]
ON_THEIR_WAY = [
    ".~leerreis.json.0123456789ab.tmp",
    ".syncthing.leerreis.json.tmp",
    "~syncthing~leerreis.json.tmp",
    "leerreis.json.a1b2c3d4.partial",
    ".unison.leerreis.json.f00.unison.tmp",
    "leerreis.json.filepart",
    "leerreis.json.part",
    ".leerreis.json.~1f2e",
    "leerreis.json~",
    "leerreis.json.crdownload",
    ".leerreis.json.icloud",
]


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    return at_home(tmp_path)


def seen(here: Locations, name: str, data: bytes, ours: State = OURS) -> Copy:
    path = Path(here.data_file).with_name(name)
    path.write_bytes(data)
    copy = recognise(str(path), here.data_file, ours, OS)
    assert copy is not None and path.read_bytes() == data
    return copy


@pytest.mark.parametrize("name", BY_CLIENTS)
def test_a_copy_of_any_client_is_found_and_known_by_its_name(here: Locations, name: str) -> None:
    assert seen(here, name, OURS.encode()).verdict == "copy"
    assert list(listed(here.data_file)) == [name]
    assert is_related(name, here.data_file) and not is_on_its_way(name)
    assert is_made_by_client(name, here.data_file)


@pytest.mark.parametrize("name", BY_PERSONS)
def test_a_name_that_no_client_makes_is_a_persons_own(name: str) -> None:
    assert not is_made_by_client(name, "/home/samir/leerreis.json")


@pytest.mark.parametrize("file", ["mijn.leerreis.json", "Straße (2026).json", "portfolio"])
def test_copies_of_a_file_of_any_name_are_known(file: str) -> None:
    stem, dot, end = file.rpartition(".") if "." in file else (file, "", "")
    assert is_made_by_client(f"{stem}.sync-conflict-20261122-233937-G3W4CDZ{dot}{end}", file)
    assert is_made_by_client(f"{stem}-DESKTOP-LA2A33H{dot}{end}", file)
    assert not is_made_by_client(f"{stem} 2{dot}{end}", file)
    assert not is_made_by_client(f"{stem} kopie{dot}{end}", file)
    assert not is_made_by_client(file, file)


@pytest.mark.parametrize("name", ["holiday.json", "backup", "mijn leven.txt", "noten.json.bak"])
def test_a_copy_of_any_other_name_is_found_and_is_a_persons_own(here: Locations, name: str) -> None:
    assert seen(here, name, json.dumps(json.loads(OURS.encode()), indent=2).encode()).verdict == "copy"
    assert not is_related(name, here.data_file)


@pytest.mark.parametrize("name", ON_THEIR_WAY)
def test_what_is_on_its_way_is_not_opened(here: Locations, name: str) -> None:
    Path(here.data_file).with_name(name).write_bytes(OURS.encode())
    assert is_on_its_way(name) and listed(here.data_file) == {}


def test_neither_the_file_itself_nor_links_folders_and_pipes_are_copies(here: Locations, tmp_path: Path) -> None:
    Path(here.data_file).write_bytes(OURS.encode())
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "leerreis 2.json").write_bytes(OURS.encode())
    (tmp_path / "leerreis 3.json").symlink_to(tmp_path / "elsewhere" / "leerreis 2.json")
    os.mkfifo(tmp_path / "leerreis 4.json")
    assert listed(here.data_file) == {}
    copy = recognise(str(tmp_path / "leerreis 3.json"), here.data_file, OURS, OS)
    assert copy is not None and copy.verdict == "stranger"


def test_copies_lie_where_a_link_leads(here: Locations, tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    for name in ("leerreis.json", "leerreis 2.json"):
        (tmp_path / "cloud" / name).write_bytes(OURS.encode())
    Path(here.data_file).symlink_to(tmp_path / "cloud" / "leerreis.json")
    assert list(listed(here.data_file)) == ["leerreis 2.json"]


def test_in_a_full_folder_those_called_like_the_file_come_first(here: Locations, tmp_path: Path) -> None:
    for n in range(AT_MOST + 20):
        (tmp_path / f"a{n}").touch()
    (tmp_path / "leerreis 2.json").touch()
    found = listed(here.data_file)
    assert len(found) == AT_MOST and next(iter(found)) == "leerreis 2.json"


@pytest.mark.parametrize(
    ("name", "data", "verdict"),
    [
        ("leerreis 2.json", OTHER.encode(), "other"),
        ("werk.json", OTHER.encode(), "other"),
        ("leerreis 2.json", NEWER.encode(), "newer"),
        ("leerreis 2.json", OURS.encode()[:-9], "damaged"),
        ("whatever", OURS.encode()[:-9], "damaged"),
        ("leerreis (conflict).json", b"", "damaged"),
        ("leerreis 2.json", b"", "stranger"),
        ("leerreis-notes.txt", b"Notes about leerreis", "stranger"),
        ("leerreis-theme.json", b'{"colour": "red"}', "stranger"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "stranger"),
        ("cats.json", b'{"_meta": {"1": {"format": "cats"}}}', "stranger"),
    ],
)
def test_what_else_can_lie_there(here: Locations, name: str, data: bytes, verdict: str) -> None:
    assert seen(here, name, data).verdict == verdict


@pytest.mark.parametrize("name", BROKEN)
def test_a_copy_that_is_broken_in_any_way_is_never_joined(here: Locations, name: str) -> None:
    with pytest.raises(UnreadableError):
        parse(BROKEN[name])
    copy = seen(here, "leerreis (conflict).json", BROKEN[name])
    assert copy.verdict in ("damaged", "stranger") and copy.state is None


def test_another_portfolio_of_which_we_have_every_word_is_as_good_as_a_copy(here: Locations) -> None:
    both = join(OURS, OTHER.under(OURS))
    assert both.portfolio_id == OURS.portfolio_id
    assert seen(here, "leerreis 2.json", OTHER.encode(), both).verdict == "copy"
    assert seen(here, "werk.json", OTHER.encode(), both).verdict == "other", "a portfolio in use beside ours"


def test_one_file_that_a_person_renamed_does_not_stand_in_for_the_file(here: Locations) -> None:
    def named(*names: str) -> list[Copy]:
        return [seen(here, name, OURS.encode()) for name in names]

    assert not is_renamed([], here.data_file)
    assert not is_renamed(named("leerreis-old.json"), here.data_file)
    assert not is_renamed(named("backup-1.json", "backup-2.json"), here.data_file)
    assert not is_renamed(named("leerreis-A.json", "leerreis-B.json"), here.data_file)
    assert is_renamed(named("leerreis.json.conflict1"), here.data_file)
    assert is_renamed(named("leerreis-LAPTOP-4K7RM2QX.json", "leerreis 2.json"), here.data_file)
    assert is_conflict("leerreis.json..path1") and not is_conflict("leerreis 2.json")
