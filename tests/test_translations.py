"""Every sentence that a person sees has its Dutch, and the catalogue holds nothing that the code no longer says."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from portfolio.wording import Words

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "portfolio" / "locale" / "nl" / "LC_MESSAGES" / "leerreis.po"
KEYWORDS = {"_": None, "N_": None, "words": None, "plural": (1, 2), "context": ((1, "c"), 2)}
SAME_IN_BOTH = 60  # characters: a longer sentence that is the same in both languages was forgotten

Key = tuple[str | tuple[str, ...], str | None]


@pytest.fixture(scope="module")
def said() -> dict[Key, str]:
    """What the code says, and where."""
    found = extract_from_dir(str(ROOT / "portfolio"), method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {(message, context): f"{file}:{line}" for file, line, message, _comments, context in found}


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    """The catalogue as it is edited."""
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def texts(value: object) -> tuple[str, ...]:
    """The texts of a message, one or several."""
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value or ""),)


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def test_nothing_is_untranslated(said: dict[Key, str], dutch: Catalog) -> None:
    missing = []
    for (message, context), where in said.items():
        entry = dutch.get(message if isinstance(message, str) else message[0], context)
        words = texts(entry.string) if entry else ("",)
        if not all(words):
            missing.append(f"{where}: {message!r}")
    assert not missing, "\n".join(missing)


def test_no_sentence_hides_from_the_extraction() -> None:
    """Translated inside an f-string, or by a translator that is made on the spot, it would stay English unnoticed."""
    hidden = []
    for path in (ROOT / "portfolio").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        inside = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            made_here = isinstance(node.func, ast.Call) and getattr(node.func.func, "id", "") == "words_of"
            if made_here or (name in ("_", "words") and node in inside):
                hidden.append(f"{path.name}:{node.lineno}: {node.args[0].value!r}")
    assert not hidden, hidden


def test_the_sentence_of_a_count_is_in_the_call_itself() -> None:
    """The extraction finds no sentence that comes from a variable: it would stay English unnoticed."""
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "portfolio").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "plural"
        and ast.unparse(node.func.value) != "super()"
        and not all(isinstance(each, ast.Constant) for each in node.args[:2])
    ]
    assert not hidden, hidden


def test_every_call_of_a_translator_with_a_sentence_is_in_the_extraction(said: dict[Key, str]) -> None:
    """The extraction reads tokens, and a name like `words[...]` leads it astray; the tree of the code does not."""
    known = {message for message, _context in said}
    missing = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.args[0].value}"
        for path in (ROOT / "portfolio").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", None) in ("_", "N_") or getattr(node.func, "attr", None) == "words")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and node.args[0].value not in known
    ]
    assert not missing, "\n".join(missing)


def test_nothing_in_the_catalogue_is_stale(said: dict[Key, str], dutch: Catalog) -> None:
    known = {((m if isinstance(m, str) else m[0]), c) for m, c in said}
    stale = [m.id for m in messages(dutch) if ((m.id if isinstance(m.id, str) else m.id[0]), m.context) not in known]
    assert not stale, stale


def test_both_languages_fill_the_same_places(dutch: Catalog) -> None:
    for message in messages(dutch):
        ids = texts(message.id)
        for words in texts(message.string):
            assert places(words) == places(ids[-1]), message.id


def places(text: str) -> set[str]:
    percent = set(re.findall(r"%(?:\(\w+\))?[sdr]", text))
    if percent:
        return percent
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def test_the_words_are_calm(dutch: Catalog) -> None:
    for message in messages(dutch):
        for words in (*texts(message.id), *texts(message.string)):
            assert "!" not in words, words


def test_a_long_sentence_is_not_the_same_in_both_languages(dutch: Catalog) -> None:
    same = [m.id for m in messages(dutch) if m.id == m.string and len(str(m.id)) > SAME_IN_BOTH]
    assert not same, same


def test_the_compiled_catalogue_is_the_current_one(dutch: Catalog) -> None:
    words = Words("nl")
    for message in messages(dutch):
        if isinstance(message.id, str):
            said = words.context(message.context, message.id) if message.context else words(message.id)
            assert said == message.string, f"{message.id!r}: run make ready, which compiles it"
        else:
            one, many = message.id
            forms = [words.plural(one, many, count) for count in (1, 2)]
            meant = [text.format(n=count) for count, text in enumerate(texts(message.string), 1)]
            assert forms == meant, f"{message.id!r}: run make ready, which compiles it"


def test_the_same_words_come_out_as_went_in() -> None:
    assert Words("en")("There is nothing to undo.") == "There is nothing to undo."
    assert Words("nl")("There is nothing to undo.") == "Er is niets om ongedaan te maken."
    assert Words("nl").plural("{n} goal achieved", "{n} goals achieved", 2) == "2 leerdoelen zijn behaald"


def _sentences(node: ast.AST) -> list[str]:
    """The sentences of a call of a translator: one, or the two of a count; nothing for anything else."""
    if not isinstance(node, ast.Call):
        return []
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name not in ("_", "words", "context", "plural", "N_"):
        return []
    found = node.args[1:2] if name == "context" else node.args[:2] if name == "plural" else node.args[:1]
    texts = [each.value for each in found if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    # `plural` fills in the number itself, so that its braces are doubled.
    return [text.replace("{n}", "").format() if name == "plural" else text for text in texts]


def _filled_without(function: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """The calls of `format` on a sentence of this function that lack a value for one of its places."""
    assigned = [
        (node.lineno, node.targets[0].id, _sentences(node.value))
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name)
    ]
    for node in ast.walk(function):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
            continue
        if any(keyword.arg is None for keyword in node.keywords):
            continue
        of = node.func.value
        given = {keyword.arg for keyword in node.keywords if keyword.arg}
        last = max((each for each in assigned if isinstance(of, ast.Name) and each[:2] < (node.lineno, of.id)
                    and each[1] == of.id), default=(0, "", []))  # fmt: skip
        for text in last[2] if isinstance(of, ast.Name) else _sentences(of):
            if missing := {name.partition(".")[0].partition("[")[0] for name in places(text)} - given - {""}:
                yield node.lineno, missing


def test_every_place_in_a_sentence_is_filled() -> None:
    """A name that was changed on one side only is found when a person reads the sentence, and stops the app."""
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {sorted(missing)}"
        for path in (ROOT / "portfolio").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for line, missing in _filled_without(function)
    ]
    assert not wrong, "\n".join(sorted(set(wrong)))
