"""Rows of the palette: matching commands, and below them matching records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.present.titles import heading, sort_in_a_sentence
from portfolio.records.record import Record
from portfolio.text import cells, cut_at_word, pad
from portfolio.tui.render.columns import GAP
from portfolio.tui.render.privacy import beside
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.tui.palette.command import Command

_NAME: Final = 24
"""Largest width in cells of the name column; a longer name has its row to itself."""


def command_rows(commands: Sequence[Command], records: Sequence[Command], _: Words, width: int) -> list[Row]:
    """Return a row per command and record; on `width` cells, if any, what it does is shown beside its name.

    The key of a row is its index in both lists together.
    """
    return list(_rows(commands, records, _, width))


def _rows(commands: Sequence[Command], records: Sequence[Command], _: Words, width: int) -> Iterator[Row]:
    wide = max((size for size in map(cells, (c.name for c in commands)) if size <= _NAME), default=0)
    for number, command in enumerate(commands):
        room = width - wide - 2 * GAP - width_of(command.right)
        about = cut_at_word(command.about, room) if cells(command.name) <= wide else ""  # a longer name has its row
        about = " " * GAP + about if about else ""
        yield Row(
            str(number), (Span(pad(command.name, wide) if about else command.name), Span(about, "muted")), command.right
        )
    if commands and records:
        yield Row()
    if records:
        yield Row(left=(Span(_("What you wrote"), "muted"),))
    for number, command in enumerate(records, len(commands)):
        yield Row(str(number), (Span(command.name),), command.right)
    if not commands and not records:
        yield Row(left=(Span(_("Nothing found."), "muted"),))


def record_name(record: Record, state: AppState) -> tuple[str, Line]:
    """Return the name of a record, with its kind and whether it can be shared."""
    kind = Span(sort_in_a_sentence(record.kind, getattr(record, "template", ""), state.words), "muted")
    return heading(record, state.records, state.words), beside(record, state.words, (kind,))
