"""The result of the learning-climate check: the one or two statements with the lowest answers. There is no score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

YES: Final = 3
"""The highest answer: 1 is no, 2 sometimes, 3 yes."""
MOST: Final = 2


def lowest(answers: Mapping[int, int]) -> tuple[int, ...]:
    """Return the numbers of at most two statements to look at, lowest answer first; answers of yes are left out."""
    below = sorted((answer, n) for n, answer in answers.items() if answer < YES)
    return tuple(n for _answer, n in below[:MOST])
