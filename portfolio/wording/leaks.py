"""The words for what the check before sharing found."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

_SORTS: Final[dict[str, str]] = {
    "name": N_("one of your people, by name"),
    "stranger": N_("perhaps a name"),
    "initials": N_("perhaps initials"),
    "mail": N_("a mail address"),
    "phone": N_("perhaps a telephone number"),
    "postcode": N_("perhaps a postcode"),
    "address": N_("perhaps an address"),
    "iban": N_("a bank account number"),
    "bsn": N_("perhaps a citizen service number (BSN)"),
    "number": N_("a staff or customer number"),
    "plate": N_("perhaps a number plate"),
    "path": N_("a place on a computer"),
    "link": N_("a link that leads nowhere outside"),
    "host": N_("an internal network address"),
    "secret": N_("a link or code that gives access"),
    "sensitive": N_("perhaps something sensitive"),
    "quoted": N_("is also in something private"),
}


def leak_word(sort: str, _: Words) -> str:
    """Return what sort of leak it is: "a mail address"."""
    return _(_SORTS[sort])
