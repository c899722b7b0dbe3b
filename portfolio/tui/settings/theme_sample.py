"""Sample of a theme: a title, text, private and shareable, levels and a bar."""

from __future__ import annotations

from typing import Final

from portfolio.pictures.signs import Signs
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording import Words
from portfolio.wording.names import privacy_label

_BAR: Final = 12


def sample_lines(_: Words, signs: Signs) -> list[Line]:
    """Return the sample, drawn with these symbols."""
    ladder = [signs.blocks[n * (len(signs.blocks) - 1) // 4] for n in range(5)]
    levels = tuple(Span(f"{sign}{sign} ", f"level{n}") for n, sign in enumerate(ladder, 1))
    good, look, wrong = _.context("sample", "good"), _.context("sample", "look"), _.context("sample", "wrong")
    done = signs.active * (_BAR // 2)
    return [
        (Span(_("Your learning journey"), "title", bold=True),),
        (Span(_("A sentence as you write it.")),),
        (Span(_("And what is beside the point."), "muted"),),
        EMPTY,
        (Span(privacy_label(False, _), "private"), Span(" · ", "muted"), Span(privacy_label(True, _), "shareable")),
        (*levels, Span(signs.target, "target")),
        (Span(done, "bar_done"), Span(signs.active * 3, "bar"), Span(signs.ahead * (_BAR - 3), "bar_rest")),
        (
            Span(f"{signs.achieved} {good}  ", "good"),
            Span(f"? {look}  ", "warning"),
            Span(f"{signs.dropped} {wrong}", "wrong"),
        ),
    ]
