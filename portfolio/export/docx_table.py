"""Tables and cells of a file for a word processor: fixed widths, rows that stay whole, a header on every page."""

from __future__ import annotations

from collections.abc import Sequence


def cell(inside: str, wide: int, *more: str) -> str:
    """A cell with these paragraphs; a cell ends in a paragraph, also after a table within it."""
    end = "" if inside.endswith("</w:p>") else "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{"".join(more)}</w:tcPr>{inside}{end}</w:tc>'


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], *, lines: bool, header: bool = True) -> str:
    """A table of these cells; with `lines` the first row is its header, else it is only a grid."""
    style = "Lines" if lines else "TableNormal"
    look = '<w:tblLook w:val="0020" w:firstRow="1"/>' if lines and header else '<w:tblLook w:val="0000"/>'
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    made = []
    for n, row in enumerate(rows):
        first = "<w:tblHeader/>" if lines and header and n == 0 else ""
        made.append(f"<w:tr><w:trPr><w:cantSplit/>{first}</w:trPr>{''.join(row)}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(made)}</w:tbl>'
    )
