"""The template of a Word document, with its language and its foot, and what python-docx has no words for."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from typing import Any, Final

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from portfolio.export.document import Document
from portfolio.export.page_layout import typeset
from portfolio.sanitise import clean
from portfolio.wording import Language, Words

TEMPLATE: Final = os.path.join(os.path.dirname(__file__), "word.docx")
"""Made by docs/word_template.py."""
ACROSS: Final = 9866
"""Twentieths of a point between the margins of 18 mm on A4."""
DEPTHS: Final = 4
"""The depths of a list that have an indent of their own."""
INDENT: Final = 280
_LOCALES: Final[Mapping[Language, str]] = {"nl": "nl-NL", "en": "en-GB"}
_LONGEST: Final = 255
"""Characters that a property of the document can have."""
_NO_TEXT: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""Characters that XML cannot hold."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold."""


def begun(document: Document) -> Word:
    """The template, with the title, the language and the foot of a document."""
    word = docx.Document(TEMPLATE)
    about = word.core_properties
    about.title, about.language = plain(document.title)[:_LONGEST], _LOCALES[document.language]
    _say_the_language(word, document.language)
    _write_the_foot(word.sections[0].footer.paragraphs[0], document)
    return word


def in_bytes(word: Word) -> bytes:
    """The file of a document, without the times at which its parts were written."""
    packed, made = io.BytesIO(), io.BytesIO()
    word.save(packed)
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(zipfile.ZipInfo(name, _EPOCH), parts.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _say_the_language(word: Word, language: Language) -> None:
    """So that a word processor checks the spelling of the language of the words."""
    dutch, locale = language == "nl", _LOCALES[language]
    for each in word.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), locale)
        each.set(qn("w:eastAsia"), locale)
    settings = word.settings.element
    for name, value in (
        ("w:themeFontLang", locale),
        ("w:decimalSymbol", "," if dutch else "."),
        ("w:listSeparator", ";" if dutch else ","),
    ):
        settings.find(qn(name)).set(qn("w:val"), value)


def _write_the_foot(foot: Paragraph, document: Document) -> None:
    """What is at the foot of every page: the words, and the page with the number of pages."""
    before, _n, rest = Words(document.language)("page {n} of {total}").partition("{n}")
    between, _total, after = rest.partition("{total}")
    foot.add_run(f"{plain(document.footer)}\t{before}")
    for field, words in (("PAGE", between), ("NUMPAGES", after)):
        number = OxmlElement("w:fldSimple", {qn("w:instr"): f" {field} "})
        put_around(foot, number, "1")
        foot.add_run(words)


def plain(words: str) -> str:
    """Words as a page has them, without what XML cannot hold."""
    return typeset(clean(words)).translate(_NO_TEXT)


def xml_of(paragraph: Paragraph) -> Any:
    """The element of a paragraph, for what python-docx has no words for."""
    return paragraph.paragraph_format.element


def put_around(paragraph: Paragraph, element: Any, words: str, style: str | None = None) -> None:
    """Put an element around new words at the end of a paragraph."""
    run = paragraph.add_run(words, style).font.element
    run.addprevious(element)
    element.append(run)
