"""The steps of a conversation, and the one to take now, in calm lines: nothing is called late or counted."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

_NAMES: Final[dict[str, str]] = {
    "choose": N_("Choose what you share"),
    "read": N_("Read it through"),
    "hand_over": N_("Hand it over"),
    "sheet": N_("Your own sheet"),
    "table": N_("At the table"),
    "agreements": N_("Agreements"),
    "confirm": N_("Send the confirmation"),
}
"""Step of the preparation -> its name."""
_NOW: Final[dict[str, str]] = {
    "choose": N_("Now: choose what you share."),
    "read": N_("Now: read through what you share."),
    "hand_over": N_("Now: hand over your document."),
    "sheet": N_("Now: think it over for yourself, on your own sheet."),
    "table": N_("Today: your points at the table."),
    "agreements": N_("Now: write down what was agreed, while you remember it."),
    "confirm": N_("Now: confirm what was agreed in a mail."),
}
"""Step of the preparation -> what to do now."""
_ABOUT: Final[dict[str, str]] = {
    "choose": N_(
        "Everything you share, with a tick for what goes into the document. What you do not share never leaves, "
        "and nobody sees that it exists."
    ),
    "read": N_("The document as the other person will read it, to the last character, with its length."),
    "hand_over": N_(
        "Save it as text, a web page, PDF, a Word document or a text for mail. Nothing is sent: you get a file. "
        "Send it a week ahead, so that the other person can read it."
    ),
    "sheet": N_(
        "What you want from it, what you ask for, your points, and likely questions with your key words. It is for "
        "you alone and never leaves with a portfolio."
    ),
    "table": N_(
        "For use during the conversation: one point at a time, large and calm, with the time elapsed. One key notes "
        "what was agreed, another adds a note. What you keep to yourself is not on it."
    ),
    "agreements": N_(
        "What was agreed, on both sides: who does what, and by when. You'll find it here and on Today. Afterwards "
        "there is a text for a mail that confirms it."
    ),
    "confirm": N_("A text for a mail that says what you agreed. You copy or save it, and send it yourself."),
}
"""Step of the preparation -> what it opens."""


def about_step(step: str, _: Words) -> str:
    """Return what a step of the preparation opens."""
    return _(_ABOUT[step])


def step_name(step: str, _: Words) -> str:
    """Return the name of a step of the preparation."""
    return _(_NAMES[step])


def now_line(step: str | None, _: Words, *, ahead: bool = False) -> str:
    """Return what to do now; without a step, that all is ready, and for a conversation `ahead` only until then."""
    if step is not None:
        return _(_NOW[step])
    return _("Ready until the conversation.") if ahead else _("All is ready.")
