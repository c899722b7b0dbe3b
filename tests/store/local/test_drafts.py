"""What is being typed survives a crash, and is nobody else's."""

from __future__ import annotations

from pathlib import Path

from portfolio.store.local import drafts


def test_a_draft_is_kept_until_it_is_thrown_away(tmp_path: Path) -> None:
    folder = str(tmp_path / "drafts")
    drafts.save(folder, "reflection", {"title": "a"})
    drafts.save(folder, "reflection", {"title": "b\n\ud800"})
    drafts.save(folder, "edit/../of é", {"title": "c"})
    assert drafts.load_all(folder) == {"reflection": {"title": "b\n\ud800"}, "edit/../of é": {"title": "c"}}
    drafts.discard(folder, "reflection")
    drafts.discard(folder, "never there")
    assert drafts.load_all(folder) == {"edit/../of é": {"title": "c"}}


def test_a_draft_is_for_its_writer_alone(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts.save(str(folder), "a", {})
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_broken_draft_is_not_offered_and_not_touched(tmp_path: Path) -> None:
    folder = str(tmp_path)
    drafts.save(folder, "good", {"a": 1})
    for name, data in {
        "a": b"",
        "b": b"[]",
        "c": b'{"name": "x"}',
        "d": b"\xff",
        "e": b'{"name": "x", "draft": 1}',
    }.items():
        (tmp_path / f"{name}.json").write_bytes(data)
    assert drafts.load_all(folder) == {"good": {"a": 1}}
    assert len(list(tmp_path.iterdir())) == 6
    assert drafts.load_all(str(tmp_path / "none")) == {}
