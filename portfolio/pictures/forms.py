"""Draw the ways of learning: how often each was used, and how often it gave a lesson worth keeping."""

from __future__ import annotations

from portfolio.journey.views.forms import Forms, FormUse
from portfolio.pictures.canvas import Picture, Row, Span
from portfolio.pictures.frame import framed, gap
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, pad, pad_left
from portfolio.wording import Words
from portfolio.wording.names import choice_label

_LONGEST_BAR = 30


def draw(view: Forms, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw a bar for each way of learning, with its number of uses and of lessons."""
    _ = words_for(signs, _)
    headings = (_("times"), _("lessons learned"))
    numbers = sum(cells(h) + 2 for h in headings)
    names = [form_name(use, _) for use in view.forms]
    label = min(max((cells(n) for n in names), default=0) + 1, max(10, width - numbers - 8))
    bar = max(0, min(_LONGEST_BAR, width - label - numbers))
    rows: list[Row] = [(gap(label + bar), *(Span(f"  {h}", "axis") for h in headings))]
    most = max((use.times for use in view.forms), default=1)
    for name, use in zip(names, view.forms, strict=True):
        length = max(1, use.times * bar // most) if bar else 0
        counts = (str(use.times), str(use.lessons))
        rows.append(
            (
                Span(pad(name, label - 1, signs.more), "label"),
                gap(1),
                Span(signs.bar * length, "bar"),
                gap(bar - length),
                *(Span(pad_left(n, cells(h) + 2), "number") for n, h in zip(counts, headings, strict=True)),
            )
        )
    return framed(view, _("How you learned"), tuple(rows), width=width, _=_, signs=signs, head=1)


def form_name(use: FormUse, _: Words) -> str:
    """Return the name of a way of learning."""
    return choice_label("form", use.form, _, "reflection")
