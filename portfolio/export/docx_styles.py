"""The named styles of a file for a word processor: paragraphs, links and tables, in the language of the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portfolio.export.page_layout import ACCENT, INK, MUTED, RULE
from portfolio.wording import Language

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
START: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LOCALES: Final[Mapping[Language, str]] = {"nl": "nl-NL", "en": "en-GB"}
ACROSS: Final = 9866
"""Twentieths of a point between the margins of 18 mm on A4."""


def _colour(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _style(identity: str, name: str, paragraph: str, run: str = "", *, after: str = "", based: str = "Normal") -> str:
    based_on = f'<w:basedOn w:val="{based}"/>' if based != identity else ""
    following = f'<w:next w:val="{after}"/>' if after else ""
    default = ' w:default="1"' if identity == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{based_on}{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _run(size: float = 0, colour: str = "", *, bold: bool = False) -> str:
    parts = ["<w:b/><w:bCs/>" if bold else ""]
    parts.append(f'<w:color w:val="{_colour(colour)}"/>' if colour else "")
    parts.append(f'<w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/>' if size else "")
    return "".join(parts)


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def styles(language: Language) -> str:
    """The part with all styles."""
    locale = LOCALES[language]
    fonts = '<w:rFonts w:ascii="Inter" w:hAnsi="Inter" w:cs="Inter" w:eastAsia="Inter"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_run(9.5, INK)}"
        f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    return f'{START}<w:styles xmlns:w="{MAIN}">{defaults}{_paragraphs()}{_others()}</w:styles>'


def _paragraphs() -> str:
    heading = "<w:keepNext/><w:keepLines/>"
    left = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{_colour(ACCENT)}"/>'
    under = f'<w:bottom w:val="single" w:sz="4" w:space="2" w:color="{_colour(RULE)}"/>'
    found = (
        _style("Normal", "Normal", ""),
        *(
            _style(
                f"Heading{n}",
                f"heading {n}",
                f'{heading}{_space(*room)}<w:outlineLvl w:val="{n - 1}"/>',
                run,
                after="Normal",
            )
            for n, room, run in (
                (1, (0, 120), _run(22, ACCENT, bold=True)),
                (2, (280, 80), _run(12, ACCENT, bold=True)),
                (3, (180, 60), _run(10, INK, bold=True)),
            )
        ),
        _style("Lead", "Lead", _space(120, 160), _run(12)),
        _style("Small", "Small", _space(0, 40), _run(8, MUTED)),
        _style("Large", "Large", f"<w:keepNext/>{_space(40, 0)}", _run(17, ACCENT, bold=True)),
        _style("Larger", "Larger", f"<w:keepNext/>{_space(60, 0)}", _run(12, ACCENT, bold=True)),
        _style("Gap", "Gap", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', _run(4)),
        _style("Cell", "Cell", _space(40, 40)),
        _style("ListText", "List Text", _space(0, 40)),
        _style("Quote", "Quote", f'<w:keepNext/><w:pBdr>{left}</w:pBdr>{_space(0, 0)}<w:ind w:left="200"/>'),
        _style("Request", "Request", f"<w:keepLines/><w:pBdr>{under}</w:pBdr>{_space(60, 60)}"),
        _style("Drawing", "Drawing", f"<w:keepLines/>{_space(80, 120)}"),
        _style(
            "Characters",
            "Characters",
            '<w:keepLines/><w:spacing w:before="80" w:after="120" w:line="240" w:lineRule="auto"/>',
            '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' + _run(7.5),
        ),
        _style(
            "Footer",
            "footer",
            f'<w:tabs><w:tab w:val="right" w:pos="{ACROSS}"/></w:tabs>{_space(0, 0)}',
            _run(8, MUTED),
        ),
    )
    return "".join(found)


def _others() -> str:
    border = f'w:val="single" w:sz="4" w:space="0" w:color="{_colour(RULE)}"'
    header_row = _run(8, MUTED)
    cells = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
    normal_font = '<w:name w:val="Default Paragraph Font"/>'
    link = f'<w:name w:val="Hyperlink"/><w:rPr>{_run(0, ACCENT, bold=True)}</w:rPr>'
    grid = f'<w:name w:val="Normal Table"/><w:tblPr>{cells}</w:tblPr>'
    lines = (
        f'<w:name w:val="Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom {border}/>'
        f"<w:insideH {border}/></w:tblBorders>{cells}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{header_row}</w:rPr></w:tblStylePr>'
    )
    others = (
        f'<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">{normal_font}</w:style>',
        f'<w:style w:type="character" w:styleId="Hyperlink">{link}</w:style>',
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal">{grid}</w:style>',
        f'<w:style w:type="table" w:styleId="Lines">{lines}</w:style>',
    )
    return "".join(others)
