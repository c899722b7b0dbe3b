"""Editing: in an editor, against other machines, and what is refused."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio import locations
from portfolio.store.local import drafts
from tests.cli.conftest import Cli
from tests.terminal import Terminal

Add = Callable[..., str]
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes $EDITOR a program that runs this Python on the page `s`."""

    def use(change: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            "import sys, subprocess\np = sys.argv[1]\ns = open(p, encoding='utf-8', newline='').read()\n"
            f"{change}\nopen(p, 'w', encoding='utf-8', newline='').write(s)\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    return use


def test_the_editor_takes_over_what_changed(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("three_minutes", "old words", "--answer", "learned=stays")
    editor("s = s.replace('old words', 'new words\\n\\n=== not.a.field === kept')")
    assert cli("edit", identity).status == 0
    answers = cli("show", identity, "--json").json["answers"]
    assert answers == {"progress": "new words\n\n=== not.a.field === kept", "learned": "stays"}


def test_opening_and_closing_changes_nothing_whatever_the_line_ends(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("note", "one\r\ntwo\rthree")
    before = cli("show", identity, "--json").json
    editor("")
    assert "Nothing was changed" in cli("edit", identity).err
    assert cli("show", identity, "--json").json == before


def test_what_another_window_wrote_meanwhile_is_kept_beside_it(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("note", "first")
    other = [sys.executable, "-m", "portfolio", "edit", identity, "--answer", "text=from the other window"]
    editor(f"s = s.replace('first', 'from the editor'); subprocess.run({other!r}, check=True)")
    assert cli("edit", identity).status == 0
    record = cli("show", identity, "--json").json
    both = {record["answers"]["text"], *record["conflicts"]["answers.text"]}
    assert both == {"from the editor", "from the other window"}


def test_both_versions_stand_in_the_editor_and_closing_it_settles_them(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("note", "first")
    other = [sys.executable, "-m", "portfolio", "edit", identity, "--answer", "text=theirs"]
    editor(f"s = s.replace('first', 'mine'); subprocess.run({other!r}, check=True)")
    cli("edit", identity)
    assert cli("check").status == 1
    editor("assert 'mine' in s and 'theirs' in s")
    shown = cli("show", identity, "--json").json["answers"]["text"]
    assert cli("edit", identity).status == 0
    record = cli("show", identity, "--json").json
    assert record["answers"]["text"] == shown
    assert "conflicts" not in record
    assert cli("check").status == 0


def test_a_version_that_was_not_shown_is_named_when_it_is_replaced(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("note", "first")
    other = [sys.executable, "-m", "portfolio", "edit", identity, "--answer", "text=theirs"]
    editor(f"s = s.replace('first', 'mine'); subprocess.run({other!r}, check=True)")
    cli("edit", identity)
    shown = cli("show", identity, "--json").json
    (hidden,) = shown["conflicts"]["answers.text"]
    result = cli("edit", identity, "--answer", "text=at last")
    assert f"was replaced too: “{hidden}”" in result.err
    assert cli("undo").status == 0
    assert cli("show", identity, "--json").json["conflicts"] == shown["conflicts"]


def test_a_page_that_is_refused_is_kept(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("goal", "Measure", "--why", "because")
    editor("s = s.replace('Measure', '').replace('because', 'a whole page of words')")
    result = cli("edit", identity)
    assert result.status == 2
    kept = next(word.rstrip(".") for word in result.err.split() if word.endswith(".md."))
    assert "a whole page of words" in Path(kept).read_text("utf-8")
    assert os.stat(kept).st_mode & 0o777 == 0o600


def test_the_page_lies_in_a_private_folder_that_is_removed(
    cli: Cli, added: Add, editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    seen = tmp_path / "seen"
    note = f"import os\nd = os.path.dirname(p)\nopen({str(seen)!r}, 'w').write(f'{{d}} {{os.stat(d).st_mode:o}}')"
    editor(note.replace("\n", "; ") + "; s = s.replace(chr(10) + chr(120), chr(10) + chr(121))")
    assert cli("edit", added("note", "x")).status == 0
    folder, mode = seen.read_text().split()
    assert mode.endswith("700")
    assert not Path(folder).exists()


def test_an_editor_that_fails_changes_nothing(
    cli: Cli, added: Add, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = added("note", "x")
    editor("s = 'rubbish'; open(p, 'w').write(s); sys.exit(3)")
    assert cli("edit", identity).status == 1
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    assert cli("edit", identity).status == 1
    assert cli("show", identity, "--json").json["answers"] == {"text": "x"}


@pytest.mark.parametrize(("option", "value"), [("--minutes", "--5"), ("--energy", "+-5"), ("--minutes", "1e3")])
def test_a_number_that_is_none_is_refused_in_a_sentence(cli: Cli, option: str, value: str) -> None:
    result = cli("add", "note", "x", f"{option}={value}")
    assert result.status == 2
    assert "whole number" in result.err


def test_two_profiles_in_one_act_are_one(cli: Cli) -> None:
    two = '[{"kind": "profile", "name": "A"}, {"kind": "profile", "job": "B"}]'
    assert cli("add", "--from-json", "-", stdin=two).status == 0
    (profile,) = cli("list", "profile", "--json").json
    assert (profile["name"], profile["job"]) == ("A", "B")


def test_the_demo_leaves_nothing_behind_when_its_window_is_closed(tmp_path: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "LANG": "en_GB.UTF-8"}
    with Terminal([sys.executable, "-m", "portfolio", "demo"], environment) as terminal:
        terminal.wait_for("Today")
        assert list(tmp_path.glob("leerreis-demo-*"))
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.wait_for_end()
    assert not list(tmp_path.glob("leerreis-demo-*"))


def test_a_mistake_of_ours_is_one_sentence_without_anyones_words(tmp_path: Path, home: Path) -> None:
    script = (
        "import os, sys, io\nfrom portfolio.cli import main\nfrom portfolio.cli.context import Streams\n"
        "import portfolio.notebook.changes as n\n"
        "def broken(*a, **k): raise RuntimeError('secret words')\n"
        "n.ChangeWriter.save = broken\n"
        "sys.exit(main.run(['add', 'note', 'secret words'], os.environ, Streams(sys.stdin, sys.stdout, sys.stderr)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=dict(os.environ), check=False
    )
    assert done.returncode == 1
    assert "secret" not in done.stderr
    assert "RuntimeError portfolio.cli.commands.add" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_day_of_a_state_is_kept_as_it_is_in_the_app(cli: Cli, added: Add) -> None:
    goal = added("goal", "Meten", "--date", "2026-01-10")
    assert cli("--today", "2026-03-01", "edit", goal, "--state", "paused", "--state-reason", "druk").status == 0
    assert cli("--today", "2026-04-01", "edit", goal, "--state", "active").status == 0
    assert cli("edit", goal, "--state", "achieved").status == 0
    shown = cli("show", goal, "--json").json
    assert (shown["achieved_on"], shown["state_on"]) == ("2026-11-18", "2026-11-18")
    assert shown["pauses"] == [{"from": "2026-03-01", "until": "2026-04-01"}]
    assert "state_reason" not in shown
    for expected in ("2026-04-01", "2026-03-01"):
        cli("undo")
        assert cli("show", goal, "--json").json["state_on"] == expected
    assert cli("show", goal, "--json").json["state_reason"] == "druk"


@pytest.mark.parametrize(
    ("typed", "pause"),
    [
        ("2026-03-01/2026-04-01", {"from": "2026-03-01", "until": "2026-04-01"}),
        ("1 mrt 2026 / 1 apr 2026", {"from": "2026-03-01", "until": "2026-04-01"}),
        ("2026-03-01/", {"from": "2026-03-01"}),
        ("/2026-04-01", {"until": "2026-04-01"}),
    ],
)
def test_a_pause_can_be_typed(cli: Cli, added: Add, typed: str, pause: dict[str, str]) -> None:
    goal = added("goal", "Meten", "--pauses", typed)
    assert cli("show", goal, "--json").json["pauses"] == [pause]


@pytest.mark.parametrize("typed", ["maart", "/", "2026-04-01/2026-03-01", "2026-04-01"])
def test_a_pause_without_its_days_is_refused(cli: Cli, typed: str) -> None:
    result = cli("add", "goal", "Meten", "--pauses", typed)
    assert result.status == 2
    assert "pauses:" in result.err


def pages(home: Path) -> list[Path]:
    """The pages that were kept."""
    return sorted((home / "state" / "pages").rglob("*.md"))


REFUSED = {
    "everything is replaced": "s = 'a page of new words'",
    "the first label is deleted": "s = s.split('\\n', 1)[1]",
    "a label in the middle is deleted": "s = '\\n'.join(x for x in s.split('\\n') if '=== why' not in x)",
    "a label is twice": "s += '\\n=== why ===\\nprecious'",
    "words stand above the first label": "s = 'precious\\n' + s",
    "the name in a label is changed": "s = s.replace('=== why ===', '=== whom ===')",
    "a label is gone and its text with it": "s = s[:s.index('=== why')] + s[s.index('=== different'):]",
}


@pytest.mark.parametrize("how", REFUSED)
def test_words_without_a_clear_place_are_refused_and_kept(
    cli: Cli, added: Add, editor: Editor, home: Path, how: str
) -> None:
    identity = added("goal", "Measure", "--why", "because")
    before = cli("show", identity, "--json").json
    editor(REFUSED[how])
    result = cli("edit", identity)
    assert result.status == 2
    (page,) = pages(home)
    assert str(page) in result.err
    assert cli("show", identity, "--json").json == before
    kept = page.read_text("utf-8")
    editor("assert s == open(p, newline='').read(); s = '=== title ===\\nMeasure\\n=== why ===\\nat last\\n'")
    again = cli("edit", identity)
    assert str(page) in again.err
    assert again.status == 0, kept
    assert cli("show", identity, "--json").json["why"] == "at last"
    assert pages(home) == []


TAKEN = {
    "a byte order mark": "s = '\\ufeff' + s.replace('because', 'new')",
    "windows line ends": "s = s.replace('because', 'new').replace('\\n', '\\r\\n')",
    "spaces behind a label": "s = s.replace('because', 'new').replace('=== Why', '===   Why')",
    "spaces at the end of every line": "s = s.replace('because', 'new').replace('===\\n', '===   \\n')",
    "an indented label": "s = s.replace('because', 'new').replace('=== why', '   === why')",
    "other signs around a label": "s = s.replace('because', 'new').replace('=== why ===', '== why ==')",
    "a capital": "s = s.replace('because', 'new').replace('=== why', '=== Why')",
    "empty texts left out": "s = '=== title ===\\nMeasure\\n\\n=== why ===\\nnew'",
}


@pytest.mark.parametrize("how", TAKEN)
def test_what_an_editor_does_to_labels_loses_no_word(
    cli: Cli, added: Add, editor: Editor, home: Path, how: str
) -> None:
    identity = added("goal", "Measure", "--why", "because")
    editor(TAKEN[how])
    assert cli("edit", identity).status == 0
    record = cli("show", identity, "--json").json
    assert (record["title"], record["why"]) == ("Measure", "new")
    assert pages(home) == []


def test_an_indented_page_fills_no_empty_field(cli: Cli, added: Add, editor: Editor) -> None:
    identity = added("note", "first words")
    before = cli("show", identity, "--json").json
    editor("s = ''.join('  ' + line for line in s.splitlines(keepends=True))")
    assert cli("edit", identity).status == 0
    after = cli("show", identity, "--json").json
    assert after["answers"] == {"text": "  first words"}
    assert set(after) == set(before)


def test_a_text_that_looks_like_a_label_stays_a_text(cli: Cli, added: Add, editor: Editor) -> None:
    text = "=== title === is how a label looks\n==== why ===="
    identity = added("goal", "Measure", "--why", text)
    editor("s = s.replace('Measure', 'Weigh')")
    assert cli("edit", identity).status == 0
    record = cli("show", identity, "--json").json
    assert (record["title"], record["why"]) == ("Weigh", text)


def test_an_emptied_page_changes_nothing_and_is_gone(cli: Cli, added: Add, editor: Editor, home: Path) -> None:
    identity = added("goal", "Measure", "--why", "because")
    editor("s = ' \\n\\n'")
    result = cli("edit", identity)
    assert (result.status, "Nothing was changed" in result.err) == (0, True)
    assert cli("show", identity, "--json").json["why"] == "because"
    assert pages(home) == []


def test_a_changed_other_version_is_refused(cli: Cli, added: Add, editor: Editor, home: Path) -> None:
    identity = added("note", "first")
    other = [sys.executable, "-m", "portfolio", "edit", identity, "--answer", "text=theirs"]
    editor(f"s = s.replace('first', 'mine'); subprocess.run({other!r}, check=True)")
    cli("edit", identity)
    shown = cli("show", identity, "--json").json["answers"]["text"]
    hidden = "mine" if shown == "theirs" else "theirs"
    editor(f"s = s.replace('{hidden}', 'precious')")
    assert cli("edit", identity).status == 2
    (page,) = pages(home)
    assert "precious" in page.read_text("utf-8")


def test_an_editor_that_is_back_at_once_keeps_the_page_and_what_it_saves_later_is_read(
    cli: Cli, added: Add, editor: Editor, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = added("goal", "Measure", "--why", "because")
    monkeypatch.setattr("portfolio.own_editor.AT_ONCE_SECONDS", 1000)
    monkeypatch.setenv("EDITOR", "true")
    result = cli("edit", identity)
    (page,) = pages(home)
    assert "--wait" in result.err and str(page) in result.err
    page.write_text(page.read_text("utf-8").replace("because", "saved in the window"), "utf-8")
    cli("edit", identity, "--title", "Changed meanwhile")
    assert cli("edit", identity).status == 0
    record = cli("show", identity, "--json").json
    assert (record["title"], record["why"]) == ("Changed meanwhile", "saved in the window")
    assert pages(home) == []


def test_a_page_that_nothing_was_written_on_is_made_again(
    cli: Cli, added: Add, editor: Editor, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = added("goal", "Measure", "--why", "because")
    monkeypatch.setattr("portfolio.own_editor.AT_ONCE_SECONDS", 1000)
    monkeypatch.setenv("EDITOR", "true")
    cli("edit", identity)
    cli("edit", identity, "--why", "another reason")
    editor("assert 'another reason' in s; s = s.replace('Measure', 'Weigh')")
    assert cli("edit", identity).status == 0
    assert pages(home) == []


def test_a_page_that_was_kept_does_not_write_over_what_came_since(
    cli: Cli, added: Add, editor: Editor, home: Path
) -> None:
    identity = added("goal", "Measure", "--why", "because")
    editor("s = s.replace('because', 'from the page'); open(p, 'w').write(s); sys.exit(1)")
    assert cli("edit", identity).status == 1
    cli("edit", identity, "--why", "from the line")
    editor("")
    assert cli("edit", identity).status == 0
    record = cli("show", identity, "--json").json
    assert {record["why"], *record["conflicts"]["why"]} == {"from the page", "from the line"}
    assert pages(home) == []


def test_a_purged_record_leaves_no_page(cli: Cli, added: Add, editor: Editor, home: Path) -> None:
    identity = added("goal", "Measure", "--why", "because")
    editor("s = 'precious'")
    cli("edit", identity)
    assert pages(home)
    cli("delete", identity)
    assert cli("purge", identity, "--yes").status == 0
    assert list((home / "state" / "pages").iterdir()) == []


def test_a_draft_in_the_app_is_named_and_stays(cli: Cli, added: Add, editor: Editor) -> None:
    identity, other = added("goal", "Cable"), added("goal", "Pump")
    where = locations.find(os.environ)
    folder, draft = where.drafts_folder, {"record": identity, "file": where.data_file}
    drafts.save(folder, f"edit-{identity}", {**draft})
    told = "The app has an unsaved draft of this."
    editor("s = s.replace('Cable', 'Cables')")
    assert told in cli("edit", identity, "--why", "Because").err
    assert told in cli("edit", identity).err
    assert told not in cli("edit", other, "--why", "Because").err
    assert drafts.load_all(folder) == {f"edit-{identity}": draft}


def test_a_page_that_was_refused_is_gone_on_with_and_never_laid_out_again(
    cli: Cli, added: Add, editor: Editor, home: Path
) -> None:
    identity = added("goal", "Measure", "--why", "because")
    editor("s = s.replace('Measure', '').replace('because', 'a whole page of words')")
    for _turn in range(2):  # the second time the editor finds nothing to replace: it has the page that was kept
        assert cli("edit", identity).status == 2
    (page,) = (home / "state" / "pages").rglob("*.md")
    assert "a whole page of words" in page.read_text("utf-8")


def test_an_edit_of_what_was_deleted_for_good_elsewhere_keeps_what_was_typed(cli: Cli, added: Add, home: Path) -> None:
    identity = added("goal", "Meten", "--why", "first")
    for n in range(3):
        added("note", f"note {n}")
    there = home.parent / "there"
    there.mkdir()
    shutil.copy(home / "leerreis.json", there / "leerreis.json")
    other = [sys.executable, "-m", "portfolio", "purge", "--yes", identity]
    subprocess.run(other, check=True, env={**os.environ, "LEERREIS_HOME": str(there)})
    shutil.copy(there / "leerreis.json", home / "leerreis.json")
    refused = cli("edit", "Meten", "--why", "words typed here")
    assert refused.status == 1
    assert "was deleted for good" in refused.err and "kept as a draft" in refused.err
    places = locations.find({"LEERREIS_HOME": str(home)})
    (draft,) = drafts.load_all(places.drafts_folder).values()
    assert "words typed here" in str(draft)


def test_what_is_in_the_bin_is_said_to_be_there(cli: Cli, added: Add) -> None:
    identity = added("goal", "Meten")
    cli("delete", identity)
    for command in (("edit", "Meten", "--why", "x"), ("show", identity), ("share", identity), ("delete", identity)):
        refused = cli(*command)
        assert refused.status == 1 and "“Meten” was deleted; it is in the bin" in refused.err, command
        assert identity[-8:] in refused.err
