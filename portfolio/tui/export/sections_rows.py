"""The sections of a document as a list, and the lines of "At a glance" with what could stand there. No widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from portfolio.export.options import GLANCE, GlanceLine, Options, Proposed, in_order
from portfolio.export.outline import Contents
from portfolio.notebook.export_request import ExportRequest
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.tui.dialogs.options import Option
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.outline import GLANCE_LABELS, heading

AT_A_GLANCE: Final = "at_a_glance"
HEADING: Final = "heading"
"""The row for the heading of "At a glance"."""
OWN: Final = "own"
OUT: Final = "out"
USUAL: Final = "usual"
"""What can be done with a line besides taking what is proposed."""
_ROOMY: Final = 60
"""Cells from which a row has room for the usual heading beside one of one's own."""


class SectionPlace(NamedTuple):
    """One line of "At a glance": in which part, and which line of it."""

    part: str
    line: int = 0

    @property
    def key(self) -> str:
        """How a row names it."""
        return f"{self.part}:{self.line}"

    @classmethod
    def of(cls, key: str) -> SectionPlace:
        """The line that a row names."""
        part, _colon, line = key.partition(":")
        return cls(part, int(line or 0))


def is_shown(section: str, request: ExportRequest, contents: Contents) -> bool:
    """Whether the document has a section, by what was turned since the contents were worked out."""
    return request.sections.get(section, section in contents.shown)


def heading_of(section: str, request: ExportRequest) -> str:
    """The heading as it stands in the document, in the language of the document."""
    return clean_line(Options(headings=request.headings).heading(section, Words(request.language)))


def head_lines(look: AppState, width: int) -> list[Line]:
    """What this is, and what the keys do."""
    _ = look.words
    sentence = _("In this document only. Space: in or out; {section_up} and {section_down} move it.")
    lines = wrap(sentence.format(**look.keys), width)
    title = _("Sections, in the order of the document")
    return [(Span(title, "accent", bold=True),), *((Span(line, "muted"),) for line in lines), EMPTY]


def section_rows(contents: Contents, request: ExportRequest, look: AppState, width: int) -> list[Row]:
    """Every section in its order, with a sign and a word whether it is in, and its heading."""
    return [_row(section, contents, request, look, width) for section in in_order(request.order)]


def _row(section: str, contents: Contents, request: ExportRequest, look: AppState, width: int) -> Row:
    _ = look.words
    shown, filled = is_shown(section, request, contents), section in contents.filled
    there = shown and filled
    words = _("goes along") if there else _("stays out") if filled else _("nothing for it yet")
    named, usual = heading_of(section, request), heading(section, Words(request.language))
    beside = f"{cut(usual, width // 3)} · " if named != usual and width >= _ROOMY else ""
    sign = Span("✓ " if shown else "– ", "good" if there else "muted")
    right = (Span(beside, "muted"), Span(words, "shareable" if there else "muted"))
    return Row(section, (sign, Span(named, "text" if there else "muted")), right)


def part_options(contents: Contents, request: ExportRequest, look: AppState) -> list[Option]:
    """The heading of "At a glance", and each of its lines with what stands there now."""
    _ = look.words
    return [
        Option(HEADING, _("The heading"), about=heading_of(AT_A_GLANCE, request)),
        *(_part(place, contents, look) for part in GLANCE for place in _places(part, contents)),
    ]


def _places(part: str, contents: Contents) -> Iterator[SectionPlace]:
    """The lines of a part, and one more where there is room."""
    lines = len(contents.lines.get(part, ()))
    yield from (SectionPlace(part, n) for n in range(min(lines + 1, GLANCE[part])))


def _part(place: SectionPlace, contents: Contents, look: AppState) -> Option:
    _ = look.words
    words, lines = label_of(place, look), contents.lines.get(place.part, ())
    return Option(place.key, words, about=lines[place.line].words if place.line < len(lines) else _("nothing yet"))


def label_of(place: SectionPlace, look: AppState) -> str:
    """What a line is about: "What I learned (2)"."""
    label = look.words(GLANCE_LABELS[place.part]).rstrip(": ")
    return f"{label} ({place.line + 1})" if GLANCE[place.part] > 1 else label


def line_options(
    place: SectionPlace, contents: Contents, request: ExportRequest, look: AppState
) -> tuple[list[Option], str]:
    """What could stand in a line, and which of it stands there; what another line has is not offered again."""
    _ = look.words
    lines = contents.lines.get(place.part, ())
    others = {line.id for n, line in enumerate(lines) if n != place.line}
    options = {each.id: Option(each.id, clean_line(each.words)) for each in reversed(contents.proposed[place.part])}
    found = [option for key, option in reversed(options.items()) if key not in others]
    found.append(Option(OWN, _("Write it yourself")))
    if place.line < len(lines):
        found.append(Option(OUT, _("Leave it out")))
    if place.part in request.glance:
        found.append(Option(USUAL, _("As it is proposed")))
    if place.line >= len(lines):
        return found, ""
    return found, lines[place.line].id or OWN


def with_line(
    place: SectionPlace, line: GlanceLine | None, contents: Contents, request: ExportRequest
) -> ExportRequest:
    """The request with this in one line; None leaves it out. The other lines of its part stay as they stand now."""
    lines: list[GlanceLine] = [Proposed(t.id) if t.id else t.words for t in contents.lines.get(place.part, ())]
    lines[place.line : place.line + 1] = [line] if line else []
    return request._replace(glance={**request.glance, place.part: tuple(lines)})


def with_heading(section: str, words: str, request: ExportRequest) -> ExportRequest:
    """The request with this heading; without words, or with the usual ones, it is the usual one."""
    headings = {key: text for key, text in request.headings.items() if key != section}
    if words.strip() and words.strip() != heading(section, Words(request.language)):
        headings[section] = words.strip()
    return request._replace(headings=headings)


def as_proposed(part: str, request: ExportRequest) -> ExportRequest:
    """The request with nothing chosen for a part."""
    return request._replace(glance={key: lines for key, lines in request.glance.items() if key != part})
