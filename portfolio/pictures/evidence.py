"""Draw the evidence view as a table: level, pieces of evidence, and the five questions about them."""

from __future__ import annotations

from typing import Final

from portfolio.journey.views.evidence import Coverage, SkillEvidence
from portfolio.pictures.canvas import Picture, Role, Row, Span, legend_rows, place_of, safe_line
from portfolio.pictures.frame import framed, gap
from portfolio.pictures.phrases import level_short
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, cut, pad, pad_left
from portfolio.wording import N_, Words
from portfolio.wording.dates import context

QUESTIONS: Final[dict[str, str]] = {
    "variation": N_("variation"),
    "relevance": N_("relevance"),
    "authenticity": N_("authenticity"),
    "currency": N_("currency"),
    "quantity": N_("quantity"),
}
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
STATES: Final[dict[str, tuple[str, Role, str]]] = {
    "ok": ("ok", "evidence_ok", N_("in order")),
    "look": ("look", "evidence_look", N_("have a look")),
    "missing": ("missing", "evidence_missing", N_("missing")),
}


def draw(view: Coverage, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw a row for each skill, with the first thing to improve in words where there is room."""
    _ = words_for(signs, _)
    headings = (_("level"), _("evidence"))
    fixed = sum(cells(h) + 2 for h in headings) + 2 + 9
    longest = max((cells(safe_line(s.title)) for s in view.skills), default=0)
    label = max(8, min(longest + 1, width - fixed if width < 64 else 30 if width < 120 else 40))
    room = width - label - fixed - 2
    letters = " ".join(_.context(*_LETTERS[q]) for q in _LETTERS)
    rows: list[Row] = [(gap(label), *(Span(f"  {h}", "axis") for h in headings), Span(f"  {letters}", "axis"))]
    places = []
    for skill in view.skills:
        places.append(place_of(len(rows), width, skill.id, safe_line(skill.title)))
        rows.append(_row(skill, label, headings, room, _, signs))
    drawn = {check.state for skill in view.skills for check in skill.checks}
    states = [(getattr(signs, key), role, _(words)) for state, (key, role, words) in STATES.items() if state in drawn]
    questions = [(_.context(*_LETTERS[key]), "axis", _(words)) for key, words in QUESTIONS.items()]
    legend = legend_rows(states, width) + legend_rows([(a, "axis", c) for a, _b, c in questions], width)
    return framed(
        view,
        _("What you can show"),
        tuple(rows),
        width=width,
        _=_,
        signs=signs,
        legend=legend,
        places=tuple(places),
        head=1,
    )


def _row(skill: SkillEvidence, label: int, headings: tuple[str, str], room: int, _: Words, signs: Signs) -> Row:
    level = level_short(skill.level, skill.scale, _) or signs.none
    spans = [Span(pad(safe_line(skill.title), label - 1, signs.more), "label"), gap(1)]
    for text, heading in zip((level, str(skill.count)), headings, strict=True):
        spans.append(Span(pad_left(text, cells(heading) + 2, signs.more), "number"))
    spans.append(gap(1))
    for check in skill.checks:
        key, role, _words = STATES[check.state]
        spans += [gap(1), Span(getattr(signs, key), role)]
    reason = first_reason(skill, _)
    if reason and room >= cells(reason):
        spans += [gap(2), Span(cut(reason, room, signs.more), "caption")]
    return tuple(spans)


def first_reason(skill: SkillEvidence, _: Words) -> str:
    """Return the first thing to improve, in words; empty when all is in order."""
    missing = [c for c in skill.checks if c.state == "missing"] + [c for c in skill.checks if c.state == "look"]
    return _(REASONS[missing[0].reason]) if missing and missing[0].reason else ""
