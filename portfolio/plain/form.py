"""A record field by field: a new one from its main fields, and one field of a record that exists."""

from __future__ import annotations

from collections.abc import Callable

from portfolio.capture.dates import parse_when
from portfolio.capture.entry import ANSWER, Entry, name_of
from portfolio.capture.form import day_meant, field_help, fields_to_show
from portfolio.capture.options import (
    Option,
    chosen_words,
    current,
    is_chosen,
    narrowed,
    new_kind,
    options_of,
    takes_several,
)
from portfolio.notebook.drafts import of_change
from portfolio.notebook.entries import of_record
from portfolio.plain.answer import BACK, BLANK, CLEAR, WentBack, long_answer, short_answer
from portfolio.plain.check import going_back, going_on, several_lines
from portfolio.plain.console import Group
from portfolio.plain.desk import Desk
from portfolio.plain.gone import ask_about_gone
from portfolio.records.equivalence import caseless
from portfolio.records.kinds import fields
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import field_label, kind_name
from portfolio.wording.prompts import prompt_question

_SAVE, _MORE, _DROP = "save", "more", "drop"
_FIELD = "field:"


def fill_in(desk: Desk, entry: Entry) -> str:
    """Ask the main fields of a new record, then what to do with it; return its id when it was saved."""
    if desk.refuses():
        return ""
    form = _Form(desk, entry)
    desk.open(entry)
    desk.console.say("", name_of(entry, desk.words))
    if entry.stamp:
        desk.console.say(desk.words("This is your draft, as you left it."))
    else:
        skips = desk.words("Enter skips.")
        desk.console.say(f"{skips} {going_back(desk, several=True)}")
        given = {key for key, text in entry.shown.items() if text}
        if not form.ask_each([key for key in fields_to_show(entry, more=False) if key not in given]):
            desk.leave(form.entry)
            return ""
    return form.finish()


def change_field(desk: Desk, record: Record) -> None:
    """Ask which field of a record to change, and save it; with a draft of it, go on with that."""
    if desk.refuses():
        return
    entry = of_change(of_record(record, desk.notebook.read.seen(record.id)), desk.drafts())
    go_on_with_change(desk, entry)


def go_on_with_change(desk: Desk, entry: Entry) -> None:
    """Change fields of a record from its draft, or from what is stored."""
    form = _Form(desk, entry)
    desk.open(entry)
    if entry.stamp:
        desk.console.say(desk.words("This is your draft, as you left it."))
        form.finish()
        return
    key = form.which()
    if key is None:
        return
    try:
        form.ask(key)
    except WentBack:
        if not form.entry.touched:
            return
    if form.entry.touched:
        form.save()
    else:
        desk.console.say(desk.words("Nothing was changed."))


class _Form:
    """The fields of one entry, which changes as they are filled in."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        """`entry` is new, a stored record, or a draft."""
        self._desk, self.entry = desk, entry

    def _take(self, entry: Entry) -> None:
        self.entry = entry
        self._desk.keep(entry)

    def label(self, key: str) -> str:
        """Return the label of a field, or its question."""
        if key.startswith(ANSWER):
            return prompt_question(self.entry.template, key.removeprefix(ANSWER), self._desk.words)
        return field_label(key, self._desk.words, self.entry.kind)

    def words_of(self, key: str) -> str:
        """Return the value of a field in words, on one line; empty when there is none."""
        spec = fields(self.entry.kind).get(key)
        if spec is not None and is_chosen(spec):
            return ", ".join(chosen_words(self.entry, key, self._desk)) if self.entry.text(key) else ""
        return " ".join(clean_line(self.entry.text(key)).split())

    def ask_each(self, keys: list[str]) -> bool:
        """Ask these fields one after the other; False when the user goes back from the first one."""
        at = 0
        while at < len(keys):
            try:
                self.ask(keys[at])
                at += 1
            except WentBack:
                if at == 0:
                    return False
                at -= 1
        return True

    def ask(self, key: str) -> None:
        """Ask one field in the way that suits it. Raises WentBack."""
        console, _ = self._desk.console, self._desk.words
        spec = fields(self.entry.kind).get(key)
        hint = field_help(self.entry, key, _)
        console.say("", self.label(key), *([hint] if hint else []))
        if spec is not None and is_chosen(spec):
            self._ask_choice(key)
            return
        before = self.entry.text(key)
        is_long = spec is None or spec.long or "\n" in before
        if before:
            if is_long:
                more = _("So far you wrote this. Enter leaves it, what you type is added, {clear} empties it.")
            else:
                more = _("Now it is this. Enter leaves it, what you type replaces it, {clear} empties it.")
            console.say(more.format(clear=CLEAR), *(f"  {line}" for line in before.split("\n")))
        if is_long:
            console.say(f"{going_on(self._desk)} {several_lines(self._desk)}")
        read = long_answer if is_long else short_answer
        read(console, before, lambda text: self._take(self.entry.with_text(key, text)))
        if spec is not None and spec.sort == "day" and self.entry.text(key) != before:
            self._say_day(key)

    def _say_day(self, key: str) -> None:
        """Say which day was typed in full; when it is not understood, ask it again."""
        desk, text = self._desk, self.entry.text(key).strip()
        day = day_meant(self.entry, key, desk.today)
        if day is not None:
            desk.console.say(day_in_full(day, desk.words))
        elif text and desk.done(lambda: parse_when(text, desk.today)) is None:
            self.ask(key)

    def _ask_choice(self, key: str) -> None:
        """Let the user choose one value; of a field with several, one after the other until enter."""
        console, _ = self._desk.console, self._desk.words
        spec = fields(self.entry.kind)[key]
        several, printed = takes_several(spec), False
        while True:
            now = self.words_of(key) or self._usual(key)
            if now:
                console.say(_("Now: {value}").format(value=now))
            options = options_of(self.entry, key, self._desk)
            kind = new_kind(spec)
            back = _("go on") if several or not now else _("leave it as it is")
            letters = {CLEAR: _("empty it")} if self.entry.text(key) and spec.sort != "flag" else {}
            if kind and not printed:
                what = _("tag") if kind == "tag" else kind_name(kind, _)
                sentence = _("Choose a number, or type a name; a name that is not there yet makes a new {kind}.")
                console.say(sentence.format(kind=what))
            by_name = self._by_name(options, new=kind != "")
            answer = console.choose([Group("", options)], letters, back=back, typed=by_name, printed=printed)
            if answer is None:
                return
            if answer == CLEAR:
                self._take(self.entry.with_text(key, ""))
            elif several:
                self._take(self.entry.with_line(key, answer))
            else:
                self._take(self.entry.with_text(key, answer))
            if not several:
                return
            printed = True

    def _usual(self, key: str) -> str:
        """Return the present value of what the field is about, such as the level of the skill."""
        at = current(self.entry, key, self._desk)
        return next((o.label for o in options_of(self.entry, key, self._desk) if o.key == at), "") if at else ""

    def _by_name(self, options: list[Option], *, new: bool) -> Callable[[str], str | None]:
        """Return a function that gives the option that typed words mean, or the words as a new name."""

        def meant(typed: str) -> str | None:
            if typed == BACK:
                raise WentBack
            if typed == BLANK:
                return None
            exact = [o.key for o in options if caseless(o.label) == caseless(clean_line(typed))]
            found = exact or [o.key for o in narrowed(options, typed)]
            if len(found) == 1 or exact:
                return found[0]
            return typed if new and not found else None

        return meant

    def which(self) -> str | None:
        """Let the user choose a field."""
        _, keys = self._desk.words, fields_to_show(self.entry, more=True)
        options = [Option(f"{_FIELD}{key}", self.label(key), self.words_of(key)) for key in keys if key != "shareable"]
        key = self._desk.console.choose([Group(_("Which field?"), options)])
        return key.removeprefix(_FIELD) if key is not None else None

    def finish(self) -> str:
        """Ask what to do with the entry until it is saved, kept or dropped; return the id of a new record."""
        desk, _ = self._desk, self._desk.words
        while True:
            self._say_filled()
            items = [Option(_SAVE, _("Save")), Option(_MORE, _("Change or add a field"))]
            items.append(Option(_DROP, _("Leave it as it was") if self.entry.record else _("Discard it")))
            answer = desk.console.choose([Group("", items)], back=_("Keep it as a draft"))
            if answer == _SAVE:
                saved = self.save()
                if saved is not None:
                    return saved
            elif answer == _MORE:
                key = self.which()
                if key is not None:
                    self.ask_each([key])
            elif answer == _DROP:
                desk.discard(self.entry)
                return ""
            else:
                desk.leave(self.entry)
                return ""

    def _say_filled(self) -> None:
        """Print the fields that are filled in; of a record that exists those that were changed."""
        changed, empty = self.entry.changed, self._desk.words("(empty)")
        shown = [
            (key, self.words_of(key))
            for key in fields_to_show(self.entry, more=True)
            if (key in changed if self.entry.record else self.words_of(key))
        ]
        self._desk.console.say("", *(f"  {self.label(key)}: {words or empty}" for key, words in shown))

    def save(self) -> str | None:
        """Save; return the id of a new record, empty for a change, None when something has to be mended first."""
        desk = self._desk
        saved = desk.save(self.entry)
        if saved is None:
            return ""
        if saved.gone:
            new = ask_about_gone(desk, self.entry)
            if new is None:
                return ""
            self.entry = new
            return self.save()
        if saved.problems:
            known = fields_to_show(self.entry, more=True)
            wrong = [problem.field for problem in saved.problems if problem.field in known]
            if self.entry.record:
                desk.leave(self.entry)
                return ""
            self.ask_each(list(dict.fromkeys(wrong)))
            return None
        return saved.stored.ids[0] if saved.stored is not None and saved.stored.ids and not self.entry.record else ""
