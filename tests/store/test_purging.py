"""Purged words are nowhere on this machine, and no old copy brings them back."""

from __future__ import annotations

from pathlib import Path

from portfolio.store import changes
from portfolio.store.arrivals import Brought
from portfolio.store.merging import merge
from portfolio.store.purging import purge
from portfolio.store.undo import Action, History, Step

from .lives import adds, at_home, opened, record_id, vid


def test_purging_takes_the_words_out_of_everything_that_is_kept(tmp_path: Path) -> None:
    here = at_home(tmp_path / "here")
    file = opened(here)
    file.commit(adds("goals", 1, title="SECRET words"), create=True)
    file.commit(adds("goals", 2, title="kept"))
    file.commit(lambda s: changes.edit(s, record_id(1), {"title": "SECRET again"}, vid(5)))
    old_copy = Path(here.data_file).read_bytes()
    for folder in (here.snapshots_folder, here.absorbed_folder, here.shadow_folder):
        Path(folder).mkdir(exist_ok=True)
        (Path(folder) / "copy.json").write_bytes(old_copy)
    Path(here.data_file).write_bytes(old_copy[:-30])
    file.read()
    assert list(Path(here.damaged_folder).iterdir())
    Path(here.data_file).write_bytes(old_copy)
    History(here).add(Action("", {}, (Step(record_id(1), "edit", {"title": "SECRET words"}, {}),), ""))
    saved = purge(file, here, [record_id(1)])
    assert saved.in_file
    for path in (tmp_path / "here").rglob("*"):
        assert not path.is_file() or b"SECRET" not in path.read_bytes(), path
    assert [s.values for s in saved.state.records()] == [{"title": "kept"}]
    (tmp_path / "old.json").write_bytes(old_copy)
    merged, came = merge(file, str(tmp_path / "old.json"))
    assert b"SECRET" not in merged.state.encode()
    assert came == Brought({}, {})
    Path(here.data_file).write_bytes(old_copy)
    file.read()
    assert b"SECRET" not in Path(here.data_file).read_bytes()
