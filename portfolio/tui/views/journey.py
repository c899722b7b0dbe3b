"""Which pictures there are, over which period, and a picture as lines for the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from portfolio.journey import period as periods
from portfolio.journey.period import Period
from portfolio.pictures import PRIVATE, draw, draw_list, view_of
from portfolio.pictures.canvas import Picture, Row
from portfolio.pictures.signs import Signs
from portfolio.records.conversations import Conversation
from portfolio.tui.layout import EMPTY, Line, Span
from portfolio.tui.look import Look
from portfolio.wording import Words
from portfolio.wording.dates import context

PICTURES: Final[dict[str, tuple[str, str]]] = {
    "lanes": context("picture", "Lanes"),
    "growth": context("picture", "Growth"),
    "goals": context("picture", "Goals"),
    "timeline": context("picture", "Timeline"),
    "forms": context("picture", "Forms"),
    "evidence": context("picture", "Evidence"),
    "rhythm": context("picture", "Rhythm"),
}
"""In the order of the arrow keys: name of the picture -> its short title."""

PERIODS: Final = ("year", "quarter", "talk", "everything")


class Drawn(NamedTuple):
    """A picture as lines, and how many of them are its head."""

    lines: tuple[Line, ...]
    fixed: int


def offered(look: Look) -> list[str]:
    """The pictures that may be on the screen now."""
    return [name for name in PICTURES if look.alone or name not in PRIVATE]


def title(name: str, _: Words) -> str:
    """The short title of a picture."""
    return _.context(*PICTURES[name])


def period_named(name: str, look: Look) -> Period:
    """The period of this name, up to today."""
    today = look.today
    if name == "quarter":
        return periods.the_quarter_up_to(today)
    if name == "talk":
        held = [c.date for c in look.records.of(Conversation) if c.date < today]
        return periods.since(held[-1], today) if held else periods.the_year_up_to(today)
    if name == "everything":
        days = [record.date for record in look.records if record.kind not in ("person", "profile")]
        return periods.since(min(days, default=today), today)
    return periods.the_year_up_to(today)


def drawn(name: str, look: Look, period: str, signs: Signs, size: tuple[int, int], *, as_list: bool) -> Drawn:
    """A picture for a place of this many columns and rows."""
    width, height = max(min(size[0], 240), 40), size[1]
    view = view_of(name, look.records, period_named(period, look), look.today)
    if view is None:
        return Drawn((), 0)
    if as_list:
        return _lines(draw_list(view, width=width, _=look.words, signs=signs), height)
    picture = draw(view, width=width, _=look.words, signs=signs)
    beside = len(picture.title) + len(picture.finding) + len(picture.legend)
    if name == "lanes" and beside + len(picture.body) > height:
        # Without captions below its bars the picture may fit whole; the captions are in the list.
        picture = draw(view, width=width, _=look.words, signs=signs, height=max(height - beside, 8))
    return _lines(picture, height)


def _lines(picture: Picture, height: int) -> Drawn:
    """Title, sentence, body and legend; empty lines between them where there is room."""
    top, body, legend = [*picture.title, *picture.finding], list(picture.body), list(picture.legend)
    roomy = len(top) + len(body) + len(legend) + 2 <= height
    gap: list[Row] = [()] if roomy else []
    rows = [*top, *gap, *body, *(gap if legend else []), *legend]
    return Drawn(tuple(_spans(row) for row in rows), len(top) + len(gap) + picture.head)


def _spans(row: Iterable[object]) -> Line:
    spans = tuple(Span(span.text, span.role) for span in row)  # type: ignore[attr-defined]  # a span of pictures
    return spans or EMPTY
