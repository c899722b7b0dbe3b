"""Lines above a document that is being prepared: its choices in one line of chips, and the result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from portfolio.export.length import left_out_first, length, length_of
from portfolio.export.profile import PAGES
from portfolio.export.typeface import lacking_sentence
from portfolio.notebook.export_request import ExportDraft
from portfolio.notebook.included import leaves_out_for_care, many, many_in_it
from portfolio.records.conversations import Conversation
from portfolio.sanitise import clean_line
from portfolio.text import ELLIPSIS, wrap, wrap_at_most
from portfolio.tui.export import choices
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import PAGE, Line, Span, width_of
from portfolio.tui.widgets.bars import Part
from portfolio.wording.careful import what_care_means, why_careful
from portfolio.wording.names import capital
from portfolio.wording.outline import heading as section_heading

_BETWEEN: Final = " · "
_PART: Final = 5
"""The summary takes at most this part of the height: the list needs the rest."""
_LOW: Final = 22
"""Rows below which the summary folds to one line, with a warning below it if there is one."""
_ROOMY: Final = 100
"""Cells from which two sections are named as the first to leave out, rather than one."""
_FOLDED: Final = ("sections", "names", "language", "conversation", "period")
"""The chips that are left out of a narrow line, the first one first."""


class Above(NamedTuple):
    """What is shown above a document."""

    summary: Sequence[Line] = ()
    chips: Sequence[Part] = ()

    @classmethod
    def of(
        cls,
        draft: ExportDraft | None,
        state: AppState | None,
        size: tuple[int, int],
        *,
        reading: bool = False,
        choosing: bool = False,
    ) -> Above:
        """Return what is shown on a screen of this width and height: nothing before there is a draft.

        While `reading` or `choosing` there are no chips. A low screen shows the first lines only.
        """
        if draft is None or state is None:
            return cls()
        width, height = min(size[0], PAGE + 2), size[1]
        if choosing:
            return cls(choosing_lines(draft, state, width - 2))
        if height < _LOW and not reading:
            return cls(folded_lines(draft, state, width - 2), chips(draft, state, size[0] - 1))
        lines = summary_lines(draft, state, width - 2, max(height // _PART, 3), reading=reading)
        return cls(lines, () if reading else chips(draft, state, size[0] - 1))


def chips(draft: ExportDraft, state: AppState, width: int) -> list[Part]:
    """Return the choices as one line of `width` cells, after the key that opens them.

    What does not fit folds into an ellipsis, down to the first chip; a click on a chip asks its question.
    """
    key = Span(state.keys.get("filter", ""), "accent", bold=True)
    named = choices.short(draft.request, draft, state)
    shown = dict(named)
    for each in (*_FOLDED, *reversed([name for name in shown if name not in _FOLDED][1:])):
        if _width(key, shown, folds=len(shown) < len(named)) <= width:
            break
        shown.pop(each, None)
    parts = [Part((key, Span(" ")), "filter")]
    for n, (choice, words) in enumerate(shown.items()):
        before: Line = (Span(_BETWEEN, "muted"),) if n else ()
        parts.append(Part((*before, Span(words)), f"choice('{choice}')"))
    if len(shown) < len(named):
        parts.append(Part((Span(f"{_BETWEEN}{ELLIPSIS}", "muted"),), "filter"))
    return parts


def _width(key: Span, shown: dict[str, str], *, folds: bool) -> int:
    words = _BETWEEN.join((*shown.values(), *((ELLIPSIS,) if folds else ())))
    return width_of((key, Span(" "), Span(words)))


def choosing_lines(draft: ExportDraft, state: AppState, width: int) -> list[Line]:
    """Return what choosing means, and what goes into the document so far."""
    _ = state.words
    first = _("✓ is included: enter takes it out, for this conversation only. ○ is private: enter makes it shareable.")
    if not draft.request.conversation:
        first = _("✓ is included: enter takes it out, for this document only. ○ is private: enter makes it shareable.")
    lines: list[Line] = [(Span(line),) for line in wrap(first, width)]
    below = [_so_far(draft, state), *([what_care_means(_, **state.keys)] if leaves_out_for_care(draft) else [])]
    return [*lines, *((Span(line, "muted"),) for line in wrap(" ".join(below), width))]


def _so_far(draft: ExportDraft, state: AppState) -> str:
    _ = state.words
    if not many(draft):
        return _("Nothing goes into the document yet.")
    return f"{many_in_it(draft, _)}."


def summary_lines(
    draft: ExportDraft, state: AppState, width: int, height: int = 99, *, reading: bool
) -> Sequence[Line]:
    """Return the size of the document, what asks for attention, and a promise that nothing else is shared.

    Only whole sentences: those that do not fit in `height` lines are left out.
    """
    lines: list[Line] = []
    for text, role in _read(draft, state) if reading else _said(draft, state, width):
        found = wrap(text, width)
        if not lines or len(lines) + len(found) <= height:
            lines += [(Span(line, role),) for line in found]
    return lines


def folded_lines(draft: ExportDraft, state: AppState, width: int) -> list[Line]:
    """Return the summary in one line: how many records and pages, and the key that shows what must be checked.

    A warning has a line of its own below it.
    """
    _, count = state.words, many(draft)
    records = _.plural("{n} record", "{n} records", count)
    if count < draft.shareable:
        records = _("{n} of {all} records").format(n=count, all=draft.shareable)
    pages = length_of(draft.preview.made.document).pages
    parts: list[Span] = [Span(records)]
    if state.alone and draft.to_look_at:
        places = _.plural("{n} place to check", "{n} places to check", len(draft.to_look_at))
        parts.append(Span(f"{state.keys['leaks']}: {places}", "accent"))
    parts.append(Span(_.plural("{n} page A4", "{n} pages A4", pages)))
    line: Line = ()
    for part in parts:
        longer = (*line, Span(_BETWEEN, "muted"), part) if line else (part,)
        line = longer if width_of(longer) <= width else line
    warnings = [text for text, role in _said(draft, state, width) if role == "warning"]
    warned = [(Span(each, "warning"),) for text in warnings[:1] for each in wrap_at_most(text, width, 2)]
    return [line or (parts[0],), *warned]


def _size(draft: ExportDraft, state: AppState) -> str:
    return length(draft.preview.made.document, state.words)


def _read(draft: ExportDraft, state: AppState) -> Iterator[tuple[str, str]]:
    _ = state.words
    sure = _("This is exactly what is in the file; nothing else is included.")
    yield f"{sure} {capital(_size(draft, state))}.", "muted"
    yield from _unasked(draft, state)


def _said(draft: ExportDraft, state: AppState, width: int) -> Iterator[tuple[str, str]]:
    _ = state.words
    size = f"{many_in_it(draft, _)}: {_size(draft, state)}."
    if draft.careful and choices.is_proposed(draft):
        conversation = state.records.find(Conversation, draft.request.conversation)
        size = f"{size} {why_careful(conversation.consequences if conversation is not None else '', _)}"
    yield size, "text"
    if state.alone and leaves_out_for_care(draft):
        yield what_care_means(_, **state.keys), "muted"
    if state.alone:
        yield from _asks_attention(draft, state)
    yield from _lacks(draft, state)
    yield from _too_long(draft, state, 2 if width >= _ROOMY else 1)
    stays = _.plural("{n} private record stays with you.", "{n} private records stay with you.", draft.private)
    sure = _("Only what has a ✓ leaves.")
    yield (f"{sure} {stays}" if state.alone and draft.private else sure), "muted"
    if draft.unnamed and state.alone:
        yield _(draft.unnamed), "muted"


def _asks_attention(draft: ExportDraft, state: AppState) -> Iterator[tuple[str, str]]:
    _ = state.words
    yield from _unasked(draft, state)
    if draft.preview.changed:
        sentence = _.plural(
            "{n} record changed since you handed it over; you are asked about it when you save.",
            "{n} records changed since you handed them over; you are asked about them when you save.",
            len(draft.preview.changed),
        )
        yield sentence, "warning"
    if draft.to_look_at:
        places = _.plural(
            "{n} place to check before you hand it over.",
            "{n} places to check before you hand it over.",
            len(draft.to_look_at),
        )
        shows = _("Press {leaks}.").format(**state.keys)
        yield f"{places} {shows}", "accent"
    lacking = lacking_sentence(draft.preview.made.document, _)
    if lacking:
        yield lacking, "muted"


def _lacks(draft: ExportDraft, state: AppState) -> Iterator[tuple[str, str]]:
    if draft.preview.lacks and draft.going:
        yield state.words(draft.preview.lacks), "warning"


def _unasked(draft: ExportDraft, state: AppState) -> Iterator[tuple[str, str]]:
    if draft.preview.unasked and state.alone:
        names = clean_line(", ".join(draft.preview.unasked))
        warned = state.words("Your own words name people who have not agreed to it: {names}")
        yield warned.format(names=names), "warning"


def _too_long(draft: ExportDraft, state: AppState, most: int) -> Iterator[tuple[str, str]]:
    """Yield what to leave out first, `most` sections of it, when the document is longer than its readers read."""
    _, profile = state.words, draft.request.profile_used
    first = [section for section, _words in left_out_first(draft.preview.made.document, profile)]
    pages = profile.most(PAGES)
    if not first or pages is None:
        return
    named = ", ".join(f"“{section_heading(section, _)}”" for section in first[:most])
    asked = _.plural("It is read best on {n} page.", "It is read best on {n} pages.", pages)
    out = _("Leave out first: {sections}. {filter} makes it shorter.")
    yield f"{asked} {out.format(sections=named, **state.keys)}", "accent"
