"""Journey, export, copy, check, merge, where, demo, help and wrong use."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from portfolio.cli.main import COMMANDS
from tests.cli.conftest import Cli

Add = Callable[..., str]


@pytest.mark.parametrize("picture", ["lanes", "growth", "goals", "rhythm", "timeline", "forms", "evidence", "energy"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_picture_of_the_demo_fits_any_width_and_is_whole_in_ascii(cli: Cli, picture: str, language: str) -> None:
    for width in (40, 80, 132):
        drawn = cli("--lang", language, "demo", "journey", picture, "--width", str(width))
        assert drawn.status == 0, drawn.err
        assert max(map(len, drawn.lines)) <= width
    assert cli("--lang", language, "demo", "journey", picture, "--ascii").status == 0
    view = cli("--lang", language, "demo", "journey", picture, "--json").json
    assert view["picture"] == picture


def test_a_shared_picture_knows_nothing_of_private_records(cli: Cli) -> None:
    mine, shared = cli("--lang", "nl", "demo", "journey"), cli("--lang", "nl", "demo", "journey", "--shared")
    assert "Klanten rustig" in mine.out
    assert "Klanten" not in shared.out
    assert "Uitleg" not in shared.out
    for private in ("rhythm", "energy"):
        assert cli("demo", "journey", private, "--shared").status == 2


@pytest.mark.parametrize("picture", ["lanes", "timeline"])
def test_own_notes_are_in_the_own_pictures_and_never_in_what_is_shared(cli: Cli, added: Add, picture: str) -> None:
    added("goal", "Welding", "--share")
    added("note", "A quiet day")
    shared = cli("journey", picture, "--shared")
    assert "A quiet day" in cli("journey", picture).out
    assert "A quiet day" in cli("journey", picture, "--json").out
    cli("share", cli("list", "reflection", "--json").json[0]["id"])
    assert cli("journey", picture, "--shared").out == shared.out


def test_a_picture_as_svg_is_a_private_file_that_says_what_is_in_it_and_replaces_nothing_unasked(
    cli: Cli, tmp_path: Path
) -> None:
    target = tmp_path / "lanes.svg"
    said = cli("--lang", "nl", "demo", "journey", "--svg", str(target))
    assert (said.status, said.out) == (0, "")
    assert "privé" in said.err
    mine = target.read_text("utf-8")
    assert "Klanten rustig" in mine
    assert os.stat(target).st_mode & 0o777 == 0o600
    assert cli("demo", "journey", "--svg", str(target)).status == 1
    assert target.read_text("utf-8") == mine
    shared = cli("--lang", "nl", "demo", "journey", "--shared", "--svg", str(target), "--force")
    assert "privé" not in shared.err
    assert "Klanten rustig" not in target.read_text("utf-8")
    refused = cli("demo", "journey", "forms", "--svg", str(tmp_path / "forms.svg"))
    assert refused.status == 2
    assert "lanes, growth, skill" in refused.err


def test_a_page_for_the_browser_is_named_as_one_and_shown_as_it_would_be_written(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "me.html"
    assert cli("demo", "export", "--format", "html", "--to", str(target)).status == 0
    assert target.read_text("utf-8") == cli("demo", "export", "--format", "html", "--dry-run").out
    for name, form in (("me.md", "html"), ("me.html", "md")):
        refused = cli("demo", "export", "--format", form, "--to", str(tmp_path / "other" / name))
        assert refused.status == 2


def test_a_file_for_another_program_needs_a_name_and_is_shown_in_words(cli: Cli, tmp_path: Path) -> None:
    for form, begins in (("pdf", b"%PDF-"), ("docx", b"PK")):
        target = tmp_path / f"me.{form}"
        assert cli("demo", "export", "--format", form).status == 2
        assert cli("demo", "export", "--format", form, "--to", str(target)).status == 0
        assert target.read_bytes().startswith(begins)
        assert cli("demo", "export", "--format", form, "--dry-run").out == cli("demo", "export", "--dry-run").out


def test_a_journey_of_one_goal_or_one_skill(cli: Cli) -> None:
    whole = cli("--lang", "en", "demo", "journey").out
    one = cli("--lang", "en", "demo", "journey", "--goal", "F-gas certificate category II").out
    assert "Installing air" in whole
    assert "Installing air" not in one
    assert "F-gas" in one
    skill = cli("--lang", "en", "demo", "journey", "goals", "--skill", "Heat pump fault finding").out
    assert "Solving heat pump faults" in skill
    assert "F-gas" not in skill
    hidden = cli("--lang", "en", "demo", "journey", "--goal", "Explaining calmly to customers", "--shared")
    assert hidden.status == 1


def test_journey_of_one_skill(cli: Cli) -> None:
    assert "Storingzoeken" in cli("--lang", "nl", "demo", "journey", "skill", "Storingzoeken warmtepomp").out
    assert cli("demo", "journey", "skill").status == 2
    assert cli("--lang", "nl", "demo", "journey", "skill", "Uitleg aan klanten", "--shared").status == 1


def test_without_a_period_the_journey_fits_what_was_written(cli: Cli, added: Add) -> None:
    added("note", "private", "--date", "2025-12-01")
    added("milestone", "Alone", "--date", "2025-12-10", "--share")

    def period(*arguments: str) -> tuple[str, str]:
        view = cli("--today", "2025-12-15", "journey", *arguments, "--json").json
        return view["since"], view["until"]

    assert period() == ("2025-12-01", "2025-12-28")
    assert period("growth") == ("2025-12-01", "2025-12-28")
    assert period("--shared") == ("2025-12-10", "2026-01-06"), "a private day would be told by the period"
    assert period("--until", "2025-12-15") == ("2024-12-16", "2025-12-15")
    assert period("--since", "2025-12-05") == ("2025-12-05", "2025-12-15")


def test_own_entries_are_on_the_own_journey_and_nowhere_else(cli: Cli, added: Add, tmp_path: Path) -> None:
    added("note", "Evening alpha", "--date", "2025-12-14")
    shared = added("note", "Evening beta", "--date", "2025-12-15", "--share")
    added("goal", "Solve", "--start", "2025-12-14", "--date", "2025-12-14", "--share")
    journey = ("--lang", "en", "--today", "2025-12-15", "journey")
    own = cli(*journey)
    assert "Reflections" in own.out
    assert "Evening alpha" in own.out
    assert "you wrote on 2 days" in own.out
    assert [entry["text"] for entry in cli(*journey, "--json").json["entries"]] == ["Evening alpha", "Evening beta"]
    one = cli(*journey, "--goal", "Solve").out
    assert "wrote on" not in one, "of one goal nothing is said about all the writing"

    assert cli(*journey, "--svg", str(tmp_path / "own.svg")).status == 0
    assert cli(*journey, "--shared", "--svg", str(tmp_path / "shared.svg")).status == 0
    assert cli("--lang", "en", "--today", "2025-12-15", "export", "--to", str(tmp_path / "mine.md")).status == 0
    view = cli(*journey, "--shared", "--json").json
    assert view["entries"] == []
    assert "writing" not in view["finding"]
    elsewhere = [(tmp_path / name).read_text("utf-8") for name in ("own.svg", "shared.svg", "mine.md")]
    for text in (cli(*journey, "--shared").out, *elsewhere):
        assert "Solve" in text
        assert not any(words in text for words in ("╵", "Reflections", "Evening alpha", "wrote on"))
    assert shared not in "".join(elsewhere)


@pytest.mark.parametrize(
    "arguments", [("--width", "39"), ("--width", "241"), ("--since", "2026-02-02", "--until", "2026-02-01")]
)
def test_a_journey_that_cannot_be_is_wrong_use(cli: Cli, added: Add, arguments: tuple[str, ...]) -> None:
    added("note", "x")
    assert cli("journey", *arguments).status == 2


def test_a_dry_run_says_that_nothing_would_leave(cli: Cli, added: Add) -> None:
    added("note", "geheim")
    assert cli("export", "--dry-run").err.splitlines()[0] == "No record would leave."


def test_export_writes_what_dry_run_showed_and_never_overwrites(cli: Cli, added: Add, tmp_path: Path) -> None:
    added("profile", "Samir", "--job", "monteur")
    added("success", "Gelukt", "--share")
    added("note", "geheim")
    target = tmp_path / "portfolio.md"
    shown = cli("export", "--dry-run")
    assert "Gelukt" in shown.out and "geheim" not in shown.out + shown.err
    assert cli("export", "--to", str(target)).status == 0
    assert target.read_text("utf-8") == shown.out
    assert os.stat(target).st_mode & 0o777 == 0o600
    target.write_text("mine")
    assert cli("export", "--to", str(target)).status == 1
    assert target.read_text() == "mine"
    assert cli("export", "--to", str(target), "--force").status == 0
    assert target.read_text("utf-8") == shown.out
    log = cli("list", "export", "--json").json
    assert len(log) == 2 and log[0]["sha256"] == log[1]["sha256"] and log[0]["shareable"] is False
    assert cli("export").out == shown.out


def test_a_document_of_before_comes_back_byte_for_byte(cli: Cli, added: Add, tmp_path: Path) -> None:
    goal = added("goal", "Measure", "--share")
    then = cli("export").out
    (note,) = cli("list", "export", "--json").json
    cli("edit", goal, "--title", "Measure well")
    assert cli("export", "--again", note["id"]).out == then != cli("export", "--dry-run").out
    assert cli("export", "--again", note["id"], "--to", str(tmp_path / "again.md")).status == 0
    assert (tmp_path / "again.md").read_text("utf-8") == then
    assert len(cli("list", "export", "--json").json) == 1, "giving it once more is no handing over"
    cli("purge", goal, "--yes")
    assert cli("export", "--again", note["id"]).status == 1


class _Terminal(io.StringIO):
    """A stream at which a person sits."""

    def isatty(self) -> bool:
        return True


def test_P9_what_changed_since_it_was_handed_over_is_named_and_at_a_terminal_confirmed(
    cli: Cli, added: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = added("goal", "Measure", "--share")
    assert "Changed since" not in cli("export").err
    cli("edit", goal, "--title", "Measure well")
    assert "Changed since you handed it over" in cli("export", "--dry-run").err
    monkeypatch.setattr("tests.cli.conftest.io", SimpleNamespace(StringIO=_Terminal))
    refused = cli("export", stdin="no\n")
    assert (refused.status, refused.out) == (0, "")
    assert len(cli("list", "export", "--json").json) == 1
    assert "Measure well" in cli("export", stdin="yes\n").out
    assert "Changed since" not in cli("export", stdin="").err


def test_export_says_what_is_proposed_and_takes_it_only_when_asked(cli: Cli) -> None:
    export = ("--lang", "en", "demo", "export", "--as", "page")
    shown, made = cli(*export, "--dry-run"), cli(*export)
    for out in (shown.out, made.out):
        assert "proud" not in out and "0 → 4" not in out
    assert "Proposed for “At a glance”, not in the document yet:\n  In a few sentences: Faults solved" in shown.err
    assert "What I learned: 0 → 4: Faults solved without phoning\n" in shown.err
    assert "--glance proposed" in shown.err
    assert "“At a glance” is left out until you confirm its lines." in made.err
    assert "Proposed" not in made.err
    taken = cli(*export, "--glance", "proposed")
    assert "- **0 → 4** Faults solved without phoning (target: 5 · measured since 13 Jan)" in taken.out
    assert "At a glance" not in taken.err
    one = cli(*export, "--glance", "need=Time")
    assert "- Time (☐ yes ☐ no from: ……)" in one.out and "0 → 4" not in one.out
    assert "At a glance" not in one.err
    assert "What I learned" in cli(*export, "--glance", "need=Time", "--dry-run").err
    assert "At a glance" not in cli("--lang", "en", "demo", "export", "--as", "pdp").err


def test_export_says_where_evidence_is_when_asked(cli: Cli, added: Add) -> None:
    sheet = added("evidence", "Job sheet", "--location", "folder Sheets", "--share")
    added("evidence", "Card", "--location", "folder Cards", "--share")
    assert "folder" not in cli("export").out
    out = cli("export", "--where", sheet).out
    assert "folder Sheets" in out and "folder Cards" not in out


def test_export_in_an_order_with_headings_and_words_of_ones_own(cli: Cli) -> None:
    export = ("--lang", "en", "demo", "export")
    own = ("--order", "needs", "evidence", "--heading", "needs=# What = helps", "--glance", "learned=One")
    out = cli(*export, *own, "--glance", "learned=Two", "--glance", "need=", "--glance", "proposed").out
    headings = re.findall(r"^## (.+)$", out, re.MULTILINE)
    assert headings[:3] == ["# What = helps", "Evidence", "What I am proud of"]
    assert "\n- One\n- Two\n\n## What I am proud of\n" in out
    for wrong in (
        ("--order", "need"),
        ("--heading", "needs"),
        ("--heading", "x=y"),
        ("--heading", "needs=x", "--heading", "needs=y"),
        ("--glance", "need"),
        ("--glance", "x=y"),
        ("--glance", "need=x", "--glance", "need=y"),
    ):
        refused = cli(*export, *wrong)
        assert (refused.status, refused.out) == (2, "")
        assert refused.err.strip()
    lost = cli(*export, "--as", "pdp", "--heading", "feedback=x", "--glance", "learned=y")
    assert "Not in this document, so your words for it are not used: feedback, at_a_glance" in lost.err


def test_export_options(cli: Cli) -> None:
    whole = cli("--lang", "en", "demo", "export").out
    page = cli("--lang", "en", "demo", "export", "--as", "page").out
    assert len(page.split()) < len(whole.split()) / 2
    assert "setbacks" not in whole.lower()
    assert "setbacks" in cli("--lang", "en", "demo", "export", "--section", "setbacks").out.lower()
    assert cli("demo", "export", "--section", "nonsense").status == 2
    assert cli("demo", "export", "--since", "2025-06-01", "--until", "2025-01-01").status == 2
    assert "Ruud" in whole
    assert "Ruud ·" not in cli("--lang", "en", "demo", "export", "--names", "roles").out


def test_copy_says_on_its_first_line_that_it_is_private(cli: Cli, added: Add, tmp_path: Path) -> None:
    added("note", "geheim")
    assert cli("--lang", "nl", "copy", "--to", str(tmp_path / "alles.md")).status == 0
    text = (tmp_path / "alles.md").read_text("utf-8")
    assert text.splitlines()[0] == "PRIVÉ – volledige kopie"
    assert "geheim" in text


def test_check_is_0_when_whole_and_1_with_the_file_by_name_when_not(cli: Cli, added: Add, home: Path) -> None:
    added("note", "x")
    assert cli("check").status == 0
    assert cli("check", "--json").json == {"whole": True, "findings": []}
    file = home / "leerreis.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:-20])
    result = cli("check", "--json")
    assert result.status == 1
    assert str(file) in result.json["findings"][0]["sentence"]
    assert file.read_bytes() == whole[:-20]


def test_merge_joins_another_copy_and_says_what_came(
    cli: Cli, added: Add, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = added("goal", "Meten")
    copy = tmp_path / "copy.json"
    copy.write_bytes((home / "leerreis.json").read_bytes())
    cli("edit", goal, "--title", "Hier", "--why", "hier")
    monkeypatch.setenv("LEERREIS_HOME", str(tmp_path / "other"))
    cli("--file", str(copy), "edit", goal, "--title", "Daar")
    cli("--file", str(copy), "add", "note", "van daar")
    monkeypatch.setenv("LEERREIS_HOME", str(home))
    result = cli("merge", str(copy))
    assert result.status == 0, result.err
    assert f"New from “{copy}”: 1 note." in result.out
    assert "both versions are kept" in result.out
    record = cli("show", goal, "--json").json
    assert {record["title"], *record["conflicts"]["title"]} == {"Hier", "Daar"}
    assert cli("check").status == 1
    assert "2 versions" in cli("list").out
    assert cli("merge", str(copy)).out.endswith("already held all of it.\n")
    stranger = tmp_path / "stranger.json"
    stranger.write_text('{"cats": {}}')
    assert cli("merge", str(stranger)).status == 1


def test_where_makes_nothing_and_names_every_path(cli: Cli, home: Path) -> None:
    paths = cli("where", "--json").json
    assert paths["file"] == str(home / "leerreis.json")
    assert paths["exists"] is False
    assert not home.exists()
    assert str(home) in cli("--lang", "nl", "where").out


def test_help_and_version(cli: Cli) -> None:
    for language in ("nl", "en"):
        text = cli("--lang", language, "--help").out
        assert all(f"  {command} " in text for command in COMMANDS)
    for command in COMMANDS:
        assert cli(command, "--help").status == 0, command
    assert cli("add", "goal", "--help").out.count("--due")
    assert cli("--version").out.startswith("leerreis ")


def test_wrong_use_is_exit_2_and_one_sentence(cli: Cli) -> None:
    for arguments in ([], ["dance"], ["list", "cats"], ["show"], ["--today", "nooit", "add", "note", "x"]):
        result = cli(*arguments)
        assert (result.status, result.out) == (2, ""), arguments
        assert result.err.count("\n") == 1, result.err


def test_reading_without_a_portfolio_is_exit_1_and_makes_nothing(cli: Cli, home: Path) -> None:
    for arguments in (["list"], ["search", "x"], ["journey"], ["export"], ["undo"], ["show", "x"]):
        assert cli(*arguments).status == 1, arguments
    assert not (home / "leerreis.json").exists()


def test_the_command_line_never_loads_textual_or_a_screen(home: Path) -> None:
    script = (
        "import sys, io\nfrom portfolio.cli.main import run\nfrom portfolio.cli.context import Streams\nimport os\n"
        "for line in (['add','note','x'], ['list'], ['search','x'], ['journey'], ['export'], ['where'], ['check']):\n"
        "    assert run(line, os.environ, Streams(sys.stdin, io.StringIO(), sys.stderr)) == 0, line\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('textual', 'rich', 'asyncio')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=dict(os.environ), check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_output_survives_a_pipe_that_closes(home: Path, cli: Cli) -> None:
    cli("add", "--from-json", "-", stdin=json.dumps([{"kind": "goal", "title": "x" * 100} for _ in range(900)]))
    command = f"{sys.executable} -m portfolio list | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=dict(os.environ), check=False)  # noqa: S602
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("value", [99, 0, -3, 6])
def test_a_number_out_of_its_bounds_is_left_out_and_named(value: int, home: Path, cli: Cli) -> None:
    identity = cli("add", "note", "dag", "--energy", "3", "--headway", "2").out.strip()
    conversation = cli("add", "conversation", "--atmosphere", "4").out.strip()
    path = home / "leerreis.json"
    text = path.read_text()
    for name, stored in (("energy", 3), ("headway", 2), ("atmosphere", 4)):
        text = text.replace(f'"{name}": {stored}', f'"{name}": {value}')
    path.write_text(text)
    found = cli("check")
    assert found.status == 1
    assert f"{identity}: these fields cannot be read and count as not set: energy, headway." in found.out
    assert f"{conversation}: these fields cannot be read and count as not set: atmosphere." in found.out
    for command in (
        ("journey", "energy"),
        ("journey", "rhythm"),
        ("list",),
        ("show", identity),
        ("show", conversation),
    ):
        assert cli(*command).status == 0


def test_a_search_takes_terms_and_names_a_value_that_means_nothing(cli: Cli) -> None:
    cli("add", "person", "Erik de Vries")
    cli("add", "feedback", "Clear explanation", "--from", "Erik de Vries")
    cli("add", "note", "Explained the pump", "--tag", "meten")
    assert len(cli("search", "tag:meten").lines) == 1
    assert "Clear" in cli("search", "person:Erik de Vries", "kind:feedback").out
    assert "Explained" in cli("search", "--", "expl", "-kind:feedback").out
    assert "Clear" not in cli("search", "--", "expl", "-kind:feedback").out
    wrong = cli("search", "expl", "since:yesterday")
    assert (wrong.status, wrong.out) == (2, "")
    assert "“yesterday” is not a date to search from or to." in wrong.err
    assert "“topic:meten” is searched as words. To narrow a search: tag:," in cli("search", "topic:meten").err
