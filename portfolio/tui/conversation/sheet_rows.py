"""Rows of the sheet for oneself: each question with its answer, and what the portfolio knows about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from portfolio.capture.entry import SHEET
from portfolio.journey.prompts.sheet import Sheet, sheet
from portfolio.journey.sharing.rules import OPEN_AGREEMENT
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.sanitise import clean, clean_line
from portfolio.text import wrap
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, READABLE, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full, day_short, until
from portfolio.wording.names import choice_label
from portfolio.wording.sheet import LIKELY, OWN, PROMPTS, SheetPrompt

ALL: Final = "all"
"""Key of the row that asks every question, one per screen."""
_INDENT: Final = "  "


def sheet_rows(conversation: Conversation, state: AppState, width: int) -> list[Row]:
    """Return the page, wrapped to `width` cells: a row with a key for each question, its answer below it."""
    width = min(width, READABLE)
    view = sheet(state.records, conversation, state.today)
    rows = [Row(left=line) for line in _head(conversation, state, width)]
    one_by_one = state.words("Answer the questions one by one")
    rows += [Row(), Row(ALL, (Span("→ ", "accent"), Span(one_by_one, bold=True)))]
    known = _known(view, state.words)
    for prompt in OWN:
        rows += _answer(prompt, view, known.get(prompt.key, ()), state, width)
    likely = state.words("What they will probably ask")
    rows += [Row(), Row(left=(Span(likely, "accent", bold=True),))]
    for prompt in LIKELY:
        rows += _answer(prompt, view, (), state, width)
    for key in sorted(view.answers.keys() - {prompt.key for prompt in PROMPTS}):  # of a later version, or one's own
        rows += [Row(), Row(left=(Span(clean_line(key), bold=True),)), *_texts(view.answers[key], width, "text")]
    return rows


def _head(conversation: Conversation, state: AppState, width: int) -> Iterator[Line]:
    _ = state.words
    yield (Span(heading(conversation, state.records, _), "accent", bold=True),)
    facts = [day_in_full(conversation.date, _), until(conversation.date, state.today, _)]
    facts += [clean_line(conversation.place)] if conversation.place else []
    yield from ((Span(line, "muted"),) for line in wrap(" · ".join(filter(None, facts)), width))
    sentence = _("Your own sheet. Only you see it, and it never leaves. Enter writes an answer.")
    yield from ((Span(line, "muted"),) for line in wrap(sentence, width))


def _answer(prompt: SheetPrompt, view: Sheet, known: Sequence[str], state: AppState, width: int) -> Iterator[Row]:
    """Yield the row of a question, its answer, and what is known; without an answer the question itself."""
    _ = state.words
    key, text = SHEET + prompt.key, view.answers.get(prompt.key, "")
    yield Row()
    yield Row(key, (Span("✓ " if text else "○ ", "good" if text else "muted"), Span(_(prompt.label), bold=True)))
    if text:
        yield from _texts(text, width, "text", key)
    else:
        yield from _texts(_(prompt.question), width, "muted", key)
    for line in known:
        yield from _texts(f"· {line}", width, "muted", key)
    if prompt.key == "ask" and text.strip().count("\n"):
        yield from _texts(_("At the table only the first line is shown."), width, "muted", key)


def _texts(text: str, width: int, role: str, key: str = "") -> Iterator[Row]:
    for line in wrap(clean(text).strip("\n"), max(width - len(_INDENT), 10)):
        yield Row(left=(Span(_INDENT), Span(line, role)) if line else EMPTY, under=key)


def _known(view: Sheet, _: Words) -> Mapping[str, Sequence[str]]:
    """Return what the portfolio has for a question: open agreements, stories to mention, and needs."""
    agreed = []
    for promise in (each for each in view.agreements if each.state in OPEN_AGREEMENT):
        due = _("by {day}").format(day=day_short(promise.due, _)) if promise.due else ""
        about = ", ".join(filter(None, (due, choice_label("state", promise.state, _, "agreement"))))
        agreed.append(f"{_one_line(promise.text)} ({about})")
    return {
        "points": agreed,
        "examples": [f"{day_short(each.date, _)} · {_one_line(each.text)}" for each in view.examples],
        "needs": [_one_line(need) for need in view.needs],
    }


def _one_line(text: str) -> str:
    return clean_line(" ".join(text.split()))
