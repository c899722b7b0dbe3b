"""How long a document is on paper."""

from __future__ import annotations

import pytest

from portfolio.export.length import length
from portfolio.wording import Words

ENGLISH, DUTCH = Words("en"), Words("nl")


@pytest.mark.parametrize(
    ("count", "english", "dutch"),
    [
        (7, "about 7 words, 1 page A4", "ongeveer 7 woorden, 1 pagina A4"),
        (410, "about 400 words, 1 page A4", "ongeveer 400 woorden, 1 pagina A4"),
        (1233, "about 1,250 words, 4 pages A4", "ongeveer 1.250 woorden, 4 pagina's A4"),
    ],
)
def test_the_length_is_told_roughly(count: int, english: str, dutch: str) -> None:
    text = "## it's **word** " + "| - word |\n" * (count - 2)
    assert (length(text, ENGLISH), length(text, DUTCH)) == (english, dutch)
