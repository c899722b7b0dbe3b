"""The words that people see, in both languages: one word for one thing, and none that nobody would say.

The catalogue, README, docs and the example portfolio are held against two lists: words that are calques or clumsy, and
words for a thing that has another name here. An exception stands in `FINE`, with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from portfolio.wording import Language

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "portfolio" / "locale" / "nl" / "LC_MESSAGES" / "leerreis.po"
PAGES: dict[Language, tuple[str, ...]] = {
    "en": ("README.md", "docs/guide.md", "docs/conversation.md", "docs/your-file.md", "docs/command-line.md"),
    "nl": ("docs/je-bestand.md",),
}

FORBIDDEN: dict[Language, dict[str, str]] = {
    "en": {
        # calques from Dutch
        r"anew": "again",
        r"so many": "how many, or the number",
        r"what there is|everything there is": "name it",
        r"stands?(?! by)": "is, is shown",
        r"go(?:es)? along|take along|takes? (?:it |all )?in": "is included, include",
        r"by hand of|told|said so": "say it directly",
        r"once more": "again",
        r"to the last sign": "to the last character",
        r"(?-i:may)|(?-i:May) (?:I|you|not|be)": "can, might or perhaps",
        r"looks? along|looks? on": "is watching",
        r"is called so|in one go": "has that name; at once",
        r"lies|lie ahead|lies ahead": "is; is coming up",
        r"put away|puts? it on": "hide, show",
        r"looks? whether": "check that",
        r"says? again": "is restored",
        r"make one of both": "combine them",
        r"mend(?:ed)?": "fix",
        r"somebody|nobody here": "you, the reader, the user",
        r"the giver": "the other person",
        # another name for a thing
        r"(?:a|the|this|next|last|your|progress|planning|short) talk|talks": "conversation",
        r"interviews?": "conversation, development review, appraisal",
        r"proofs?|proven": "evidence",
        r"persons": "people",
        r"check dates?": "review date",
        r"cop(?:y|ies) of (?:earlier|before)": "backup",
        r"learning forms?": "way of learning",
        r"headway": "progress",
        r"items?": "record",
        r"kept for later": "kept as a draft",
        r"marks? (?:it |records )?as shareable": "make shareable",
        r"keeps? equal|twice is as good as once": "keep in sync; does no harm",
    },
    "nl": {
        r"kies(?:t)? (?:het |ze )?aan|aankiezen|kruist": "aanvinken",
        r"wis|gewist|wissen": "verwijderen",
        r"tweede blik": "nakijken",
        r"zoals ze is": "zoals hij is",
        r"toch weer gedaan|toch weer doen": "opnieuw gedaan",
        r"kijkmoment(?:en)?": "terugkijken op",
        r"banen": "sporen",
        r"nou en": "wat zegt dat",
        r"teken van succes": "waaraan merk je dat dit gelukt is",
        r"de gever": "de ander",
        r"volstaat": "mag ook",
        r"robot|door beide kanten": "van beide kanten",
        r"klaar of niet": "ben ik er klaar voor",
        r"eerlijk jaar": "verdeeld over het jaar",
        r"tekstverwerker \(DOCX\)": "Word-document",
        r"SMART, als controle": "is dit doel concreet genoeg",
        r"colleague": "een collega",
        r"houdt het\b": "neemt dit",
        # another name for a thing
        r"kopie(?:ën)? van eerder": "reservekopie",
        r"bewijzen(?! of)": "bewijsstukken",
        r"vóór \d+ \w+": "uiterlijk",
        r"wat je (?:meeneemt|meegeeft)(?! gaat)": "wat je deelt",
        r"items?|privéitems?": "onderdeel",
        r"opgeslagen|opslaan van": "bewaard",
        r"bewaar(?:d)? (?:het )?voor later": "als concept bewaren",
        r"op Vandaag": "bij Vandaag",
        r"loon": "salaris",
        r"programma’s|portfolio’s|thema’s": "a straight apostrophe",
    },
}
"""Language -> what no text holds (a pattern of whole words), and what is said instead."""

FINE: dict[str, str] = {
    "May I use what you said": "a question for permission",
    "Where I stand": "the name of a section and an idiom: a person stands, a text does not",
    "Where you stand": "the same, of a picture",
}
"""A text, or a part of one, that may hold a forbidden word -> the reason."""


def _without_code(text: str) -> str:
    """Return a page without code, options, names of files and the JSON: names are contracts."""
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"^ {4}.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"`[^`]*`|--[\w-]+", "", text)


def _messages() -> Iterator[tuple[Language, str]]:
    with PO.open("rb") as file:
        for message in read_po(file, locale="nl"):
            if message.id:
                ids, said = message.id, message.string or ""
                yield from (("en", each) for each in ((ids,) if isinstance(ids, str) else ids))
                yield from (("nl", each) for each in ((said,) if isinstance(said, str) else said))


def _values(node: object) -> Iterator[str]:
    """Return the texts of a JSON value: what the person of the example wrote."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _values(value)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value)


def texts() -> Iterator[tuple[str, Language, str]]:
    """Return every text with its source and language."""
    for language, text in _messages():
        yield "the catalogue", language, re.sub(r"\{\w+\}|%\(\w+\)s|--[\w-]+|leerreis [a-z-]+", "…", text)
    for language, pages in PAGES.items():
        for page in pages:
            for line in _without_code((ROOT / page).read_text("utf-8")).split("\n"):
                yield page, language, line
    for language in PAGES:
        example = json.loads((ROOT / "portfolio" / "demo" / f"{language}.json").read_text("utf-8"))
        for text in _values(example):
            yield f"the example, {language}", language, text


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


ANY: dict[Language, re.Pattern[str]] = {language: _pattern(words) for language, words in FORBIDDEN.items()}


def forbidden_in(text: str, language: Language) -> dict[str, str]:
    """Return the words in a text that nobody would say, as whole words, with what to say instead."""
    for fine in FINE:
        text = text.replace(fine, "")
    if not ANY[language].search(text):
        return {}
    return {word: instead for word, instead in FORBIDDEN[language].items() if _pattern([word]).search(text)}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_text_holds_a_word_that_nobody_would_say(language: Language) -> None:
    wrong = [
        f"{source}: {text!r}: {word}: say {instead!r}"
        for source, spoken, text in texts()
        if spoken == language
        for word, instead in forbidden_in(text, language).items()
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2 proofs"),
        ("en", "Top of what goes along"),
        ("en", "Copies of earlier"),
        ("en", "May be skipped."),
        ("en", "Next talk"),
        ("nl", "Banen"),
        ("nl", "Kies het aan"),
        ("nl", "Kopieën van eerder"),
        ("nl", "Kijkmoment van een doel"),
    ],
)
def test_words_that_were_there_once_are_found(language: Language, text: str) -> None:
    assert forbidden_in(text, language)


def test_an_exception_is_used_and_has_a_reason() -> None:
    every = [text for _source, _language, text in texts()]
    assert all(reason and any(fine in text for text in every) for fine, reason in FINE.items())
