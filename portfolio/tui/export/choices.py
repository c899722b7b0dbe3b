"""The choices of a document: each with its value in words, and the question that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option
from portfolio.capture.periods import short_name_of
from portfolio.export.length import left_out_first
from portfolio.export.profile import Profile, in_language, load, profile_name, shipped
from portfolio.export.registry import SORTS
from portfolio.notebook.export_request import ExportDraft, ExportRequest, proposed_period
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Person
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.period import PeriodDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.services.state import AppState
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short, period_in_words
from portfolio.wording.names import choice_label
from portfolio.wording.outline import heading as section_heading

if TYPE_CHECKING:
    from portfolio.tui.export.request import RequestWork
    from portfolio.tui.shell.screen import BaseScreen

NO_CONVERSATION: Final = "none"
"""Key of the option for a document without a conversation."""
SECTIONS: Final = "sections"
"""The choice that has a screen of its own."""
PICTURES: Final = "pictures"
"""The choice about formats of text; it is no part of the line above the document."""
SHORTER: Final = "shorter"
"""The choice to leave out the sections that a reader misses least; only for a document that is too long."""
_LABELS: Final = {
    "form": N_("Document"),
    "period": N_("Period"),
    "conversation": N_("For whom"),
    "language": N_("Language"),
    "names": N_("People"),
    "careful": N_("Careful"),
    SECTIONS: N_("Sections and headings"),
    PICTURES: N_("Drawings"),
}
"""Choice -> its label, in the order of the line and the dialog."""
_FORMS: Final = {
    "portfolio": N_("What you learned, with results, feedback and evidence: two to four pages."),
    "page": N_("The main points on one page."),
    "pdp": N_("What you want to learn, how, and what it asks of both sides."),
    "evc": N_("Evidence per skill, for an assessor."),
    "hours": N_("Learning hours by way of learning and year, for a register."),
}
_NAMES: Final = {
    "roles": N_("roles only"),
    "consented": N_("names of people who agreed"),
}


def is_proposed(draft: ExportDraft) -> bool:
    """Whether the careful setting is a proposal, whose reason must be shown."""
    return draft.request.careful is None


def _offered(request: ExportRequest) -> tuple[str, ...]:
    """Return the choices of this sort of document."""
    return tuple(choice for choice in _LABELS if choice != "careful" or request.form == "portfolio")


def _days(draft: ExportDraft, state: AppState) -> str:
    return period_in_words(draft.period.since, draft.period.until, state.words)


def _for_whom(request: ExportRequest, state: AppState, *, short: bool = False) -> str:
    """Return the conversation and its day; when `short`, the other person instead of the conversation."""
    _ = state.words
    conversation = state.records.find(Conversation, request.conversation)
    if conversation is None:
        return _("no conversation")
    person = state.records.find(Person, conversation.with_) if short else None
    if person is not None:
        return heading(person, state.records, _)
    return f"{heading(conversation, state.records, _)}, {day_short(conversation.date, _)}"


def _careful(request: ExportRequest, draft: ExportDraft) -> bool:
    return draft.careful if request.careful is None else request.careful


def short(request: ExportRequest, draft: ExportDraft, state: AppState) -> dict[str, str]:
    """Return each choice in the fewest words, for the line above the document."""
    _ = state.words
    values = {
        "form": profile_name(request.profile_used, _),
        "period": _days(draft, state),
        "conversation": _("for: {who}").format(who=_for_whom(request, state, short=True)),
        "language": choice_label("language", request.language, _),
        "names": _("names") if request.names == "consented" else _("roles"),
        "careful": _("careful") if _careful(request, draft) else _("all sections"),
        SECTIONS: _("own order") if request.own_outline else "",
        PICTURES: "",
    }
    return {choice: values[choice] for choice in _offered(request) if values[choice]}


def options(request: ExportRequest, draft: ExportDraft, state: AppState) -> list[Option]:
    """Return each choice as a row with its value."""
    _ = state.words
    days, name = _days(draft, state), short_name_of(request.period, _)
    values = {
        "form": profile_name(request.profile_used, _),
        "period": f"{days} ({name})" if name else days,
        "conversation": _for_whom(request, state),
        "language": choice_label("language", request.language, _),
        "names": _(_NAMES[request.names]),
        "careful": _("facts and results only") if _careful(request, draft) else _("no: all sections"),
        SECTIONS: _sections(request, draft, state),
        PICTURES: _("your journey as a picture too") if request.pictures else _("none"),
    }
    found = [Option(choice, _(_LABELS[choice]), values[choice]) for choice in _offered(request)]
    if _gone(draft):
        out = ", ".join(f"“{section_heading(section, _)}”" for section in _gone(draft))
        found.append(Option(SHORTER, _("Make it shorter"), about=_("Leave out: {sections}").format(sections=out)))
    return found


def _sections(request: ExportRequest, draft: ExportDraft, state: AppState) -> str:
    """Return whether the sections are the user's own, and that proposed lines wait to be confirmed."""
    _ = state.words
    if draft.preview.unconfirmed:
        return _("confirm “At a glance”")
    return _("your own") if request.own_outline else _("as usual")


def _gone(draft: ExportDraft) -> list[str]:
    """Return the sections to leave out of a document that is too long."""
    return [section for section, _length in left_out_first(draft.preview.made.document, draft.request.profile_used)]


async def choose_all(screen: BaseScreen[None], work: RequestWork) -> None:
    """Show the choices and ask about one after the other, until the user goes back or opens the sections."""
    at = ""
    while work.draft is not None and screen.state is not None:
        found = options(work.request, work.draft, screen.state)
        key = await screen.ask(PickDialog(screen.words("This document"), found, at=at, numbered=True))
        if key is None or not await choose(screen, work, key):
            return
        at = key


async def choose(screen: BaseScreen[None], work: RequestWork, choice: str) -> bool:
    """Ask about one choice and prepare the document again; False when its screen is no longer on top."""
    request, state = work.request, screen.state
    if state is None or work.draft is None:
        return False
    match choice:
        case "sections":
            screen.app.push_screen(SectionsScreen(work))
            return False
        case "form":
            usual = proposed_period(state.records, state.today, request.conversation)
            profile = await _ask_form(screen, request)
            work.keep(request.as_document(profile or request.profile_used, usual))
        case "period":
            period = await screen.ask(PeriodDialog(state, request.period))
            work.keep(request._replace(period=period or request.period))
        case "conversation":
            key = await _ask_conversation(screen, request, state)
            if key is not None:
                work.keep(request._replace(conversation="" if key == NO_CONVERSATION else key))
        case "language":
            work.keep(request._replace(language="en" if request.language == "nl" else "nl"))
        case "names":
            work.keep(request._replace(names="roles" if request.names == "consented" else "consented"))
        case "careful":
            # The user's own choices of sections would contradict it.
            work.keep(request._replace(careful=not _careful(request, work.draft), sections={}))
        case "pictures":
            work.keep(request._replace(pictures=not request.pictures))
        case "shorter":
            out = dict.fromkeys(_gone(work.draft), False)
            work.keep(request._replace(sections={**request.sections, **out}))
    return await work.made_again()


async def _ask_form(screen: BaseScreen[None], request: ExportRequest) -> Profile | None:
    """Ask which document: one of the usual ones, or one of the user's own, read from their files."""
    _, services = screen.words, screen.services
    folder = services.preferences.locations.profiles_folder
    own = await services.worker.aside(lambda: load(folder))
    profiles = {profile.key: profile for profile in (*map(shipped, SORTS), *own.loaded)}
    found = [Option(key, profile_name(each, _), about=_about(each, _)) for key, each in profiles.items()]
    skipped = [clean_line(failed.sentence(_)) for failed in own.failed]
    title, now = "\n".join([_("Which document?"), *skipped]), request.profile_used.key
    chosen = await screen.ask(PickDialog(title, found, chosen=[now], at=now, numbered=True))
    return profiles[chosen] if chosen is not None else None


def _about(profile: Profile, _: Words) -> str:
    usual = _FORMS.get(profile.key, "")
    return _(usual) if usual else clean_line(in_language(profile.about, _.language))


async def _ask_conversation(screen: BaseScreen[None], request: ExportRequest, state: AppState) -> str | None:
    now, title = request.conversation or NO_CONVERSATION, screen.words("Which conversation is it for?")
    return await screen.ask(PickDialog(title, conversations(state), chosen=[now], at=now))


def conversations(state: AppState) -> list[Option]:
    """Return the conversations that a document can be for, the latest first, and none."""
    _ = state.words
    found = [
        Option(conversation.id, heading(conversation, state.records, _), day_short(conversation.date, _))
        for conversation in reversed(state.records.of(Conversation))
    ]
    return [*found, Option(NO_CONVERSATION, _("For no conversation"))]
