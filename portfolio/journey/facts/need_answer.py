"""What the answer to a need says: promised or refused, and on which day; its other words stay with the user."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from portfolio.journey.fold import fold

_PROMISED: Final = r"toegezegd|beloofd|goedgekeurd|toegekend|promised|approved|granted"
_REFUSED: Final = r"afgewezen|geweigerd|afgekeurd|refused|declined|rejected|turned down"
_YES: Final = re.compile(rf"(?:ja|yes|akkoord|agreed|ok|oke)(?=\s*(?:[,.;:!]|$))|(?:{_PROMISED})\b")
_NO: Final = re.compile(rf"(?:nee|no|niet akkoord|not agreed)(?=\s*(?:[,.;:!]|$))|(?:{_REFUSED})\b")
_SAYS_YES: Final = re.compile(rf"\b(?:{_PROMISED})\b")
_SAYS_NO: Final = re.compile(rf"\b(?:{_REFUSED})\b")
_UNSURE: Final = re.compile(r"\b(?:niet|nog|geen|nooit|misschien|als|of|not|no|never|maybe|perhaps|if|whether)\b|\?")
"""Words after which "promised" need not be a promise: "not promised yet", "if it is approved"."""
_SENTENCE: Final = re.compile(r"[^.!?\n]*[.!?]?")
_MONTHS: Final = ("jan", "feb", "mrt maa mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec")
_ISO: Final = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_DUTCH: Final = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")
_NAMED: Final = re.compile(r"\b(\d{1,2}) ([a-z]{3})[a-z]*\.? (\d{4})\b")


class NeedAnswer(NamedTuple):
    """The answer to a need; `on` is None when it names no day."""

    promised: bool
    on: date | None = None

    @property
    def as_text(self) -> str:
        """The answer in the fewest words, which `need_answer` reads again."""
        word = "promised" if self.promised else "refused"
        return f"{word} {self.on.isoformat()}" if self.on else word


def need_answer(text: str | None) -> NeedAnswer | None:
    """Return what an answer says; None without an answer, and where it is not sure that it is a yes or a no."""
    words = fold(text or "").strip()
    sentence = _SENTENCE.match(words)
    yes, no = bool(_YES.match(words)), bool(_NO.match(words))
    if not (yes or no) and sentence and not _UNSURE.search(sentence[0]):
        yes, no = bool(_SAYS_YES.search(sentence[0])), bool(_SAYS_NO.search(sentence[0]))
    return NeedAnswer(yes, _day(words)) if yes != no else None


def _day(words: str) -> date | None:
    """Return the first day that is written out in full."""
    found = [
        *((m.start(), m[1], m[2], m[3]) for m in _ISO.finditer(words)),
        *((m.start(), m[3], m[2], m[1]) for m in _DUTCH.finditer(words)),
        *((m.start(), m[3], _month(m[2]), m[1]) for m in _NAMED.finditer(words)),
    ]
    for _at, year, month, day in sorted(found):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _month(name: str) -> str:
    return next((str(n) for n, names in enumerate(_MONTHS, 1) if name in names.split()), "0")
