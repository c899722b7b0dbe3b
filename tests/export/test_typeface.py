"""The bundled typeface: what it has, what is shown instead of the rest, and what is said about that."""

from __future__ import annotations

import pytest

from portfolio.export.document import Document, Paragraph
from portfolio.export.typeface import FOLDER, LACKED, characters, lacking, lacking_sentence, shown
from portfolio.wording import Words


def a_document(words: str) -> Document:
    return Document("en", (Paragraph((words,)),))


def test_it_has_the_letters_of_europe_and_the_signs_of_our_drawings() -> None:
    wanted = "aZéëïçñßøåŁşИЯωΣ0123456789€%→○●▼◯…“”’–—·•✓½²≥" + LACKED
    assert not [char for char in wanted if ord(char) not in characters()]
    assert not [char for char in "漢😀שم" if ord(char) in characters()]


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Cafe\u0301", "Café"),
        ("a👩\u200d💻b", f"a{LACKED}{LACKED}b"),
        ("❤\ufe0f", "❤"),
        ("👍🏽", LACKED),
        ("محمد", LACKED * 4),
        ("a\u3000b\nc", "a b\nc"),
        ("soft\u00adly", "soft\u00adly"),
    ],
)
def test_what_it_lacks_is_shown_by_a_sign(words: str, seen: str) -> None:
    assert shown(words) == seen


def test_each_character_that_it_lacks_is_named_once_in_the_order_of_the_document() -> None:
    assert lacking(a_document("Well 😀 done 漢😀")) == "😀漢"
    assert lacking(a_document("Café □ → “x”")) == ""


def test_the_sentence_names_them_in_both_languages_and_not_without_end() -> None:
    assert lacking_sentence(a_document("plain"), Words("en")) == ""
    said = lacking_sentence(a_document("😀 漢"), Words("en"))
    assert said == "The PDF shows □ for what its typeface lacks: 😀 漢. The other formats show them as they are."
    assert "toont □" in lacking_sentence(a_document("😀"), Words("nl"))
    many = "".join(chr(0x4E00 + n) for n in range(40))
    assert len(lacking_sentence(a_document(many), Words("en"))) < 140


def test_its_licence_is_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text("utf-8")
    assert {path.name for path in FOLDER.glob("*.otf")} == {f"Inter-{w}.otf" for w in ("Regular", "SemiBold", "Italic")}
