"""What the check before handing over found, in a few words."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

_SORTS: Final[dict[str, str]] = {
    "name": N_("a name, without consent"),
    "initials": N_("perhaps initials"),
    "mail": N_("a mail address"),
    "phone": N_("perhaps a telephone number"),
    "postcode": N_("perhaps a postcode"),
    "path": N_("a place on a computer"),
    "link": N_("a link that leads nowhere outside"),
    "sensitive": N_("perhaps something sensitive"),
    "quoted": N_("also stands in something private"),
}


def leak_word(sort: str, _: Words) -> str:
    """What sort of thing it is: "a mail address"."""
    return _(_SORTS[sort])
