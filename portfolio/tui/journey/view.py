"""Which pictures there are, and a picture as lines for the screen, with the places that a cursor can stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.journey.facts.focus import focused
from portfolio.journey.facts.period import Period
from portfolio.journey.views.as_of import days_to_play
from portfolio.journey.views.lanes import Lanes
from portfolio.pictures import PRIVATE, draw, draw_list, view_of
from portfolio.pictures.canvas import Picture, Place, Row, text_rows, title_row
from portfolio.pictures.frame import View
from portfolio.pictures.sentences import sentence
from portfolio.pictures.signs import Signs
from portfolio.present.titles import heading
from portfolio.records.skills import Rating, Skill
from portfolio.text import cells, cut
from portfolio.tui.dialogs.periods import days_of, short_name_of
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, width_of
from portfolio.tui.widgets.bars import Part
from portfolio.wording import Words

PICTURES: Final = {name.id: name for name in NAMES}
"""By name of the picture, in the order in which they follow each other."""
MOST_FRAMES: Final = 24
"""A period is played in so many steps at most."""


class JourneyView(NamedTuple):
    """What someone chose to look at."""

    picture: str = "lanes"
    chosen: ChosenPeriod = ChosenPeriod()
    as_list: bool = False
    skill: str = ""
    """The id of the skill whose course is drawn; empty: the first one."""
    focus: str = ""
    """The id of the one goal or skill that is seen with what belongs to it; empty: everything."""


class Drawn(NamedTuple):
    """A picture as lines, how many of them stay in sight, and the places on them; rows count from the first line."""

    lines: tuple[Line, ...] = ()
    fixed: int = 0
    places: tuple[Place, ...] = ()
    empty: bool = True


def offered(look: AppState) -> list[str]:
    """The pictures that may be on the screen now."""
    return [
        name for name in PICTURES if (look.alone or name not in PRIVATE) and (name != "skill" or look.records.of(Skill))
    ]


def title(name: str, _: Words) -> str:
    """The short title of a picture."""
    return _.context(*PICTURES[name].label)


def names_line(names: Sequence[str], here: str, on_them: bool, width: int, _: Words) -> list[Part]:
    """The names of the pictures with their keys and the one that is on; where they do not fit, those around it.

    `on_them` says that the arrow keys go along the names now.
    """
    at = names.index(here)
    keyed = [_name(name, n - at, on_them, _, PICTURES[name].key) for n, name in enumerate(names)]
    if sum(width_of(part.line) for part in keyed) <= width:
        return keyed
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


def _name(name: str, away: int, on_them: bool, _: Words, key: str = "") -> Part:
    """A name, so many places after the one that is on: that one is in brackets, or between the arrows that move it."""
    words = Span(title(name, _), "muted" if away else "accent", bold=not away)
    keyed: Line = (Span(f"{key} ", "accent"),) if key else ()
    if not away:
        left, right = ("◂", "▸") if on_them else ("[", "]")
        line: Line = (Span(f" {left}", "accent"), *keyed, words, Span(right, "accent"))
    else:
        line = (Span(" " if away == 1 else "  "), *keyed, words)
    return Part(line, f"show_picture('{name}')")


def _taken(parts: Sequence[Part], first: int, last: int) -> int:
    """The cells of some of the parts, with the signs that there are more before or after them."""
    return sum(width_of(part.line) for part in parts[first:last]) + 2 * (first > 0) + 2 * (last < len(parts))


def skill_at(place: Place | None, look: AppState) -> str:
    """The id of the skill that a place is about, itself or by a rating; empty when it is about none."""
    for identity in place.ids if place else ():
        record = look.records.get(identity)
        if isinstance(record, Skill):
            return record.id
        if isinstance(record, Rating):
            return record.skill
    return ""


def drawn(shown: JourneyView, look: AppState, signs: Signs, size: tuple[int, int]) -> Drawn:
    """A picture for a place of this many columns and rows."""
    width, height = max(min(size[0], 240), 40), size[1]
    view = _view(shown, look, days_of(shown.chosen, look))
    if view is None:
        return Drawn()
    if shown.as_list:
        picture = draw_list(view, width=width, _=look.words, signs=signs)
    elif isinstance(view, Lanes):
        picture = draw(view, width=width, _=look.words, signs=signs, height=_room_for_lanes(view, look, width, height))
    else:
        picture = draw(view, width=width, _=look.words, signs=signs)
    return _laid_out(picture, _names(shown, look), height, signs)


def _room_for_lanes(view: Lanes, look: AppState, width: int, height: int) -> int:
    """Rows that title and sentence leave: without captions below its bars the picture may fit, and is drawn once."""
    return max(height - 1 - len(text_rows(sentence(view.finding, look.words), width)), 8)


class _Names(NamedTuple):
    """What is said in the title beside the picture's own: of what it is, and how the period is called."""

    focus: str
    period: str


def _names(shown: JourneyView, look: AppState) -> _Names:
    one = look.records.get(shown.focus) if shown.picture != "skill" else None
    return _Names(heading(one, look.records, look.words) if one else "", short_name_of(shown.chosen, look.words))


def _view(shown: JourneyView, look: AppState, period: Period) -> View | None:
    if shown.picture == "skill":
        return view_of("skill", look.records, period, look.today, skill=drawn_skill(shown, look))
    records = focused(look.records, shown.focus) if shown.focus else look.records
    return view_of(shown.picture, records, period, look.today)


def drawn_skill(shown: JourneyView, look: AppState) -> str:
    """The skill of which the course is drawn: the chosen one, else the first with a level, else the first."""
    skills = [skill.id for skill in look.records.of(Skill)]
    if shown.skill in skills:
        return shown.skill
    rated = {rating.skill for rating in look.records.of(Rating)}
    return next((identity for identity in skills if identity in rated), skills[0] if skills else "")


def frames(shown: JourneyView, look: AppState, signs: Signs, size: tuple[int, int]) -> list[Drawn]:
    """The lanes as they fill up, month by month; every frame as large as the whole picture, none where it is empty."""
    width, height = max(min(size[0], 240), 40), size[1]
    view = _view(shown, look, days_of(shown.chosen, look))
    if not isinstance(view, Lanes) or view.is_empty:
        return []

    def picture(day: date | None, rows: int | None) -> Picture:
        return draw(view, width=width, _=look.words, signs=signs, height=rows, upto=day)

    rows = _room_for_lanes(view, look, width, height)
    whole = picture(None, rows)
    days = days_to_play(view.period, look.today, MOST_FRAMES)
    drawings = (replace(whole, body=picture(day, rows).body, places=()) for day in days[:-1])
    return [_laid_out(drawing, _names(shown, look), height, signs) for drawing in drawings]


def _laid_out(picture: Picture, names: _Names, height: int, signs: Signs) -> Drawn:
    """Title, sentence, body and legend; empty lines between them where there is room."""
    top, body, legend = [*_titled(picture, names, signs), *picture.finding], list(picture.body), list(picture.legend)
    roomy = len(top) + len(body) + len(legend) + 2 <= height
    gap: list[Row] = [()] if roomy else []
    rows = [*map(_spans, [*top, *gap, *body, *(gap if legend else []), *legend])]
    above = len(top) + len(gap)
    places = tuple(
        Place(place.row + above, place.column, place.width, place.ids, place.make_sentences) for place in picture.places
    )
    return Drawn(tuple(rows), above + picture.head, places, picture.empty)


def _titled(picture: Picture, names: _Names, signs: Signs) -> tuple[Row, ...]:
    """The rows of the title; the name of the period stands before its days where there is room for both."""
    name, days = picture.title[0][0].text, picture.title[-1][-1].text
    if names.focus:
        room = max(picture.width - cells(name) - cells(days) - 6, picture.width // 4)
        name = f"{name}{signs.apart}{cut(names.focus, room, signs.more)}"
    named = f"{signs.own(names.period)}: {days}" if names.period else days
    rows = title_row(name, named, picture.width, signs)
    if len(rows) > 1 and names.focus:
        return title_row(name, days, picture.width, signs)
    return rows if len(rows) <= len(picture.title) else picture.title


def _spans(row: Row) -> Line:
    return tuple(Span(span.text, span.role) for span in row) or EMPTY
