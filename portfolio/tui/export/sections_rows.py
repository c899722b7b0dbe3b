"""Rows of the sections of a document, and options for the lines of "At a glance". No widgets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from portfolio.capture.options import Option
from portfolio.export.options import GLANCE, GlanceLine, Options, in_order, sections_of
from portfolio.export.outline import Contents
from portfolio.notebook.export_request import ExportRequest
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.outline import GLANCE_LABELS, heading

AT_A_GLANCE: Final = "at_a_glance"
HEADING: Final = "heading"
"""Key of the row for the heading of "At a glance"."""
OWN: Final = "own"
OUT: Final = "out"
TAKE: Final = "take"
"""Key of the row that confirms all proposed lines."""
USUAL: Final = "usual"
"""Keys of the answers besides the proposed lines."""
_ROOMY: Final = 60
"""Cells from which a row shows the usual heading beside the user's own."""


class SectionPlace(NamedTuple):
    """One line of "At a glance": its part and its index."""

    part: str
    line: int = 0

    @property
    def key(self) -> str:
        """The row key of this line."""
        return f"{self.part}:{self.line}"

    @classmethod
    def of(cls, key: str) -> SectionPlace:
        """Return the line with this row key."""
        part, _colon, line = key.partition(":")
        return cls(part, int(line or 0))


def is_shown(section: str, request: ExportRequest, contents: Contents) -> bool:
    """Whether a section is included, with changes made since `contents` was computed."""
    return request.sections.get(section, section in contents.shown)


def heading_of(section: str, request: ExportRequest) -> str:
    """Return the heading in the document, in the document's language."""
    return clean_line(Options(headings=request.headings).heading(section, Words(request.language)))


def head_lines(state: AppState, width: int) -> list[Line]:
    """Return the title of the screen and its keys."""
    _ = state.words
    sentence = _("In this document only. Space: in or out; {section_up} and {section_down} move it.")
    lines = wrap(sentence.format(**state.keys), width)
    title = _("Sections, in the order of the document")
    return [(Span(title, "accent", bold=True),), *((Span(line, "muted"),) for line in lines), EMPTY]


def section_rows(contents: Contents, request: ExportRequest, state: AppState, width: int) -> list[Row]:
    """Return a row per section in order: whether it is included, and its heading."""
    known = sections_of(request.form)
    order = (section for section in in_order(request.order) if section in known)
    return [_row(section, contents, request, state, width) for section in order]


def _row(section: str, contents: Contents, request: ExportRequest, state: AppState, width: int) -> Row:
    _ = state.words
    shown, filled = is_shown(section, request, contents), section in contents.filled
    there = shown and filled
    waits = section == AT_A_GLANCE and shown and bool(contents.offered)
    absent = _("proposed") if waits else _("left out") if filled else _("nothing for it yet")
    words = _("included") if there else absent
    named, usual = heading_of(section, request), heading(section, Words(request.language))
    beside = f"{cut(usual, width // 3)} · " if named != usual and width >= _ROOMY else ""
    sign = Span("✓ " if shown else "– ", "good" if there else "muted")
    right = (Span(beside, "muted"), Span(words, "shareable" if there else "muted"))
    return Row(section, (sign, Span(named, "text" if there else "muted")), right)


def part_options(contents: Contents, request: ExportRequest, state: AppState) -> list[Option]:
    """Return options for the proposed lines, the heading of "At a glance", and each of its lines with its text."""
    _ = state.words
    take = Option(TAKE, _("Take the proposed lines"), about=_("Only what you confirm is in the document."))
    return [
        *([take] if contents.offered else []),
        Option(HEADING, _("The heading"), about=heading_of(AT_A_GLANCE, request)),
        *(_part(place, contents, state) for part in GLANCE for place in _places(part, contents)),
    ]


def _places(part: str, contents: Contents) -> Iterator[SectionPlace]:
    """Yield the lines of a part, and one more if there is room."""
    lines = len(contents.lines.get(part) or contents.offered.get(part, ()))
    yield from (SectionPlace(part, n) for n in range(min(lines + 1, GLANCE[part])))


def _part(place: SectionPlace, contents: Contents, state: AppState) -> Option:
    _ = state.words
    words, lines = label_of(place, state), contents.lines.get(place.part, ())
    offered = contents.offered.get(place.part, ())
    if place.line < len(lines):
        about = lines[place.line].words
    elif place.line < len(offered):
        about = _("proposed: {words}").format(words=offered[place.line].words)
    else:
        about = _("nothing yet")
    return Option(place.key, words, about=about)


def label_of(place: SectionPlace, state: AppState) -> str:
    """Return the label of a line, such as "What I learned (2)"."""
    label = state.words(GLANCE_LABELS[place.part]).rstrip(": ")
    return f"{label} ({place.line + 1})" if GLANCE[place.part] > 1 else label


def line_options(
    place: SectionPlace, contents: Contents, request: ExportRequest, state: AppState
) -> tuple[list[Option], str]:
    """Return the options for a line and the key of the current one; lines in use elsewhere are left out."""
    _ = state.words
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
        offered = contents.offered.get(place.part, ())
        return found, offered[place.line].id if place.line < len(offered) else ""
    return found, lines[place.line].id or OWN


def proposal(place: SectionPlace, key: str, contents: Contents) -> GlanceLine | None:
    """Return the proposed line with this key as a choice; None when it is no longer proposed."""
    return next((each.as_choice for each in contents.proposed[place.part] if each.id == key), None)


def with_line(
    place: SectionPlace, line: GlanceLine | None, contents: Contents, request: ExportRequest
) -> ExportRequest:
    """Return the request with one line changed; None removes it. The other lines of the part stay as they are."""
    lines: list[GlanceLine] = [t.as_choice for t in contents.lines.get(place.part, ())]
    lines[place.line : place.line + 1] = [line] if line else []
    return request._replace(glance={**request.glance, place.part: tuple(lines)})


def with_heading(section: str, words: str, request: ExportRequest) -> ExportRequest:
    """Return the request with this heading; an empty or default text restores the default."""
    headings = {key: text for key, text in request.headings.items() if key != section}
    if words.strip() and words.strip() != heading(section, Words(request.language)):
        headings[section] = words.strip()
    return request._replace(headings=headings)


def as_proposed(part: str, request: ExportRequest) -> ExportRequest:
    """Return the request without the choices for a part, so that its lines are proposed again."""
    return request._replace(glance={key: lines for key, lines in request.glance.items() if key != part})
