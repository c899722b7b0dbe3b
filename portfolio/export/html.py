"""Render a document as one self-contained HTML page: it opens in any browser, without network, and prints on A4.

All text of the user is text, never markup; a content security policy forbids scripts and loading anything, and names
the few styles by their hashes (W3C Content Security Policy Level 3). Pictures are SVG in the page itself. The tree is
rendered directly and not through Markdown, so that no Markdown reader interprets the user's text. The page is light
whatever the theme of the terminal: it is handed over.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from portfolio.export.document import (
    BETWEEN,
    Address,
    Anchor,
    Block,
    Bullets,
    Columns,
    Document,
    Facts,
    Fenced,
    Head,
    Heading,
    Inline,
    Lead,
    Line,
    Paragraph,
    Quotes,
    Ref,
    Requests,
    Results,
    Signatures,
    Strong,
    Table,
    Tracks,
    YearLine,
    reference,
)
from portfolio.export.document_lines import anchors, lines_of, plain_words
from portfolio.export.drawings import track_svg
from portfolio.export.html_style import CSS
from portfolio.export.html_year import year_figure
from portfolio.export.page_layout import BIG, level_names, on_paper, shares, typeset
from portfolio.pictures.svg import drawing
from portfolio.sanitise import clean
from portfolio.wording import Words
from portfolio.wording.dates import day_short

_NO_TEXT: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_LONG: Final = 1200
"""Words of a document above which it has a list of its contents."""


def render(document: Document) -> str:
    """The whole page; the same document gives the same bytes."""
    body = _Page(document).body()
    hashes = " ".join(_hash(style) for style in dict.fromkeys((CSS, *_STYLE.findall(body))))
    policy = f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(document.title)}</title>\n<style>{CSS}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def _hash(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


class _Page:
    """A document while its page is made: its language, and which evidence a reference can lead to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = Words(document.language)
        self._anchors = anchors(document.blocks)
        self._anchored: set[int] = set()

    def body(self) -> str:
        """The header, a section for each heading, and the footer with the closing line."""
        document = self._document
        closing = document.closing
        front, *sections = _by_section(document.blocks[:-1] if closing else document.blocks)
        parts = [f"<header>\n{self._all(front)}\n</header>"] if front else []
        parts += self._contents(sections)
        for n, blocks in enumerate(sections, 1):
            parts.append(f'<section id="s{n}">\n{self._all(blocks)}\n</section>')
        if closing:
            parts.append(f"<footer><p>{self._line(closing.line)}</p></footer>")
        return "\n".join(parts)

    def _contents(self, sections: Sequence[Sequence[Block]]) -> Iterator[str]:
        """The list of contents of a long document."""
        words = sum(len(plain_words(line).split()) for line in lines_of(self._document.blocks))
        if words <= _LONG:
            return
        headings = [block.line for blocks in sections for block in blocks[:1] if isinstance(block, Heading)]
        items = "\n".join(f'<li><a href="#s{n}">{self._line(line)}</a></li>' for n, line in enumerate(headings, 1))
        _ = self._words
        label = _text(_("Contents"))
        yield f'<nav aria-label="{label}">\n<strong>{label}</strong>\n<ul>\n{items}\n</ul>\n</nav>'

    def _all(self, blocks: Sequence[Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"<h{block.level}>{self._line(block.line)}</h{block.level}>"
            case Paragraph():
                return f"<p>{self._line(block.line)}</p>"
            case Bullets():
                tag = "ul" if block.start is None else "ol"
                start = f' start="{block.start}"' if block.start not in (None, 1) else ""
                items = "\n".join(f"<li>{self._item(item)}</li>" for item in block.items)
                return f"<{tag}{start}>\n{items}\n</{tag}>"
            case Table():
                return self._table(block)
            case Fenced():
                return self._picture(block)
            case Facts():
                rows = "\n".join(f"<dt>{_text(row.label)}</dt><dd>{self._item(row.blocks)}</dd>" for row in block.rows)
                return f"<dl>\n{rows}\n</dl>"
            case Columns():
                sides = (f"<div>\n{self._all(side)}\n</div>" for side in (block.left, block.right))
                return f'<div class="two">\n{"".join(sides)}\n</div>'
            case Tracks():
                return self._tracks(block)
            case _other:
                return self._of_a_page(block)

    def _of_a_page(self, block: Head | Lead | Results | YearLine | Quotes | Requests | Signatures) -> str:
        match block:
            case Head():
                return _head(block)
            case Lead():
                return f'<p class="lead">{_text(block.words)}</p>'
            case Results():
                return f'<div class="results">\n{self._results(block)}\n</div>'
            case YearLine():
                return self._year(block)
            case Quotes():
                return "\n".join(
                    f'<blockquote><p>“{_text(each.text)}”</p><p class="small">{_text(each.who)}</p>'
                    f"{f'<p>{_text(each.after)}</p>' if each.after else ''}</blockquote>"
                    for each in block.items
                )
            case Requests():
                rows = "\n".join(
                    f'<tr><td>{_text(each.text)}</td><td class="answer">{_answer(each.boxes, each.after)}</td></tr>'
                    for each in block.items
                )
                return f"<table><tbody>\n{rows}\n</tbody></table>"
            case Signatures():
                lines = "".join(f'<p class="small">{_text(label)}</p>' for label in block.labels)
                return f'<div class="signs">{lines}</div>'

    def _item(self, blocks: Sequence[Block]) -> str:
        """The content of a list item; a single paragraph needs no tag of its own."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._line(blocks[0].line)
        return self._all(blocks)

    def _table(self, table: Table) -> str:
        """A table; on a narrow screen its rows are blocks, and a cell shows its label."""
        labels = [_text(plain_words(cell)) for cell in table.header]
        head = "".join(f'<th scope="col">{self._line(cell)}</th>' for cell in table.header)
        rows = "\n".join(
            "<tr>"
            + "".join(
                f"<td{_label(label) if n and any(cell) else ''}>{self._cell(cell)}</td>"
                for n, (label, cell) in enumerate(zip(labels, row, strict=True))
            )
            + "</tr>"
            for row in table.rows
        )
        columns = "".join(f'<col width="{share:.1%}">' for share in shares(table))
        return (
            f'<table class="grid">\n<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )

    def _cell(self, line: Line) -> str:
        """The content of a cell, in which the name of a level stays in one piece."""
        words = self._line(line)
        for level in level_names(self._document.language):
            words = words.replace(level, f'<span class="whole">{level}</span>')
        return words

    def _picture(self, block: Fenced) -> str:
        """The drawing, or its characters when there is no view."""
        if block.view is None:
            return f"<pre>{_text(block.text)}</pre>"
        return f"<figure>{drawing(block.view, on_paper, self._words, sentence=block.caption).strip()}</figure>"

    def _results(self, block: Results) -> str:
        found = []
        for each in block.items:
            long = " long" if len(each.big) > BIG else ""
            refs = f'<span class="ref">{self._refs(each.refs)}</span>' if each.refs else ""
            known = f'<p class="small">{_text(each.known)}</p>' if each.known else ""
            big = f'<p class="big{long}"><span>{_text(each.big)}</span>{refs}</p>' if each.big or refs else ""
            found.append(f"<div>{big}<p>{_text(each.what)}</p>{known}</div>")
        return "\n".join(found)

    def _tracks(self, block: Tracks) -> str:
        skill, words, evidence = map(_text, block.header)
        scale = f"{block.bottom} – {block.top}"
        head = f'<th scope="col">{skill}</th><th scope="col" class="track">{scale}</th>'
        head += f'<th scope="col">{words}</th><th scope="col">{evidence}</th>'
        rows = "\n".join(
            f'<tr><th scope="row" class="skill">{_text(row.skill)}</th>'
            f'<td class="track">{track_svg(row, block) if row.is_drawn else ""}</td>'
            f"<td>{self._cell(row.words)}</td><td>{self._refs(row.refs)}</td></tr>"
            for row in block.rows
        )
        legend = f'<p class="small">{_text(block.legend)}</p>\n' if block.legend else ""
        return f"{legend}<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"

    def _year(self, block: YearLine) -> str:
        """The line with its words; on a narrow screen the moments as a list."""
        items = "\n".join(
            f"<li>{_text(day_short(each.day, self._words))}: {_text(each.label)} {self._refs(each.refs)}</li>"
            for each in block.moments
        )
        figure = year_figure(block, self._words)
        return f'<div class="year">\n{figure}\n<ul class="moments">\n{items}\n</ul>\n</div>'

    def _refs(self, numbers: Iterable[int]) -> str:
        return " ".join(self._ref(number, reference(number)) for number in numbers)

    def _ref(self, number: int, words: str) -> str:
        return f'<a href="#{reference(number)}">{words}</a>' if number in self._anchors else words

    def _line(self, line: Line) -> str:
        return "".join(self._inline(part) for part in line)

    def _inline(self, part: Inline) -> str:
        if isinstance(part, Ref):
            return f'<span class="ref">[{self._ref(part.number, reference(part.number))}]</span>'
        if isinstance(part, Anchor):
            name = reference(part.number)
            place = f' id="{name}"' if part.number not in self._anchored else ""
            self._anchored.add(part.number)
            return f"<strong{place}>{name}</strong>"
        if isinstance(part, Address):
            return f'<a href="{escape(part.words)}" rel="noreferrer">{escape(part.words)}</a>'
        if isinstance(part, Strong):
            return f"<strong>{_text(part.words)}</strong>"
        return _text(part)


def _by_section(blocks: Sequence[Block]) -> list[list[Block]]:
    """What is before the first heading of a section, and each section with its heading."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append([])
        found[-1].append(block)
    return found


def _head(block: Head) -> str:
    under = "".join(f"<p>{_text(words)}</p>" for words in block.under)
    first, *rest = block.right or ("",)
    right = [f"<strong>{_text(first)}</strong>", *map(_text, rest)] if first else []
    beside = f'<p class="for small">{"<br>".join(right)}</p>' if right else ""
    return f'<div class="head"><div><h1>{_text(block.name)}</h1>{under}</div>{beside}</div>'


def _answer(boxes: Iterable[str], after: str) -> str:
    ticks = "".join(f'<span class="box"><span class="tick"></span>{_text(box)}</span>' for box in boxes)
    return "<br>".join(filter(None, (ticks, *map(_text, after.split(BETWEEN)))))


def _label(words: str) -> str:
    return f' data-label="{words}"' if words else ""


def _text(words: str) -> str:
    return escape(typeset(clean(words)).translate(_NO_TEXT))


__all__ = ["render"]
