"""Everything that the check before handing over knows has words of its own in both languages."""

from __future__ import annotations

from portfolio.journey.sharing.leaks import SORTS
from portfolio.wording import LANGUAGES, Words
from portfolio.wording.leaks import leak_word


def test_each_sort_has_its_own_words() -> None:
    for language in LANGUAGES:
        said = [leak_word(sort, Words(language)) for sort in SORTS]
        assert all(said) and len(set(said)) == len(SORTS)
