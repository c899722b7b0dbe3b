"""The length of a document on paper."""

from __future__ import annotations

import re
from typing import Final

from portfolio.wording import Words

_ON_A_PAGE: Final = 400
"""The number of words on an A4 page."""
_ROUNDED: Final = 50
"""Longer texts are rounded to this number of words."""
_WORD: Final = re.compile(r"\w[\w'’-]*")


def length(text: str, _: Words) -> str:
    """Return the length on paper: "about 1,250 words, 4 pages A4"."""
    exact = len(_WORD.findall(text))
    words = exact if exact < _ROUNDED else round(exact / _ROUNDED) * _ROUNDED
    pages = max(-(-words // _ON_A_PAGE), 1)
    number = f"{words:,}".replace(",", "." if _.language == "nl" else ",")
    counted = _("about {words} words").format(words=number)
    paper = _.plural("{n} page A4", "{n} pages A4", pages)
    return f"{counted}, {paper}"
