"""Choosing into a field of a form: the dialog with what there is, and what becomes of the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from portfolio.records.equivalence import caseless
from portfolio.records.kinds import fields
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.options import Option, current, new_kind, options_of, takes_several
from portfolio.tui.dialogs.pick import NewOptions, PickDialog
from portfolio.wording import Words
from portfolio.wording.names import field_hint, kind_name

if TYPE_CHECKING:
    from textual.app import App

    from portfolio.capture.entry import Entry
    from portfolio.tui.services.services import Services
    from portfolio.tui.writing.form_field import FormField


class Form(Protocol):
    """A form, as far as choosing a value for one of its fields needs it."""

    @property
    def writing(self) -> Entry:
        """What is being written."""

    @property
    def services(self) -> Services:
        """The services of the app."""

    @property
    def app(self) -> App[object]:
        """The app."""

    def fill(self, field: FormField, text: str) -> None:
        """Put a text in a field."""

    def go_on(self) -> None:
        """To the next field."""


def pick_into(form: Form, field: FormField, typed: str) -> None:
    """Ask what goes into a field; one that holds several takes one more, or gives one back."""
    writing, look = form.writing, form.services.state
    key, spec = field.view.key, fields(form.writing.kind)[field.view.key]
    options = options_of(writing, key, look)
    chosen = writing.lines(key)

    def picked(line: str | None) -> None:
        if line is None:
            return
        if takes_several(spec):
            form.fill(field, form.writing.with_line(key, line).text(key))
        else:
            form.fill(field, line)
            form.go_on()

    new = making(new_kind(spec), options, look.words)
    title = field_hint(key, look.words, writing.kind) or field.view.label
    at = chosen[-1] if chosen else current(writing, key, look)
    form.app.push_screen(PickDialog(title, options, chosen=chosen, at=at, new=new, typed=typed), picked)


def making(kind: str, options: Sequence[Option], _: Words, prefix: str = "") -> NewOptions | None:
    """What can be made out of typed words: one of this kind, unless there is one of that name."""
    if not kind:
        return None
    labels = {caseless(option.label) for option in options}
    what = _("tag") if kind == "tag" else kind_name(kind, _)

    def made(typed: str) -> Sequence[Option]:
        if not typed or caseless(clean_line(typed)) in labels:
            return ()
        return (Option(prefix + typed, _("New {kind}: {name}").format(kind=what, name=clean_line(typed))),)

    return made
