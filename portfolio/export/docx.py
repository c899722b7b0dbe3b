"""Render a document for a word processor (Office Open XML, ECMA-376); needs the extra `docx` (python-docx).

The same document gives the same bytes: no time of writing, no author, nothing of the machine (guarantee P12). Pictures
are PNG of the same drawings as elsewhere, where the typesetter of the extra `pdf` is there; else they are drawn in
characters.
"""

from __future__ import annotations

from portfolio.export.document import Document
from portfolio.export.extras import is_here, not_here


def render(document: Document) -> bytes:
    """The bytes of the file. Raises PortfolioError when the extra is not installed."""
    if not is_here("docx"):
        raise not_here("docx")
    from portfolio.export.docx_writer import Writer

    return Writer(document).written()
