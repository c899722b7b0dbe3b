"""Rows of a form: its fields with their labels, its head, and the notes below each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from portfolio.capture.dates import parse_when
from portfolio.capture.entry import ANSWER, Entry, name_of, spec_of
from portfolio.capture.form import day_meant, field_help, fields_to_show
from portfolio.capture.options import is_chosen
from portfolio.errors import PortfolioError
from portfolio.journey.prompts.stories import MOST_WORDS, SHORT, word_count
from portfolio.notebook.entries import of_record
from portfolio.records.kinds import fields
from portfolio.records.problems import Problem
from portfolio.records.record import Record
from portfolio.text import cells, wrap
from portfolio.tui.render.versions import other_versions
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.writing.form_field import BESIDE_LABEL, FieldView
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full, day_short
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.prompts import prompt_question


def field_views(entry: Entry, _: Words, *, more: bool) -> list[FieldView]:
    """Return the fields to show: the main ones, those with a value, and with `more` the rest."""
    return [field_view(entry, key, _) for key in fields_to_show(entry, more=more)]


def field_view(entry: Entry, key: str, _: Words) -> FieldView:
    """Return the label and type of one field."""
    if key.startswith(ANSWER):
        return FieldView(key, prompt_question(entry.template, key.removeprefix(ANSWER), _), "text", above=True)
    spec = spec_of(entry, key)
    shape = "pick" if is_chosen(spec) else "text" if spec.long else "line"
    return FieldView(key, field_label(key, _, entry.kind), shape)  # type: ignore[arg-type]  # one of three


def shown_in_box(entry: Entry, key: str, state: AppState) -> str:
    """Return the text of a field as its box shows it: a stored day as days are shown elsewhere."""
    text = entry.text(key)
    if key not in fields(entry.kind) or fields(entry.kind)[key].sort != "day":
        return text
    try:
        day = date.fromisoformat(text)
        shown = day_short(day, state.words)
        return shown if parse_when(shown, state.today).day == day else text
    except (ValueError, PortfolioError):
        return text


def label_width(views: Iterable[FieldView], width: int) -> int:
    """Return the cells of the label column: the widest label that fits in half of `width`, its sign and a gap.

    A label that is wider than the column is shown above its editor.
    """
    most = max(width // 2, BESIDE_LABEL)
    fitting = (cells(view.label) + BESIDE_LABEL for view in views if not view.above)
    return max((each for each in fitting if each <= most), default=min(10, most))


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
        notes.append(_("This was changed in two places. When you save, what is in the boxes is kept."))
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
    if day is not None:
        lines.append((Span(f"= {day_in_full(day, _)}", "good"),))
    elif key == f"{ANSWER}text" and entry.template == SHORT:
        count = word_count(entry.text(key))
        sentence = _("{n} words; a short version has at most {most}.").format(n=count, most=MOST_WORDS)
        lines.append((Span(sentence, "warning" if count > MOST_WORDS else "muted"),))
    elif here and not lines:
        lines += [(Span(text, "muted"),) for text in wrap(field_help(entry, key, _), width) if text]
    if record is not None:
        lines += other_versions(record, key, state.records, _, width)
        lines += _meanwhile(entry, key, record, _, width)
    return lines


def keys_at(view: FieldView, state: AppState) -> str:
    """Return what enter does in a field, and the keys to save and to leave a long text."""
    _ = state.words
    sentences = {
        "line": _("enter: next field · {save} saves"),
        "text": _("enter: new line · {next_field}: next field · {save} saves"),
        "pick": _("enter: choose · backspace removes · {save} saves"),
    }
    return sentences[view.shape].format(**state.keys)


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
