"""Behind "with" a role has its article, and a name has none."""

from __future__ import annotations

import pytest

from portfolio.export.persons import with_whom
from portfolio.wording import Language, Words


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [
        ("nl", "serviceleider", "mijn serviceleider"), ("en", "service manager", "my service manager"),
        ("en", "Service manager", "my service manager"), ("nl", "HR-adviseur", "mijn HR-adviseur"),
        ("en", "HR adviser", "my HR adviser"), ("nl", "HR", "HR"), ("nl", "Ruud", "Ruud"),
        ("nl", "Ruud Jansen", "Ruud Jansen"), ("en", "Jan de Vries", "Jan de Vries"),
        ("nl", "een collega", "een collega"),
        ("nl", "collega", "een collega"), ("en", "colleague", "a colleague"), ("nl", "mijn baas", "mijn baas"),
        ("nl", "iemand van HR", "iemand van HR"), ("nl", "de directeur", "de directeur"), ("nl", "", ""),
    ],
)  # fmt: skip
def test_a_role_has_its_article(language: Language, word: str, said: str) -> None:
    assert with_whom(word, Words(language)) == said
