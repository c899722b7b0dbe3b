"""The names of the kinds of record, singular and plural, in lower case for use inside a sentence.

An unknown kind, from a file of a newer version, is shown by its key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

KINDS: Final[dict[str, tuple[str, str]]] = {
    "profile": (N_("profile"), N_("profiles")),
    "goal": (N_("learning goal"), N_("learning goals")),
    "step": (N_("step"), N_("steps")),
    "measure": (N_("personal measure"), N_("personal measures")),
    "reading": (N_("reading"), N_("readings")),
    "reflection": (N_("note"), N_("notes")),
    "feedback": (N_("feedback"), N_("feedback")),
    "request": (N_("feedback request"), N_("feedback requests")),
    "skill": (N_("skill"), N_("skills")),
    "rating": (N_("rating"), N_("ratings")),
    "evidence": (N_("evidence"), N_("pieces of evidence")),
    "person": (N_("person"), N_("people")),
    "conversation": (N_("conversation"), N_("conversations")),
    "agreement": (N_("agreement"), N_("agreements")),
    "need": (N_("need"), N_("needs")),
    "milestone": (N_("milestone"), N_("milestones")),
    "export": (N_("export"), N_("exports")),
}
"""Kind -> the message ids of its name in English, singular and plural."""


def kind_name(kind: str, _: Words) -> str:
    """Return the name of one record of this kind: "learning goal", "leerdoel"."""
    names = KINDS.get(kind)
    return _(names[0]) if names else clean_line(kind)


def counted_kinds(count: Mapping[str, int], _: Words) -> str:
    """Return the number of each kind in words: "3 steps and 1 personal measure"."""
    each = [f"{n} {kind_name(kind, _) if n == 1 else kind_plural(kind, _)}" for kind, n in count.items()]
    if len(each) < 2:
        return "".join(each)
    return _("{first} and {last}").format(first=", ".join(each[:-1]), last=each[-1])


def kind_plural(kind: str, _: Words) -> str:
    """Return the name of several records of this kind: "learning goals", "leerdoelen"."""
    names = KINDS.get(kind)
    return _(names[1]) if names else clean_line(kind)
