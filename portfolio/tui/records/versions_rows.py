"""The rows of two versions of a text, with their differences marked, and the choices.

A difference is marked with signs, as in ‹this›, as well as with colour and weight. The signs are not part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from portfolio.journey.facts.differences import Piece, differences
from portfolio.notebook.conflicts import Conflict, Version
from portfolio.present.titles import field_in_words, heading
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.render.versions import version_in_words
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, PAGE, Line, Span, fit, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import moment

SIDE_BY_SIDE: Final = 66
"""Width in cells from which two versions are shown side by side; below it, one under the other."""
_BETWEEN: Final = " │ "
_OPENS: Final = "‹"
_CLOSES: Final = "›"

KEEP: Final = "keep"
OTHER: Final = "other"
BOTH: Final = "both"
NEXT: Final = "next"
"""Keys of the rows with choices."""


def version_rows(
    record: Record, conflict: Conflict, at: int, left: int, state: AppState, width: int, *, both: bool
) -> list[Row]:
    """Return the current version, the version with index `at`, and the choices.

    `left` is the number of other fields with versions; `both` tells whether the two can be combined into one text.
    """
    _ = state.words
    shown, other = conflict.versions[0], conflict.versions[at]
    return [
        *_head(record, conflict, left, state, width),
        Row(),
        *(Row(left=line) for line in _compared(record, conflict, (shown, other), at, state, width)),
        Row(),
        *_choices(len(conflict.versions) - 1, at, _, width, both=both),
    ]


def _head(record: Record, conflict: Conflict, left: int, state: AppState, width: int) -> Iterator[Row]:
    _ = state.words
    title = clean_line(heading(record, state.records, _))
    yield Row(left=(Span(field_in_words(record, conflict.field, _), "accent", bold=True), Span(f" · {title}", "muted")))
    sentence = _(
        "This was changed on two computers. Both versions are kept until you choose. Differences are "
        "shown between ‹ and ›."
    )
    if left:
        sentence += " " + _.plural("After this {n} more field waits.", "After this {n} more fields wait.", left)
    yield from (Row(left=(Span(line, "muted"),)) for line in wrap(sentence, min(width, PAGE)))


def _choices(others: int, at: int, _: Words, width: int, *, both: bool) -> Iterator[Row]:
    beside = width >= SIDE_BY_SIDE
    yield _choice(KEEP, _("Keep the left one") if beside else _("Keep the first one"))
    yield _choice(OTHER, _("Keep the right one") if beside else _("Keep the second one"))
    if both:
        yield _choice(BOTH, _("Combine them into one"))
    if others > 1:
        yield _choice(NEXT, _("Compare with the next version ({n} of {all})").format(n=at % others + 1, all=others))


def _choice(key: str, words: str) -> Row:
    return Row(key, (Span(words),))


def _compared(
    record: Record, conflict: Conflict, two: Sequence[Version], at: int, state: AppState, width: int
) -> list[Line]:
    _ = state.words
    texts = [version_in_words(record, conflict.field, version.value, state.records, _) for version in two]
    pieces = differences(*texts)
    others = len(conflict.versions) - 1
    second = _("Other version") if others == 1 else _("Other version {n} of {all}").format(n=at, all=others)
    heads = [
        (Span(name, bold=True), Span(f" · {moment(version.at, _)}", "muted"))
        for name, version in zip((_("Shown now"), second), two, strict=True)
    ]
    if width < SIDE_BY_SIDE:
        one, other = (marked(pieces, side, width) for side in (0, 1))
        return [fit(heads[0], width), *one, EMPTY, fit(heads[1], width), *other]
    half = (width - len(_BETWEEN)) // 2
    columns = [[fit(head, half), *marked(pieces, side, half)] for side, head in enumerate(heads)]
    return [_beside(one, other, half) for one, other in zip_longest(columns[0], columns[1], fillvalue=EMPTY)]


def _beside(left: Line, right: Line, half: int) -> Line:
    return (*left, Span(" " * (half - width_of(left))), Span(_BETWEEN, "line"), *right)


def marked(pieces: Sequence[Piece], side: int, width: int) -> list[Line]:
    """Return one side in lines of `width` cells, with the words that only it has between marks."""
    text = ""
    owns: list[bool] = []
    for piece in pieces:
        words = piece[side]
        own = words.strip()
        if piece.same or not own:
            text, owns = text + words, owns + [False] * len(words)
            continue
        before, after = words[: words.index(own)], words[words.index(own) + len(own) :]
        text += f"{before}{_OPENS}{own}{_CLOSES}{after}"
        owns += [False] * len(before) + [True] * (len(own) + 2) + [False] * len(after)
    return list(_styled(text, owns, width))


def _styled(text: str, owns: Sequence[bool], width: int) -> Iterator[Line]:
    """Yield the wrapped lines as spans; wrapping may drop the space at which a line was broken."""
    at = 0
    for line in wrap(text, width):
        if not text.startswith(line, at):
            at += 1
        spans: list[Span] = []
        start = at
        for index in range(at, at + len(line) + 1):
            if index == at + len(line) or (index > start and owns[index] != owns[start]):
                if index > start:
                    own = owns[start]
                    spans.append(Span(text[start:index], "warning" if own else "text", own))
                start = index
        yield tuple(spans)
        at += len(line)
        if text.startswith("\n", at):
            at += 1
