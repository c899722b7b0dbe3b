"""The pictures of the journey, drawn as lines with the places for the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.periods import days_of, row_of, short_name_of
from portfolio.journey.facts.chosen_period import FITTING, ChosenPeriod
from portfolio.journey.facts.focus import focused
from portfolio.journey.facts.period import Period
from portfolio.journey.views.as_of import days_to_play
from portfolio.journey.views.lanes import Lanes
from portfolio.pictures import OWN, PRIVATE, draw, draw_list, view_of
from portfolio.pictures.canvas import Picture, Place, Role, Row, legend_within, text_rows, title_row
from portfolio.pictures.frame import View
from portfolio.pictures.sentences import sentence
from portfolio.pictures.signs import Signs
from portfolio.present.titles import heading
from portfolio.records.skills import Rating, Skill
from portfolio.text import cells, cut
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, width_of
from portfolio.tui.widgets.bars import Part
from portfolio.wording import Words

PICTURES: Final = {name.id: name for name in NAMES}
"""The pictures by name, in their order on the screen."""
MOST_FRAMES: Final = 24
"""Largest number of steps in which a period is played."""


class JourneyView(NamedTuple):
    """The user's choices for the picture."""

    picture: str = "lanes"
    chosen: ChosenPeriod = ChosenPeriod(FITTING)
    as_list: bool = False
    skill: str = ""
    """Id of the skill whose history is drawn; empty for the first one."""
    focus: str = ""
    """Id of the goal or skill that the picture is limited to; empty for everything."""


class Drawn(NamedTuple):
    """A picture as lines: how many stay in view, and the places, with rows counted from the first line."""

    lines: tuple[Line, ...] = ()
    fixed: int = 0
    places: tuple[Place, ...] = ()
    empty: bool = True
    key: tuple[tuple[str, Role, str], ...] = ()
    """Every symbol of the picture, its role and its meaning."""
    headings: tuple[int, ...] = ()
    """The lines that name what is below them."""


def offered(state: AppState) -> list[str]:
    """Return the pictures that can be shown now."""
    return [
        name
        for name in PICTURES
        if (state.alone or name not in PRIVATE) and (name != "skill" or state.records.of(Skill))
    ]


def title(name: str, _: Words) -> str:
    """Return the short title of a picture."""
    return _.context(*PICTURES[name].label)


def names_line(names: Sequence[str], here: str, on_them: bool, width: int, _: Words) -> list[Part]:
    """Return the picture names with their keys as parts of a line; when too long, those around the current one.

    `on_them` is true while the arrow keys move along the names.
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
    """Return the name of a picture `away` positions from the current one, which is in brackets or between arrows."""
    words = Span(title(name, _), "muted" if away else "accent", bold=not away)
    keyed: Line = (Span(f"{key} ", "accent"),) if key else ()
    if not away:
        left, right = ("◂", "▸") if on_them else ("[", "]")
        line: Line = (Span(f" {left}", "accent"), *keyed, words, Span(right, "accent"))
    else:
        line = (Span(" " if away == 1 else "  "), *keyed, words)
    return Part(line, f"show_picture('{name}')")


def _taken(parts: Sequence[Part], first: int, last: int) -> int:
    """Return the width of some parts, including the signs for more names before and after them."""
    return sum(width_of(part.line) for part in parts[first:last]) + 2 * (first > 0) + 2 * (last < len(parts))


def skill_at(place: Place | None, state: AppState) -> str:
    """Return the id of the skill that a place shows, directly or by a rating; empty when it shows none."""
    for identity in place.ids if place else ():
        record = state.records.get(identity)
        if isinstance(record, Skill):
            return record.id
        if isinstance(record, Rating):
            return record.skill
    return ""


def drawn(shown: JourneyView, state: AppState, signs: Signs, size: tuple[int, int]) -> Drawn:
    """Draw a picture for `size`, in columns and rows."""
    width, height = max(min(size[0], 240), 40), size[1]
    view = _view(shown, state, days_of(shown.chosen, state))
    if view is None:
        return Drawn()
    if shown.as_list:
        picture = draw_list(view, width=width, _=state.words, signs=signs)
    elif isinstance(view, Lanes):
        rows = _room_for_lanes(view, state, width, height)
        picture = _with_legend(draw(view, width=width, _=state.words, signs=signs, height=rows - 1), rows, state)
    else:
        picture = draw(view, width=width, _=state.words, signs=signs)
    return _laid_out(picture, _names(shown, state), height, signs)


def _with_legend(picture: Picture, rows: int, state: AppState) -> Picture:
    """Return the picture with the legend that fits in `rows`; cut short, it ends with the key for the rest."""
    left = rows - len(picture.body)
    if len(picture.legend) + 1 <= left:
        return picture
    rest: tuple[str, Role, str] = (state.keys.get("signs", ""), "label", state.words("all signs"))
    return replace(
        picture, legend=legend_within(picture.often, picture.width, max(left - 1, 1), rest) if left > 0 else ()
    )


def _room_for_lanes(view: Lanes, state: AppState, width: int, height: int) -> int:
    """Return the rows left by the title, the sentence and the blank row below it."""
    return max(height - 2 - len(text_rows(sentence(view.finding, state.words), width)), 8)


class _Names(NamedTuple):
    """Names shown in the title: the focus of the picture and its period."""

    focus: str
    period: str


def _names(shown: JourneyView, state: AppState) -> _Names:
    one = state.records.get(shown.focus) if shown.picture != "skill" else None
    return _Names(
        heading(one, state.records, state.words) if one else "", short_name_of(row_of(shown.chosen, state), state.words)
    )


def _view(shown: JourneyView, state: AppState, period: Period) -> View | None:
    if shown.picture == "skill":
        return view_of("skill", state.records, period, state.today, skill=drawn_skill(shown, state))
    records = focused(state.records, shown.focus) if shown.focus else state.records
    more = {"own": state.alone} if shown.picture in OWN else {}
    more |= {"whole": not shown.focus} if shown.picture == "lanes" else {}
    return view_of(shown.picture, records, period, state.today, **more)


def drawn_skill(shown: JourneyView, state: AppState) -> str:
    """Return the skill to draw: the chosen one, else the first with a rating, else the first."""
    skills = [skill.id for skill in state.records.of(Skill)]
    if shown.skill in skills:
        return shown.skill
    rated = {rating.skill for rating in state.records.of(Rating)}
    return next((identity for identity in skills if identity in rated), skills[0] if skills else "")


def frames(shown: JourneyView, state: AppState, signs: Signs, size: tuple[int, int]) -> list[Drawn]:
    """Return the lanes month by month as frames of the same size as the whole picture; none for an empty one."""
    width, height = max(min(size[0], 240), 40), size[1]
    view = _view(shown, state, days_of(shown.chosen, state))
    if not isinstance(view, Lanes) or view.is_empty:
        return []

    def picture(day: date | None, rows: int | None) -> Picture:
        return draw(view, width=width, _=state.words, signs=signs, height=rows and rows - 1, upto=day)

    rows = _room_for_lanes(view, state, width, height)
    whole = _with_legend(picture(None, rows), rows, state)
    days = days_to_play(view.period, state.today, MOST_FRAMES)
    drawings = (replace(whole, body=picture(day, rows).body, places=()) for day in days[:-1])
    return [_laid_out(drawing, _names(shown, state), height, signs) for drawing in drawings]


def _laid_out(picture: Picture, names: _Names, height: int, signs: Signs) -> Drawn:
    """Return title, sentence, body and legend, with blank lines between them if they fit."""
    top, body, legend = [*_titled(picture, names, signs), *picture.finding], list(picture.body), list(picture.legend)
    roomy = len(top) + len(body) + len(legend) + 2 <= height
    gap: list[Row] = [()] if roomy else []
    rows = [*map(_spans, [*top, *gap, *body, *(gap if legend else []), *legend])]
    above = len(top) + len(gap)
    places = tuple(
        Place(place.row + above, place.column, place.width, place.ids, place.make_sentences) for place in picture.places
    )
    headings = tuple(row + above for row in picture.headings)
    return Drawn(tuple(rows), above + picture.head, places, picture.empty, picture.key, headings)


def _titled(picture: Picture, names: _Names, signs: Signs) -> tuple[Row, ...]:
    """Return the title rows; the name of the period is before its days if both fit."""
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
