"""One question after the other: the evening check, a note, and every text that is written in questions."""

from __future__ import annotations

from portfolio.capture.entry import MORE, Entry, name_of
from portfolio.capture.form import missing_at
from portfolio.capture.options import Option
from portfolio.capture.questions import (
    LOOK_BACK,
    Asked,
    Question,
    answer_first,
    answered,
    missing_in,
    offers_more,
    progress,
    scale_words,
)
from portfolio.notebook.drafts import begun, of_change
from portfolio.notebook.entries import of_record
from portfolio.plain.answer import BACK, BLANK, CLEAR, WentBack, long_answer, short_answer
from portfolio.plain.console import Group
from portfolio.plain.desk import Desk
from portfolio.plain.gone import ask_about_gone
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import capital


def write_new(desk: Desk, template: str) -> None:
    """Start a reflection, or go on with its draft when it exists once and was begun."""
    if not desk.refuses():
        entry = desk.new_entry("reflection", template)
        write(desk, begun(entry, desk.drafts()) or entry)


def write(desk: Desk, entry: Entry) -> str:
    """Ask the questions of an entry from where it was left, then save it; return the id of a new record.

    Every line is kept as a draft at once. Going back from the first question leaves the draft for later.
    """
    _ = desk.words
    desk.open(entry)
    desk.console.say("", f"{name_of(entry, _)}, {day_in_full(entry.day, _)}")
    if entry.stamp:
        desk.console.say(_("This is your draft, as you left it."))
    asked = Asked.of(entry, _)
    if any(question.in_words for question in asked.all):
        several = len(asked.all) > 1
        how = _("Enter goes on to the next question.") if several else several_lines(desk)
        desk.console.say(f"{how} {going_back(desk, several=several)}")
    identity, saved = _Questions(desk, entry).ask_all()
    if identity and offers_more(saved, desk.today, _):
        _offer_more(desk, identity)
    return identity


def _offer_more(desk: Desk, identity: str) -> None:
    """Ask whether to answer the extra questions of the evening check too."""
    _, check = desk.words, desk.records.get(identity)
    if check is None:
        return
    more = [Group("", [Option(MORE, _("Three more short questions"))])]
    if desk.console.choose(more, back=_("That was it for today")) == MORE:
        entry = of_change(of_record(check, desk.notebook.read.seen(identity)), desk.drafts())
        write(desk, entry.asked(MORE))


def several_lines(desk: Desk) -> str:
    """Return how to write a text of several lines."""
    words = desk.words("Type as many lines as you like; {blank} on a line of its own makes an empty line.")
    return words.format(blank=BLANK)


def going_on(desk: Desk) -> str:
    """Return how to skip a long answer, and how to end it."""
    return desk.words("Enter on an empty line goes on.")


def going_back(desk: Desk, *, several: bool) -> str:
    """Return what going back does, among several questions or at one."""
    _ = desk.words
    sentence = _("{back} goes back, and keeps what you have as a draft.")
    if several:
        sentence = _(
            "{back} goes one question back, to add to it; from the first one it keeps what you have as a draft."
        )
    return sentence.format(back=BACK)


class _Questions:
    """The questions of one entry, which changes as they are answered."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        """`entry` is open."""
        self._desk, self._entry = desk, entry

    def ask_all(self) -> tuple[str, Entry]:
        """Ask from the current question to the last one, and save; return the id of a new record and its entry."""
        step = 1
        while True:
            asked, entry = Asked.of(self._entry, self._desk.words), self._entry
            try:
                if asked.now.key != LOOK_BACK:  # the week is read in the app; it asks nothing
                    self._ask(asked)
                step = 1
            except WentBack:
                step = -1
            entry = self._entry
            if step > 0 and missing_at(entry, asked.now.key):
                self._desk.console.say(answer_first(self._desk.words))
                continue
            missing = missing_in(entry) if step > 0 and asked.is_last else ""
            if step < 0 and (asked.at == 0 or (asked.at == 1 and asked.all[0].key == LOOK_BACK)):
                self._desk.leave(entry)
                return "", entry
            if step < 0 or not asked.is_last or missing:
                self._take(entry._replace(at=max(asked.at + step, 0), deeper=missing or entry.deeper))
                continue
            done = self._save()
            if done is not None:
                return done, entry

    def _take(self, entry: Entry) -> None:
        self._entry = entry
        self._desk.keep(entry)

    def _ask(self, asked: Asked) -> None:
        """Print the question and read its answer."""
        _, question, console = self._desk.words, asked.now, self._desk.console
        count = progress(self._entry, asked.at, len(asked.all), _)
        hint = question.hint or (_("You can skip this.") if question.optional else "")
        console.say("", *filter(None, (capital(count), question.text, hint)))
        before = self._entry.text(question.key)
        if before and question.in_words:
            more = _("So far you wrote this. Enter leaves it, what you type is added, {clear} empties it.")
            console.say(more.format(clear=CLEAR), *(f"  {line}" for line in before.split("\n")))
        if question.on_a_scale:
            self._ask_scale(question)
        else:
            one_line = len(asked.all) > 1  # an evening is quickly written; a note can be long
            if not one_line:
                console.say(going_on(self._desk))
            long_answer(
                console, before, lambda text: self._take(answered(self._entry, question, text)), one_line=one_line
            )

    def _ask_scale(self, question: Question) -> None:
        """Read a step from 1 to 5."""
        _, console = self._desk.words, self._desk.console
        meaning = scale_words(question, _)
        console.say(", ".join(f"{step} {words}".strip() for step, words in meaning.items()))
        before = self._entry.text(question.key)
        if before:
            console.say(_("Now: {value}").format(value=before))
        found: list[str] = []
        while True:
            found.clear()
            short_answer(console, "", found.append)
            step = found[0].strip() if found else None
            if step is None:
                return
            if not step or (step.isdecimal() and int(step) in meaning):
                self._take(answered(self._entry, question, step and str(int(step))))
                return
            console.say(_("Type a number from 1 to 5, or press enter."))

    def _save(self) -> str | None:
        """Save; return the id of a new record, empty for another outcome, None to ask a question again."""
        desk, entry, _ = self._desk, self._entry, self._desk.words
        if not entry.touched:
            desk.discard(entry)
            nothing = _("You answered nothing, so nothing was saved.")
            desk.console.say(_("Nothing was changed.") if entry.record else nothing)
            return ""
        saved = desk.save(entry)
        if saved is None:
            return ""
        if saved.gone:
            new = ask_about_gone(desk, entry)
            if new is None:
                return ""
            self._entry = new
            return self._save()
        if saved.problems:
            keys = [question.key for question in Asked.of(entry, _).all]
            at = next((keys.index(problem.field) for problem in saved.problems if problem.field in keys), None)
            if at is None:
                desk.leave(entry)
                return ""
            self._take(entry._replace(at=at))
            return None
        return saved.stored.ids[0] if saved.stored is not None and saved.stored.ids and not entry.record else ""
