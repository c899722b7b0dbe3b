"""The fixed parts of a file for a word processor (ECMA-376): styles, lists, settings, the footer, and the archive.

They are written here and not taken from a template, so that nothing of another program is in the file. The order of the
elements is that of the schemas, on which Word insists.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape

from portfolio.export.docx_styles import LOCALES, MAIN, START, styles
from portfolio.wording import Language, Words

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold."""
_LONGEST: Final = 255
"""Characters that a property of the document can have."""
_NO_TEXT: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DEPTHS: Final = 4
"""The depths of a list that have an indent of their own."""
BULLET_LIST: Final = 1
"""The list of bullets; numbered lists follow it."""


def text(words: str) -> str:
    """Words as text of XML, without the characters that XML cannot hold."""
    return escape(words.translate(_NO_TEXT), {'"': "&quot;"})


def numbering(starts: Sequence[int]) -> str:
    """The list of bullets, and a numbered list of its own for each of these first numbers."""

    def levels(form: str, mark: str) -> str:
        return "".join(level(n, form, mark.format(n + 1)) for n in range(DEPTHS))

    def level(n: int, form: str, mark: str) -> str:
        indent = f'<w:pPr><w:ind w:left="{280 * (n + 1)}" w:hanging="280"/></w:pPr>'
        return (
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/>{indent}</w:lvl>'
        )

    kinds = (("bullet", "•"), ("decimal", "%{}."))
    drawn = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="hybridMultilevel"/>{levels(*kind)}'
        "</w:abstractNum>"
        for n, kind in enumerate(kinds)
    )
    numbered = "".join(
        f'<w:num w:numId="{BULLET_LIST + 1 + n}"><w:abstractNumId w:val="1"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level in range(DEPTHS)
        )
        + "</w:num>"
        for n, start in enumerate(starts)
    )
    bullets = f'<w:num w:numId="{BULLET_LIST}"><w:abstractNumId w:val="0"/></w:num>'
    return f'{START}<w:numbering xmlns:w="{MAIN}">{drawn}{bullets}{numbered}</w:numbering>'


def footer(words: str, _: Words) -> str:
    """What is at the foot of every page: the words, and the page with the number of pages."""

    def part(piece: str) -> str:
        field = {"{n}": "PAGE", "{total}": "NUMPAGES"}.get(piece)
        run = f'<w:r><w:t xml:space="preserve">{text("1" if field else piece)}</w:t></w:r>'
        return f'<w:fldSimple w:instr=" {field} ">{run}</w:fldSimple>' if field else run

    before, _n, rest = _("page {n} of {total}").partition("{n}")
    between, _total, after = rest.partition("{total}")
    pages = "".join(part(piece) for piece in (before, "{n}", between, "{total}", after) if piece)
    return (
        f'{START}<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text(words)}</w:t></w:r><w:r><w:tab/></w:r>{pages}</w:p></w:ftr>'
    )


def _settings(language: Language) -> str:
    """Hyphenation, and the behaviour of the current Word instead of a compatibility mode."""
    uri = "http://schemas.microsoft.com/office/word"
    kept = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
        )
    )
    return (
        f'{START}<w:settings xmlns:w="{MAIN}"><w:defaultTabStop w:val="708"/><w:autoHyphenation/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{kept}</w:compat>'
        f'<w:themeFontLang w:val="{LOCALES[language]}"/><w:decimalSymbol w:val="{"," if language == "nl" else "."}"/>'
        f'<w:listSeparator w:val="{";" if language == "nl" else ","}"/></w:settings>'
    )


def _fonts() -> str:
    """What Word takes where Inter is not installed."""
    return (
        f'{START}<w:fonts xmlns:w="{MAIN}"><w:font w:name="Inter"><w:altName w:val="Arial"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _core(title: str, language: Language) -> str:
    return (
        f'{START}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{text(title[:_LONGEST])}</dc:title><dc:language>{LOCALES[language]}</dc:language>"
        "</cp:coreProperties>"
    )


def archive(
    body: str, pictures: Sequence[bytes], starts: Sequence[int], title: str, foot: str, language: Language
) -> bytes:
    """The whole file: the same parts give the same bytes, with no time of writing and no author."""
    related = (
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("footer", "footer1.xml"),
        *(("image", f"media/image{n}.png") for n in range(1, len(pictures) + 1)),
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (
                (f"{RELATIONS}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            )
        ),
        "docProps/core.xml": _core(title, language),
        "word/document.xml": START + body,
        "word/_rels/document.xml.rels": _relations((f"{RELATIONS}/{kind}", target) for kind, target in related),
        "word/styles.xml": styles(language),
        "word/numbering.xml": numbering(starts),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _fonts(),
        "word/footer1.xml": footer(foot, Words(language)),
        **{f"word/media/image{n}.png": data for n, data in enumerate(pictures, 1)},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


FOOTER_ID: Final = "rId5"
FIRST_PICTURE: Final = 6
"""The number of the relation of the first picture."""


def _relations(found: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(found, 1)
    )
    return f'{START}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    kinds = (
        ("word/document.xml", f"{_TYPES}.document.main+xml"),
        ("word/styles.xml", f"{_TYPES}.styles+xml"),
        ("word/numbering.xml", f"{_TYPES}.numbering+xml"),
        ("word/settings.xml", f"{_TYPES}.settings+xml"),
        ("word/fontTable.xml", f"{_TYPES}.fontTable+xml"),
        ("word/footer1.xml", f"{_TYPES}.footer+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return (
        f'{START}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{rows}"
        "</Types>"
    )
