"""Draw the evidence view as a table: level, pieces of evidence, and the five questions about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.journey.views.evidence import Coverage, SkillEvidence
from portfolio.pictures.canvas import Picture, Role, Row, Span, legend_rows, place_of, safe_line
from portfolio.pictures.frame import framed, gap
from portfolio.pictures.phrases import level_short
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, pad, pad_left, wrap
from portfolio.wording import N_, Words
from portfolio.wording.dates import context

QUESTIONS: Final[dict[str, str]] = {
    "variation": N_("variation"),
    "relevance": N_("relevance"),
    "authenticity": N_("authenticity"),
    "currency": N_("currency"),
    "quantity": N_("quantity"),
}
"""The names that assessors of prior learning know, for a document that is written for them."""
_ASKS: Final[dict[str, str]] = {
    "variation": N_("from more than one situation, or of more than one kind?"),
    "relevance": N_("does it show the skill?"),
    "authenticity": N_("is it clear what you did yourself?"),
    "currency": N_("is the newest one recent?"),
    "quantity": N_("are there enough?"),
}
"""The whole questions, for the legend."""
WORDS: Final[dict[str, tuple[str, str]]] = {
    "variation": context("variation", "varied"),
    "relevance": context("relevance", "fits"),
    "authenticity": context("authenticity", "yours"),
    "currency": context("currency", "recent"),
    "quantity": context("quantity", "enough"),
}
"""The words of the questions: the headings where there is room, and the names in the list."""
_INDENT: Final = 2
_ROOMY: Final = 60
"""The cells of a picture from which its headings are words."""
_WIDE: Final = 100
"""The cells of a picture from which its headings stand two cells apart."""
_LETTERS: Final[dict[str, tuple[str, str]]] = {
    "variation": context("variation", "V"),
    "relevance": context("relevance", "R"),
    "authenticity": context("authenticity", "A"),
    "currency": context("currency", "C"),
    "quantity": context("quantity", "Q"),
}
REASONS: Final[dict[str, str]] = {
    "none": N_("no evidence yet"),
    "one_situation": N_("all from one situation"),
    "says_little": N_("what does it show?"),
    "own_part": N_("add what you did yourself"),
    "ageing": N_("getting older"),
    "old": N_("rather old"),
    "one_more": N_("one more would help"),
}
NEXT: Final[dict[str, str]] = {
    "none": N_("add a piece of evidence: what shows that you can do this?"),
    "one_situation": N_("add one from another situation"),
    "says_little": N_("write down what it shows"),
    "own_part": N_("write down what you did yourself"),
    "ageing": N_("add a newer one soon"),
    "old": N_("add a newer one"),
    "one_more": N_("add one more"),
}
"""What to do next, by reason."""
STATES: Final[dict[str, tuple[str, Role, str]]] = {
    "ok": ("ok", "evidence_ok", N_("in order")),
    "look": ("look", "evidence_look", N_("have a look")),
    "missing": ("missing", "evidence_missing", N_("missing")),
}


def draw(view: Coverage, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw a row for each skill, with what to do next in words beside it, or below it where there is no room."""
    _ = words_for(signs, _)
    headings = (_("level"), _("evidence"))
    short = WORDS if width >= _ROOMY else _LETTERS
    asked = {key: _.context(*each) for key, each in short.items()}
    gaps = 2 if width >= _WIDE else 1
    fixed = sum(cells(h) + 2 for h in headings) + 2 + sum(map(cells, asked.values())) + gaps * (len(asked) - 1)
    longest = max((cells(safe_line(s.title)) for s in view.skills), default=0)
    label = max(8, min(longest + 1, width - fixed, 30 if width < 120 else 40))
    room = width - label - fixed - 2
    head = (" " * gaps).join(asked.values())
    rows: list[Row] = [(gap(label), *(Span(f"  {h}", "axis") for h in headings), Span(f"  {head}", "axis"))]
    places = []
    for skill in view.skills:
        places.append(place_of(len(rows), width, skill.id, safe_line(skill.title)))
        row = _row(skill, label, headings, [cells(asked[c.question]) for c in skill.checks], gaps, _, signs)
        rows += _with_next(row, first_reason(skill, _), room, width, signs)
    drawn = {check.state for skill in view.skills for check in skill.checks}
    states = [(getattr(signs, key), role, _(words)) for state, (key, role, words) in STATES.items() if state in drawn]
    questions: list[tuple[str, Role, str]] = [(f"{asked[key]}:", "axis", _(words)) for key, words in _ASKS.items()]
    legend = legend_rows(states, width) + legend_rows(questions, width)
    return framed(
        view,
        _("What you can show"),
        tuple(rows),
        width=width,
        _=_,
        signs=signs,
        legend=legend,
        key=[*states, *questions],
        places=tuple(places),
        head=1,
    )


def _row(
    skill: SkillEvidence,
    label: int,
    headings: tuple[str, str],
    wide: Sequence[int],
    gaps: int,
    _: Words,
    signs: Signs,
) -> list[Span]:
    """Return the row of a skill; `wide` are the cells of the columns of the checks, `gaps` those between them."""
    level = level_short(skill.level, skill.scale, _) or signs.none
    spans = [Span(pad(safe_line(skill.title), label - 1, signs.more), "label"), gap(1)]
    for text, heading in zip((level, str(skill.count)), headings, strict=True):
        spans.append(Span(pad_left(text, cells(heading) + 2, signs.more), "number"))
    for n, (check, cell) in enumerate(zip(skill.checks, wide, strict=True)):
        key, role, _words = STATES[check.state]
        before = (cell - 1) // 2
        spans += [gap((gaps if n else 2) + before), Span(getattr(signs, key), role), gap(cell - 1 - before)]
    return spans


def _with_next(row: list[Span], reason: str, room: int, width: int, signs: Signs) -> list[Row]:
    """Return the row with what to do next behind it, or on lines below it where that has no room."""
    if not reason:
        return [tuple(row)]
    arrow = f"{signs.arrow} "
    if room >= cells(arrow) + cells(reason):
        return [(*row, gap(2), Span(f"{arrow}{reason}", "caption"))]
    below = wrap(reason, width - _INDENT - cells(arrow))
    signed = [f"{' ' * cells(arrow) if n else arrow}{line}" for n, line in enumerate(below)]
    return [tuple(row), *((gap(_INDENT), Span(line, "caption")) for line in signed)]


def first_reason(skill: SkillEvidence, _: Words) -> str:
    """Return what to do next, in words; empty when all is in order."""
    missing = [c for c in skill.checks if c.state == "missing"] + [c for c in skill.checks if c.state == "look"]
    return _(NEXT[missing[0].reason]) if missing and missing[0].reason else ""
