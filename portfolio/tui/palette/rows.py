"""The rows of the palette: the commands that fit, and below them the records that are called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.present.titles import heading, kind_word
from portfolio.records.record import Record
from portfolio.text import cells, pad
from portfolio.tui.render.privacy import privacy
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.tui.palette.commands import Command

_NAME: Final = 24
"""The most cells for a name, so that what it is for stands in line; a longer one takes what it needs."""


def command_rows(commands: Sequence[Command], records: Sequence[Command], _: Words) -> list[Row]:
    """A row for each; its key is its place in both lists together."""
    return list(_rows(commands, records, _))


def _rows(commands: Sequence[Command], records: Sequence[Command], _: Words) -> Iterator[Row]:
    wide = max((size for size in map(cells, (c.name for c in commands)) if size <= _NAME), default=0)
    for number, command in enumerate(commands):
        name = command.name if cells(command.name) > wide else pad(command.name, wide)
        yield Row(str(number), (Span(name), Span(f"  {command.about}", "muted")), command.right)
    if commands and records:
        yield Row()
    if records:
        yield Row(left=(Span(_("What you wrote"), "muted"),))
    for number, command in enumerate(records, len(commands)):
        yield Row(str(number), (Span(command.name),), command.right)
    if not commands and not records:
        yield Row(left=(Span(_("Nothing is called so."), "muted"),))


def record_name(record: Record, look: AppState) -> tuple[str, Line]:
    """What a record is called, and at the right its kind and who sees it."""
    shown = privacy(record, look.words)
    kind = Span(f"{kind_word(record, look.words)} · " if shown else kind_word(record, look.words), "muted")
    return heading(record, look.records, look.words), (kind, *shown)
