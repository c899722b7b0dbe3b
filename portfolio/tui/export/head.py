"""What stands above a document that someone makes: each choice with the key that changes it, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from portfolio.notebook.export_request import ExportDraft
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.periods import short_name_of
from portfolio.tui.render.document import length
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, width_of
from portfolio.tui.widgets.bars import Part
from portfolio.wording import N_
from portfolio.wording.dates import day_short, period_in_words
from portfolio.wording.names import capital, choice_label

LINES: Final = 5
"""The most lines that the choices take."""
NO_CONVERSATION: Final = "none"
"""The row for a document that is for no conversation."""
_GAP: Final = 3
_NAMES: Final = {
    "roles": N_("roles only"),
    "consented": N_("names of those who agreed"),
}


def choices(draft: ExportDraft, look: AppState, keys: Mapping[str, str], width: int) -> list[list[Part]]:
    """The choices in lines of `width` cells, each a part to click on; `keys` names the key of each action."""
    lines: list[list[Part]] = []
    room = 0
    for action, words in _choices(draft, look):
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


def _choices(draft: ExportDraft, look: AppState) -> Iterator[tuple[str, str]]:
    _, request = look.words, draft.request
    yield "form", capital(choice_label("sort", request.form, _, "export"))
    if request.form == "portfolio":
        yield "careful", _("careful: facts and results") if draft.careful else _("all sections")
    yield "sections", _("your own order and headings") if request.own_outline else _("order and headings")
    yield "document_language", choice_label("language", request.language, _)
    days = period_in_words(draft.period.since, draft.period.until, _)
    name = short_name_of(request.period, _)
    yield "period", f"{days} ({name})" if name else days
    yield "names", _(_NAMES[request.names])
    conversation = look.records.find(Conversation, request.conversation)
    named = _conversation(conversation, look) if conversation is not None else _("no conversation")
    yield "conversation", _("for: {who}").format(who=named)


def _conversation(conversation: Conversation, look: AppState) -> str:
    return f"{heading(conversation, look.records, look.words)}, {day_short(conversation.date, look.words)}"


def conversations(look: AppState) -> list[Option]:
    """The conversations that a document can be for, the latest first, and none."""
    _ = look.words
    options = [
        Option(conversation.id, heading(conversation, look.records, _), day_short(conversation.date, _))
        for conversation in reversed(look.records.of(Conversation))
    ]
    return [*options, Option(NO_CONVERSATION, _("For no conversation"))]


def summary_lines(draft: ExportDraft, look: AppState, width: int, *, reading: bool) -> Sequence[Line]:
    """How much it is, that nothing else leaves, and how much stays: the last only for the owner's eyes."""
    _ = look.words
    size = length(draft.preview.text, _)
    if reading:
        sure = _("Exactly this is in the file, and nothing else leaves.")
        texts = [f"{sure} {capital(size)}."]
    else:
        many = _.plural("{n} item goes along", "{n} items go along", len(draft.going))
        sure = _("Only what has a ✓ leaves.")
        stays = _.plural("{n} private item stays with you.", "{n} private items stay with you.", draft.private)
        texts = [f"{many}: {size}.", f"{sure} {stays}" if look.alone else sure]
        if draft.careful and _is_proposed(draft):
            why = _("This talk may touch pay or contract, so levels and setbacks stay out. {careful} takes all in.")
            texts[0] = f"{texts[0]} {why.format(**look.keys)}"
    role = ["muted"] if reading else ["text", "muted"]
    lines: list[Line] = [(Span(line, role[n]),) for n, text in enumerate(texts) for line in wrap(text, width)]
    if draft.unnamed and look.alone and not reading:
        lines += [(Span(line, "muted"),) for line in wrap(_(draft.unnamed), width)]
    if draft.preview.unasked and look.alone:
        names = clean_line(", ".join(draft.preview.unasked))
        warned = _("Your own words name people who have not agreed to it: {names}").format(names=names)
        lines += [(Span(line, "warning"),) for line in wrap(warned, width)]
    if draft.preview.changed and look.alone and not reading:
        sentence = _.plural(
            "{n} item changed since you handed it over; saving asks about it.",
            "{n} items changed since you handed them over; saving asks about them.",
            len(draft.preview.changed),
        )
        lines += [(Span(line, "warning"),) for line in wrap(sentence, width)]
    if draft.to_look_at and look.alone and not reading:
        many = _.plural(
            "{n} place to look at before it leaves.",
            "{n} places to look at before it leaves.",
            len(draft.to_look_at),
        )
        shows = _("Press {leaks}.").format(**look.keys)
        sentence = f"{many} {shows}"
        lines += [(Span(line, "accent"),) for line in wrap(sentence, width)]
    return lines


def _is_proposed(draft: ExportDraft) -> bool:
    """Whether nobody said yet how careful it should be: then the reason is shown."""
    return draft.request.careful is None
