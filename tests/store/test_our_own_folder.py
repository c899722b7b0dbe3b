"""What lies in the state folder: names that fit any id, damage set aside, purges that reach all of it, and bounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portfolio.locations import Locations, file_key
from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.health import check
from portfolio.records.goals import Goal
from portfolio.store.file import shadow
from portfolio.wording import Words

from .lives import PORTFOLIO, adds, at_home, now, opened, record_id, state_of

EN = Words("en")
SECRET = "very private words"
ODD_IDS = ["a/b", "../../x", "x" * 300, "nul\0", "lone \ud800", "CON", "a\nb"]


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    return at_home(tmp_path / "here")


def put(path: str | Path, data: bytes) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)
    return Path(path)


def called(portfolio_id: str, *, number: int = 1, title: str = "x", **top: Any) -> bytes:
    """A data file of this portfolio id, with one goal; `number` 0: without one."""
    state = state_of(("goals", number, {"title": title})) if number else state_of()
    tables = json.loads(state.encode())
    tables["_meta"]["1"]["portfolio_id"] = portfolio_id
    return json.dumps({**tables, **top}).encode()


def start(here: Locations) -> Notebook:
    return open_notebook(here, today=now().date(), now=now)


def holding(folder: str | Path, words: str = SECRET) -> list[str]:
    """The files in which the words are, in any spelling."""
    spellings = [words.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return [path.name for path in files if any(each in path.read_bytes() for each in spellings)]


@pytest.mark.parametrize("identity", ODD_IDS)
def test_an_id_that_is_no_name_for_a_file_is_no_trouble_and_is_named(here: Locations, identity: str) -> None:
    put(here.data_file, called("first", number=1, title="first"))
    opened(here).read()
    put(here.data_file, called(identity, number=2, title="second"))
    for number in (3, 4):
        saved = opened(here).commit(adds("goals", number, title="more"))
        assert saved.in_file and len(list(saved.state.records("goals"))) == number - 1
    assert any("id by which copies" in each.sentence(EN) for each in check(start(here)))
    put(here.data_file, called("third", number=5))
    opened(here).read()
    assert identity in opened(here)._shadow.parked_others()
    put(here.data_file, called(identity, number=2, title="second"))
    assert {each.values["title"] for each in opened(here).read().state.records("goals")} == {"second", "more"}
    assert {path.parent for path in Path(here.state_folder).rglob("*.json") if "shadow" in str(path)} == {
        Path(here.shadow_folder)
    }


def test_a_sound_id_is_nothing_to_name(here: Locations) -> None:
    opened(here).commit(adds("goals", 1, title="x"), create=True)
    assert not check(start(here))


def test_what_an_older_leerreis_set_aside_is_found(here: Locations) -> None:
    put(here.data_file, called("0198c0de-0000-4000-8000-000000000009", number=1, title="now here"))
    opened(here).read()
    older = f"{file_key(here.data_file)}.{PORTFOLIO}.json"
    put(Path(here.shadow_folder) / older, called(PORTFOLIO, number=2, title="kept aside"))
    put(here.data_file, called(PORTFOLIO, number=3, title="back again"))
    titles = {each.values["title"] for each in opened(here).read().state.records("goals")}
    assert titles == {"kept aside", "back again"}


@pytest.mark.parametrize("other", [{"later": [1, 2]}, {"note": "words of a program"}])
def test_values_that_nobody_knows_stay_when_a_file_without_records_comes(
    here: Locations, other: dict[str, Any]
) -> None:
    opened(here).commit(adds("goals", 1, title="ours"), create=True)
    put(here.data_file, called("0198c0de-0000-4000-8000-000000000009", number=0, **other))
    saved = opened(here).commit(adds("goals", 2, title="more"))
    tables = json.loads(Path(here.data_file).read_bytes())
    assert saved.in_file and {name: tables[name] for name in other} == other
    assert len(tables["goals"]) == 2


def test_a_purge_reaches_what_came_from_a_portfolio_that_was_joined(here: Locations, tmp_path: Path) -> None:
    first = start(here)
    batch = first.batch()
    batch.add_json({"kind": "goal", "title": "ours"})
    first.write.save(batch, create_file=True)
    there = here._replace(data_file=str(tmp_path / "other" / "leerreis.json"))
    second = start(there)
    batch = second.batch()
    batch.add_json({"kind": "goal", "title": SECRET})
    (identity,) = second.write.save(batch, create_file=True).ids
    second.write.set_shareable([identity], True)
    first = start(here)
    first.copies.merge(there.data_file, other=True)
    assert len(holding(here.state_folder)) > 2
    assert start(here).write.purge([identity]).saved.in_file
    assert holding(here.state_folder) == []


@pytest.mark.parametrize("spelled", ["utf-16", "utf-16-be", "utf-8-sig", "indented and cut", "cut at the start", "cut"])
@pytest.mark.parametrize("after", [True, False])
def test_no_damaged_copy_keeps_words_that_were_purged(here: Locations, spelled: str, after: bool) -> None:
    file = opened(here)
    file.commit(adds("goals", 1, title="kept"), create=True)
    file.commit(adds("goals", 2, title=SECRET, why=SECRET, zeal=SECRET))
    old = Path(here.data_file).read_text("utf-8")
    whole = json.dumps(json.loads(old), indent=2)
    data = {
        "indented and cut": whole[: whole.rindex(SECRET) + len(SECRET) + 1].encode(),
        "cut at the start": old[old.index(SECRET) :].encode(),
        "cut": old[: old.rindex(SECRET) + len(SECRET)].encode(),
    }.get(spelled) or old.encode(spelled)
    current = Path(here.data_file).read_bytes()
    if not after:
        put(here.data_file, data)
        opened(here).read()
        put(here.data_file, current)
    start(here).write.purge([record_id(2)])
    if after:
        put(here.data_file, data)
        opened(here).read()
    assert holding(here.state_folder) == []


def test_lines_of_other_records_are_kept_from_a_damaged_copy_after_a_purge(here: Locations) -> None:
    file = opened(here)
    file.commit(adds("goals", 1, title="unseen words"), create=True)
    file.commit(adds("goals", 2, title=SECRET))
    old = Path(here.data_file).read_bytes()
    start(here).write.purge([record_id(2)])
    put(here.data_file, old[:-5])
    opened(here).read()
    assert holding(here.damaged_folder, "unseen words") and not holding(here.damaged_folder)


def test_damaged_copies_take_no_more_room_than_there_is(here: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shadow, "_DAMAGED_BYTES", 3000)
    opened(here).commit(adds("goals", 1, title="x"), create=True)
    for number in range(30):
        put(here.data_file, b"{" + bytes([65 + number]) * 900)
        opened(here).read()
    sizes = [path.stat().st_size for path in Path(here.damaged_folder).iterdir()]
    assert sum(sizes) <= 3000 and len(sizes) == 3
    put(here.data_file, b"{" + b"z" * 5000)
    opened(here).read()
    assert not holding(here.damaged_folder, "zzzz")


WRONG: list[Any] = [None, 7, [], {}, "", "{nobody}", "{title.__class__}", "{", "2026-13-40", "2026-03-12", True]


@pytest.mark.parametrize("key", ["label", "at", "parameters", "steps"])
@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_a_damaged_history_is_set_aside_named_and_never_in_the_way(here: Locations, key: str, wrong: Any) -> None:
    notebook = start(here)
    for title in ("A", "B"):
        batch = notebook.batch()
        batch.add_json({"kind": "goal", "title": title})
        notebook.write.save(batch, create_file=True)
    (history,) = Path(here.undo_folder).glob("*.jsonl")
    lines = history.read_text("utf-8").splitlines()
    told = json.loads(lines[-1])
    told["do"][key] = wrong
    history.write_text("\n".join([lines[0], json.dumps(told), ""]), "utf-8")
    again = start(here)
    if not any(each.sort == "state" for each in check(again)):
        fits = (key == "label" and isinstance(wrong, str)) or (key, wrong) in [("parameters", {}), ("steps", [])]
        assert fits, "nothing is wrong with it"
        return
    done = again.write.undo()
    assert "goal" in done.sentence(EN) and [each.kind for each in done.notices] == ["undo_damaged"]
    assert [goal.title for goal in again.read.records.of(Goal)] == ["B"], "the sound act was taken back"
    assert not check(start(here))
    assert json.dumps(wrong) in next(Path(here.damaged_folder).iterdir()).read_text("utf-8")
