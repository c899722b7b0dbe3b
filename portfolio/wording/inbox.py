"""The texts about the inbox."""

from __future__ import annotations

from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import LANGUAGES, N_, Words

_READ_ME: Final = N_(
    "This is the inbox of Leerreis, for notes from your phone.\n"
    "\n"
    "Put a text file in this folder (.txt or .md), or let an app on your phone add lines to a file that is called "
    "inbox.md or inbox.txt. In such a file an empty line begins a new note.\n"
    "\n"
    "The first line of a longer note becomes its title. #word makes a tag, +word links a learning goal or a skill, and "
    "@name links a person, when these are in your portfolio. A date in the name of the file is the day of the note, as "
    "in 2026-03-12 boiler.txt.\n"
    "\n"
    "Leerreis shows on Today what waits here, and adds it to your portfolio when you say so. Every note stays private "
    "until you share it. What was added moves to the folder “done”.\n"
)


def read_me() -> str:
    """Return the text of the file that says how to use the folder, in both languages."""
    return "\n----\n\n".join(Words(language)(_READ_ME) for language in LANGUAGES)


def refused_line(file: str, reason: str, _: Words) -> str:
    """Return that a file stays in the inbox, and why; `reason` is an English message id."""
    said = _("“{file}” stays in the inbox: {reason}.")
    return said.format(file=clean_line(file), reason=_(reason))


def taken_in(count: int, _: Words, *, in_file: bool) -> str:
    """Return how many notes were taken in, and whether they are in the data file already."""
    if not count:
        return _("Nothing is waiting in your inbox.")
    said = _.plural(
        "{n} note added from your inbox. Only you see it.", "{n} notes added from your inbox. Only you see them.", count
    )
    safe = _("They are safe on this computer, but not yet in your file; their files stay in the inbox.")
    return said if in_file else f"{said} {safe}"
