"""The style of a PDF in the language of its typesetter (typst): the page, the letters, and the shapes of the blocks."""

from __future__ import annotations

from typing import Final

from portfolio.export.document import BETWEEN
from portfolio.export.page_layout import ACCENT, INK, MUTED, RULE, TINT
from portfolio.export.typeface import FAMILY

STYLE: Final = (
    """
#let accent = rgb("ACCENT")
#let muted = rgb("MUTED")
#let rule = rgb("RULE")
#let tint = rgb("TINT")
#set page(
  paper: "a4", margin: (x: 18mm, top: 16mm, bottom: 18mm), fill: none, footer-descent: 7mm,
  footer: context {
    set text(size: 8pt, fill: muted)
    grid(
      columns: (1fr, auto), column-gutter: 6mm, align: (left, right),
      footing, page-of(counter(page).get().first(), counter(page).final().first()),
    )
  },
)
#set text(font: "FAMILY", size: 9.5pt, fill: rgb("INK"), fallback: false)
#set par(leading: 0.55em, spacing: 0.75em)
#set list(marker: [•], indent: 0pt, body-indent: 5pt, spacing: 0.6em)
#set enum(indent: 0pt, body-indent: 5pt, spacing: 0.6em)
#set grid(stroke: none)
#show strong: set text(weight: 600)
#show heading: set text(weight: 600, fill: accent)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 1): set block(above: 0pt, below: 12pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 12pt, below: 6pt, sticky: true)
#show heading.where(level: 3): set text(size: 10pt, fill: rgb("INK"))
#show heading.where(level: 3): set block(above: 12pt, below: 7pt, sticky: true)
#show link: set text(fill: accent, weight: 600)
#set table(
  stroke: (x, y) => (bottom: 0.5pt + rule), align: left, inset: (left: 0pt, right: 8pt, y: 3.5pt),
)
#set table.cell(breakable: false)
#show table.cell: it => {
  show regex("\\b\\p{L}{1,11}\\b"): set text(hyphenate: false)
  set text(hyphenate: true)
  it
}
#show table.cell: set par(leading: 0.5em, linebreaks: "optimized")
#show table.cell.where(y: 0): set text(size: 8pt, fill: muted, hyphenate: false)
#show table: set block(above: 6pt, below: 8pt)
#show figure: set block(above: 9pt, below: 9pt, breakable: false)
#let small(body) = text(size: 8pt, fill: muted, body)
#let facts(wide, ..rows) = block(above: 6pt, below: 8pt, grid(
  columns: (wide, 1fr), column-gutter: 5mm, row-gutter: 6pt,
  ..rows.pos().map(row => (block(inset: (top: 1.2pt), small(row.at(0))), row.at(1))).flatten(),
))
#let card(body) = context {
  let high = measure(width: 174mm, body).height
  block(above: 12pt, below: 8pt, breakable: high > 260pt, body)
}
#let head(name, under, right) = block(below: 8pt, {
  grid(
    columns: (1fr, auto), column-gutter: 8mm, align: (left + bottom, right-align + bottom),
    { heading(level: 1, name); text(size: 10pt, under.at(0, default: "")) },
    align(end, right.enumerate().map(((n, it)) => small(if n == 0 { strong(it) } else { it })).join(linebreak())),
  )
  for it in under.slice(calc.min(1, under.len())) { v(6pt, weak: true); it; parbreak() }
  v(5pt, weak: true)
  line(length: 100%, stroke: 1pt + accent)
})
#let lead(body) = block(above: 8pt, below: 8pt, text(size: 12pt, body))
#let results(..items) = block(above: 6pt, below: 6pt, breakable: false, grid(
  columns: (1fr,) * items.pos().len(), column-gutter: 4mm,
  ..items.pos().map(it => grid.cell(fill: tint, inset: (x: 8pt, y: 6.5pt), {
    if it.big != none {
      grid(columns: (1fr, auto), align: (left + horizon, end + horizon),
        text(size: it.size, weight: 600, fill: accent, it.big), small(it.refs))
      v(5pt, weak: true)
    }
    it.what
    if it.known != none { linebreak(); small(it.known) }
  })),
))
#let quotes(..items) = for it in items.pos() {
  block(above: 7pt, below: 7pt, breakable: false, stroke: (left: 2.5pt + accent), inset: (left: 7pt, y: 1.5pt), {
    it.words
    linebreak()
    small(it.who)
    if it.after != none { linebreak(); it.after }
  })
}
#let tick = box(width: 7.5pt, height: 7.5pt, baseline: 0.5pt, stroke: 0.7pt + muted)
#let requests(..items) = block(above: 5pt, below: 5pt, grid(
  columns: (1fr, auto), stroke: (bottom: 0.5pt + rule),
  inset: (x, y) => (y: 3.5pt, left: if x == 1 { 10pt } else { 0pt }),
  ..items.pos().map(it => (it.words, {
    set text(size: 8pt)
    it.boxes.map(each => box([#tick~#each])).join(h(5pt))
    if it.boxes.len() > 0 and it.after != none { linebreak() }
    if it.after != none { it.after.split("BETWEEN").join(linebreak()) }
  })).flatten(),
))
#let one-page(body) = layout(size => {
  let tall(part) = part * measure(block(width: size.width / part, body)).height
  let part = (1, 0.985, 0.97, 0.955, 0.94).find(part => tall(part) <= size.height)
  if part == none or part == 1 { body } else {
    scale(x: part * 100%, y: part * 100%, origin: top + start, reflow: true, block(width: size.width / part, body))
  }
})
#let side-by-side(left, right) = grid(columns: (1fr, 1fr), column-gutter: 8mm, left, right)
#let signatures(..labels) = block(above: 16pt, breakable: false, grid(
  columns: (1fr,) * labels.pos().len(), column-gutter: 10mm,
  ..labels.pos().map(it => { v(13mm); line(length: 100%, stroke: 0.6pt + muted); v(2pt, weak: true); small(it) }),
))
""".replace("BETWEEN", BETWEEN)
    .replace("ACCENT", ACCENT)
    .replace("MUTED", MUTED)
    .replace("RULE", RULE)
    .replace("TINT", TINT)
    .replace("INK", INK)
    .replace("FAMILY", FAMILY)
    .replace("right-align", "end")
)
"""Blocks that come from code are functions here, so that text of the user is only ever an argument."""
