"""Lines of one point of a conversation, spaced so that it can be read at a glance."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from portfolio.journey.facts.meeting_points import Point
from portfolio.present.owners import owner_word
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement, Conversation
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, spread, width_of
from portfolio.wording import N_

_WIDE: Final = 44
"""Cells per line of a point: short enough to find the next line easily."""
_FEW_LINES: Final = 8
"""A text with more lines than this is wrapped normally, since it is not read at a glance."""
_SORTS: Final[dict[str, str]] = {
    "point": N_("My point"),
    "ask": N_("What I ask for"),
    "discuss": N_("To discuss"),
    "need": N_("What I need"),
    "agreement": N_("Agreed last time"),
    "question": N_("My question"),
}


def table_lines(
    found: Sequence[Point],
    at: int,
    done: Collection[str],
    conversation: Conversation,
    state: AppState,
    *,
    minutes: int,
    width: int,
    height: int,
) -> list[Line]:
    """Return all lines of the screen for this width in cells and height in lines."""
    _ = state.words
    head = _head(conversation, state, minutes, width)
    if not found:
        sentence = _(
            "Your sheet has no points yet; they come from “Three points to make” on your own sheet. {agreed} writes "
            "down what you agree, {table_note} a note."
        )
        words = [(Span(line, "text", bold=True),) for line in wrap(sentence.format(**state.keys), width)]
        return _filled([*head, EMPTY, *words], _foot((), 0, conversation, state, width), height)
    point = found[at]
    sort = _(_SORTS[point.sort])
    place = _("{n} of {all}").format(n=at + 1, all=len(found))
    where, signs = f"{sort} · {place}", _signs(found, at, done)
    if point.key in done:
        finished = _("done")
        where = f"{where} · {finished}"
    above: Line = (Span(cut(where, width), "muted"),)
    if len(where) + width_of(signs) + 2 <= width:
        above = spread(above, signs, width)
    foot = _foot(found, at, conversation, state, width, all_done=all(point.key in done for point in found))
    room = max(height - len(head) - len(foot) - 3, 1)
    shown = _point(point, state, width, room)
    over = max((room - len(shown)) // 3, 0)  # slightly above the middle, where the eye looks first
    return _filled([*head, above, EMPTY, *[EMPTY] * over, *shown], foot, height)


def _filled(lines: list[Line], foot: list[Line], height: int) -> list[Line]:
    """Return the lines with the foot at the bottom."""
    return [*lines, *[EMPTY] * max(height - len(lines) - len(foot), 1), *foot]


def _even(text: str, wide: int) -> list[str]:
    """Wrap a text in as few lines as possible, of similar length: a single word on a line is read last."""
    lines = wrap(text, wide)
    if not 1 < len(lines) <= _FEW_LINES:
        return lines
    narrow = next((n for n in range(wide // 2, wide) if len(wrap(text, n)) == len(lines)), wide)
    return wrap(text, narrow)


def _head(conversation: Conversation, state: AppState, minutes: int, width: int) -> list[Line]:
    _ = state.words
    gone = _.plural("{n} minute", "{n} minutes", minutes)
    name = cut(heading(conversation, state.records, _), max(width - len(gone) - 2, 8))
    return [spread((Span(name, "accent"),), (Span(gone, "accent", bold=True),), width), EMPTY]


def _signs(found: Sequence[Point], at: int, done: Collection[str]) -> Line:
    """Return a symbol per point: discussed, current or open."""
    signs = ("●" if n == at else "✓" if point.key in done else "○" for n, point in enumerate(found))
    return (Span(" ".join(signs), "accent"),)


def _point(point: Point, state: AppState, width: int, room: int) -> list[Line]:
    """Return the lines of a point, with blank lines between them if they fit, and the text beside it."""
    _ = state.words
    indent = 4 if width > _WIDE + 8 else 0
    wide = min(width - indent, _WIDE)
    texts = _even(" ".join(clean_line(point.text).split()), wide)
    apart = len(texts) * 2 - 1 <= room
    texts = texts if len(texts) <= room else [*texts[: room - 1], cut(" ".join(texts[room - 1 :]), wide)]
    lines: list[Line] = []
    for text in texts:
        lines += [EMPTY] if lines and apart else []
        lines.append((Span(" " * indent), Span(text, "text", bold=True)))
    beside = point.beside
    if point.sort == "agreement":
        agreement = state.records.find(Agreement, point.key)
        beside = owner_word(agreement, state.records, _) if agreement is not None else ""
    more = wrap(" ".join(clean_line(beside).split()), wide)[: max(room - len(lines) - 1, 0)] if beside else []
    return [*lines, *([EMPTY] if more else []), *((Span(" " * indent), Span(text, "muted")) for text in more)]


def _foot(
    found: Sequence[Point], at: int, conversation: Conversation, state: AppState, width: int, *, all_done: bool = False
) -> list[Line]:
    """Return the next point, or that every point is done and what comes then; and the number of agreements so far."""
    _ = state.words
    lines: list[Line] = []
    if all_done:
        ends = _("Every point is done. esc ends the conversation; {agreed} writes down what you agree.")
        lines += [(Span(line, "good"),) for line in wrap(ends.format(**state.keys), width)]
    elif at + 1 < len(found):
        coming = _("Next: {point}").format(point=" ".join(clean_line(found[at + 1].text).split()))
        lines.append((Span(cut(coming, width), "muted"),))
    agreed = [a for a in state.records.of(Agreement) if a.conversation == conversation.id]
    if agreed:
        sentence = _.plural("{n} agreement written down", "{n} agreements written down", len(agreed))
        lines.append((Span(cut(sentence, width), "good"),))
    return lines
