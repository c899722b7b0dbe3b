"""Render a document as one self-contained HTML page: it opens in any browser, without network, and prints on A4.

All text of the user is text, never markup; a content security policy forbids scripts and loading anything, and names
the few styles by their hashes (W3C Content Security Policy Level 3). Pictures are SVG in the page itself. The tree is
rendered directly and not through Markdown, so that no Markdown reader interprets the user's text.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from html import escape
from typing import Final

from portfolio.export.document import (
    Block,
    Bullets,
    Colour,
    Document,
    Fenced,
    Heading,
    Inline,
    Line,
    Paragraph,
    Ref,
    Strong,
    Table,
    reference,
)
from portfolio.pictures.svg import drawing
from portfolio.sanitise import clean
from portfolio.wording import Words

_NO_TEXT: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_CSS: Final = """
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:GROUND;color:TEXT;font:16px/1.55 FONTS}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.3rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid LINE}
h3{font-size:1.05rem;margin:1.5rem 0 .3rem}
h1,h2{color:ACCENT}
p{margin:.5rem 0}
ul,ol{margin:.4rem 0;padding-left:1.4rem}
li{margin:.2rem 0}
.ref{color:MUTED;white-space:nowrap}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.8rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid LINE}
th{color:MUTED;font-weight:600}
figure{margin:1rem 0}
svg{max-width:100%;height:auto;display:block}
pre{overflow-x:auto;font:12px/1.3 'DejaVu Sans Mono',Menlo,Consolas,monospace}
@page{size:A4;margin:18mm}
@media print{
body{background:#fff;color:#000;font-size:10.5pt}
main{max-width:none;padding:0}
h1,h2,th,.ref{color:#000}
h2{border-color:#999}
th,td{border-color:#999}
h1,h2,h3{break-after:avoid}
tr,li,figure,svg{break-inside:avoid}
p{orphans:3;widows:3}
}
"""
_FONTS: Final = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif"


def render(document: Document, colour: Colour) -> str:
    """The whole page; the same document in the same colours gives the same bytes."""
    body = "\n".join(_blocks(document.blocks, document, colour))
    css = _css(colour)
    hashes = " ".join(_hash(style) for style in dict.fromkeys((css, *_STYLE.findall(body))))
    policy = f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(document.title)}</title>\n<style>{css}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def _css(colour: Colour) -> str:
    css = _CSS.replace("FONTS", _FONTS)
    for role in ("ground", "text", "line", "accent", "muted"):
        css = css.replace(role.upper(), colour(role))
    return css


def _hash(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _blocks(blocks: Sequence[Block], document: Document, colour: Colour) -> list[str]:
    return [_block(block, document, colour) for block in blocks]


def _block(block: Block, document: Document, colour: Colour) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_line(block.line)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_line(block.line)}</p>"
        case Bullets():
            tag = "ul" if block.start is None else "ol"
            start = f' start="{block.start}"' if block.start not in (None, 1) else ""
            items = "\n".join(f"<li>{_item(item, document, colour)}</li>" for item in block.items)
            return f"<{tag}{start}>\n{items}\n</{tag}>"
        case Table():
            return _table(block)
        case Fenced():
            return _picture(block, document, colour)


def _item(blocks: Sequence[Block], document: Document, colour: Colour) -> str:
    """The content of a list item; a single paragraph needs no tag of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _line(blocks[0].line)
    return "\n".join(_blocks(blocks, document, colour))


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in table.header)
    rows = "\n".join(f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    return f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>'


def _picture(block: Fenced, document: Document, colour: Colour) -> str:
    """The drawing, or its characters when there is no view."""
    if block.view is None:
        return f"<pre>{_text(block.text)}</pre>"
    return f"<figure>{drawing(block.view, colour, Words(document.language), sentence=block.caption).strip()}</figure>"


def _line(line: Line) -> str:
    return "".join(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    if isinstance(part, Ref):
        return f'<span class="ref">[{reference(part.number)}]</span>'
    if isinstance(part, Strong):
        return f"<strong>{_text(part.words)}</strong>"
    return _text(part)


def _text(words: str) -> str:
    return escape(clean(words).translate(_NO_TEXT))


__all__ = ["render"]
