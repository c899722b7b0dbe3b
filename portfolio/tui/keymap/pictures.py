"""The pictures of the journey in the key map: the key, the short title and the question of each."""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.wording import N_
from portfolio.wording.dates import context


class PictureName(NamedTuple):
    """One picture: `id` is its name in `portfolio.pictures`."""

    id: str
    key: str
    label: tuple[str, str]
    """The short title: a message id in English with its context."""
    asks: str
    """The question that the picture answers: a message id in English."""


NAMES: Final = (
    PictureName("lanes", "A", context("picture", "Lanes"), N_("Where do I come from, where am I, where do I go?")),
    PictureName("growth", "B", context("picture", "Growth"), N_("What have I grown in?")),
    PictureName("skill", "C", context("picture", "Skill"), N_("When did the level of one skill change?")),
    PictureName("goals", "D", context("picture", "Goals"), N_("How far are my goals? Which one is quiet?")),
    PictureName("timeline", "E", context("picture", "Timeline"), N_("What were the turning points?")),
    PictureName("forms", "F", context("picture", "Ways of learning"), N_("How do I learn, and what gave most?")),
    PictureName("evidence", "H", context("picture", "Evidence"), N_("What can I show, and where is a gap?")),
    PictureName("rhythm", "I", context("picture", "Rhythm"), N_("When did I look back?")),
    PictureName("energy", "J", context("picture", "Energy"), N_("What gives me energy?")),
)
"""In the order in which Tab shows them. G is no key of theirs: it goes to the last mark."""

KEYS: Final = frozenset(name.key for name in NAMES)
