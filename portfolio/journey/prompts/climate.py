"""What the learning-climate check comes to: the one or two statements that were answered lowest. No score is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

YES: Final = 3
"""The highest answer: 1 is no, 2 sometimes, 3 yes."""
MOST: Final = 2


def lowest(answers: Mapping[int, int]) -> tuple[int, ...]:
    """The statements to look at, by number: the lowest answers first, at most two, and none that is a yes."""
    below = sorted((answer, n) for n, answer in answers.items() if answer < YES)
    return tuple(n for _answer, n in below[:MOST])
