"""Nobody replaces what was not shown: whatever is done without a form, a version that arrives with it stays.

Each way of writing is tried with each way in which a version can arrive, on a computer that opens its portfolio as a
command does: it reads, acts, and is gone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio.locations import find
from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.agreement_followup import become
from portfolio.notebook.lookup import DeletedRecord
from portfolio.notebook.tags import rename
from portfolio.records.conversations import Agreement
from portfolio.records.kinds import PROFILE_ID
from portfolio.store.three_way import merge_versions
from portfolio.wording import Words

from .test_notebook import TODAY, write

Arrives = Callable[[Path, Path], None]
Act = Callable[[Notebook, str], Any]


def as_a_conflict_copy(theirs: Path, ours: Path) -> None:
    """A sync client puts their file beside ours."""
    ours.with_name("leerreis.sync-conflict-20261122-233937-G3W4CDZ.json").write_bytes(theirs.read_bytes())


def in_the_place_of_the_file(theirs: Path, ours: Path) -> None:
    """A sync client replaces our file."""
    ours.write_bytes(theirs.read_bytes())


def by_a_merge_of_git(theirs: Path, ours: Path) -> None:
    """Git joins both with our driver."""
    ours.write_bytes(merge_versions(str(ours), str(ours), str(theirs)).encode())


WAYS = (as_a_conflict_copy, in_the_place_of_the_file, by_a_merge_of_git)


class Two:
    """Two computers with the same portfolio."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._minutes = folder, 0
        self.a, self.b = folder / "a" / "leerreis.json", folder / "b" / "leerreis.json"

    def open(self, name: str) -> Notebook:
        """As a command does, a minute after the last one."""
        self._minutes += 1
        at = datetime(2026, 3, 12, 20, tzinfo=UTC) + timedelta(minutes=self._minutes)
        return open_notebook(find({"LEERREIS_HOME": str(self._folder / name)}), today=TODAY, now=lambda: at)

    def begin(self, **values: Any) -> str:
        """A record that both have."""
        identity = write(self.open("a"), **values)
        self.b.parent.mkdir()
        self.b.write_bytes(self.a.read_bytes())
        self.open("b")
        return identity

    def there(self, identity: str, **values: Any) -> None:
        """The other computer changes it, having seen it."""
        edit(**values)(self.open("b"), identity)


def edit(**values: Any) -> Callable[..., Any]:
    """Set these fields, as a command does."""

    def act(notebook: Notebook, identity: str) -> Any:
        batch = notebook.batch()
        batch.edit(identity, notebook.read.record(identity).kind, values)
        return notebook.write.save(batch)

    return act


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def versions(notebook: Notebook, identity: str, field: str) -> set[Any]:
    """Everything that a field says, shown or not."""
    state = notebook.read.state
    table = state.table_of(identity)
    entry = state.entry(table, identity) if table else None
    assert entry is not None
    return {str(value) for value in entry.fields[field].heads.values()} if field in entry.fields else set()


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_an_edit_keeps_the_words_that_arrive_with_it(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    two.there(identity, why="words of the other computer")
    arrives(two.b, two.a)
    stored = edit(why="second words here")(two.open("a"), identity)
    assert [each.kind for each in stored.notices] == ["beside"]
    again = two.open("a")
    assert versions(again, identity, "why") == {"words of the other computer", "second words here"}
    assert list(again.read.record(identity).conflicts) == ["why"]


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_deleting_what_was_changed_elsewhere_keeps_it(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    two.there(identity, why="words of the other computer")
    arrives(two.b, two.a)
    stored = two.open("a").write.delete([identity])
    assert stored.overruled == (identity,)
    assert [each.kind for each in stored.notices] == ["not_deleted"]
    again = two.open("a")
    assert again.read.record(identity).title == "Meten"
    assert again.next_acts().undo is None or "deleted" not in again.next_acts().undo.label  # type: ignore[union-attr]
    assert again.write.delete([identity]).overruled == (), "now it was seen"
    assert not two.open("a").read.records.of_kind("goal")


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_the_most_careful_choice_counts_until_it_was_seen(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="feedback", what="Good", permission="not_asked")
    two.there(identity, permission="no")
    arrives(two.b, two.a)
    stored = edit(permission="yes")(two.open("a"), identity)
    assert [each.kind for each in stored.notices] == ["careful"] and stored.overruled == (identity,)
    assert two.open("a").read.record(identity).permission == "no"
    assert not edit(permission="yes")(two.open("a"), identity).notices
    assert two.open("a").read.record(identity).permission == "yes"


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_sharing_does_not_undo_what_was_made_private_elsewhere(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten")
    two.open("b").write.set_shareable([identity], True)
    two.open("b").write.set_shareable([identity], False)
    arrives(two.b, two.a)
    stored = two.open("a").write.set_shareable([identity], True)
    assert stored.overruled == (identity,) and [each.kind for each in stored.notices] == ["careful"]
    assert not two.open("a").read.record(identity).shareable


def become_a_goal(notebook: Notebook, identity: str) -> Any:
    """What was agreed becomes a goal, which links the agreement with it."""
    agreement = notebook.read.records.find(Agreement, identity)
    assert agreement is not None
    return become(notebook, agreement, "goal")


@pytest.mark.parametrize(
    ("first", "theirs", "act"),
    [
        ({"kind": "goal", "title": "Meten", "state": "active"}, {"state": "dropped"}, edit(state="paused")),
        ({"kind": "goal", "title": "Meten"}, {"due": "2026-05-01"}, edit(due="2026-06-01")),
        ({"kind": "goal", "title": "Meten", "tags": ["oud"]}, {"tags": ["oud", "hun"]},
         lambda nb, _id: rename(nb, "oud", "nieuw")),
        ({"kind": "agreement", "text": "Samen"}, {"goal": "Praten"},
         become_a_goal),
        ({"kind": "person", "name": "Ruud", "role": "mentor"}, {"name": "Ruud de Wit"},
         lambda nb, identity: nb.write.keep_role(identity, "mentor")),
        ({"kind": "reflection", "template": "three_minutes", "answers": {"learned": "a", "next": "b"}},
         {"answers": {"learned": "theirs"}}, edit(answers={"learned": "ours"})),
        ({"kind": "profile", "name": "Samir", "job": "Monteur"}, {"job": "Voorman"},
         lambda nb, _id: write(nb, kind="profile", name="Samir", job="Uitvoerder")),
    ],
    ids=["state", "day", "tag", "become", "name", "answer", "profile added again"],
)  # fmt: skip
@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_every_way_of_writing_keeps_what_arrives(
    two: Two, arrives: Arrives, first: dict[str, Any], theirs: dict[str, Any], act: Act
) -> None:
    if "goal" in theirs:
        write(two.open("a"), kind="goal", title=theirs["goal"])
    identity = two.begin(**first)
    identity = PROFILE_ID if first["kind"] == "profile" else identity
    two.there(identity, **theirs)
    field = next(iter(theirs))
    said = versions(two.open("b"), identity, "answers.learned" if field == "answers" else field)
    arrives(two.b, two.a)
    act(two.open("a"), identity)
    after = versions(two.open("a"), identity, "answers.learned" if field == "answers" else field)
    assert said < after, "both are kept"


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_undo_and_redo_keep_what_arrives(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    two.open("a").write.delete([identity])
    two.open("a").write.undo()
    two.there(identity, why="words of the other computer")
    arrives(two.b, two.a)
    done = two.open("a").write.redo()
    assert [each.kind for each in done.notices] == ["not_deleted"]
    assert versions(two.open("a"), identity, "why") == {"words of the other computer"}
    assert two.open("a").read.records.of_kind("goal")


def test_undo_leaves_an_unseen_version_that_says_the_same(two: Two) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    edit(why="the same")(two.open("a"), identity)
    two.there(identity, why="the same")
    in_the_place_of_the_file(two.b, two.a)
    two.open("a").write.undo()
    assert versions(two.open("a"), identity, "why") == {"first words", "the same"}


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_a_purge_takes_only_what_was_seen(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    two.there(identity, why="words of the other computer")
    arrives(two.b, two.a)
    purged = two.open("a").write.purge([identity])
    assert [each.kind for each in purged.saved.notices] == ["not_purged"]
    again = two.open("a")
    assert versions(again, identity, "why") == {"words of the other computer"}
    assert not versions(again, identity, "title")
    again.write.purge([identity])
    assert b"words of the other computer" not in two.a.read_bytes()


def test_several_acts_of_one_command_replace_each_other(two: Two) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    notebook = two.open("a")
    for words in ("second words", "third words"):
        edit(why=words)(notebook, identity)
    notebook.write.set_shareable([identity], True)
    notebook.write.set_shareable([identity], False)
    again = two.open("a")
    assert versions(again, identity, "why") == {"third words"} and versions(again, identity, "shareable") == {"False"}


def test_what_a_face_shows_is_seen(two: Two) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    app = two.open("a")
    shown = app.read.state
    two.there(identity, why="words of the other computer")
    in_the_place_of_the_file(two.b, two.a)
    app.look()
    app.read.shows(shown)
    edit(why="here")(app, identity)
    assert versions(app, identity, "why") == {"here", "words of the other computer"}
    app.read.shows(app.read.state)
    edit(why="both read")(app, identity)
    assert versions(app, identity, "why") == {"both read"}


def test_a_first_command_on_a_new_computer_may_change_what_the_file_says(two: Two) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    fresh = Path(find(dict(os.environ)).data_file)
    fresh.parent.mkdir(parents=True)
    fresh.write_bytes(two.a.read_bytes())
    notebook = open_notebook(find(dict(os.environ)), today=TODAY, now=lambda: datetime(2026, 4, 1, tzinfo=UTC))
    assert not edit(why="second words")(notebook, identity).notices
    assert versions(notebook, identity, "why") == {"second words"}


def test_the_sentences_say_what_is_kept(two: Two) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    two.there(identity, why="theirs")
    in_the_place_of_the_file(two.b, two.a)
    (notice,) = edit(why="ours")(two.open("a"), identity).notices
    assert "both are kept" in notice.sentence(Words("en"))
    assert "allebei bewaard" in notice.sentence(Words("nl"))


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_an_edit_of_what_was_deleted_elsewhere_keeps_it(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    two.open("b").write.delete([identity])
    arrives(two.b, two.a)
    notebook = two.open("a")
    record = notebook.read.to_edit("Meten")
    batch = notebook.batch(record)
    batch.edit_typed(record.id, record.kind, {"why": ["words typed here"], "state": ["paused"]})
    stored = notebook.write.save(batch)
    assert [each.kind for each in stored.notices] == ["kept_alive"] and not stored.overruled
    again = two.open("a").read.record(identity)
    assert (again.why, again.state, len(again.pauses)) == ("words typed here", "paused", 1)
    two.open("a").write.delete([identity])
    with pytest.raises(DeletedRecord) as refused:
        two.open("a").read.to_edit(identity)
    assert "“Meten” was deleted; it is in the bin" in str(refused.value)
    assert "leerreis" not in str(refused.value), "the app has no commands"


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_taking_back_an_edit_brings_nothing_back_that_was_deleted_elsewhere(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", why="first words")
    edit(why="second words")(two.open("a"), identity)
    two.b.write_bytes(two.a.read_bytes())
    two.open("b")
    two.open("b").write.delete([identity])
    arrives(two.b, two.a)
    done = two.open("a").write.undo()
    assert done.left_alone == 1
    assert not two.open("a").read.records.of_kind("goal")


@pytest.mark.parametrize("arrives", WAYS, ids=lambda each: each.__name__)
def test_a_list_that_was_changed_elsewhere_too_is_joined_and_offers_no_choice(two: Two, arrives: Arrives) -> None:
    identity = two.begin(kind="goal", title="Meten", tags=["old"])
    two.there(identity, tags=["old", "theirs"])
    arrives(two.b, two.a)
    stored = edit(tags=["new"])(two.open("a"), identity)
    assert [each.kind for each in stored.notices] == ["lists_joined"]
    record = two.open("a").read.record(identity)
    assert set(record.tags) == {"old", "theirs", "new"} and not record.conflicts
