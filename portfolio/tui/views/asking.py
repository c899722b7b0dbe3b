"""The lines around a question: which one it is, what was answered already, and the steps of a scale."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.sanitise import clean_line
from portfolio.tui.layout import EMPTY, Line, Span, cut, spread, wrap
from portfolio.tui.widgets.rows import Row
from portfolio.tui.writings import ENERGY, Question, Writing, name_of
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full


def asking(writing: Writing, asked: Sequence[Question], _: Words, width: int) -> list[Line]:
    """What is being written, how far along, and the question."""
    at = min(writing.at, len(asked) - 1)
    question = asked[at]
    title = (Span(name_of(writing, _), "accent", bold=True), Span(f" · {day_in_full(writing.day, _)}", "muted"))
    count = _("question {n} of {all}").format(n=at + 1, all=len(asked)) if len(asked) > 1 else ""
    hint = question.hint or (_("May be skipped.") if question.optional else "")
    return [
        spread(title, (Span(count, "muted"),) if count else EMPTY, width),
        EMPTY,
        *((Span(line, bold=True),) for line in wrap(question.text, width)),
        *((Span(line, "muted"),) for line in (wrap(hint, width) if hint else ())),
    ]


def given(writing: Writing, asked: Sequence[Question], width: int) -> list[Line]:
    """The answers before this question, a line each."""
    at = min(writing.at, len(asked) - 1)
    done = [(q.label, " ".join(clean_line(writing.answers.get(q.key, "")).split())) for q in asked[:at]]
    wide = max((len(label) for label, words in done if words), default=0)
    return [
        (Span(label.ljust(wide) + "  ", "muted"), Span(cut(words, width - wide - 2), "muted"))
        for label, words in done
        if words
    ]


def scale_rows(_: Words) -> list[Row]:
    """The steps of the scale of energy, after the way past it."""
    meaning = {1: _.context("energy", "none"), 3: _.context("energy", "some"), 5: _.context("energy", "a lot")}
    steps = [Row(str(n), (Span(f"{n}  ", "accent", bold=True), Span(meaning.get(n, "")))) for n in range(1, 6)]
    return [Row("skip", (Span(_.context("key", "skip"), "muted"),)), *steps]


__all__ = ["ENERGY", "asking", "given", "scale_rows"]
