"""The forms in which a document can be handed over, by the names that people know."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from portfolio.wording import N_, Words

EMPLOYERS_FORM: Final = "form"
"""The form of an employer, a Word file that is filled in: no format of our own."""
_FORMS: Final = {
    "docx": (N_("Word document"), N_("For a word processor, where others can write in it.")),
    "pdf": (N_("PDF"), N_("To print, or to attach to a mail.")),
    "html": (N_("Web page"), N_("For the browser, with the pictures drawn; it prints on A4.")),
    "md": (N_("Markdown text"), N_("Reads well as it is, and in every program that knows Markdown.")),
    "txt": (N_("Text for mail"), N_("Plain text to paste in a mail.")),
    EMPLOYERS_FORM: (
        N_("An employer's form (Word)"),
        N_("Filled in with what you share; the form itself stays."),
    ),
}
"""Format -> its name and its use, in the order of the list."""
PACKAGES: Final = {"pdf": "typst", "docx": "python-docx", EMPLOYERS_FORM: "docxtpl"}
"""Format -> the package that makes it."""
_THEN: Final = {
    "md": N_("Open it in a text editor, or attach it to a mail."),
    "html": N_("Open it in your browser to read or print it, or attach it to a mail."),
    "pdf": N_("Open it to read or print it, or attach it to a mail."),
    "docx": N_("Open it in Word or another word processor, or attach it to a mail."),
    "txt": N_("Open it, and copy the text into your mail."),
}
"""Format -> what to do with the file."""


class DocumentForm(NamedTuple):
    """One form of a document."""

    key: str
    ending: str
    """The ending of its file."""
    name: str
    about: str
    """Its use, or how to get it."""
    can_be_made: bool


def ending_of(form: str) -> str:
    """Return the ending of a file of this form."""
    return "docx" if form == EMPLOYERS_FORM else form


def form_name(form: str, _: Words) -> str:
    """Return the name of a form."""
    return _(_FORMS[form][0])


def then(form: str, _: Words) -> str:
    """Return what to do with a file of this form."""
    return _(_THEN[form])


def how_to_get(form: str, _: Words) -> str:
    """Return how to get a form that this computer cannot make."""
    command = f"pipx inject leerreis {PACKAGES.get(form, form)}"
    return _("Not on this computer yet. Get it with: {command}").format(command=command)


def forms(there: Collection[str], _: Words) -> Sequence[DocumentForm]:
    """Return every form; a form that is not `there` says how to get it."""
    return [
        DocumentForm(form, ending_of(form), _(name), _(use) if form in there else how_to_get(form, _), form in there)
        for form, (name, use) in _FORMS.items()
    ]
