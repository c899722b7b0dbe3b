"""The sentence about keys that moved, and the names of the places in which a key works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portfolio.tui.keymap.custom import Keyed, keyed
from portfolio.tui.keymap.names import named
from portfolio.tui.keymap.places import BY_ID, PLACES
from portfolio.wording import N_, Words
from portfolio.wording.names import capital

_SCREENS: Final = {
    "record": N_("an opened record"),
    "sharing": N_("handing over"),
    "sections": N_("the sections of a document"),
    "search": N_("search"),
    "bin": N_("the bin"),
    "copies": N_("the backups"),
    "versions": N_("two versions"),
    "ready": N_("getting ready"),
    "table": N_("at the table"),
    "check": N_("questions"),
    "form": N_("a form"),
}
"""The screens that are no places, by id, as a message id in English."""
_WRITING: Final = frozenset({"check", "form"})


def label_of(each: Keyed, _: Words) -> str:
    """Return what a key does, in one or two words."""
    return _(each.label) if isinstance(each.label, str) else _.context(*each.label)


def moved_sentence(moved: Mapping[str, str], _: Words) -> str:
    """Return which keys moved because the user gave theirs to something else."""
    found = (_("{action} is {key}").format(action=label_of(keyed()[n], _), key=named(k)) for n, k in moved.items())
    return _("Your own keys work as before. These moved for them: {keys}.").format(keys=", ".join(found))


def where_words(each: Keyed, _: Words) -> str:
    """Return the places in which a key works."""
    if each.where.issuperset(place.id for place in PLACES):
        if each.where >= _WRITING:
            return _("Everywhere, in texts too.")
        return _("Everywhere but in texts.")
    names = [_(place.label) for place in BY_ID.values() if place.id in each.where]
    names += [_(label) for screen, label in _SCREENS.items() if screen in each.where]
    return _("In: {places}.").format(places=capital(", ".join(names)))
