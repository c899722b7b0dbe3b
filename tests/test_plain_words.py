"""Docstrings and comments are plain technical English: none holds a phrase from the list below."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import portfolio

ROOT = Path(portfolio.__file__).parent
PLAIN = (
    ".",
    "capture",
    "cli",
    "export",
    "journey",
    "notebook",
    "pictures",
    "plain",
    "present",
    "records",
    "store",
    "tui/.",
    "tui/conversation",
    "tui/dialogs",
    "tui/export",
    "tui/feedback",
    "tui/goals",
    "tui/journey",
    "tui/keymap",
    "tui/palette",
    "tui/recovery",
    "tui/records",
    "tui/reflections",
    "tui/render",
    "tui/search",
    "tui/services",
    "tui/settings",
    "tui/shell",
    "tui/skills",
    "tui/text",
    "tui/theme",
    "tui/today",
    "tui/widgets",
    "tui/writing",
    "wording",
)
"""Packages whose docstrings were rewritten, `.` for the modules directly in a folder; add a package when it is done."""
FORBIDDEN = (
    "anew",
    "so many",
    "what there is",
    "there is to say",
    "someone",
    "somebody",
    "stands",
    "goes along",
    "go along",
    "by hand of",
    "told",
    "says so",
    "said so",
    "one that",
    "talk",
    "talks",
    "proof",
    "proofs",
    "persons",
    "copy of earlier",
    "copies of earlier",
)
_PHRASE = re.compile(rf"\b({'|'.join(map(re.escape, FORBIDDEN))})\b", re.IGNORECASE)
_QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"")
"""Names in the code and texts of the app are quoted, not said."""


def _texts(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every docstring, docstring of an attribute, and comment."""
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        for each in body if isinstance(body, list) else ():
            if (
                isinstance(each, ast.Expr)
                and isinstance(each.value, ast.Constant)
                and isinstance(each.value.value, str)
            ):
                yield each.lineno, each.value.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def riddles(source: str) -> list[str]:
    """The forbidden phrases in the docstrings and comments of a module, each with its line."""
    return [f"{line}: {found[0]}" for line, text in _texts(source) for found in _PHRASE.finditer(_QUOTED.sub("", text))]


@pytest.mark.parametrize("package", PLAIN)
def test_no_docstring_or_comment_is_a_riddle(package: str) -> None:
    modules = sorted((ROOT / package).glob("*.py") if package.endswith(".") else (ROOT / package).rglob("*.py"))
    assert modules, package
    found = {str(path.relative_to(ROOT)): riddles(path.read_text("utf-8")) for path in modules}
    assert {path: phrases for path, phrases in found.items() if phrases} == {}


@pytest.mark.parametrize(
    "source",
    [
        '"""Written anew."""',
        'def f():\n    """What there is to say."""',
        'X = 1\n"""So many at most."""',
        "x = 1  # told later",
        'class A:\n    """Two\n    talks."""',
    ],
)
def test_a_forbidden_phrase_is_found_wherever_it_is(source: str) -> None:
    assert len(riddles(source)) == 1


@pytest.mark.parametrize("source", ['x = "anew"', '"""`told` is a name."""', '"""A stalking horse, renewed."""'])
def test_code_and_other_words_are_left_alone(source: str) -> None:
    assert riddles(source) == []
