"""The first list: what can be done, and what is not finished."""

from __future__ import annotations

from collections.abc import Callable

from portfolio.capture.entry import Entry, name_of
from portfolio.capture.options import Option
from portfolio.notebook.drafts import called
from portfolio.plain.console import Group
from portfolio.plain.desk import DRAFTS, UNDO, Desk
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING
from portfolio.sanitise import clean_line
from portfolio.wording.dates import day_in_full, day_short
from portfolio.wording.search import meant_instead, nothing_found


def show(desk: Desk) -> None:
    """Offer everything until the user stops."""
    while True:
        desk.look()
        _, drafts = desk.words, desk.drafts()
        desk.console.say("", f"Leerreis, {day_in_full(desk.today, _)}")
        acts = acts_of(desk)
        unfinished = {DRAFTS: _drafts_line(drafts, desk)} if drafts else {}
        options = [Option(name, label) for name, (label, _act) in acts.items()]
        letters = unfinished | desk.undo_letter(named=True)
        answer = desk.console.choose([Group("", options)], letters, back=_("stop"), only_0=True)
        desk.shows()
        if answer is None:
            return
        if answer == UNDO:
            desk.undo()
        elif answer == DRAFTS:
            _choose_draft(desk)
        else:
            acts[answer][1]()


def acts_of(desk: Desk) -> dict[str, tuple[str, Callable[[], None]]]:
    """Return the items of the list in their order, each with what it does; the places first, numbered as in the app."""
    from portfolio.plain import check, lists

    _, today = desk.words, desk.today
    done = any(r.template == EVENING and r.date == today for r in desk.records.of(Reflection))
    evening, is_done = _("Today: the 3-minute check, a few short questions"), _("done today")
    return {
        "today": (f"{evening}, {is_done}" if done else evening, lambda: check.write_new(desk, EVENING)),
        "reflections": (_("Reflections: read back"), lambda: lists.reflections(desk)),
        "goals": (_("Goals"), lambda: lists.goals(desk)),
        "feedback": (_("Feedback"), lambda: lists.feedback(desk)),
        "skills": (_("Skills"), lambda: lists.skills(desk)),
        "journey": (_("Journey, as text"), lambda: _journey(desk)),
        "conversation": (_("Conversation, and what you share"), lambda: _conversation(desk)),
        "note": (_("Write a note"), lambda: check.write_new(desk, "note")),
        "search": (_("Search"), lambda: _search(desk)),
    }


def _drafts_line(drafts: list[Entry], desk: Desk) -> str:
    """Return what is not finished: its name when it is one text, else how many."""
    _ = desk.words
    if len(drafts) == 1:
        unfinished = _("Unfinished")
        return f"{unfinished}: {_called(drafts[0], desk)}"
    return _.plural("{n} unfinished text", "{n} unfinished texts", len(drafts))


def _called(entry: Entry, desk: Desk) -> str:
    words = called(entry, desk.records, desk.words)
    return ", ".join(part for part in (name_of(entry, desk.words), day_short(entry.day, desk.words), words) if part)


def _choose_draft(desk: Desk) -> None:
    """Ask which unfinished text it is about, then go on with it or throw it away."""
    _, drafts = desk.words, {entry.name: entry for entry in desk.drafts()}
    name = next(iter(drafts))
    if len(drafts) > 1:
        answer = desk.console.choose([Group("", [Option(each.name, _called(each, desk)) for each in drafts.values()])])
        if answer is None:
            return
        name = answer
    entry = drafts[name]
    answers = [Option("on", _("Go on writing")), Option("drop", _("Discard it"))]
    answer = desk.console.choose([Group(_called(entry, desk), answers)], back=_("Keep it as a draft"))
    if answer == "drop":
        desk.console.say(_("Discard this unfinished text? You can't get it back."))
        sure = desk.console.choose([Group("", [Option("drop", _("Discard it"))])], back=_("Keep it"))
        if sure is not None:
            desk.discard(entry)
    elif answer == "on":
        _go_on(desk, entry)


def _go_on(desk: Desk, entry: Entry) -> None:
    from portfolio.plain import check, form

    if entry.by_question:
        check.write(desk, entry)
    elif entry.record:
        form.go_on_with_change(desk, entry)
    else:
        form.fill_in(desk, entry)


def _journey(desk: Desk) -> None:
    from portfolio.plain import journey

    journey.show(desk)


def _conversation(desk: Desk) -> None:
    from portfolio.plain import conversation

    conversation.show(desk)


def _search(desk: Desk) -> None:
    """Ask for words, and list what holds all of them."""
    _ = desk.words
    desk.console.say("", _("Which words? Every word counts; part of a word is enough."))
    words = desk.console.read().strip()
    if not words:
        return
    from portfolio.plain import lists

    if not desk.notebook.read.search(words):
        near = [clean_line(each) for each in desk.notebook.read.nearest(words)]
        desk.console.say(nothing_found(words.split(), _), *([meant_instead(near, _)] if near else []))
        return
    lists.show(desk, lambda: [("", desk.notebook.read.search(words))], mixed=True)
