"""Fill in the form of an employer: a Word file with names of fields in it, from what is shared; needs docxtpl.

The form comes from elsewhere: it is tried with values of our own before any text of the user is in it, and it runs in a
sandbox. The texts of the user are data, never a field, a loop or markup.
"""

from __future__ import annotations

import os
from datetime import date
from typing import Final

from portfolio.errors import UsageError, reason_of
from portfolio.export.document import Document, Paragraph
from portfolio.export.extras import is_here, not_here
from portfolio.export.files import NotWritten
from portfolio.export.form_fields import fields
from portfolio.export.form_names import AT_A_GLANCE, tried
from portfolio.export.options import Options
from portfolio.export.registry import Made
from portfolio.journey.sharing.share import Shared
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

SORT: Final = "form"
"""The sort of document, for the private log."""
ENDING: Final = "docx"


def read(path: str, to: str) -> bytes:
    """The bytes of a form, to be filled in and written to `to`. Raises PortfolioError when that cannot be."""
    name = clean_line(path)
    if os.path.exists(path) and os.path.exists(to) and os.path.samefile(path, to):
        raise UsageError(N_("“{name}” is the form itself; give what is filled in another name."), name=name)
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise NotWritten(N_("There is no form “{name}”. Nothing was written."), name=name) from None
    except OSError as failure:
        message = N_("The form “{name}” could not be read: {reason}. Nothing was written.")
        raise NotWritten(message, name=name, reason=reason_of(failure)) from failure


def filled(form: bytes, shared: Shared, today: date, _: Words, options: Options) -> Made:
    """The form with the values of what is shared, and its lines as a document to read.

    Raises PortfolioError for a file that is no form, or asks for an unknown field, and without docxtpl.
    """
    if not is_here(SORT):
        raise not_here(SORT)
    from portfolio.export.form_file import fill, lines

    asked: set[str] = set()
    fill(form, tried(asked))
    known = fields(shared, today, _, options)
    data = fill(form, known.values)
    blocks = tuple(Paragraph((line,)) for line in lines(data))
    return Made(
        data,
        tuple(sorted(known.used)),
        Document(_.language, blocks, sections=("at_a_glance",) if asked & AT_A_GLANCE else ()),
    )
