"""Purged words are nowhere on this machine, and no old copy brings them back."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from portfolio.errors import PortfolioError
from portfolio.locations import Locations, file_key
from portfolio.notebook import open_notebook
from portfolio.store.file.snapshots import packed, unpacked
from portfolio.store.local import drafts, export_archive, stdin_files
from portfolio.store.local.undo import Action, History, Step
from portfolio.store.merge import merge
from portfolio.store.merge_report import Brought
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.purge import purge, sweep_arrived
from tests.store import acting
from tests.store.faults import DiedError, FaultySystem

from .lives import adds, at_home, now, opened, record_id, vid
from .test_snapshots import Clock

SECRET = "GEHEIM é words"
AT = "2026-03-12T20:00:00+01:00"


def spellings(words: str) -> list[bytes]:
    """The words as any of our files, or a damaged one, could hold them."""
    escaped = json.dumps(words)[1:-1].encode()
    return [words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be"), escaped]


def holding(folder: Path, words: str = SECRET) -> list[str]:
    """The files below a folder in which the words stand, in any spelling, compressed or not."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if path.name.endswith(".gz"):
            data = unpacked(data, str(path))
        if any(each in data for each in spellings(words)):
            found.append(str(path.relative_to(folder)))
    return found


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def lived_in(here: Locations) -> PortfolioFile:
    """A portfolio with the words in every file that we keep."""
    clock = Clock()
    file = PortfolioFile(here, clock, patience=0.0)
    file.commit(adds("goals", 1, title=SECRET), create=True)
    for number in range(2, 20):
        clock.at += timedelta(days=1)
        file.commit(adds("goals", number, title=f"kept {number}"))
    file.commit(lambda s: acting.edit(s, record_id(1), {"title": f"{SECRET} again"}, vid(5)))
    data = Path(here.data_file).read_bytes()
    key = file_key(here.data_file)
    put(Path(here.shadow_folder) / "older-0123.json", data)
    put(Path(here.absorbed_folder) / "leerreis.sync-conflict-20261122-233937-G3W4CDZ.json", data)
    put(Path(here.absorbed_folder) / "leerreis.json..path2", data)
    put(Path(here.damaged_folder) / f"{key}.1.damaged", SECRET.encode("utf-16-le"))
    put(Path(here.damaged_folder) / "elsewhere.2.damaged", data.decode().encode("utf-16"))
    put(Path(here.snapshots_folder) / "left-by-hand.json.gz", packed(data))
    crashed = (f".~{key}.json.0123456789ab.tmp", f".~{key}.jsonl.0123456789ab.tmp", ".~other.json.0123456789ab.tmp")
    for folder, name in zip((here.shadow_folder, here.undo_folder, here.drafts_folder), crashed, strict=True):
        put(Path(folder) / name, data[: len(data) // 2] + SECRET.encode() + record_id(1).encode())
    put(Path(here.data_file).parent / ".~leerreis.json.0123456789ab.tmp", data[:2000] + SECRET.encode())
    put(Path(file.snapshots.folder(file.read().state.portfolio_id)) / ".~x.json.gz.0123456789ab.tmp", data)
    export_archive.keep(here, "a" * 64, "md", SECRET.encode(), [record_id(1)])
    export_archive.keep(here, "b" * 64, "md", b"kept", [record_id(2)])
    put(Path(here.handed_over_folder) / f"{'c' * 64}.md", SECRET.encode())
    History(here).add(Action("", {"title": SECRET}, (Step(record_id(1), "edit", {"title": SECRET}, {}),), AT))
    moved = History(here, str(Path(here.undo_folder) / "before-the-move.jsonl"))
    moved.add(Action("", {"title": SECRET}, (Step(record_id(1), "edit", {"title": SECRET}, {}),), AT))
    moved.add(Action("kept", {}, (Step(record_id(2), "edit", {}, {}),), AT))
    drafts.save(here.drafts_folder, "about it", {"record": record_id(1), "texts": {"title": SECRET}})
    drafts.save(here.drafts_folder, "links to it", {"record": "", "texts": {"goals": record_id(1)}})
    put(Path(here.drafts_folder) / f"edit-{record_id(1)[-8:]}.md", SECRET.encode())
    return file


def test_P16_purging_leaves_no_byte_of_the_words_in_any_file_of_ours(tmp_path: Path) -> None:
    here = at_home(tmp_path / "here")
    file = lived_in(here)
    before = holding(tmp_path)
    assert len(before) >= 30
    for folder in ("shadow", "absorbed", "damaged", "snapshots", "undo", "drafts", "handed over"):
        assert any(f"/state/{folder}/" in f"/{name}" for name in before), folder
    copies = len(file.snapshots.of(file.read().state.portfolio_id))
    purged = purge(file, here, [record_id(1)], acting.everything)
    assert purged.saved.in_file and purged.left == ()
    assert holding(tmp_path) == []
    assert len(file.snapshots.of(file.read().state.portfolio_id)) >= copies, "they are cleaned, not dropped"
    assert export_archive.kept(here, "b" * 64) and not export_archive.kept(here, "a" * 64)
    assert [s.values for s in purged.saved.state.records()] == [{"title": f"kept {n}"} for n in range(2, 20)]
    assert list(drafts.load_all(here.drafts_folder)) == ["links to it"]
    moved = History(here, str(Path(here.undo_folder) / "before-the-move.jsonl")).undoable()
    assert moved is not None and moved.label == "kept"


@pytest.mark.parametrize(
    ("kept", "outcome"),
    [
        (f"{SECRET} again\r\n", "gone"),
        ("GEHEIM é", "gone"),
        (f"Something else, and\n{SECRET} again", "named"),
        (json.dumps({"kind": "goal", "title": f"{SECRET} again", "why": "only here"}), "named"),
        ("Words that are nowhere else", "left alone"),
        ("", "left alone"),
    ],
)
def test_words_from_stdin_go_with_what_says_them_and_are_never_lost_with_it(
    kept: str, outcome: str, tmp_path: Path
) -> None:
    here = at_home(tmp_path)
    file = opened(here)
    file.commit(adds("goals", 1, title=f"{SECRET} again"), create=True)
    page = put(Path(stdin_files.path_in(here.pages_folder, AT)), kept.encode())
    other = put(Path(here.pages_folder) / "of-the-writer.txt", f"{SECRET} again".encode())
    purged = purge(file, here, [record_id(1)], acting.everything)
    assert purged.left == ((str(page),) if outcome == "named" else ())
    assert page.exists() == (outcome != "gone")
    assert other.exists()


def test_no_old_copy_brings_purged_words_back(tmp_path: Path) -> None:
    here = at_home(tmp_path / "here")
    file = lived_in(here)
    old = Path(here.data_file).read_bytes()
    purge(file, here, [record_id(1)], acting.everything)
    merged, came = merge(file, str(put(tmp_path / "old" / "old.json", old)))
    assert SECRET.encode() not in merged.state.encode()
    assert came == Brought({}, {})
    put(Path(here.data_file), old)
    file.read()
    put(Path(here.data_file), old)
    opened(here).commit(adds("goals", 99, title="later"))
    assert holding(tmp_path / "here") == []


def test_another_machine_loses_the_words_too_and_keeps_what_was_written_there_meanwhile(tmp_path: Path) -> None:
    here, there = at_home(tmp_path / "here"), at_home(tmp_path / "there")
    file = opened(here)
    file.commit(adds("goals", 1, title=SECRET), create=True)
    file.commit(adds("goals", 2, title="kept"))
    put(Path(there.data_file), Path(here.data_file).read_bytes())
    other = opened(there)
    other.read()
    purge(file, here, [record_id(1)], acting.everything)
    other.commit(lambda s: acting.edit(s, record_id(1), {"why": "unseen there"}, vid(7)))
    put(Path(there.data_file), Path(here.data_file).read_bytes())
    state = other.read().state
    assert SECRET.encode() not in state.encode()
    assert [s.values for s in state.records()] == [{"why": "unseen there"}, {"title": "kept"}]


def learned_elsewhere(here: Locations, there: Locations) -> PortfolioFile:
    """A machine with the words in every file that it keeps; its data file says that they were purged on another."""
    other = lived_in(there)
    put(Path(here.data_file), Path(there.data_file).read_bytes())
    purge(opened(here), here, [record_id(1)], acting.everything)
    other.commit(lambda s: acting.edit(s, record_id(1), {"why": "unseen there"}, vid(7)))
    put(Path(there.data_file), Path(here.data_file).read_bytes())
    return other


def test_another_machine_takes_the_words_out_of_everything_it_keeps(tmp_path: Path) -> None:
    here, there = at_home(tmp_path / "here"), at_home(tmp_path / "there")
    other = learned_elsewhere(here, there)
    drafts.save(there.drafts_folder, "being typed", {"record": record_id(1), "texts": {"why": "not saved yet"}})
    typed = {
        path
        for path in Path(there.drafts_folder).iterdir()
        if not path.name.endswith(".tmp") and SECRET.encode() in path.read_bytes()
    }
    state = other.read().state
    copies = len(other.snapshots.of(state.portfolio_id))
    assert len(holding(tmp_path / "there")) >= 30
    assert sweep_arrived(there, state) == ()
    left = {tmp_path / "there" / name for name in holding(tmp_path / "there")}
    assert left == typed, "what somebody is typing here is theirs to keep"
    assert "being typed" in drafts.load_all(there.drafts_folder)
    assert len(other.snapshots.of(state.portfolio_id)) == copies
    late = [other.snapshots.read(each).encode() for each in other.snapshots.of(state.portfolio_id)]
    assert any(b"unseen there" in data for data in late), (
        "a version that the purge did not know stays in the copies too"
    )


def test_it_is_done_once_and_again_when_it_did_not_come_to_its_end(tmp_path: Path) -> None:
    for at in range(1, 400):
        folder = tmp_path / str(at)
        here, there = at_home(folder / "here"), at_home(folder / "there")
        data = small(here, there)
        put(Path(there.absorbed_folder) / "copy.json", data)
        state = opened(there).read().state
        system = FaultySystem(at, dies=True)
        with suppress(DiedError):
            sweep_arrived(there, state, system=system)
        sweep_arrived(there, state)
        assert holding(folder / "there") == []
        again = FaultySystem(10**9, dies=True)
        sweep_arrived(there, state, system=again)
        assert again.calls == []
        if len(system.calls) < at:
            return
    pytest.fail("it never came to its end")


def small(here: Locations, there: Locations) -> bytes:
    """A purge on one machine that arrived on another; what that one's file held before."""
    opened(there).commit(adds("goals", 1, title=SECRET), create=True)
    before = Path(there.data_file).read_bytes()
    put(Path(here.data_file), before)
    purge(opened(here), here, [record_id(1)], acting.everything)
    put(Path(there.data_file), Path(here.data_file).read_bytes())
    return before


def test_the_app_and_the_command_line_do_it_when_they_look(tmp_path: Path) -> None:
    here, there = at_home(tmp_path / "here"), at_home(tmp_path / "there")
    small(here, there)
    open_notebook(there, today=now().date(), now=now)
    assert holding(tmp_path / "there") == []


def test_a_conflict_copy_beside_the_file_is_named_and_not_touched(tmp_path: Path) -> None:
    here = at_home(tmp_path)
    file = opened(here)
    file.commit(adds("goals", 1, title=SECRET), create=True)
    copy = put(tmp_path / "leerreis (conflicted copy).json", Path(here.data_file).read_bytes())
    cut = put(tmp_path / "leerreis-LAPTOP-4K7RM2QX.json", Path(here.data_file).read_bytes()[:-9])
    before = copy.read_bytes()
    assert set(purge(file, here, [record_id(1)], acting.everything).left) == {str(copy), str(cut)}
    assert copy.read_bytes() == before
    merge(file, str(copy))
    copy.write_bytes(Path(here.data_file).read_bytes())
    cut.unlink()
    assert purge(file, here, [record_id(1)], acting.everything).left == ()


@pytest.mark.parametrize("dies", [True, False])
def test_whatever_fails_is_named_and_doing_it_once_more_finishes_it(tmp_path: Path, dies: bool) -> None:
    for at in range(1, 400):
        here = at_home(tmp_path / str(at))
        file = opened(here)
        file.commit(adds("goals", 1, title=SECRET), create=True)
        data = Path(here.data_file).read_bytes()
        put(Path(here.shadow_folder) / "older-0123.json", data)
        put(Path(here.absorbed_folder) / "copy.json", data)
        put(Path(here.damaged_folder) / f"{file_key(here.data_file)}.1.damaged", SECRET.encode())
        system = FaultySystem(at, dies=dies)
        done = None
        with suppress(DiedError, PortfolioError, OSError):
            done = purge(
                PortfolioFile(here, now, patience=0.0, system=system),
                here,
                [record_id(1)],
                acting.everything,
                system=system,
            )
        left = holding(tmp_path / str(at))
        if done is not None and not done.left and done.saved.in_file:
            assert left == []
        again = purge(opened(here), here, [record_id(1)], acting.everything)
        assert again.saved.in_file and again.left == ()
        assert holding(tmp_path / str(at)) == []
        if len(system.calls) < at:
            assert done is not None and left == []
            return
    pytest.fail("purging never came to its end")
