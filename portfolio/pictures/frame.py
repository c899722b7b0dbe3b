"""The frame of every picture: a title with the period, the sentence, and a friendly empty state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, Protocol

from portfolio.journey.facts.findings import Finding
from portfolio.journey.facts.period import Period
from portfolio.pictures.canvas import Picture, Place, Role, Row, Span, text_rows, title_row
from portfolio.pictures.sentences import sentence
from portfolio.pictures.signs import Signs
from portfolio.wording import N_, Words
from portfolio.wording.dates import period_in_words

EMPTY: Final[dict[str, tuple[str, str]]] = {
    "lanes": (
        N_("Here your goals will run from left to right, with the moments that mattered."),
        N_("Add a goal to start your journey."),
    ),
    "growth": (
        N_("Here you will see where each skill started, where it is now and where you want to go."),
        N_("Add a skill and say at what level you are."),
    ),
    "skill": (
        N_("Here you will see how this skill changes over time."),
        N_("Add a rating: a level, and what shows it."),
    ),
    "goals": (
        N_("Here you will see how far each goal is and when you look at it again."),
        N_("Add a goal to start your journey."),
    ),
    "rhythm": (
        N_("Here you will see in which weeks you looked back. Only you see this."),
        N_("Write a line about today."),
    ),
    "energy": (
        N_("Here you will see what gave you energy, and what took it. Only you see this."),
        N_("Answer the question about energy when you look back."),
    ),
    "timeline": (
        N_("Here you will see your journey month by month, from top to bottom."),
        N_("Add a goal, a milestone or a success."),
    ),
    "forms": (
        N_("Here you will see how you learn, and what gave you a lesson."),
        N_("Choose a way of learning when you look back."),
    ),
    "ready": (
        N_("Before a conversation you will see here what you can show, and what not yet."),
        N_("Add a goal, or a skill and say at what level you are."),
    ),
    "evidence": (
        N_("Here you will see what you can show for each skill."),
        N_("Add a skill, and evidence that goes with it."),
    ),
}
"""Picture -> what it will show, and the one action that fills it."""


class View(Protocol):
    """The protocol of every view of the journey."""

    @property
    def picture(self) -> str:
        """The name of its picture."""

    @property
    def period(self) -> Period:
        """The period it covers."""

    @property
    def today(self) -> date:
        """The day it was made on."""

    @property
    def finding(self) -> Finding:
        """What its sentence says."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""


def framed(
    view: View,
    title: str,
    body: tuple[Row, ...],
    *,
    width: int,
    _: Words,
    signs: Signs,
    legend: tuple[Row, ...] = (),
    key: Sequence[tuple[str, Role, str]] = (),
    often: tuple[tuple[str, Role, str], ...] = (),
    places: tuple[Place, ...] = (),
    head: int = 0,
    headings: tuple[int, ...] = (),
) -> Picture:
    """Add title, period and sentence to a body; without anything to draw, return the empty state."""
    words = sentence(view.finding, _)
    period = signs.own(period_in_words(view.period.since, view.period.until, _))
    empty = view.is_empty
    return Picture(
        name=view.picture,
        width=width,
        title=title_row(title, period, width, signs),
        finding=() if empty else text_rows(words, width, "sentence"),
        body=empty_rows(view.picture, width, _) if empty else body,
        legend=() if empty else legend,
        key=() if empty else tuple(key),
        often=() if empty else often,
        sentence=words,
        places=() if empty else places,
        head=0 if empty else head,
        headings=() if empty else headings,
        empty=empty,
    )


def empty_rows(picture: str, width: int, _: Words) -> tuple[Row, ...]:
    """Return what the picture will show, muted, and the one action that fills it."""
    what, action = EMPTY[picture]
    return (*text_rows(_(what), width, "muted"), *text_rows(_(action), width, "text"))


def gap(width: int) -> Span:
    """Return a span of `width` empty cells."""
    return Span(" " * width)
