"""Rows of the backups, and what restoring one would change, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.notebook.backups import Backup, BackupChange, RestorePlan
from portfolio.present.titles import heading
from portfolio.records.collection import Records
from portfolio.text import cut_at_word, wrap
from portfolio.tui.render.privacy import beside
from portfolio.tui.text.spans import EMPTY, PAGE, Line, Span, spread
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.copies import why_in_words
from portfolio.wording.dates import moment

_MOMENT: Final = len("20 Nov 2026 17:05")


def copy_rows(found: Sequence[Backup] | None, _: Words, width: int) -> list[Row]:
    """Return the rows for a width in cells; `found` is None while the backups are being read."""
    return list(_rows(found, _, width))


def _rows(found: Sequence[Backup] | None, _: Words, width: int) -> Iterator[Row]:
    yield Row(left=(Span(_("Backups"), bold=True),))
    sentence = _("Leerreis makes them by itself, on this computer only: of the last saves, days and months.")
    if found is None:
        sentence = _("Looking for backups …")
    elif not found:
        sentence = _("There is none yet; every save makes one.")
    yield from (Row(left=(Span(line, "muted"),)) for line in wrap(sentence, min(max(width, 20), PAGE)))
    yield Row()
    for each in found or ():
        why = "" if each.snapshot.why == "save" else f"  {why_in_words(each.snapshot.why, _)}"
        records = _("cannot be read") if each.records is None else _.plural("{n} record", "{n} records", each.records)
        left = (Span(f"{moment(each.snapshot.at, _):>{_MOMENT}}"), Span(why, "muted"))
        yield Row(each.snapshot.id if each.records is not None else "", left, (Span(records, "muted"),))


def plan_lines(plan: RestorePlan | None, records: Records, _: Words, width: int, height: int) -> list[Line]:
    """Return what restoring would change, in at most `height` lines; `plan` is None while it is being made."""
    if plan is None:
        return [(Span(_("Checking what would change …"), "muted"),)]
    lines: list[Line] = [(Span(_("Going back to {when}").format(when=moment(plan.at, _)), bold=True),)]
    for sentence in plan.sentences(_):
        lines += [(Span(line),) for line in wrap(sentence, min(width, PAGE))]
    if plan.changes:
        lines.append(EMPTY)
        room = max(height - len(lines), 1)
        shown = plan.changes if len(plan.changes) <= room else plan.changes[: max(room - 1, 0)]
        lines += [_change_line(change, records, _, width) for change in shown]
        more = len(plan.changes) - len(shown)
        if more:
            lines.append((Span(_.plural("and {n} more", "and {n} more", more), "muted"),))
    return lines


def _change_line(change: BackupChange, records: Records, _: Words, width: int) -> Line:
    """Return a record by name, with what happens to it and whether it can be shared at the right."""
    about = Span(cut_at_word(change.about(_), max(width * 2 // 5, 10)), "muted")
    now = records.get(change.record.id) or change.record
    return spread((Span("· ", "muted"), Span(heading(now, records, _))), beside(now, _, (about,)), width)


def question(plan: RestorePlan, _: Words) -> str:
    """Return the question before restoring."""
    return " ".join((_("Go back to the backup of {when}?").format(when=moment(plan.at, _)), *plan.sentences(_)))
