"""The fields of an entry to fill in, with the help below each and the day that a typed text means."""

from __future__ import annotations

from datetime import date

from portfolio.capture.dates import parse_when
from portfolio.capture.entry import ANSWER, NOW, SHOWS, Entry, is_level_now, spec_of
from portfolio.capture.planned import field_of, without_a_day
from portfolio.capture.states import PAST
from portfolio.capture.typed import computed_day
from portfolio.errors import PortfolioError
from portfolio.records.field_order import fields_of
from portfolio.records.kinds import fields
from portfolio.records.problems import Problem
from portfolio.records.templates import TEMPLATES
from portfolio.records.validate import REQUIRED
from portfolio.wording import Words
from portfolio.wording.names import field_hint
from portfolio.wording.prompts import prompt_hint


def fields_to_show(entry: Entry, *, more: bool) -> list[str]:
    """Return the fields to show: the questions, the main fields, those with a value, and with `more` the rest."""
    form = fields_of(entry.kind)
    keys = [ANSWER + key for key in TEMPLATES.get(entry.template, ())]
    keys += [key for key in entry.texts if key.startswith(ANSWER) and key not in keys]
    for key in form.all:
        keys += [NOW, SHOWS] if key == "target" and is_level_now(entry, NOW) else []  # before the target
        keys += [key] if more or key in form.first or _says_something(entry, key) else []
    return keys


def _says_something(entry: Entry, key: str) -> bool:
    if entry.stamp and key in entry.changed:
        return True  # a draft must be visible before it can be discarded
    return bool(entry.text(key)) and key not in ("date", "shareable", "state", "state_on", "scale")


def field_help(entry: Entry, key: str, _: Words) -> str:
    """Return what to fill in; empty when the label is enough."""
    if key.startswith(ANSWER):
        return prompt_hint(entry.template, key.removeprefix(ANSWER), _)
    spec = field_of(entry.kind, key, entry.text("state")) if key in fields(entry.kind) else spec_of(entry, key)
    own = field_hint(key, _, entry.kind)
    if spec.sort == "day" and spec.future:
        example = _("For example: in 3 months, next friday, 1 june.")
        return f"{own} {example}".strip()
    if key in PAST and not own:
        return _("For example: yesterday, last friday, 3 march.")
    if spec.sort == "day" and not own:
        return _("For example: yesterday, last friday, 3 march, in 2 weeks.")
    if spec.sort == "keyed":
        return _("One level a line, such as: 1 = I know how it goes.")
    return own


def missing_at(entry: Entry, key: str) -> list[Problem]:
    """Return the problem of a field that is empty and without which the record cannot be saved."""
    spec = fields(entry.kind).get(key)
    if spec is None or entry.text(key).strip():
        return []
    if key == "date":
        return without_a_day(entry.kind, entry.text("state"), "")
    return [Problem(key, REQUIRED)] if spec.required else []


def day_meant(entry: Entry, key: str, today: date) -> date | None:
    """Return the day that the text of a field means; None when it is not a day field or already a full date."""
    text = entry.text(key)
    if key not in fields(entry.kind) or fields(entry.kind)[key].sort != "day" or not text.strip():
        return None
    return computed_day(field_of(entry.kind, key, entry.text("state")), text, today) or _exact(text, today)


def _exact(text: str, today: date) -> date | None:
    try:
        return parse_when(text, today).day
    except PortfolioError:
        return None
