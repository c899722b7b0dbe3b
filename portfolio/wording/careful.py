"""Why a document is careful, and what that means: facts and results, for a conversation that can affect pay."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words


def why_careful(consequences: str, _: Words) -> str:
    """Return why levels and setbacks are left out; without a "yes" nobody said what the conversation can affect."""
    if consequences == "yes":
        return _("This conversation can affect pay or contract, so levels and setbacks are left out.")
    return _(
        "It isn't filled in whether this conversation can affect pay or contract. To be careful, levels and setbacks "
        "are left out."
    )


def why_facts_only(consequences: str, _: Words) -> str:
    """Return why the document has only facts and results."""
    if consequences == "yes":
        return _("This conversation can affect pay or contract, so the document has only facts and results.")
    return _(
        "It isn't filled in whether this conversation can affect pay or contract. To be careful, the document has only "
        "facts and results."
    )


NOTHING_FITS: Final = N_("What you share has no place in it, so it is still empty.")
"""Said of a careful document without content."""


def what_care_means(_: Words, **keys: str) -> str:
    """Return what a careful document has, beside what is left out of it, with the key that changes it."""
    return _("Careful means: goals, stories and evidence only. {filter} includes all sections.").format(**keys)
