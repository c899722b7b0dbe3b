"""Fill in the form of an employer: a Word file with names of fields in it, from what is shared; needs docxtpl.

The form comes from elsewhere: it is tried with values of our own before any text of the user is in it, and it runs in a
sandbox. The texts of the user are data, never a field, a loop or markup.
"""

from __future__ import annotations

import os
from datetime import date
from typing import Final, NamedTuple

from portfolio.errors import PortfolioError, UsageError, reason_of
from portfolio.export.document import Document, Paragraph
from portfolio.export.document_lines import lines_of, plain_words
from portfolio.export.extras import is_here, not_here
from portfolio.export.files import NotWritten, file_name
from portfolio.export.form_fields import fields
from portfolio.export.form_names import AT_A_GLANCE, tried
from portfolio.export.options import Options
from portfolio.export.registry import Made
from portfolio.journey.sharing.share import Shared
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words
from portfolio.wording.document_forms import EMPLOYERS_FORM, ending_of

SORT: Final = EMPLOYERS_FORM
"""The sort of document, for the private log."""
ENDING: Final = ending_of(EMPLOYERS_FORM)


_SIGNS: Final = ("{{", "{%")
"""What a field, a loop or a condition begins with."""


class FormFile(NamedTuple):
    """A form to fill in, as it was read."""

    path: str
    data: bytes

    def file_name(self, _: Words) -> str:
        """The proposed name of what is filled in: that of the form and a word, so that neither replaces the other."""
        stem = os.path.splitext(os.path.basename(self.path))[0]
        filled_in = _("filled in")
        return file_name(f"{stem} {filled_in}", ENDING)


def refuse_itself(path: str, to: str) -> None:
    """Raise UsageError when `to`, where the form at `path` is to be written, is that form."""
    if os.path.exists(path) and os.path.exists(to) and os.path.samefile(path, to):
        message = N_("“{name}” is the form itself; give what is filled in another name.")
        raise UsageError(message, name=clean_line(path))


def read(path: str) -> FormFile:
    """The form at a path. Raises NotWritten when it cannot be read."""
    name = clean_line(path)
    try:
        with open(path, "rb") as file:
            return FormFile(path, file.read())
    except (FileNotFoundError, ValueError):  # a name that no file can have
        raise NotWritten(N_("There is no form “{name}”. Nothing was written."), name=name) from None
    except OSError as failure:
        message = N_("The form “{name}” could not be read: {reason}. Nothing was written.")
        raise NotWritten(message, name=name, reason=reason_of(failure)) from failure


def words_of(document: Document) -> str:
    """The lines of a form that was filled in, to read on a screen; no Markdown."""
    return "\n".join(plain_words(line) for line in lines_of(document.blocks))


def filled(form: bytes, shared: Shared, today: date, _: Words, options: Options) -> Made:
    """The form with the values of what is shared, and its lines as a document to read.

    Raises PortfolioError for a file that is no form, or asks for an unknown field, and without docxtpl.
    """
    if not is_here(SORT):
        raise not_here(SORT)
    from portfolio.export.form_file import fill, lines

    asked: set[str] = set()
    fill(form, tried(asked))
    if not any(sign in words for words in lines(form) for sign in _SIGNS):
        raise PortfolioError(
            N_("This form has no fields yet. Type their names where a text must come: {example}. Nothing was written."),
            example="{{ name }}",
        )
    known = fields(shared, today, _, options)
    data = fill(form, known.values)
    blocks = tuple(Paragraph((line,)) for line in lines(data))
    return Made(
        data,
        tuple(sorted(known.used)),
        Document(_.language, blocks, sections=("at_a_glance",) if asked & AT_A_GLANCE else ()),
    )
