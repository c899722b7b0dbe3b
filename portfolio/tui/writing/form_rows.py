"""Rows of a form: its fields with their labels, its head, and the notes below each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from portfolio.capture.dates import parse_when
from portfolio.capture.entry import ANSWER, Entry, name_of
from portfolio.capture.typed import computed_day
from portfolio.errors import PortfolioError
from portfolio.journey.prompts.stories import MOST_WORDS, SHORT, word_count
from portfolio.notebook.entries import of_record
from portfolio.records.field_order import fields_of
from portfolio.records.kinds import fields
from portfolio.records.problems import Problem
from portfolio.records.record import Record
from portfolio.records.templates import TEMPLATES
from portfolio.text import wrap
from portfolio.tui.dialogs.options import is_chosen
from portfolio.tui.render.versions import other_versions
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.writing.form_field import FieldView
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import choice_label, field_hint, field_label
from portfolio.wording.prompts import prompt_hint, prompt_question

_WIDEST_LABEL: Final = 30


def field_views(entry: Entry, _: Words, *, more: bool) -> list[FieldView]:
    """Return the fields to show: the main ones, those with a value, and with `more` the rest."""
    form = fields_of(entry.kind)
    keys = [ANSWER + key for key in TEMPLATES.get(entry.template, ())]
    keys += [key for key in entry.texts if key.startswith(ANSWER) and key not in keys]
    keys += [k for k in form.all if more or k in form.first or _says_something(entry, k)]
    return [field_view(entry, key, _) for key in keys]


def _says_something(entry: Entry, key: str) -> bool:
    if entry.stamp and key in entry.changed:
        return True  # a draft must be visible before it can be discarded
    return bool(entry.text(key)) and key not in ("date", "shareable", "state", "state_on", "scale")


def field_view(entry: Entry, key: str, _: Words) -> FieldView:
    """Return the label and type of one field."""
    if key.startswith(ANSWER):
        return FieldView(key, prompt_question(entry.template, key.removeprefix(ANSWER), _), "text", above=True)
    spec = fields(entry.kind)[key]
    shape = "pick" if is_chosen(spec) else "text" if spec.long else "line"
    return FieldView(key, field_label(key, _, entry.kind), shape)  # type: ignore[arg-type]  # one of three


def label_width(views: Iterable[FieldView], width: int) -> int:
    """Return the cells of the label column, including the cursor sign and a gap."""
    widest = max((len(view.label) for view in views if not view.above), default=10)
    return min(widest + 4, _WIDEST_LABEL, width // 2)


def head(entry: Entry, record: Record | None, state: AppState, width: int) -> list[Line]:
    """Return the head of the form: name, day, whether it is private, and changes made elsewhere."""
    _ = state.words
    shareable = entry.text("shareable") == "yes"
    word = Span(choice_label("shareable", shareable, _), "shareable" if shareable else "private")
    new = "" if entry.record else " · " + _("new")
    day = f" · {day_in_full(entry.day, _)}" if entry.record else ""
    title = (Span(name_of(entry, _), "accent", bold=True), Span(f"{new}{day} · ", "muted"), word)
    notes: list[str] = []
    if entry.record and record is None:
        notes.append(_("This was deleted elsewhere while you were writing. If you save it, it comes back."))
    if record is not None and record.conflicts:
        notes.append(_("This was changed in two places. What stands in the boxes when you save is what stays."))
    return [title, *((Span(line, "warning"),) for text in notes for line in wrap(text, width)), EMPTY]


def notes(
    entry: Entry,
    key: str,
    problems: Sequence[Problem],
    record: Record | None,
    state: AppState,
    width: int,
    *,
    here: bool,
) -> list[Line]:
    """Return the note below a field: its problems, the day meant, other versions, or a hint."""
    _ = state.words
    lines: list[Line] = []
    for problem in problems:
        if problem.field == key:
            lines += [(Span(text, "wrong"),) for text in wrap(problem.sentence(_), width)]
    day = day_meant(entry, key, state.today)
    if day is not None and (here or entry.text(key) != entry.shown.get(key)):
        lines.append((Span(f"= {day_in_full(day, _)}", "good"),))
    elif key == f"{ANSWER}text" and entry.template == SHORT:
        count = word_count(entry.text(key))
        sentence = _("{n} words; a short version has at most {most}.").format(n=count, most=MOST_WORDS)
        lines.append((Span(sentence, "warning" if count > MOST_WORDS else "muted"),))
    elif here and not lines:
        lines += [(Span(text, "muted"),) for text in wrap(_hint(entry, key, _), width) if text]
    if record is not None:
        lines += other_versions(record, key, state.records, _, width)
        lines += _meanwhile(entry, key, record, _, width)
    return lines


def _hint(entry: Entry, key: str, _: Words) -> str:
    if key.startswith(ANSWER):
        return prompt_hint(entry.template, key.removeprefix(ANSWER), _)
    spec = fields(entry.kind)[key]
    own = field_hint(key, _, entry.kind)
    if spec.sort == "day" and not own:
        return _("For example: yesterday, last friday, 3 march, in 2 weeks.")
    if spec.sort == "keyed":
        return _("One level a line, such as: 1 = I know how it goes.")
    return own


def day_meant(entry: Entry, key: str, today: date) -> date | None:
    """Return the day that the text of a field means; None when it is not a day field or already a full date."""
    spec = fields(entry.kind).get(key)
    text = entry.text(key)
    if spec is None or spec.sort != "day" or not text.strip():
        return None
    return computed_day(spec, text, today) or _exact(text, today)


def _exact(text: str, today: date) -> date | None:
    try:
        return parse_when(text, today).day
    except PortfolioError:
        return None


def _meanwhile(entry: Entry, key: str, record: Record, _: Words, width: int) -> Iterator[Line]:
    """Yield the current value of a field that was changed elsewhere while the form was open."""
    now = of_record(record).shown
    if not entry.record or key not in entry.shown or now.get(key, "") == entry.shown[key]:
        return
    yield (Span(_("Changed elsewhere while you were writing:"), "warning"),)
    yield from ((Span(line),) for line in wrap(now.get(key, "") or _("(empty)"), width))


def beside(problems: Sequence[Problem], keys: Mapping[str, object], _: Words) -> list[str]:
    """Return the problems that belong to no field of the form."""
    return [p.sentence(_) for p in problems if p.field not in keys]
