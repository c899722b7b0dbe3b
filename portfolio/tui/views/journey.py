"""Which pictures there are, and a picture as lines for the screen, with the places that a cursor can stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from portfolio.journey.period import Period
from portfolio.pictures import PRIVATE, draw, draw_list, view_of
from portfolio.pictures.canvas import Picture, Place, Row, title_row
from portfolio.pictures.frame import View
from portfolio.pictures.signs import Signs
from portfolio.records.skills import Rating, Skill
from portfolio.tui.layout import EMPTY, Line, Span, width_of
from portfolio.tui.look import Look
from portfolio.tui.views.periods import Chosen, days_of, short_name_of
from portfolio.tui.widgets.bars import Part
from portfolio.wording import Words
from portfolio.wording.dates import context

PICTURES: Final[dict[str, tuple[str, str]]] = {
    "lanes": context("picture", "Lanes"),
    "growth": context("picture", "Growth"),
    "skill": context("picture", "Skill"),
    "goals": context("picture", "Goals"),
    "timeline": context("picture", "Timeline"),
    "forms": context("picture", "Forms"),
    "evidence": context("picture", "Evidence"),
    "rhythm": context("picture", "Rhythm"),
}
"""In the order in which they follow each other: name of the picture -> its short title."""


class Sight(NamedTuple):
    """What someone chose to look at."""

    picture: str = "lanes"
    chosen: Chosen = Chosen()
    as_list: bool = False
    skill: str = ""
    """The id of the skill whose course is drawn; empty: the first one."""


class Drawn(NamedTuple):
    """A picture as lines, how many of them stay in sight, and the places on them; rows count from the first line."""

    lines: tuple[Line, ...] = ()
    fixed: int = 0
    places: tuple[Place, ...] = ()
    empty: bool = True


def offered(look: Look) -> list[str]:
    """The pictures that may be on the screen now."""
    return [
        name for name in PICTURES if (look.alone or name not in PRIVATE) and (name != "skill" or look.records.of(Skill))
    ]


def title(name: str, _: Words) -> str:
    """The short title of a picture."""
    return _.context(*PICTURES[name])


def names_line(names: Sequence[str], here: str, on_them: bool, width: int, _: Words) -> list[Part]:
    """The names of the pictures with the one that is on; where they do not fit, those around it.

    `on_them` says that the arrow keys go along the names now.
    """
    at = names.index(here)
    parts = [_name(name, n - at, on_them, _) for n, name in enumerate(names)]
    first = last = at
    for _turn in parts:
        if last + 1 < len(parts) and _taken(parts, first, last + 2) <= width:
            last += 1
        elif first and _taken(parts, first - 1, last + 1) <= width:
            first -= 1
    left = [Part((Span("… ", "muted"),), "previous")] if first else []
    right = [Part((Span(" …", "muted"),), "next")] if last + 1 < len(parts) else []
    return [*left, *parts[first : last + 1], *right]


def _name(name: str, away: int, on_them: bool, _: Words) -> Part:
    """A name, so many places after the one that is on: that one is in brackets, or between the arrows that move it."""
    words = Span(title(name, _), "muted" if away else "accent", bold=not away)
    if not away:
        left, right = ("◂", "▸") if on_them else ("[", "]")
        line: Line = (Span(f" {left}", "accent"), words, Span(right, "accent"))
    else:
        line = (Span(" " if away == 1 else "  "), words)
    return Part(line, f"show_picture('{name}')")


def _taken(parts: Sequence[Part], first: int, last: int) -> int:
    """The cells of some of the parts, with the signs that there are more before or after them."""
    return sum(width_of(part.line) for part in parts[first:last]) + 2 * (first > 0) + 2 * (last < len(parts))


def skill_at(place: Place | None, look: Look) -> str:
    """The id of the skill that a place is about, itself or by a rating; empty when it is about none."""
    for identity in place.ids if place else ():
        record = look.records.get(identity)
        if isinstance(record, Skill):
            return record.id
        if isinstance(record, Rating):
            return record.skill
    return ""


def drawn(sight: Sight, look: Look, signs: Signs, size: tuple[int, int]) -> Drawn:
    """A picture for a place of this many columns and rows."""
    width, height = max(min(size[0], 240), 40), size[1]
    view = _view(sight, look, days_of(sight.chosen, look))
    if view is None:
        return Drawn()
    if sight.as_list:
        picture = draw_list(view, width=width, _=look.words, signs=signs)
    else:
        picture = draw(view, width=width, _=look.words, signs=signs)
        beside = len(picture.title) + len(picture.finding)
        if sight.picture == "lanes" and beside + len(picture.body) > height:
            # Without captions below its bars the picture may fit whole; the line below it has their words.
            picture = draw(view, width=width, _=look.words, signs=signs, height=max(height - beside, 8))
    return _laid_out(picture, short_name_of(sight.chosen, look.words), height, signs)


def _view(sight: Sight, look: Look, period: Period) -> View | None:
    if sight.picture != "skill":
        return view_of(sight.picture, look.records, period, look.today)
    return view_of("skill", look.records, period, look.today, skill=drawn_skill(sight, look))


def drawn_skill(sight: Sight, look: Look) -> str:
    """The skill of which the course is drawn: the chosen one, else the first with a level, else the first."""
    skills = [skill.id for skill in look.records.of(Skill)]
    if sight.skill in skills:
        return sight.skill
    rated = {rating.skill for rating in look.records.of(Rating)}
    return next((identity for identity in skills if identity in rated), skills[0] if skills else "")


def _laid_out(picture: Picture, period: str, height: int, signs: Signs) -> Drawn:
    """Title, sentence, body and legend; empty lines between them where there is room."""
    top, body, legend = [*_titled(picture, period, signs), *picture.finding], list(picture.body), list(picture.legend)
    roomy = len(top) + len(body) + len(legend) + 2 <= height
    gap: list[Row] = [()] if roomy else []
    rows = [*map(_spans, [*top, *gap, *body, *(gap if legend else []), *legend])]
    above = len(top) + len(gap)
    places = tuple(
        Place(place.row + above, place.column, place.width, place.ids, place.tell) for place in picture.places
    )
    return Drawn(tuple(rows), above + picture.head, places, picture.empty)


def _titled(picture: Picture, period: str, signs: Signs) -> tuple[Row, ...]:
    """The rows of the title; the name of the period stands before its days where there is room for both."""
    name, days = picture.title[0][0].text, picture.title[-1][-1].text
    named = f"{signs.own(period)}: {days}" if period else days
    rows = title_row(name, named, picture.width, signs)
    return rows if len(rows) <= len(picture.title) else picture.title


def _spans(row: Row) -> Line:
    return tuple(Span(span.text, span.role) for span in row) or EMPTY
