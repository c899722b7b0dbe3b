"""Hand over a document: which one and for which period, what goes and what stays, the check, and writing it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from portfolio.capture.options import Option
from portfolio.export.endings import format_of
from portfolio.export.files import target
from portfolio.export.form import FormFile, read, words_of
from portfolio.export.profile import Profile, load, profile_name, shipped
from portfolio.export.registry import SORTS, available
from portfolio.export.typeface import lacking_sentence
from portfolio.folders import of_dropped, whole_path
from portfolio.journey.sharing.leaks import Leak
from portfolio.notebook.export_file import is_current, write
from portfolio.notebook.export_request import (
    GONE,
    ExportDraft,
    ExportRequest,
    first_request,
    folder_for,
    prepare,
    proposed_period,
    replacements,
)
from portfolio.notebook.included import many_in_it
from portfolio.notebook.left_out import keep_left_out
from portfolio.plain.console import Group, followed
from portfolio.plain.desk import Desk
from portfolio.plain.document_summary import summary
from portfolio.plain.journey import choose_period
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.wording import LANGUAGES, Language
from portfolio.wording.dates import day_short
from portfolio.wording.document_forms import EMPLOYERS_FORM, ending_of, forms
from portfolio.wording.leaks import leak_word
from portfolio.wording.names import choice_label
from portfolio.wording.outline import heading as section_heading

_NONE: Final = "none"
_KEEP, _SAME = "keep", "same"


def hand_over(desk: Desk) -> None:
    """Prepare a document and write it, until the user goes back. Choices hold for this document only.

    It begins with the portfolio for the next conversation, as in the app; everything else is a choice below it.
    """
    desk.look()
    _Document(desk, first_request(desk.records, desk.today, desk.words.language)).prepare_until_back()


def _choose_form(desk: Desk) -> Profile | None:
    _ = desk.words
    own = load(desk.notebook.locations.profiles_folder)
    desk.console.say(*(clean_line(failed.sentence(_)) for failed in own.failed))
    profiles = {profile.key: profile for profile in (*map(shipped, SORTS), *own.loaded)}
    options = [Option(key, profile_name(profile, _)) for key, profile in profiles.items()]
    chosen = desk.console.choose([Group(_("Which document?"), options)])
    return profiles[chosen] if chosen is not None else None


class _Document:
    """One document while it is prepared."""

    def __init__(self, desk: Desk, request: ExportRequest) -> None:
        """`request` is what the user wants so far."""
        self._desk, self._request = desk, request
        self._form: FormFile | None = None
        """The form of an employer that is being filled in."""

    def prepare_until_back(self) -> None:
        """Say what the document has, and offer what can be done, until it is written or the user goes back."""
        desk, says = self._desk, True
        while True:
            draft = self._draft()
            if says:
                desk.console.say("", *summary(draft, desk))
            answer = desk.console.choose([Group("", list(self._items(draft)))])
            says = answer != "check"
            if answer is None:
                return
            if answer == "write":
                says = not self._write(draft)
                if not says:
                    return
            elif answer == "read":
                desk.console.say("", draft.preview.text)
                says = False
            else:
                self._change(answer, draft)

    def _draft(self) -> ExportDraft:
        draft = prepare(self._desk.records, self._request, self._desk.today, self._form)
        return draft._replace(folder=folder_for(self._desk.notebook.locations.data_file))

    def _items(self, draft: ExportDraft) -> Iterator[Option]:
        _, count = self._desk.words, len(draft.to_look_at)
        yield Option("write", _("Write the document"))
        yield Option("read", _("Read the document first"))
        check = _.plural("{n} place to look at", "{n} places to look at", count) if count else _("nothing to look at")
        yield Option("check", _("Names and numbers"), check)
        yield Option("records", _("Take something out, or in"))
        yield Option("form", _("Another document"))
        yield Option("period", _("Another period"))
        yield Option("language", _("Another language"))
        yield Option("names", _("How people are called"))
        if draft.request.form == "portfolio":
            yield Option("careful", _("All sections") if draft.careful else _("Only facts and results"))
        if self._desk.records.of(Conversation):
            yield Option("conversation", _("For another conversation"))
        if draft.preview.unconfirmed:
            yield Option("glance", _("Take the proposed lines"), section_heading("at_a_glance", _))

    def _change(self, what: str, draft: ExportDraft) -> None:
        """Change one choice."""
        request, choose, _ = self._request, self._desk.console.choose, self._desk.words
        answer: str | None
        if what == "check":
            self._check(draft)
        elif what == "glance":
            self._request = request.with_proposed(draft.preview.unconfirmed)
        elif what == "records":
            self._turn(draft)
        elif what == "form" and (profile := _choose_form(self._desk)) is not None:
            usual = proposed_period(self._desk.records, self._desk.today, request.conversation)
            self._request = request.as_document(profile, usual)
        elif what == "period" and (period := choose_period(self._desk)) is not None:
            self._request = request._replace(period=period)
        elif what == "language":
            options = [Option(each, choice_label("language", each, _)) for each in LANGUAGES]
            answer = choose([Group("", options)])
            language: Language = "nl" if answer == "nl" else "en"
            self._request = request._replace(language=language) if answer is not None else request
        elif what == "names":
            options = [Option("consented", _("names of people who agreed")), Option("roles", _("roles only"))]
            answer = choose([Group("", options)])
            if answer is not None:
                self._request = request._replace(names="roles" if answer == "roles" else "consented")
        elif what == "careful":
            self._request = request._replace(careful=not draft.careful)
        elif what == "conversation":
            self._choose_conversation()

    def _choose_conversation(self) -> None:
        desk, _ = self._desk, self._desk.words
        options = [
            Option(each.id, heading(each, desk.records, _), day_short(each.date, _))
            for each in reversed(desk.records.of(Conversation))
        ]
        answer = desk.console.choose([Group("", [*options, Option(_NONE, _("For no conversation"))])])
        if answer is not None:
            found = "" if answer == _NONE else answer
            fresh = first_request(desk.records, desk.today, self._request.language, found)
            self._request = self._request._replace(conversation=found, period=fresh.period)

    def _turn(self, draft: ExportDraft) -> None:
        """Take records out of the document, or in, one by one."""
        desk, _, printed = self._desk, self._desk.words, False
        usual = [record for record in map(desk.records.get, draft.usual) if record is not None]
        listed = [*usual, *(h.record for h in draft.held if draft.turned(h.record.id, self._request) is not None)]
        while True:
            options = [Option(r.id, heading(r, desk.records, _), _where(r, draft, desk)) for r in listed]
            answer = desk.console.choose([Group("", options)], back=_("go on"), printed=printed)
            if answer is None:
                return
            self._request = draft.turned(answer, self._request) or self._request
            kept = desk.done(lambda: keep_left_out(desk.notebook, self._request.conversation, self._request.left_out))
            if kept is not None:
                desk.tell(kept, _("For this conversation only."))
            draft, printed = self._draft(), True
            record = next(record for record in listed if record.id == answer)
            desk.console.say(followed(heading(record, desk.records, _), _where(record, draft, desk)))

    def _check(self, draft: ExportDraft, *, quiet: bool = False) -> bool:
        """Show each name, number or other place to look at, and ask what to do; False when the user goes back.

        Unless `quiet`, say so when there is none.
        """
        desk, _ = self._desk, self._desk.words
        if not (draft.to_look_at or quiet):
            desk.console.say(_("There is nothing left to check."))
        while draft.to_look_at:
            leak = draft.to_look_at[0]
            desk.console.say("", _("Check “{words}” ({sort}): {around}").format(
                words=_one_line(leak.words), sort=leak_word(leak.sort, _), around=clean_line(leak.around)))  # fmt: skip
            answer = desk.console.choose([Group("", self._answers(leak))])
            if answer is None:
                return False
            self._request = self._request.decided(leak.words, None if answer == _KEEP else answer)
            draft = self._draft()
        return True

    def _answers(self, leak: Leak) -> list[Option]:
        _ = self._desk.words
        others = replacements(leak, self._desk.records, self._request.language)
        return [
            Option(_KEEP, _("Keep it as it is")),
            *(Option(words, _("Say: {words}").format(words=clean_line(words))) for words in others),
            Option(GONE, _("Leave it out: it will show {sign}").format(sign=GONE)),
        ]

    def _write(self, draft: ExportDraft) -> bool:
        """Show the check and what changed, ask for the form, and write; False when it was not written."""
        desk, _ = self._desk, self._desk.words
        if draft.preview.lacks:
            desk.console.say(_(draft.preview.lacks))
            return False
        if not self._check(draft):
            return False
        draft = self._draft()
        if not self._agreed_to_changed(draft):
            return False
        form = self._choose_file_form()
        if form is None:
            return False
        if form != EMPLOYERS_FORM:
            return self._ask_path(draft, form)
        filled = self._fill_in(draft)
        written = filled is not None and self._ask_path(filled, ending_of(form))
        self._form = None
        return written

    def _fill_in(self, draft: ExportDraft) -> ExportDraft | None:
        """Ask where the form is and fill it in, check what is in it and not in `draft`, and show its words."""
        desk, _ = self._desk, self._desk.words
        desk.console.say("", _("Type the path of the form, a Word file (.docx)."))
        path = whole_path(desk.console.read())
        self._form = desk.done(lambda: read(of_dropped(path))) if path else None
        filled = desk.done(self._draft) if self._form is not None else None
        if filled is None or not self._check(filled, quiet=True):
            return None
        filled = self._draft()
        new = frozenset(filled.preview.changed) - frozenset(draft.preview.changed)
        if new and not self._agreed_to_changed(filled):
            return None
        desk.console.say("", _("This will be in the form. Nothing is written yet."))
        if filled.preview.unconfirmed:
            desk.console.say(_("What it asks of “At a glance” is empty until you confirm its lines."))
        desk.console.say("", words_of(filled.preview.made.document))
        return filled

    def _ask_path(self, draft: ExportDraft, form: str) -> bool:
        """Ask for the path, and write; False when it was not written."""
        desk, _ = self._desk, self._desk.words
        name = f"{os.path.splitext(draft.preview.name)[0]}.{form}"
        usual = os.path.join(draft.folder, name)
        asked = _("Where should the document go?")
        desk.console.say("", f"{asked} {many_in_it(draft, _)}.")
        desk.console.say_path(_("Type a path, or press enter for this one:"), usual)
        while (typed := desk.console.read().strip()).isdecimal():  # an answer to a list, not the name of a file
            message = _("“{typed}” is not the name of a file. Type a path, or press enter for this one:")
            desk.console.say_path(message.format(typed=typed), usual)
        path = os.path.abspath(os.path.expanduser(typed or usual))
        path, taken = target(path, name, form, only=draft.form is not None)
        lacking = lacking_sentence(draft.preview.made.document, _) if format_of(path) == "pdf" else ""
        if lacking:
            desk.console.say(lacking)
        if taken:
            there = clean_line(os.path.basename(path))
            desk.console.say(_("“{name}” is there already. Replace it?").format(name=there))
            if desk.console.choose([Group("", [Option("yes", _("Yes, replace it"))])]) is None:
                return False
        return self._written(draft, path, force=taken)

    def _choose_file_form(self) -> str | None:
        """Ask for the form of the file; a form that this computer cannot make says how to get it."""
        desk, _ = self._desk, self._desk.words
        found = {each.key: each for each in forms(available(), _)}
        options = [Option(each.key, each.name, "", each.about) for each in found.values()]
        chosen = desk.console.choose([Group(_("In which form do you hand it over?"), options)])
        while chosen is not None and not found[chosen].can_be_made:
            desk.console.say(found[chosen].about)
            chosen = desk.console.choose([Group("", options)], printed=True)
        return chosen

    def _written(self, draft: ExportDraft, path: str, *, force: bool) -> bool:
        desk, _ = self._desk, self._desk.words
        if not desk.done(lambda: is_current(desk.notebook, draft, desk.today)):
            desk.console.say(_("Nothing was written: something in it changed since you saw it. Look again."))
            return False
        written = desk.done(lambda: write(desk.notebook, draft, path, force=force))
        if written is None:
            return False
        desk.console.say_path(_("The document is here:"), written.path)
        if not written.noted:
            failed = _("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
            desk.console.say(failed.format(check="leerreis check"))
        return True

    def _agreed_to_changed(self, draft: ExportDraft) -> bool:
        """Ask about records that changed since they were handed over, and names that could not be replaced."""
        desk, _ = self._desk, self._desk.words
        kept = [leak for leak in draft.preview.kept if leak.words not in draft.request.kept]
        for leak in kept:
            message = _("“{words}” could not be replaced here and is still in the document: {around}")
            desk.console.say(message.format(words=_one_line(leak.words), around=clean_line(leak.around)))
        for identity, day in draft.preview.changed.items():
            record = desk.records.get(identity)
            title = heading(record, desk.records, _) if record is not None else identity
            message = _("Changed since you handed it over on {day}: {title}")
            desk.console.say(message.format(day=day_short(day, _), title=title))
        if not (kept or draft.preview.changed):
            return True
        return desk.console.choose([Group("", [Option(_SAME, _("Include it as it is now"))])]) is not None


def _where(record: Record, draft: ExportDraft, desk: Desk) -> str:
    """Return whether a record is in the document, or why it is not."""
    _, reason = desk.words, draft.reason(record.id)
    if record.kind == "profile" and (reason or not record.shareable):
        return _("only name, job title and team")
    return _(reason) or _("included")


def _one_line(words: str) -> str:
    return clean_line(" ".join(words.split()))
