"""Lines above a document that is being prepared: its choices with their keys, and the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from portfolio.capture.options import Option
from portfolio.capture.periods import short_name_of
from portfolio.export.length import length
from portfolio.notebook.export_request import ExportDraft
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, width_of
from portfolio.tui.widgets.bars import Part
from portfolio.wording import N_
from portfolio.wording.dates import day_short, period_in_words
from portfolio.wording.names import capital, choice_label

LINES: Final = 5
"""Largest number of lines for the choices."""
NO_CONVERSATION: Final = "none"
"""Key of the option for a document without a conversation."""
_GAP: Final = 3
_NAMES: Final = {
    "roles": N_("roles only"),
    "consented": N_("names of people who agreed"),
}


class Above(NamedTuple):
    """What is shown above a document."""

    summary: Sequence[Line] = ()
    choices: Sequence[Sequence[Part]] = ()

    @classmethod
    def of(cls, draft: ExportDraft | None, state: AppState | None, width: int, *, reading: bool) -> Above:
        """Return what is shown in `width` cells: nothing before there is a draft, no choices while `reading`."""
        if draft is None or state is None:
            return cls()
        shown = () if reading else choices(draft, state, state.keys, width)
        return cls(summary_lines(draft, state, width - 2, reading=reading), shown)


def choices(draft: ExportDraft, state: AppState, keys: Mapping[str, str], width: int) -> list[list[Part]]:
    """Return the choices as clickable parts in lines of `width` cells; `keys` has the key of each action."""
    lines: list[list[Part]] = []
    room = 0
    for action, words in _choices(draft, state):
        key = keys.get(action, "")
        line: Line = (Span(key, "accent", bold=True), Span(f" {cut(words, max(width - len(key) - 1, 1))}"))
        if lines and width_of(line) + _GAP <= room:
            line = (Span(" " * _GAP), *line)
            lines[-1].append(Part(line, action))
        else:
            lines.append([Part(line, action)])
            room = width
        room -= width_of(line)
    return lines[:LINES]


def _choices(draft: ExportDraft, state: AppState) -> Iterator[tuple[str, str]]:
    _, request = state.words, draft.request
    yield "form", capital(choice_label("sort", request.form, _, "export"))
    if request.form == "portfolio":
        yield "careful", _("careful: facts and results") if draft.careful else _("all sections")
    yield "sections", _("your own order and headings") if request.own_outline else _("order and headings")
    yield "document_language", choice_label("language", request.language, _)
    days = period_in_words(draft.period.since, draft.period.until, _)
    name = short_name_of(request.period, _)
    yield "period", f"{days} ({name})" if name else days
    yield "names", _(_NAMES[request.names])
    conversation = state.records.find(Conversation, request.conversation)
    named = _conversation(conversation, state) if conversation is not None else _("no conversation")
    yield "conversation", _("for: {who}").format(who=named)


def _conversation(conversation: Conversation, state: AppState) -> str:
    return f"{heading(conversation, state.records, state.words)}, {day_short(conversation.date, state.words)}"


def conversations(state: AppState) -> list[Option]:
    """Return the conversations that a document can be for, the latest first, and none."""
    _ = state.words
    options = [
        Option(conversation.id, heading(conversation, state.records, _), day_short(conversation.date, _))
        for conversation in reversed(state.records.of(Conversation))
    ]
    return [*options, Option(NO_CONVERSATION, _("For no conversation"))]


def summary_lines(draft: ExportDraft, state: AppState, width: int, *, reading: bool) -> Sequence[Line]:
    """Return the size of the document, a promise that nothing else is shared, and, when alone, what stays private."""
    _ = state.words
    size = length(draft.preview.text, _)
    if reading:
        sure = _("This is exactly what is in the file; nothing else is included.")
        texts = [f"{sure} {capital(size)}."]
    else:
        many = _.plural("{n} record included", "{n} records included", len(draft.going))
        sure = _("Only what has a ✓ leaves.")
        stays = _.plural("{n} private record stays with you.", "{n} private records stay with you.", draft.private)
        texts = [f"{many}: {size}.", f"{sure} {stays}" if state.alone else sure]
        if draft.careful and _is_proposed(draft):
            why = _(
                "This conversation can affect pay or contract, so levels and setbacks are left "
                "out. {careful} includes everything."
            )
            texts[0] = f"{texts[0]} {why.format(**state.keys)}"
    role = ["muted"] if reading else ["text", "muted"]
    lines: list[Line] = [(Span(line, role[n]),) for n, text in enumerate(texts) for line in wrap(text, width)]
    if draft.unnamed and state.alone and not reading:
        lines += [(Span(line, "muted"),) for line in wrap(_(draft.unnamed), width)]
    if draft.preview.unasked and state.alone:
        names = clean_line(", ".join(draft.preview.unasked))
        warned = _("Your own words name people who have not agreed to it: {names}").format(names=names)
        lines += [(Span(line, "warning"),) for line in wrap(warned, width)]
    if draft.preview.changed and state.alone and not reading:
        sentence = _.plural(
            "{n} record changed since you handed it over; you are asked about it when you save.",
            "{n} records changed since you handed them over; you are asked about them when you save.",
            len(draft.preview.changed),
        )
        lines += [(Span(line, "warning"),) for line in wrap(sentence, width)]
    if draft.to_look_at and state.alone and not reading:
        many = _.plural(
            "{n} place to check before you hand it over.",
            "{n} places to check before you hand it over.",
            len(draft.to_look_at),
        )
        shows = _("Press {leaks}.").format(**state.keys)
        sentence = f"{many} {shows}"
        lines += [(Span(line, "accent"),) for line in wrap(sentence, width)]
    return lines


def _is_proposed(draft: ExportDraft) -> bool:
    """Whether the careful setting is a proposal, whose reason must be shown."""
    return draft.request.careful is None
