"""Looking, changing, sharing, deleting, undoing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Cli

Add = Callable[..., str]


def ids(cli: Cli, *arguments: str) -> list[str]:
    return [r["id"] for r in cli("list", "--json", *arguments).json]


def test_list_filters_by_kind_template_period_tag_link_and_flag(cli: Cli, added: Add) -> None:
    goal = added("goal", "Meten", "--date", "2026-01-02")
    skill = added("skill", "Luisteren", "--date", "2026-01-03")
    note = added("note", "a", "--date", "2026-02-01", "--tag", "Van", "--goals", "Meten", "--skills", "Luisteren")
    log = added("log", "b", "--date", "2026-03-01", "--share")
    assert ids(cli) == [goal, skill, note, log]
    assert ids(cli, "goal") == [goal]
    assert ids(cli, "reflection") == [note, log]
    assert ids(cli, "log") == [log]
    assert ids(cli, "--since", "2026-02-01") == [note, log]
    assert ids(cli, "--until", "2026-02-01") == [goal, skill, note]
    assert ids(cli, "--since", "2026-01-03", "--until", "2026-02-28") == [skill, note]
    assert ids(cli, "--tag", "van") == [note]
    assert ids(cli, "--goal", "Meten") == [goal, note]
    assert ids(cli, "--skill", skill[-6:]) == [skill, note]
    assert ids(cli, "--shareable") == [log]


def test_text_has_a_line_a_record_and_says_private_or_shareable(cli: Cli, added: Add) -> None:
    private, shareable = added("note", "een\ntwee"), added("goal", "Meten", "--share")
    lines = cli("list").lines
    assert len(lines) == 2
    assert "een twee" in lines[0] and "private" in lines[0] and private[-8:] in lines[0]
    assert "shareable" in lines[1] and shareable[-8:] in lines[1]
    assert "deelbaar" in cli("--lang", "nl", "list").lines[1]


def test_search_finds_parts_of_words_in_any_field_without_case_and_accents(cli: Cli, added: Add) -> None:
    older = added("note", "De réunie over warmtepompen", "--date", "2026-01-01")
    newer = added("goal", "Anders", "--why", "WARMTE en Reunie", "--date", "2026-02-01")
    assert [r["id"] for r in cli("search", "warmte", "REUNIE", "--json").json] == [newer, older]
    assert [r["id"] for r in cli("search", "tepomp", "--json").json] == [older]
    assert [r["id"] for r in cli("search", "pompen", "--json").json] == [older]
    assert cli("search", "pompjes").lines == []
    assert "Did you mean “warmtepompen”?" in cli("search", "warmtepmopen").err
    assert cli("search", "pompjes").status == 0
    assert "Niets gevonden." in cli("--lang", "nl", "search", "xyzzy").err
    assert [r["id"] for r in cli("search", "warmtepomp", "--json").json] == [older]
    added("note", 'with "quotes" and back\\slash', "--tag", "Ümlaut")
    assert len(cli("search", '"quotes"').lines) == 1
    assert len(cli("search", "back\\slash", "umlaut").lines) == 1


def test_show_prints_every_field_with_its_label(cli: Cli, added: Add) -> None:
    added("person", "Ruud", "--role", "monteur")
    identity = added("feedback", "Goed\nzo", "--from", "Ruud", "--permission", "yes", "--asked", "ja")
    shown = cli("--lang", "nl", "show", identity[-6:]).out
    for words in ("Goed", "    zo", "Ruud", "privé", "wo 18 november 2026"):
        assert words in shown
    assert cli("show", "zzz").status == 1
    assert cli("show", identity[-5:]).status == 1


def test_edit_changes_only_what_is_named_and_replaces_lists_whole(cli: Cli, added: Add) -> None:
    identity = added("goal", "Meten", "--why", "omdat", "--tag", "a", "--tag", "b")
    assert cli("edit", identity, "--state", "paused", "--tag", "c", "--why", "").status == 0
    record = cli("show", identity, "--json").json
    assert (record["title"], record["state"], record["tags"]) == ("Meten", "paused", ["c"])
    assert "why" not in record
    assert record["modified"] >= record["created"]
    assert cli("edit", identity, "--state", "nonsense").status == 2
    assert cli("edit", identity, "--title", " ").status == 2


def test_share_and_unshare_take_several_or_none(cli: Cli, added: Add) -> None:
    one, two = added("note", "a"), added("note", "b")
    assert cli("share", one, two).status == 0
    assert ids(cli, "--shareable") == [one, two]
    assert cli("unshare", one, "nobody").status == 1
    assert ids(cli, "--shareable") == [one, two]
    assert cli("unshare", one).status == 0
    assert ids(cli, "--shareable") == [two]


def test_undo_and_redo_name_the_act_and_reach_over_processes(cli: Cli, added: Add) -> None:
    goal = added("goal", "Meten")
    cli("edit", goal, "--title", "Wegen")
    cli("share", goal)
    cli("delete", goal)
    assert ids(cli) == []
    assert "deleted" in cli("undo").err
    assert ids(cli, "--shareable") == [goal]
    assert "shareable" in cli("undo").err
    assert ids(cli, "--shareable") == []
    assert "changed" in cli("undo").err
    assert cli("show", goal, "--json").json["title"] == "Meten"
    assert "ongedaan" in cli("--lang", "nl", "undo").err.lower()
    assert ids(cli) == []
    assert cli("undo").status == 1
    for _ in range(3):
        assert cli("redo").status == 0
    assert cli("show", goal, "--json").json["title"] == "Wegen"
    assert ids(cli, "--shareable") == [goal]


def test_undo_leaves_alone_what_was_changed_since(cli: Cli, added: Add, home: Path) -> None:
    goal = added("goal", "Meten")
    cli("edit", goal, "--title", "Wegen")
    data = json.loads((home / "leerreis.json").read_text("utf-8"))
    document = next(iter(data["goals"].values()))
    document["title"] = "Door een ander"
    (home / "leerreis.json").write_text(json.dumps(data), "utf-8")
    assert cli("undo").status == 0
    assert cli("show", goal, "--json").json["title"] == "Door een ander"


def test_a_link_by_an_ambiguous_title_is_refused_with_candidates(cli: Cli, added: Add) -> None:
    one, two = added("goal", "Meten"), added("goal", "Meten")
    result = cli("add", "step", "x", "--goal", "Meten")
    assert result.status == 2
    assert one[-8:] in result.err and two[-8:] in result.err


def test_what_nothing_is_called_is_answered_with_what_was_most_likely_meant(cli: Cli, added: Add) -> None:
    added("goal", "Leren meten aan warmtepompen")
    added("person", "Théo")
    added("note", "meten")
    for typed in ("meten", "Warmtepompen", "leren meetn aan warmtepompen", "meten leren"):
        result = cli("show", typed)
        assert result.status == 1
        assert "Did you mean “Leren meten aan warmtepompen”?" in result.err
    assert "Bedoelde je “Théo”?" in cli("--lang", "nl", "list", "--person", "Teo").err
    assert "mean" not in cli("show", "zzz").err
    assert "mean" not in cli("list", "--person", "meten").err
