"""Every way to be wrong gets one sentence of our own, in the language of the user, with what was most likely meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio.cli.main import COMMANDS
from tests.cli.conftest import Cli

Add = Callable[..., str]

NOT_OURS = (
    "argument ", "invalid", "unrecognized", "required", "expected", "usage:", "not allowed with", "Errno", "Traceback",
    "ambiguous", "None", "error:", "int value", "choose from '",
)  # fmt: skip
"""Words of argparse, of Python and of the system."""

WRONG: dict[str, tuple[str, str]] = {
    "dance": ("There is no command “dance”.", "De opdracht “dance” bestaat niet."),
    "lst": ("Did you mean leerreis list?", "Bedoelde je leerreis list?"),
    "lijst": ("Did you mean leerreis list?", "Bedoelde je leerreis list?"),
    "rm x": ("Did you mean leerreis delete?", "Bedoelde je leerreis delete?"),
    "--demo": ("Did you mean leerreis demo?", "Bedoelde je leerreis demo?"),
    "--export --to x.md": ("Did you mean leerreis export?", "Bedoelde je leerreis export?"),
    "--versoin": ("Did you mean --version?", "Bedoelde je --version?"),
    "--plian": ("Did you mean --plain", "Bedoelde je --plain"),
    "list --plian": ("Did you mean --plain", "Bedoelde je --plain"),
    "--json list": ("Did you mean leerreis list --json?", "Bedoelde je leerreis list --json?"),
    "note x": ("leerreis add note or leerreis list note?", "leerreis add note of leerreis list note?"),
    "doel x": ("Did you mean leerreis add goal?", "Bedoelde je leerreis add goal?"),
    "add stap x": ("Did you mean leerreis add step?", "Bedoelde je leerreis add step?"),
    "add --from-json none.json": ("There is no file none.json.", "Het bestand none.json is er niet."),
    "add": ("Say what to add", "Zet erbij wat je wilt toevoegen"),
    "add goals x": ("Did you mean leerreis add goal?", "Bedoelde je leerreis add goal?"),
    "add note een twee": ("“twee” is one word too many.", "“twee” is een woord te veel."),
    "add goal x --titel y": ("Did you mean --title?", "Bedoelde je --title?"),
    "add goal x --state": ("--state needs a value after it.", "Achter --state hoort een waarde."),
    "add goal x --due nooit": ("“nooit” was not understood", "“nooit”"),
    "add note -goed": ("Text that starts with a dash goes after --.", "komt achter --."),
    "add --from-json": ("--from-json needs a value", "Achter --from-json hoort een waarde."),
    "list gaol": ("Did you mean goal?", "Bedoelde je goal?"),
    "list weektrugblik": ("Did you mean week?", "Bedoelde je week?"),
    "list nots": ("Did you mean note or reflection?", "Bedoelde je note of reflection?"),
    "list --limit veel": ("--limit is a whole number", "--limit is een heel getal"),
    "list --limit 0": ("--limit is 1 or more.", "--limit is 1 of meer."),
    "list --limit -3": ("--limit is 1 or more.", "--limit is 1 of meer."),
    "list --limit 2.5": ("“2.5” is not.", "“2.5” is dat niet."),
    "list --sort titel": ("Did you mean title?", "Bedoelde je title?"),
    "list --limt 3": ("Did you mean --limit?", "Bedoelde je --limit?"),
    "list --since": ("--since needs a value", "Achter --since hoort een waarde."),
    "list --since nooit": ("“nooit”", "“nooit”"),
    "list --since 2026-02-02 --until 2026-02-01": ("ends before it begins", "ligt voor het begin"),
    "list --ids --json": ("--ids and --json do not go together", "--ids en --json gaan niet samen"),
    "list --json=yes": ("--json takes no value.", "Achter --json hoort geen waarde."),
    "list --s x": ("--s can mean more than one option.", "--s kan meer dan één optie zijn."),
    "list -x": ("There is no option “-x” here.", "De optie “-x” bestaat hier niet."),
    "list -nx": ("There is no option “-nx” here.", "De optie “-nx” bestaat hier niet."),
    "list -jx": ("There is no option “-jx” here.", "De optie “-jx” bestaat hier niet."),
    "show": ("Something is missing: ID. For example: leerreis show", "Er ontbreekt iets: ID. Bijvoorbeeld:"),
    "show a b": ("“b” is one word too many here.", "“b” is hier een woord te veel."),
    "edit": ("Something is missing: ID.", "Er ontbreekt iets: ID."),
    "edit --title x": ("The record comes first", "Het onderdeel komt eerst"),
    "search": ("Something is missing: WORDS.", "Er ontbreekt iets: WOORDEN."),
    "share": ("Something is missing: ID.", "Er ontbreekt iets: ID."),
    "become x": ("Something is missing: goal|step|need.", "Er ontbreekt iets: goal|step|need."),
    "become x doel": ("choose from: goal, step, need.", "kies uit: goal, step, need."),
    "tags --rename x": ("--rename needs 2 words after it: OLD NEW.", "Achter --rename horen 2 woorden: OUD NIEUW."),
    "copy": ("Something is missing: --to.", "Er ontbreekt iets: --to."),
    "restore": ("Something is missing:", "Er ontbreekt iets:"),
    "merge-driver a": ("Something is missing: A, B.", "Er ontbreekt iets: A, B."),
    "journey lane": ("Did you mean lanes?", "Bedoelde je lanes?"),
    "journey --width breed": ("--width is a whole number", "--width is een heel getal"),
    "journey --width 1": ("--width is a number from 40 to 240.", "van 40 tot 240"),
    "journey --json --svg x.svg": ("--json and --svg do not go together", "--json en --svg gaan niet samen"),
    "export --format odt": ("choose from: md, html", "kies uit: md, html"),
    "export --careful --no-careful": ("do not go together; choose one.", "gaan niet samen; kies er één."),
    "export --with": ("--with needs a value", "Achter --with hoort een waarde."),
    "merge --keep --accept-purge": ("Choose one", "Kies"),
    "purge": ("Name what to purge", "Noem wat"),
    "list --lang fr": ("--lang is nl or en.", "--lang is nl or en."),
    "list --today nooit": ("“nooit”", "“nooit”"),
    "list --file": ("--file needs a value", "Achter --file hoort een waarde."),
}
"""A wrong line -> what is in its sentence, in English and in Dutch."""


@pytest.fixture
def begun(cli: Cli) -> None:
    """A portfolio with one goal."""
    cli("add", "goal", "Meten")


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_gets_one_sentence_of_our_own(
    line: str, cli: Cli, begun: None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (home / "leerreis.json").read_bytes()
    for language, words in zip(("en_GB.UTF-8", "nl_NL.UTF-8"), WRONG[line], strict=True):
        monkeypatch.setenv("LANG", language)
        result = cli(*line.split())
        assert (result.status, result.out) == (2, ""), line
        assert result.err.count("\n") == 1
        if line != "list --lang fr":
            assert words in result.err
        assert [each for each in NOT_OURS if each in result.err] == []
    assert (home / "leerreis.json").read_bytes() == before


@pytest.mark.parametrize("command", [each for each in COMMANDS if each != "demo"])
def test_every_command_says_in_our_words_that_it_has_no_such_option(command: str, cli: Cli, begun: None) -> None:
    line = [command, "Meten"] if command == "edit" else ["add", "goal"] if command == "add" else [command]
    for language, words in (("en", "There is no option “--nosuchthing” here."), ("nl", "bestaat hier niet.")):
        result = cli("--lang", language, *line, "--nosuchthing")
        assert (result.status, result.out) == (2, "")
        assert words in result.err
        assert "--help" in result.err


@pytest.mark.parametrize(
    "text",
    ["-h is cold", "-l is een liter", "-n is not -f", "-5", "-3,5", "-", "--why is a word", "- streepje", "-j a"],
)
def test_text_that_starts_with_a_dash_stays_text(text: str, cli: Cli, added: Add) -> None:
    goal = added("goal", "Meten", "--why", text if text != "-" else "- ")
    assert cli("show", goal, "--json").json["why"].strip() == text
    if text != "-":
        note = added("note", text)
        assert cli("show", note, "--json").json["answers"] == {"text": text}
        assert cli("search", text, "--json").status == 0


@pytest.mark.parametrize("text", ["--", "-x", "--json", "-h", "--help", "--lang"])
def test_after_two_dashes_everything_is_text(text: str, cli: Cli, added: Add) -> None:
    note = added("note", "--", text)
    assert cli("show", note, "--json").json["answers"] == {"text": text}


def test_a_value_can_be_tied_to_its_option(cli: Cli, added: Add) -> None:
    assert cli("show", added("goal", "Meten", "--why=-x"), "--json").json["why"] == "-x"
    assert cli("show", added("goal", "Wegen", "--why=a = b\nc"), "--json").json["why"] == "a = b\nc"


def test_a_number_below_zero_is_a_value(cli: Cli, added: Add) -> None:
    added("goal", "Meten")
    added("measure", "Kou", "--goal", "Meten")
    assert cli("show", added("reading", "-3,5", "--measure", "Kou"), "--json").json["value"] == -3.5


def test_the_beginning_of_an_option_is_enough(cli: Cli, added: Add) -> None:
    added("note", "x", "--tag", "a")
    assert cli("list", "--shar", "--js").json == []
    assert len(cli("list", "--lim", "1").lines) == 1
    assert cli("show", added("goal", "Meten", "--contrib", "rust"), "--json").json["contributes_to"] == "rust"


def test_a_choice_can_have_dashes_and_capitals(cli: Cli, added: Add) -> None:
    added("three_minutes", "x", "--tag", "three-minutes")
    assert len(cli("list", "Three-Minutes").lines) == 1
    assert len(cli("list", "--tag", "three-minutes").lines) == 1


def test_the_reason_of_the_system_is_in_the_language_of_the_user(cli: Cli, begun: None, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    long = tmp_path / ("x" * 300 + ".md")
    result = cli("--lang", "nl", "export", "--to", str(long))
    assert result.status == 1
    assert "kon niet" in result.err
    assert not any(words in result.err for words in ("File name too long", "Errno", "the disk"))


@pytest.mark.parametrize("word", ["goals", "Goals", "doelen", "leerdoelen", "learning goals", "leerdoel"])
def test_a_list_is_asked_for_in_the_plural_or_in_dutch(word: str, cli: Cli, begun: None) -> None:
    cli("add", "note", "Not a goal")
    assert cli("list", word).out == cli("list", "goal").out
    assert cli("list", "goal").out.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "record", "meant"),
    [
        ("goal x --state actve", '{"kind": "goal", "title": "x", "state": "actve"}', "“active”"),
        ("step x --goal Meetn", '{"kind": "step", "title": "x", "goal": "Meetn"}', "“Meten”"),
        ("", '{"kind": "goal", "titel": "x"}', "“title”"),
        ("", '{"kind": "gaol", "title": "x"}', "“goal”"),
    ],
)
def test_a_wrong_value_or_name_is_answered_with_the_nearest(
    line: str, record: str, meant: str, cli: Cli, begun: None
) -> None:
    results = [cli("add", "--from-json", "-", stdin=record), *([cli("add", *line.split())] if line else ())]
    for result in results:
        assert result.status == 2
        assert f"Did you mean {meant}?" in result.err


def test_an_empty_text_is_called_empty_wherever_it_comes_from(cli: Cli) -> None:
    for result in (cli("add", "note", "-"), cli("add", "note", "")):
        assert "the text is empty" in result.err


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ('{"title": "x"}', "Each record needs a “kind”, such as goal or reflection."),
        ('{"kind": "note", "title": "x"}', "“note” is a template: write the kind reflection"),
        ("", "There is nothing in -."),
        (
            '{"kind": "reflection", "template": "starr", "answers": {"result": "x"}}',
            "“result” is not a question of this template; its questions are: ",
        ),
        ('{"kind": "rating", "level": 3}', "skill: This is needed: say which one"),
    ],
)
def test_json_that_cannot_be_added_says_what_is_needed(record: str, said: str, cli: Cli) -> None:
    result = cli("add", "--from-json", "-", stdin=record)
    assert result.status == 2
    assert said in result.err


def test_a_planned_conversation_is_named_unless_it_is_exported_for(cli: Cli) -> None:
    cli("add", "goal", "Meten", "--share")
    assert "A conversation is planned" not in cli("export").err
    talk = cli("add", "conversation", "--date", "2027-02-02").out.strip()
    assert f"A conversation is planned on 2 Feb 2027. For a document that fits it, add: --conversation {talk[-8:]}" in (
        cli("export").err
    )
    assert "A conversation is planned" not in cli("export", "--conversation", talk).err
