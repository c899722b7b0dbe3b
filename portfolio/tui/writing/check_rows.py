"""Rows around a question: the question, earlier answers, the week, the steps of a scale, and links."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from portfolio.capture.entry import Entry, name_of
from portfolio.capture.options import chosen_words
from portfolio.capture.questions import Asked, Question, missing_in, progress, scale_words
from portfolio.present.titles import heading, kind_word
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Step
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating
from portfolio.sanitise import clean, clean_line, on_one_line
from portfolio.text import cells, cut, wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, spread
from portfolio.tui.widgets.rows import Row
from portfolio.tui.writing.completion_rows import Completion
from portfolio.tui.writing.link import FIELDS
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full, weekday_short
from portfolio.wording.names import field_label

_TAGS = ("tags",)


def asking(entry: Entry, asked: Sequence[Question], _: Words, width: int) -> list[Line]:
    """Return the lines of the question: what is being written, progress, text and hint."""
    at = min(entry.at, len(asked) - 1)
    question = asked[at]
    title = (Span(name_of(entry, _), "accent", bold=True), Span(f" · {day_in_full(entry.day, _)}", "muted"))
    count = progress(entry, at, len(asked), _)
    hint = question.hint or (_("You can skip this.") if question.optional else "")
    return [
        spread(title, (Span(count, "muted"),) if count else EMPTY, width),
        EMPTY,
        *((Span(line, bold=True),) for line in wrap(question.text, width)),
        *((Span(line, "muted"),) for line in (wrap(hint, width) if hint else ())),
    ]


def keys_at_box(entry: Entry, asked: Asked, state: AppState, width: int) -> str:
    """Return what enter does in the box, and the keys that save and begin a new line."""
    _, saves = state.words, asked.is_last and not missing_in(entry)
    parts = [_("enter saves") if saves else _("enter: next question")]
    parts += [] if saves else [_("{save} saves").format(**state.keys)]
    more = [*parts[:1], _("{new_line}: new line").format(**state.keys), *parts[1:]]
    return next((words for words in map(" · ".join, (more, parts)) if cells(words) <= width - 6), parts[0])


def given(entry: Entry, asked: Sequence[Question], width: int) -> list[Line]:
    """Return the earlier answers, one line each; for feedback, below the feedback itself."""
    if entry.kind == "feedback":  # the feedback stays visible
        lines = [(Span(line),) for line in wrap(clean(entry.text("what")).strip(), width)]
        return [*lines, EMPTY, *_answered(entry, asked, width)]
    return _answered(entry, asked, width)


def _answered(entry: Entry, asked: Sequence[Question], width: int) -> list[Line]:
    at = min(entry.at, len(asked) - 1)
    done = [(q.label, " ".join(clean_line(entry.text(q.key)).split())) for q in asked[:at]]
    wide = max((len(label) for label, words in done if words), default=0)
    return [
        (Span(label.ljust(wide) + "  ", "muted"), Span(cut(words, width - wide - 2), "muted"))
        for label, words in done
        if words
    ]


def linked(entry: Entry, state: AppState, width: int) -> list[Line]:
    """Return the lines with the current links."""
    _ = state.words
    lines: list[Line] = []
    for field in (*FIELDS.get(entry.kind, ()), *_TAGS):
        words = ", ".join(chosen_words(entry, field, state))
        if words:
            label = f"{field_label(field, _, entry.kind)}  "
            lines.append((Span(label, "muted"), Span(cut(words, width - len(label)), "accent")))
    return lines


def completing(found: Sequence[Completion], _: Words, width: int) -> list[Line]:
    """Return the line with what the typed word can mean; Tab takes the first."""
    first, *rest = found
    if not first.line:
        return [(Span(cut(first.label, width), "muted"),)]
    words = " · ".join(each.label for each in rest)
    label = _("tab: {name}").format(name=first.label)
    return [(Span(cut(label, width), "accent"), Span(cut(f"   {words}", max(width - len(label), 1)), "muted"))]


def scale_rows(question: Question, _: Words) -> list[Row]:
    """Return the rows of a scale from 1 to 5, with a row to skip it first."""
    steps = [
        Row(str(n), (Span(f"{n}  ", "accent", bold=True), Span(words))) for n, words in scale_words(question, _).items()
    ]
    return [Row("skip", (Span(_.context("key", "skip"), "muted"),)), *steps]


def the_week(state: AppState, day: date, width: int, lifted: Collection[str] = ()) -> list[Row]:
    """Return the records of the ISO 8601 week of `day` as rows, with the `lifted` texts marked.

    Each text is a row that can be chosen, with its words as key. When the week of `day` is still empty, as on a Monday,
    the week before is returned.
    """
    _ = state.words
    monday = day - timedelta(days=day.isoweekday() - 1)
    for first in (monday, monday - timedelta(weeks=1)):
        found = _of_the_week(state, first)
        if found:
            before = [Row(left=(Span(_("The week before:"), "muted"),))] if first != monday else []
            return [*before, *(row for record in found for row in _day_of(record, state, width, lifted))]
    sentence = _("You have not written anything this week. That is fine: the questions work without it.")
    return [Row(left=(Span(line, "muted"),)) for line in wrap(sentence, width)]


def _of_the_week(state: AppState, monday: date) -> list[Record]:
    sunday = monday + timedelta(days=6)
    written = (r for r in state.records.of(Reflection) if monday <= r.date <= sunday)
    held: list[Record] = [r for r in written if r.template != "week"]
    held += [r for r in state.records.of(Feedback) if monday <= r.date <= sunday]
    held += [r for r in state.records.of(Rating) if monday <= r.date <= sunday]
    held += [s for s in state.records.of(Step) if s.done_on and monday <= s.done_on <= sunday]
    return sorted(held, key=lambda r: (_when(r), r.id))


def _when(record: Record) -> date:
    return record.done_on or record.date if isinstance(record, Step) else record.date


def _day_of(record: Record, state: AppState, width: int, lifted: Collection[str]) -> Iterator[Row]:
    """Yield the rows of one record: its day, its kind, and its texts in full."""
    _ = state.words
    day = f"{weekday_short(_when(record).isoweekday(), _)}  "
    yield Row(left=(Span(day, "accent", bold=True), Span(kind_word(record, _), "muted")))
    texts = (
        [record.title or "", *(words for _key, words in record.in_order())] if isinstance(record, Reflection) else []
    )
    for text in texts or [heading(record, state.records, _)]:
        key = " ".join(on_one_line(text).split())
        if not key:
            continue
        sign = Span("✓ ".rjust(len(day)) if key in lifted else " " * len(day), "good")
        first, *rest = wrap(clean(text).strip(), width - len(day))
        yield Row(key, (sign, Span(first)))
        yield from (Row(left=(Span(" " * len(day)), Span(line)), under=key) for line in rest)
