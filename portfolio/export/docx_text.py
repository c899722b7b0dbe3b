"""Paragraphs, runs of words and pictures of a file for a word processor."""

from __future__ import annotations

from typing import Final

from portfolio.export.docx_parts import FIRST_PICTURE, text
from portfolio.export.page_layout import typeset
from portfolio.sanitise import clean

_PER_CM: Final = 360_000
"""English metric units in a centimetre."""
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"


def picture(n: int, described: str, wide: float, tall: float) -> str:
    """The picture of this number as a run: its description, its width in centimetres, its height as a part of that."""
    size = f'cx="{round(wide * _PER_CM)}" cy="{round(wide * tall * _PER_CM)}"'
    about = f'id="{n + 1}" name="Picture {n + 1}" descr="{text(clean(described))}"'
    shape = (
        f"<pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="rId{FIRST_PICTURE + n}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {about}/>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic>{shape}</pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def styled(inside: str, style: str, more: str = "") -> str:
    """A paragraph in a named style; `more` are its own properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inside}</w:p>'


def run(words: str, properties: str = "") -> str:
    """A run of words; a line end is a break within the paragraph."""
    if not words:
        return ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{text(line)}</w:t>' for line in typeset(clean(words)).split("\n")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{lines}</w:r>"
