"""Notices about a file: values that the command line or the app turns into a sentence.

A notice is not a failure: everything is saved and the work continues. Failures are `PortfolioError`s; those of the
store that have a reason put it into words as a notice does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from portfolio.errors import PortfolioError, safe
from portfolio.wording import N_, Words

Kind = Literal[
    "damaged",
    "missing",
    "not_downloaded",
    "newer",
    "foreign",
    "unreachable",
    "not_in_file",
    "other_portfolio",
    "older_shadow",
    "durability",
    "copy_newer",
    "copy_damaged",
    "copy_not_here",
    "purged_elsewhere",
    "purge_held",
    "undo_damaged",
    "beside",
    "careful",
    "not_deleted",
    "not_deleted_all",
    "not_purged",
    "lists_joined",
    "kept_alive",
    "kept_alive_all",
]


class Notice(NamedTuple):
    """A notice: its kind for programs, its sentence for users."""

    kind: Kind
    message: str
    parameters: dict[str, object]

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        return _in_words(self.message, self.parameters, _)


class ReasonedError(PortfolioError):
    """A failure whose `reason` is a message of its own."""

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for, with its reason."""
        return _in_words(self.message, self.parameters, _)


MESSAGES: dict[Kind, str] = {
    "damaged": N_(
        "{path} cannot be read ({reason}). It is left as it is; you see the copy kept on this computer. "
        "Put an earlier version in its place, or move it away."
    ),
    "missing": N_("{path} is not there. You see the copy kept on this computer; new words are kept in it too."),
    "not_downloaded": N_(
        "{path} has not been downloaded yet. You see the copy kept on this computer. "
        "Let your cloud program download it."
    ),
    "newer": N_(
        "{path} was written by a newer Leerreis. You can read it here, but not change it. "
        "Update Leerreis on this computer."
    ),
    "foreign": N_("{path} is not a Leerreis portfolio. It is left as it is. Choose your own file."),
    "unreachable": N_(
        "{path} cannot be opened ({reason}). You see the copy kept on this computer. Check that the "
        "disk or folder is available."
    ),
    "not_in_file": N_("Your words are safe on this computer, but not yet in {path} ({reason})."),
    "other_portfolio": N_(
        "{path} now holds another portfolio. The words of the one that was here before are kept in {kept}."
    ),
    "older_shadow": N_("This computer keeps words that {path} lacks. Bring them in with: leerreis merge {kept}"),
    "durability": N_("{path} was saved, but this disk does not confirm that it will survive a power failure."),
    "copy_newer": N_(
        "{path} is a copy that a newer Leerreis wrote. It is left as it is; update Leerreis to bring in its words."
    ),
    "copy_damaged": N_(
        "{path} is a copy that cannot be read. It is left as it is; perhaps it has not fully arrived yet."
    ),
    "copy_not_here": N_(
        "{path} is perhaps a copy and cannot be opened now. It is left as it is; its words are added once it opens."
    ),
    "purged_elsewhere": N_("Deleted for good on another computer: {what}. The words are gone from this computer too."),
    "purge_held": N_(
        "Deleted for good on another computer: {what}. This computer keeps the words apart until you "
        "decide. To delete them here too: leerreis merge --accept-purge. To bring them back: leerreis "
        "merge --keep."
    ),
    "undo_damaged": N_(
        "A part of what could be undone on this computer was damaged. It is set aside in {path}; your words are whole."
    ),
    "beside": N_("Another version arrived from another computer, and both are kept. Open the record to choose one."),
    "careful": N_(
        "On another computer a more careful choice was made. That one counts, until you have seen it and choose again."
    ),
    "not_deleted": N_(
        "Not deleted: it was changed on another computer, and that change is kept. Read it; then delete it again if it "
        "can go."
    ),
    "not_deleted_all": N_(
        "{n} records are not deleted: they were changed on another computer, and those changes are kept. Read them; "
        "then delete them again if they can go."
    ),
    "not_purged": N_(
        "A change arrived from another computer just now. It is kept, since you have not read it "
        "here. Read it first; then purge it again if it can go."
    ),
    "lists_joined": N_("On another computer the same list was changed; everything in either is kept."),
    "kept_alive": N_("It was deleted on another computer; because you changed it here, it is kept."),
    "kept_alive_all": N_("{n} records were deleted on another computer; because you changed them here, they are kept."),
}
"""The message of each kind; docs/your-file.md explains each."""


def notice(kind: Kind, **parameters: object) -> Notice:
    """The notice of this kind."""
    return Notice(kind, MESSAGES[kind], parameters)


def _in_words(message: str, parameters: Mapping[str, object], _: Words) -> str:
    """A message in the language asked for, with its reason and its counted kinds."""
    filled = {**parameters, "reason": _(str(parameters.get("reason", "")))}
    kinds = parameters.get("kinds")
    if isinstance(kinds, Mapping):
        from portfolio.wording.names import counted_kinds

        filled["what"] = counted_kinds(kinds, _)
    return _(message).format(**safe(filled))
