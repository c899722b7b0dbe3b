"""Make portfolio/export/word.docx: the page, the named styles and the lists of a Word document, without any words.

It is the template of python-docx without what another program left in that one. `make picture` runs this, and a test
holds the file against it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402
from docx.enum.style import WD_STYLE_TYPE  # noqa: E402
from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402
from docx.oxml.parser import parse_xml  # noqa: E402
from docx.shared import Mm, Pt, RGBColor, Twips  # noqa: E402
from lxml.etree import cleanup_namespaces  # noqa: E402

from portfolio.export.docx_template import ACROSS, DEPTHS, INDENT, TEMPLATE, in_bytes  # noqa: E402
from portfolio.export.page_layout import ACCENT, INK, MUTED, RULE, TINT  # noqa: E402

KEPT = ("styles", "numbering", "settings", "fontTable", "footer", "officeDocument", "core-properties")
"""The relations that stay; the theme of others, their picture and their properties go."""
FONTS = f"""<w:fonts {nsdecls("w")}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/>
    <w:family w:val="swiss"/></w:font></w:fonts>"""
"""A typeface that every computer has, or one of the same widths: Word cannot take ours along."""
BASE = f"""
    <w:docDefaults><w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:color w:val="{INK[1:]}"/>
    <w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr>
    </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/></w:style>"""
WORD_ITSELF = "http://schemas.microsoft.com/office/word"
SETTINGS = f"""
    <w:defaultTabStop w:val="708"/><w:autoHyphenation/><w:characterSpacingControl w:val="doNotCompress"/>
    <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{WORD_ITSELF}" w:val="15"/>
    <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{WORD_ITSELF}" w:val="1"/></w:compat>
    <w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>"""
"""Hyphenation, and the behaviour of the current Word instead of a compatibility mode."""


def lists() -> str:
    """A list of bullets, and one of numbers that can begin anywhere."""
    kinds = enumerate((("bullet", "•"), ("decimal", "%{}.")))
    found = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{mark.format(depth + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{INDENT * (depth + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
            for depth in range(DEPTHS)
        )
        + "</w:abstractNum>"
        for n, (form, mark) in kinds
    )
    return f'{found}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def line(side: str, size: int, colour: str, space: int = 0) -> str:
    """A line at one side, in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour.lstrip("#").upper()}"/>'


def table(name: str, lines: str = "", cell: str = "", left: int = 0) -> str:
    """A style of tables: its lines, and how its cells look."""
    usual = name == "Normal Table"
    base = "" if usual else '<w:basedOn w:val="TableNormal"/>'
    begin = 'w:default="1" w:styleId="TableNormal"' if usual else f'w:styleId="{name}"'
    return (
        f'<w:style w:type="table" {begin}><w:name w:val="{name}"/>{base}<w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblCellMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tcPr>{cell}</w:tcPr></w:style>"
    )


def tables() -> str:
    """The styles of tables."""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT[1:].upper()}"/>'
    return (
        table("Normal Table")
        + table("Facts")
        + table("Columns")
        + table("Lines", line("bottom", 4, RULE) + line("insideH", 4, RULE))
        + table("Head", line("bottom", 8, ACCENT), '<w:vAlign w:val="bottom"/>')
        + table("Results", line("insideV", 48, "FFFFFF"), ground, 140)
        + table("Year", line("top", 18, ACCENT))
        + table("Signatures", line("top", 4, MUTED) + line("insideV", 96, "FFFFFF"))
    )


def fill(root: Any, inside: str) -> None:
    """Put these elements in the place of all that a part has."""
    root[:] = list(parse_xml(f"<w:x {nsdecls('w')}>{inside}</w:x>"))
    root.attrib.clear()
    cleanup_namespaces(root)


def paragraphs(word: Any) -> None:
    """The styles of paragraphs: name, points before and after, size, colour, and whether it is bold."""

    def style(name: str, *look: Any, based: str = "Normal", keep: bool = False) -> Any:
        before, after, size, colour, bold = (*look, *(None,) * 5)[:5]
        made = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        made.base_style, made.quick_style = word.styles[based], True
        layout, font = made.paragraph_format, made.font
        layout.space_before, layout.space_after = Pt(before or 0), Pt(after or 0)
        layout.keep_with_next = keep or None
        font.size, font.bold = Pt(size) if size else None, bold
        if colour:
            font.color.rgb = RGBColor.from_string(colour[1:].upper())
        return made

    def bordered(name: str, border: str) -> None:
        ruled = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
        word.styles[name].element.pPr.insert_element_before(ruled, "w:tabs", "w:spacing", "w:ind")

    for level, look in enumerate(((0, 6, 22, ACCENT, True), (10, 3, 12, ACCENT, True), (7, 2, 10, INK, True)), 1):
        heading = style(f"Heading {level}", *look, keep=True)
        heading.paragraph_format.keep_together = True
        heading.element.pPr.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level - 1}"/>'))
    style("Lead", 6, 8, 12)
    style("Small", 0, 2, 8, MUTED)
    style("Small Right", 0, 2, based="Small").paragraph_format.alignment = 2
    style("Legend", 0, 2, based="Small", keep=True)
    style("Large", 2, 0, 17, ACCENT, True, keep=True)
    style("Larger", 3, 0, 12, ACCENT, True, keep=True)
    style("Gap", 0, 0, 4).paragraph_format.line_spacing = Pt(4)
    style("Cell", 1, 1)
    style("Cell Head", 1, 1, 8, MUTED)
    style("List Text", 0, 2)
    style("Quote", keep=True).paragraph_format.left_indent = Twips(200)
    bordered("Quote", line("left", 24, ACCENT, 8))
    style("Quote Source", 0, 0, 8, MUTED, based="Quote")
    style("Request", 3, 3).paragraph_format.keep_together = True
    bordered("Request", line("bottom", 4, RULE, 2))
    style("Drawing", 4, 6).paragraph_format.keep_together = True
    characters = style("Characters", 4, 6, 7.5)
    characters.paragraph_format.line_spacing, characters.font.name = 1, "Courier New"
    style("Footer", 0, 0, 8, MUTED).paragraph_format.tab_stops.add_tab_stop(Twips(ACROSS), 2)
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True).font
    link.color.rgb, link.bold = RGBColor.from_string(ACCENT[1:].upper()), True


def template() -> bytes:
    """The file."""
    word: Any = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(1020)
    section.header_distance = section.footer_distance = Twips(560)
    section.footer.is_linked_to_previous = False
    for holder in (word.part.package, word.part):
        for name in [name for name, each in holder.rels.items() if each.reltype.rpartition("/")[2] not in KEPT]:
            del holder.rels[name]
    word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = FONTS.encode()  # noqa: SLF001 - it has no other way
    fill(word.styles.element, BASE + tables())
    paragraphs(word)
    fill(word.part.numbering_part.element, lists())
    fill(word.settings.element, SETTINGS)
    fill(section.footer.part.element, '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>')
    del word.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element[:]
    word.element.attrib.clear()
    cleanup_namespaces(word.element)
    return in_bytes(word)


if __name__ == "__main__":
    Path(TEMPLATE).write_bytes(template())
