"""The export that the user is preparing: the request, the document made from it, and writing that.

A request holds for one export and is never stored. The layers below decide what can be shared; nothing here does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.export import form
from portfolio.export.form import FormFile
from portfolio.export.options import GlanceLine, Options, in_order, sections_of
from portfolio.export.outline import Contents
from portfolio.export.profile import Profile, shipped
from portfolio.export.sections.glance import GlanceText
from portfolio.journey.facts.chosen_period import ChosenPeriod, days_of
from portfolio.journey.facts.conversations import coming_conversation
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.candidates import can_go
from portfolio.journey.sharing.choice import Choice, Names
from portfolio.journey.sharing.held import (
    NO_PERMISSION,
    NOT_ITS_GOAL,
    OTHER_PERIOD,
    TITLE_ONLY,
    TWO_VERSIONS,
    Held,
    held_back,
    title_only,
)
from portfolio.journey.sharing.leaks import Leak, initials_of
from portfolio.journey.sharing.share import export_items, share
from portfolio.locations import documents_folder, is_in_example
from portfolio.notebook.export import Preview, preview, to_choose, with_chosen
from portfolio.notebook.export_draft import calls_for_care, make_draft, period_for, recipient, why_unnamed, with_care
from portfolio.notebook.left_out import left_out_of
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Person
from portfolio.wording import N_, Language, Words
from portfolio.wording.in_a_sentence import role_in_a_sentence

if TYPE_CHECKING:
    pass

ALL_YEARS: Final = ChosenPeriod("everything")
"""The period of a document in which nothing ages."""
GONE: Final = "…"
"""What replaces words that are left out of a document."""
LEFT_OUT: Final = N_("left out this time")
NO_PLACE: Final = N_("not part of this document")
NOT_CAREFUL: Final = N_("not in a careful document")
_MENDED_THERE: Final = frozenset({TWO_VERSIONS, NO_PERMISSION, NOT_ITS_GOAL})
_NOT_COUNTED: Final = frozenset({"person", "profile", "export"})
"""Kinds that are not counted as items to share."""


class ExportRequest(NamedTuple):
    """What the user wants of this document."""

    form: str = "portfolio"
    language: Language = "en"
    period: ChosenPeriod = ChosenPeriod()
    names: Names = "consented"
    conversation: str = ""
    """The id of the conversation that it is for."""
    left_out: frozenset[str] = frozenset()
    taken_in: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    """Words that were checked and stay."""
    careful: bool | None = None
    """Whether only facts and results are included; None: as its conversation requires."""
    changes: tuple[tuple[str, str], ...] = ()
    """Words and their replacements in the document."""
    sections: Mapping[str, bool] = MappingProxyType({})
    """Section -> whether the user included it or left it out."""
    order: tuple[str, ...] = ()
    """The order of the sections; empty for the usual one."""
    headings: Mapping[str, str] = MappingProxyType({})
    glance: Mapping[str, tuple[GlanceLine, ...]] = MappingProxyType({})
    """The choices for the parts of "At a glance"."""
    pictures: bool = False
    """Whether the whole journey is in it as a picture too."""
    profile: Profile | None = None
    """The profile that the user chose; None: the one of this form."""

    @property
    def profile_used(self) -> Profile:
        """The profile of the document."""
        return self.profile or shipped(self.form)

    def as_document(self, profile: Profile, usual: ChosenPeriod) -> ExportRequest:
        """Make the document of this profile; `usual` is the period of a document that is not of all years."""
        period = self.period
        if profile.all_years != self.profile_used.all_years:
            period = ALL_YEARS if profile.all_years else usual
        own = None if profile.key == profile.layout else profile
        careful = True if profile.careful else None if self.profile_used.careful else self.careful
        return self._replace(form=profile.layout, profile=own, period=period, careful=careful)

    @property
    def own_outline(self) -> bool:
        """Whether its sections, order or headings differ from the usual ones."""
        return bool(self.sections or self.order or self.headings or self.glance)

    @property
    def options(self) -> Options:
        """The choices as `Options` for the export."""
        taken = frozenset(key for key, shown in self.sections.items() if shown)
        gone = frozenset(self.sections) - taken
        made = Options(taken, gone, self.order, self.headings, self.glance, self.pictures)
        return replace(made, profile=self.profile)

    @property
    def for_a_form(self) -> ExportRequest:
        """The same choices for the form of an employer, which has the fields of a portfolio."""
        return self if self.form == "portfolio" else self._replace(form="portfolio", profile=None)

    def moved(self, section: str, step: int) -> ExportRequest:
        """Move one section `step` places down, or up when negative."""
        known = sections_of(self.form)
        order = [each for each in in_order(self.order) if each in known]
        at = order.index(section)
        to = min(max(at + step, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        return self._replace(order=() if tuple(order) == known else tuple(order))

    def with_proposed(self, unconfirmed: Mapping[str, tuple[GlanceText, ...]]) -> ExportRequest:
        """Confirm these proposed lines of "At a glance"."""
        taken = {part: tuple(line.as_choice for line in lines) for part, lines in unconfirmed.items()}
        return self._replace(glance={**self.glance, **taken})

    def turned(self, identity: str, *, usual: bool) -> ExportRequest:
        """Toggle whether one record is included; `usual` says whether it is included by default."""
        if identity in self.left_out:
            taken = self.taken_in if usual else self.taken_in | {identity}
            return self._replace(left_out=self.left_out - {identity}, taken_in=taken)
        if identity in self.taken_in:
            return self._replace(taken_in=self.taken_in - {identity})
        if usual:
            return self._replace(left_out=self.left_out | {identity})
        return self._replace(taken_in=self.taken_in | {identity})

    def decided(self, words: str, other: str | None) -> ExportRequest:
        """Keep these words, which were checked, or replace them by `other`."""
        if other is None:
            return self._replace(kept=self.kept | {words})
        return self._replace(changes=(*self.changes, (words, other)), kept=self.kept | {other})

    def without(self, ids: Iterable[str]) -> ExportRequest:
        """Leave these records out of this document."""
        out = frozenset(ids)
        return self._replace(left_out=self.left_out | out, taken_in=self.taken_in - out)

    def choice(self, period: Period) -> Choice:
        """The same as a `Choice` for the layers below."""
        return Choice(
            since=period.since,
            until=period.until,
            with_ids=self.taken_in,
            without_ids=self.left_out,
            conversation=self.conversation or None,
            names=self.names,
        )


class ExportDraft(NamedTuple):
    """Exactly what would be shared, and what else could be."""

    preview: Preview
    request: ExportRequest
    period: Period
    usual: tuple[str, ...]
    """The ids that are included unless left out, by date."""
    held: tuple[Held, ...]
    """Shareable records that are not included unless the user includes them, by date."""
    going: frozenset[str]
    """The ids in the document."""
    private: int
    """The number of private items, for the user alone."""
    careful: bool = False
    """Whether only the sections are included that suit a conversation with consequences."""
    recipient: str = ""
    """The recipient: a role, else a name; kept in the private log."""
    folder: str = ""
    """The proposed folder."""
    unnamed: str = ""
    """Why the document does not name its conversation, as an English message id."""
    shareable: int = 0
    """How many of the records that can be chosen are shareable."""
    title_only: frozenset[str] = frozenset()
    """The ids of the skills of which nothing but the title is shared; a document leaves these out."""
    form: FormFile | None = None
    """The form of an employer that was filled in; None for a document of our own."""

    @property
    def to_look_at(self) -> tuple[Leak, ...]:
        """The leaks without a decision yet, each text once."""
        found = {leak.words: leak for leak in reversed(self.preview.leaks) if leak.words not in self.request.kept}
        return tuple(found.values())[::-1]

    def reason(self, identity: str) -> str:
        """Why a shareable record is not in it, as an English message id; empty when it is."""
        if identity in self.request.left_out:
            return LEFT_OUT
        if identity in self.going:
            return ""
        no_place = TITLE_ONLY if identity in self.title_only else NOT_CAREFUL if self.careful else NO_PLACE
        return next((held.reason for held in self.preview.held if held.record.id == identity), no_place)

    def knows(self, identity: str) -> bool:
        """Whether the record was shareable when this draft was made."""
        return identity in self.usual or any(held.record.id == identity for held in self.held)

    def mended(self, identity: str) -> bool:
        """Whether the reason that keeps a record out can be removed in the record itself."""
        if self.reason(identity) == TITLE_ONLY:
            return True
        return any(held.record.id == identity and held.reason in _MENDED_THERE for held in self.held)

    def turned(self, identity: str, request: ExportRequest) -> ExportRequest | None:
        """The request with one record toggled; None when this list cannot decide that."""
        outside = next((held for held in self.held if held.record.id == identity), None)
        if outside is not None and outside.reason != OTHER_PERIOD:
            return None
        return request.turned(identity, usual=outside is None)


def first_request(records: Records, today: date, language: Language, conversation: str = "") -> ExportRequest:
    """The request to begin with: a portfolio for this conversation, else for the next one."""
    found = conversation or coming(records, today)
    period, out = proposed_period(records, today, found), left_out_of(records, found)
    return ExportRequest(language=language, conversation=found, period=period, left_out=out)


def replacements(leak: Leak, records: Records, language: Language) -> tuple[str, ...]:
    """The words that can replace those of a leak in a document in this language: the role and the initials."""
    person = records.find(Person, leak.person)
    if person is None:
        return ()
    words = (role_in_a_sentence((person.role or "").strip() or "colleague", language), initials_of(person))
    return tuple(dict.fromkeys(word for word in words if word and word != leak.words))


def prepare(records: Records, request: ExportRequest, today: date, form_file: FormFile | None = None) -> ExportDraft:
    """Make the document, or fill in a form of an employer. Nothing is written.

    Raises PortfolioError for a form that cannot be filled in.
    """
    words = Words(request.language)
    period = _days(request.period, records, today)
    choice = request.choice(period)
    wanted = request if form_file is None else request.for_a_form

    def document(options: Options) -> Preview:
        return preview(
            records,
            choice,
            today,
            words,
            sort=wanted.form,
            ending="md" if form_file is None else form.ENDING,
            options=options,
            changes=dict(request.changes),
            form_file=None if form_file is None else form_file.data,
        )

    whole = wanted.form == "portfolio"
    care = calls_for_care(records, request.conversation)
    made = make_draft(document, wanted.options, wanted=request.careful if whole else None, called_for=whole and care)
    if form_file is not None:
        made = made._replace(preview=made.preview._replace(name=form_file.file_name(words)))
    nothing_by_hand = request._replace(left_out=frozenset(), taken_in=frozenset())
    unasked = share(records, with_chosen(records, nothing_by_hand.choice(period)), today)
    private = sum(not record.shareable for record in records if record.kind not in _NOT_COUNTED)
    return ExportDraft(
        made.preview,
        request,
        period,
        tuple(item.id for item in export_items(unasked)),
        held_back(records, unasked),
        frozenset(item.id for item in made.preview.items),
        private,
        made.careful,
        recipient(records, request.conversation),
        unnamed=why_unnamed(records, choice),
        shareable=can_go(records),
        title_only=title_only(unasked),
        form=form_file,
    )


def chapters(records: Records, request: ExportRequest, today: date) -> Contents:
    """The sections that could be in the document, for the user to choose from."""
    words, care = Words(request.language), prepare(records, request, today).careful
    choice = request.choice(_days(request.period, records, today))
    options = with_care(request.options) if care else request.options
    return to_choose(records, choice, today, words, sort=request.form, options=options, changes=dict(request.changes))


def _days(chosen: ChosenPeriod, records: Records, today: date) -> Period:
    """The days of a period. "Everything" begins with the first shareable day: a private day would be revealed."""
    days = [r.date for r in records if r.shareable and r.kind not in _NOT_COUNTED]
    return days_of(chosen, records, today, min(days, default=None))


def coming(records: Records, today: date) -> str:
    """The id of the next conversation; empty when none is planned."""
    found = coming_conversation(records, today)
    return found.id if found is not None else ""


def proposed_period(records: Records, today: date, conversation: str) -> ChosenPeriod:
    """The proposed period: for an upcoming conversation, since the conversation before it.

    Else the last twelve months.
    """
    found = records.find(Conversation, conversation)
    period = period_for(records, conversation, today)
    if found is None or period is None:
        return ChosenPeriod()
    return ChosenPeriod("" if found.period_from else "talk", period)


def folder_for(data_file: str) -> str:
    """The proposed folder for a document: the documents folder, else that of the portfolio.

    An example is removed with its folder when it is closed, so its documents go to the home folder instead.
    """
    folder = documents_folder()
    if os.path.isdir(folder):
        return folder
    return os.path.expanduser("~") if is_in_example(data_file) else os.path.dirname(data_file)
